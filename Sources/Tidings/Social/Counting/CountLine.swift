extension Count {
  /// Appends the count as one line of JSON with its end, the same bytes as `StableJSON.line`.
  ///
  /// Written by hand, since a general encoder takes longer than the counting.
  public func appendLine(to line: inout [UInt8]) {
    line.append(json: "{\"bytes\":", bytes)
    line.append(json: ",\"count\":", count)
    line.append(json: ",\"hashtags\":", list: hashtags)
    line.append(json: ",\"limit\":", limit)
    line.append(contentsOf: ",\"links\":[".utf8)
    for (index, link) in links.enumerated() {
      line.append(json: index == 0 ? "{\"end\":" : ",{\"end\":", link.end)
      line.append(json: ",\"start\":", link.start)
      line.append(contentsOf: ",\"text\":".utf8)
      line.append(quoting: link.text)
      line.append(contentsOf: ",\"url\":".utf8)
      line.append(quoting: link.url)
      line.append(0x7D)
    }
    line.append(json: "],\"mentions\":", list: mentions)
    line.append(contentsOf: ",\"network\":".utf8)
    line.append(quoting: network)
    line.append(contentsOf: ",\"unit\":".utf8)
    line.append(quoting: unit.rawValue)
    line.append(contentsOf: ",\"valid\":\(valid)".utf8)
    line.append(json: ",\"warnings\":", list: warnings)
    line.append(contentsOf: "}\n".utf8)
  }

  /// With `more` warnings before its own, such as those of the line that it was read from.
  public func warning(of more: [String]) -> Count {
    if more.isEmpty { return self }
    return Count(
      network: network, count: count, limit: limit, unit: unit, valid: valid, bytes: bytes,
      links: links, hashtags: hashtags, mentions: mentions, warnings: more + warnings)
  }
}

extension [UInt8] {
  fileprivate mutating func append(json key: StaticString, _ number: Int) {
    append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    append(contentsOf: String(number).utf8)
  }

  fileprivate mutating func append(json key: StaticString, list: [String]) {
    append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    append(0x5B)
    for (index, text) in list.enumerated() {
      if index > 0 { append(0x2C) }
      append(quoting: text)
    }
    append(0x5D)
  }
}
