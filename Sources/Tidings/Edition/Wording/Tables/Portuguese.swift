extension Wording {
  static let portuguese = [
    "readMore": "Ler mais",
    "readMoreTitle": "{readMore}: {title}",
    "contents": "Nesta edição",
    "also": "Também publicado",
    "links": "Para ler noutros sítios",
    "otherArticles": "Mais artigos",
    "subscribed": "Recebe esta carta porque a subscreveu.",
    "unsubscribe": "Cancelar a subscrição",
    "unsubscribeLine": "{unsubscribe}:",
    "readingTime": "{count} min de leitura",
    "edition": "N.º {number} · {date}",
    "origin": "Publicado originalmente[ por {author}] em {site}[, {date}]",
    "subject": "{name}: {lead}[ e mais {count}]",
    "picture": "Imagem: {text}",
    "struckOut": "riscado: {text}",
    "months":
      "janeiro, fevereiro, março, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro",
    "date": "{day} de {month} de {year}",
    "monthDate": "{month} de {year}",
  ]

  static let brazilianPortuguese = [
    "readMore": "Leia mais",
    "links": "Vale a leitura em outros sites",
    "subscribed": "Você recebe esta newsletter porque se inscreveu nela.",
    "unsubscribe": "Cancelar inscrição",
    "edition": "Nº {number} · {date}",
    "firstDate": "{day}º de {month} de {year}",
  ]
}
