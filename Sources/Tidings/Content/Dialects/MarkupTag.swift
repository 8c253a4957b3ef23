/// A tag of a template language or of JSX within Markdown.
struct MarkupTag {
  enum Form: Hashable {
    /// Hugo's `{{< name >}}` and `{{% name %}}`.
    case shortcode
    /// `{% name %}` of Liquid, Nunjucks, Zola and Hexo.
    case statement
    /// `{{ value }}`.
    case output
    /// JSX's `<Name>`.
    case component
    /// JSX's `{value}`.
    case expression
    /// Markdown that stands for the whole tag.
    case replacement([UInt8])
  }

  enum Kind {
    /// It may have a closing partner.
    case open
    case close
    case void
  }

  let form: Form
  let kind: Kind
  /// Of the tag, from its first to its last brace.
  let range: Range<Int>
  /// Empty for an expression.
  let name: String
  let arguments: TagArguments
  /// Where a link's address is expected.
  var isAddress = false
  /// What stands between the braces.
  var source = ""

  /// For each tag the number of its partner: the nearest that fits, none across another pair.
  static func partners(of tags: [MarkupTag]) -> [Int?] {
    var result: [Int?] = tags.map { _ in nil }
    var open: [Int] = []
    var depths: [String: Int] = [:]
    for (index, tag) in tags.enumerated() {
      switch tag.kind {
      case .void: continue
      case .open:
        open.append(index)
        depths[tag.key, default: 0] += 1
      case .close:
        guard depths[tag.key, default: 0] > 0 else { continue }
        while let last = open.popLast() {
          depths[tags[last].key, default: 1] -= 1
          guard tags[last].key == tag.key else { continue }
          result[last] = index
          result[index] = last
          break
        }
      }
    }
    return result
  }

  private var key: String {
    switch form {
    case .shortcode: "<" + name
    case .component: "/" + name
    case .statement, .output, .expression, .replacement: "%" + name
    }
  }
}
