extension Snippet: Encodable {
  /// What `snippets.json` holds of it; what is nil is left out.
  var json: JSONValue { .object(members) }

  var members: [String: JSONValue] {
    var members: [String: JSONValue] = [
      "article": .text(article), "network": .text(network), "text": .text(text),
      "count": .number(count), "limit": .number(limit), "unit": .text(unit.rawValue),
      "valid": .bool(valid), "parts": .texts(parts), "hashtags": .texts(hashtags),
      "warnings": .texts(warnings),
    ]
    members["link"] = link.map(JSONValue.text)
    members["attribution"] = attribution?.json
    members["shareURL"] = shareURL.map(JSONValue.text)
    members["payload"] = payload
    members["payloads"] = payloads.map(JSONValue.list)
    members["picture"] = picture?.json
    members["card"] = card?.json
    return members
  }

  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}

extension Snippet.Card {
  fileprivate var json: JSONValue {
    .object(present: [
      "title": .text(title), "description": .text(description), "image": .text(image),
    ])
  }
}

extension Snippet.Source {
  fileprivate var json: JSONValue {
    .object(present: ["site": .text(site), "url": .text(url), "date": .text(date)])
  }
}

extension PostPicture {
  fileprivate var json: JSONValue {
    .object(present: [
      "url": .text(url), "alt": .text(alt), "width": width.map(JSONValue.number),
      "height": height.map(JSONValue.number), "bytes": bytes.map(JSONValue.number),
    ])
  }
}

extension NotedSnippet: Encodable {
  /// The snippet's own members, with `posted` beside them.
  var json: JSONValue {
    var members = snippet.members
    members["posted"] = posted?.json
    members["warnings"] = .texts(warnings)
    return .object(members)
  }

  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }
}

extension NotedSnippet.Posted {
  /// The time in ISO 8601 with offset.
  fileprivate var json: JSONValue {
    .object(present: ["time": .text(time.description), "url": .text(url), "by": .text(by)])
  }
}

extension JSONValue {
  fileprivate static func texts(_ texts: [String]) -> JSONValue { .list(texts.map(JSONValue.text)) }
}
