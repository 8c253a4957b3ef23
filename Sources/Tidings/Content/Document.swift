/// An article's body as a tree of values, which every format walks.
///
/// It is safe by construction: no raw HTML, no script, no address that is not an allowed link.
public struct Document: Sendable, Hashable {
  public let blocks: [Block]
  /// In the order of their first reference; footnote `n` is the `n`th, counted from 1.
  public let footnotes: [[Block]]
  /// How many blocks stand before the author's `<!--more-->`; nil when there is none.
  public let excerptEnd: Int?
  /// How many blocks stand before each of the author's `<!-- thread -->`, ascending.
  public let threadBreaks: [Int]

  public init(
    blocks: [Block], footnotes: [[Block]] = [], excerptEnd: Int? = nil, threadBreaks: [Int] = []
  ) {
    self.blocks = blocks
    self.footnotes = footnotes
    self.excerptEnd = excerptEnd
    self.threadBreaks = threadBreaks
  }
}

/// What stands on lines of its own.
public indirect enum Block: Sendable, Hashable {
  case paragraph([Inline])
  /// Level 1 to 6.
  case heading(level: Int, [Inline])
  case quote([Block])
  case list(List)
  /// `language` is the info string's first word; `text` has no line end at its end.
  case code(language: String?, text: String)
  case table(Table)
  case rule

  /// A bulleted, numbered or task list.
  public struct List: Sendable, Hashable {
    /// The first number of a numbered list; nil for bullets.
    public let start: Int?
    /// No blank line between items: each is one line of text.
    public let isTight: Bool
    public let items: [Item]

    public init(start: Int?, isTight: Bool, items: [Item]) {
      self.start = start
      self.isTight = isTight
      self.items = items
    }
  }

  /// One entry of a list.
  public struct Item: Sendable, Hashable {
    /// Whether a task is done; nil for an item that is no task.
    public let isDone: Bool?
    public let blocks: [Block]

    public init(isDone: Bool? = nil, blocks: [Block]) {
      self.isDone = isDone
      self.blocks = blocks
    }
  }

  /// A table with one header row; every row has `alignments.count` cells.
  ///
  /// The header's cells are all empty when the source has no header.
  public struct Table: Sendable, Hashable {
    public let alignments: [Alignment]
    public let header: [[Inline]]
    public let rows: [[[Inline]]]

    public init(alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]]) {
      self.alignments = alignments
      self.header = header
      self.rows = rows
    }
  }

  /// How a table's column is set.
  public enum Alignment: Sendable, Hashable {
    case natural
    case left
    case center
    case right
  }
}

/// What runs within a line of text.
public indirect enum Inline: Sendable, Hashable {
  case text(String)
  case code(String)
  case emphasis([Inline])
  case strong([Inline])
  case strikethrough([Inline])
  case superscript([Inline])
  case `subscript`([Inline])
  case link(Destination, [Inline])
  case image(Picture)
  /// A line end in the source that means no more than a space.
  case softBreak
  case lineBreak
  /// The footnote's number, counted from 1.
  case footnote(Int)
}

/// A picture in a body.
public struct Picture: Sendable, Hashable {
  public let url: WebURL
  /// What it shows, in words; empty for a picture that only decorates.
  public let alt: String
  /// As its page gives it; its own file knows better.
  public let size: Size?

  public init(url: WebURL, alt: String, size: Size? = nil) {
    self.url = url
    self.alt = alt
    self.size = size
  }

  /// In pixels.
  public struct Size: Sendable, Hashable {
    public let width: Int
    public let height: Int

    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }
}

/// Where a link may lead: a web address or a mail address, nothing else.
public enum Destination: Sendable, Hashable {
  case web(WebURL)
  /// The address alone, without `mailto:` and without header fields.
  case mail(String)
}
