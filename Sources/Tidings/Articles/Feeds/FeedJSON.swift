import Foundation

/// A JSON object with values of the kinds that feeds hold.
struct FeedJSON {
  private let values: [String: Any]

  /// The feed or the export in a JSON text.
  /// - Throws: `FeedFault` when it is neither, or no JSON.
  static func feed(
    in bytes: [UInt8], address: WebURL?, baseURL: WebURL?
  ) throws(FeedFault) -> Feed {
    let object = try object(in: bytes)
    if let export = GhostExport(object, baseURL: baseURL) { return export.feed }
    let version = object.text("version") ?? ""
    if object.objects("items") != nil || version.contains("jsonfeed.org") {
      guard let items = object.objects("items") else {
        throw FeedFault("its 'items' is missing or no list, expected a list of items")
      }
      return JSONFeed(object, items: items, address: address).feed
    }
    throw FeedFault(
      "this JSON is no feed, expected 'version' and 'items' (JSON Feed) or 'db' (an export of"
        + " Ghost)")
  }

  private static func object(in bytes: [UInt8]) throws(FeedFault) -> FeedJSON {
    let value: Any
    do {
      value = try JSONSerialization.jsonObject(with: Data(bytes))
    } catch {
      let words = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String
      throw FeedFault("this is no JSON" + (words.map { ": \($0.oneLine.prefixAtWord(200))" } ?? ""))
    }
    guard let values = value as? [String: Any] else {
      throw FeedFault("this JSON is a list, expected an object with 'items'")
    }
    return FeedJSON(values: values)
  }

  /// A text with something in it, or a number as text.
  func text(_ key: String) -> String? {
    if let text = values[key] as? String { return text.nonBlank }
    // True and false are of the same class, and 0 and 1 pass for them.
    guard let number = values[key] as? NSNumber, String(cString: number.objCType) != "c" else {
      return nil
    }
    return number.stringValue
  }

  func flag(_ key: String) -> Bool? { values[key] as? Bool }

  func object(_ key: String) -> FeedJSON? {
    (values[key] as? [String: Any]).map(FeedJSON.init)
  }

  /// The objects in a list; nil when there is no list.
  func objects(_ key: String) -> [FeedJSON]? {
    (values[key] as? [Any])?.map { FeedJSON(values: $0 as? [String: Any] ?? [:]) }
  }

  /// The texts in a list; a text alone is a list of one.
  func texts(_ key: String) -> [String] {
    if let text = text(key) { return [text] }
    return (values[key] as? [Any])?.compactMap { $0 as? String } ?? []
  }

  /// Whether the key is there with something other than null.
  func has(_ key: String) -> Bool {
    guard let value = values[key] else { return false }
    return !(value is NSNull)
  }
}
