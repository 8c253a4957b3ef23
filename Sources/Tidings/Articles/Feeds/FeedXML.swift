import CLibXML2

/// Reads a feed's XML into values, and from nowhere but its own bytes.
enum FeedXML {
  /// The root, and what had to be mended to find it.
  /// - Throws: `FeedFault` when there is no whole document to mend.
  static func root(of text: FeedText) throws(FeedFault) -> (FeedElement, FeedNote?) {
    let bytes = XMLRepair.withoutComments(text.bytes)
    if let line = XMLRepair.crowdedTag(in: bytes) {
      throw FeedFault(
        "a tag has more than \(XMLRepair.attributeLimit) attributes, expected a feed",
        line: line + text.skippedLines)
    }
    let whole = parse(bytes, recovers: false, skippedLines: text.skippedLines)
    if whole.fault.entities { throw expanding }
    if let root = whole.root, whole.fault.line == 0 { return (root, nil) }
    let words = words(of: whole.fault)
    let line = Int(whole.fault.line) + text.skippedLines
    let mended = parse(
      XMLRepair.mended(bytes), recovers: true, skippedLines: text.skippedLines)
    if mended.fault.entities { throw expanding }
    guard let root = mended.root else { throw FeedFault("this is no XML: \(words)", line: line) }
    guard XMLRepair.isClosed(bytes, root: root.name) else {
      throw FeedFault(
        "the feed breaks off before its end, expected"
          + " </\(root.name.localName.oneLine.prefixAtWord(40))>", line: line)
    }
    return (
      root, FeedNote("its XML is broken here (\(words)); it is read as well as can be", line: line)
    )
  }

  private static let expanding = FeedFault(
    "it declares entities that stand for more text, which no feed needs and which may fill the"
      + " memory; it is not read")

  private static func parse(
    _ bytes: [UInt8], recovers: Bool, skippedLines: Int
  ) -> (root: FeedElement?, fault: tidings_xml_fault) {
    var fault = tidings_xml_fault()
    guard LibXML.isReady, let length = Int32(exactly: bytes.count) else { return (nil, fault) }
    let tree = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        tidings_parse_xml($0.baseAddress, length, recovers, &fault)
      }
    }
    guard let tree else { return (nil, fault) }
    defer { xmlFreeDoc(tree) }
    guard !fault.entities, let root = tidings_root(tree) else { return (nil, fault) }
    return (element(root, skippedLines: skippedLines, depth: 0), fault)
  }

  private static func words(of fault: tidings_xml_fault) -> String {
    withUnsafeBytes(of: fault.words) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      .oneLine
  }

  /// The parser itself stops at 256.
  private static let nesting = 300

  private static func element(_ node: xmlNodePtr, skippedLines: Int, depth: Int) -> FeedElement {
    FeedElement(
      name: name(node.pointee.name, node.pointee.ns), attributes: attributes(of: node),
      children: depth < nesting
        ? children(of: node, skippedLines: skippedLines, depth: depth + 1) : [],
      line: Int(xmlGetLineNo(node)) + skippedLines)
  }

  private static func children(
    of parent: xmlNodePtr, skippedLines: Int, depth: Int
  ) -> [FeedXMLNode] {
    var result: [FeedXMLNode] = []
    var next = parent.pointee.children
    while let node = next {
      if node.pointee.type == XML_ELEMENT_NODE {
        result.append(.element(element(node, skippedLines: skippedLines, depth: depth)))
      } else if let text = text(of: node) {
        result.append(.text(text))
      }
      next = node.pointee.next
    }
    return result
  }

  private static func attributes(of node: xmlNodePtr) -> [String: String] {
    var result: [String: String] = [:]
    var next = node.pointee.properties
    while let attribute = next {
      // Not the library's own way, which would put entities within entities.
      var value = ""
      var part = attribute.pointee.children
      while let node = part {
        value += text(of: node) ?? ""
        part = node.pointee.next
      }
      result[name(attribute.pointee.name, attribute.pointee.ns)] = value
      next = attribute.pointee.next
    }
    return result
  }

  /// Of a text, or of the name of a character; nil for comments and the like.
  private static func text(of node: xmlNodePtr) -> String? {
    switch node.pointee.type {
    case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: string(node.pointee.content)
    case XML_ENTITY_REF_NODE:
      if node.pointee.content != nil {
        string(node.pointee.content)
      } else {
        XMLRepair.character(named: string(node.pointee.name)).map(String.init)
          ?? "&\(string(node.pointee.name));"
      }
    default: nil
    }
  }

  private static func name(_ local: UnsafePointer<xmlChar>?, _ space: xmlNsPtr?) -> String {
    let local = string(local)
    guard let space else { return local }
    if let prefix = FeedNamespace.prefix(for: string(space.pointee.href)) {
      return prefix.isEmpty ? local : "\(prefix):\(local)"
    }
    let own = string(space.pointee.prefix)
    return own.isEmpty ? local : "\(own):\(local)"
  }

  private static func string(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}

extension String {
  /// A name without its prefix.
  var localName: String { split(separator: ":").last.map(String.init) ?? self }
}
