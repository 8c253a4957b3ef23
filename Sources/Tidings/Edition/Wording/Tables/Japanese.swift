extension Wording {
  static let japanese = [
    "readMore": "続きを読む",
    "readMoreTitle": "{readMore}：{title}",
    "contents": "目次",
    "also": "このほかの記事",
    "links": "他サイトのおすすめ記事",
    "otherArticles": "その他の記事",
    "subscribed": "このメールは、ニュースレターを購読されている方にお送りしています。",
    "unsubscribe": "配信停止",
    "unsubscribeLine": "{unsubscribe}:",
    "readingTime": "約{count}分で読めます",
    "edition": "第{number}号 · {date}",
    "origin": "初出：[{author}、]{site}[、{date}]",
    "subject": "{name}：{lead}[ ほか{count}本]",
    "picture": "画像：{text}",
    "struckOut": "取り消し：{text}",
    "months": "1月, 2月, 3月, 4月, 5月, 6月, 7月, 8月, 9月, 10月, 11月, 12月",
    "date": "{year}年{month}{day}日",
    "monthDate": "{year}年{month}",
  ]
}
