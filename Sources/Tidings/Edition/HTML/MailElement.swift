/// An element as bodies of articles have it, with what tells it from others of its name.
enum MailElement: Int, CaseIterable {
  case h1, h2, h3, h4, h5, h6
  case paragraph
  /// In a quotation, a notice or a list: nothing needs room below it.
  case lastParagraph
  case noticeTitle
  case quote
  /// Around a cell that has a ground or a bar of its own.
  case box
  /// A box that nothing needs room below.
  case lastBox
  case bar
  case quoteCell
  case noticeCell
  case codeCell
  case codeBlock
  case code
  case bullets
  case nestedBullets
  case numbers
  case nestedNumbers
  case tasks
  case nestedTasks
  case notes
  case item
  case rule
  case notesRule
  case scroll
  case table
  case wideTable
  case row
  case heading
  case cell
  /// Of a table that has no room for words of the usual size.
  case denseHeading
  case denseCell
  case longWord
  case link
  case image
  case icon
  case emphasis
  case strong
  case strikethrough
  case superscript
  case `subscript`
  case lineBreak

  static let headings: [MailElement] = [.h1, .h2, .h3, .h4, .h5, .h6]

  var name: String {
    switch self {
    case .h1: "h1"
    case .h2: "h2"
    case .h3: "h3"
    case .h4: "h4"
    case .h5: "h5"
    case .h6: "h6"
    case .paragraph, .lastParagraph, .noticeTitle: "p"
    case .quote: "blockquote"
    case .box, .lastBox, .table, .wideTable: "table"
    case .bar, .quoteCell, .noticeCell, .codeCell, .cell, .denseCell: "td"
    case .codeBlock, .code: "code"
    case .bullets, .nestedBullets, .tasks, .nestedTasks: "ul"
    case .numbers, .nestedNumbers, .notes: "ol"
    case .item: "li"
    case .rule, .notesRule: "hr"
    case .scroll: "div"
    case .row: "tr"
    case .heading, .denseHeading: "th"
    case .longWord: "span"
    case .link: "a"
    case .image, .icon: "img"
    case .emphasis: "em"
    case .strong: "strong"
    case .strikethrough: "del"
    case .superscript: "sup"
    case .subscript: "sub"
    case .lineBreak: "br"
    }
  }

  var classes: [String] {
    switch self {
    case .lastParagraph: ["last"]
    case .noticeTitle, .noticeCell: ["notice"]
    case .quote, .quoteCell: ["quote"]
    case .box: ["box"]
    case .lastBox: ["box", "last"]
    case .bar: ["bar"]
    case .codeCell: ["code"]
    case .codeBlock: ["block"]
    case .nestedBullets, .nestedNumbers: ["nested"]
    case .tasks: ["tasks"]
    case .nestedTasks: ["tasks", "nested"]
    case .notes, .notesRule: ["notes"]
    case .scroll: ["scroll"]
    case .table, .cell: ["data"]
    case .denseHeading: ["dense"]
    case .denseCell: ["data", "dense"]
    case .wideTable: ["data", "wide"]
    case .longWord: ["long"]
    case .icon: ["icon"]
    case .h1, .h2, .h3, .h4, .h5, .h6, .paragraph, .code, .bullets, .numbers, .item, .rule, .row,
      .heading, .link, .image, .emphasis, .strong, .strikethrough, .superscript, .subscript,
      .lineBreak:
      []
    }
  }

  /// What each element of this kind says besides its class and style.
  fileprivate var attributes: String {
    switch self {
    case .box, .lastBox:
      " role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\""
    case .table, .wideTable: " width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\""
    case .bar: " width=\"4\""
    // Whoever has no pointer scrolls with the keys.
    case .scroll: " tabindex=\"0\""
    case .heading, .denseHeading: " scope=\"col\""
    default: ""
    }
  }
}

/// Each element's start tag with its style, in halves between which its own attributes stand.
struct MailElements: Sendable {
  private let heads: [String]
  private let tails: [String]
  private let ends: [String]

  init(theme: Theme) {
    heads = MailElement.allCases.map { "<" + $0.name + $0.attributes }
    tails = MailElement.allCases.map { element in
      let classes = element.classes
      let style = theme.style(of: element.name, classes: classes).htmlEscaped
      return (classes.isEmpty ? "" : " class=\"\(classes.joined(separator: " "))\"")
        + (style.isEmpty ? "" : " style=\"\(style)")
    }
    ends = MailElement.allCases.map { "</\($0.name)>" }
  }

  /// `style` stands behind the theme's.
  func open(
    _ element: MailElement, attributes: String = "", style: String = "", in html: inout String
  ) {
    let tail = tails[element.rawValue]
    let isStyled = tail.utf8.last != UInt8(ascii: "\"") && !tail.isEmpty
    html += heads[element.rawValue]
    html += attributes
    html += tail
    if !style.isEmpty {
      html += isStyled ? ";" : " style=\""
      html += style
    }
    html += isStyled || !style.isEmpty ? "\">" : ">"
  }

  func close(_ element: MailElement, in html: inout String) {
    html += ends[element.rawValue]
  }
}

/// A theme's elements for text of either direction.
struct ThemedElements: Sendable {
  let usual: MailElements
  let mirrored: MailElements

  init(theme: Theme) {
    usual = MailElements(theme: theme)
    mirrored = MailElements(theme: theme.mirrored)
  }
}
