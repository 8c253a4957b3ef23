extension Wording {
  static let spanish = [
    "readMore": "Leer más",
    "readMoreTitle": "{readMore}: {title}",
    "contents": "En esta edición",
    "also": "También publicado",
    "links": "Lecturas recomendadas de otros sitios",
    "otherArticles": "Más artículos",
    "subscribed": "Recibes este boletín porque te suscribiste a él.",
    "unsubscribe": "Cancelar la suscripción",
    "unsubscribeLine": "{unsubscribe}:",
    "readingTime": "{count} min de lectura",
    "edition": "N.º {number} · {date}",
    "origin": "Publicado originalmente[ por {author}] en {site}[, {date}]",
    "subject": "{name}: {lead}[ y {count} más]",
    "picture": "Imagen: {text}",
    "struckOut": "tachado: {text}",
    "months":
      "enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre",
    "date": "{day} de {month} de {year}",
    "monthDate": "{month} de {year}",
  ]
}
