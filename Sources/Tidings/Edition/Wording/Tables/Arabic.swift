extension Wording {
  static let arabic = [
    "readMore": "اقرأ المزيد",
    "readMoreTitle": "{readMore}: {title}",
    "contents": "في هذا العدد",
    "also": "نُشر أيضًا",
    "links": "قراءات مختارة من مواقع أخرى",
    "otherArticles": "مقالات أخرى",
    "subscribed": "تصلك هذه الرسالة لأنك مشترك في النشرة.",
    "unsubscribe": "إلغاء الاشتراك",
    "unsubscribeLine": "{unsubscribe}:",
    "readingTime": "{count} دقيقة قراءة",
    "readingTimeOne": "دقيقة قراءة واحدة",
    "readingTimeTwo": "دقيقتا قراءة",
    "readingTimeFew": "{count} دقائق قراءة",
    "edition": "العدد {number} · {date}",
    "origin": "نُشر أولًا[ بقلم {author}] على {site}[، {date}]",
    "subject": "{name}: {lead}[ و{count} مقالة أخرى]",
    "subjectOne": "{name}: {lead} ومقالة أخرى",
    "subjectTwo": "{name}: {lead} ومقالتان أخريان",
    "subjectFew": "{name}: {lead}[ و{count} مقالات أخرى]",
    "picture": "صورة: {text}",
    "struckOut": "مشطوب: {text}",
    "months":
      "يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر",
    "date": "{day} {month} {year}",
    "monthDate": "{month} {year}",
  ]
}
