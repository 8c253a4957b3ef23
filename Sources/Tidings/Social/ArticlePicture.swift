/// The picture that stands for an article, with what its author and its file say of it.
struct ArticlePicture: Sendable {
  let url: WebURL
  /// On one line; empty when nobody said what it shows.
  let alt: String
  let file: File

  /// What is known of its file.
  enum File: Sendable, Hashable {
    /// There is none on this machine.
    case absent
    /// It is no picture of a known format, or its header is cut.
    case unreadable
    case picture(PictureFacts)
  }

  var facts: PictureFacts? {
    if case .picture(let facts) = file { facts } else { nil }
  }

  init(url: WebURL, alt: String, file: File) {
    self.url = url
    self.alt = alt
    self.file = file
  }

  /// The article's own, described by its front matter, else as where the body shows it.
  init?(_ article: Article, body: Document, files: PictureFiles) {
    guard let url = article.image else { return nil }
    let own = article.imageAlt?.oneLine ?? ""
    let shown = own.isEmpty ? body.pictures.first { $0.url == url && !$0.alt.isEmpty } : nil
    let path = files.path(of: url, in: article)
    self.init(
      url: url, alt: shown?.alt.oneLine ?? own,
      file: path.map { PictureFiles.facts(at: $0).map(File.picture) ?? .unreadable } ?? .absent)
  }

  /// What a network gets of it, and what keeps it back.
  struct Fitted {
    let attached: PostPicture?
    let thumbnail: PostPicture?
    let warnings: [String]
  }

  /// As `network` takes it: with the post itself where that `attaches` it, else on the link's card.
  func fitted(to network: Network, attaches: Bool) -> Fitted {
    guard let allowance = network.pictures else {
      let warning = "tidings gives posts for \(network.title) no picture; the link's card shows it"
      return Fitted(attached: nil, thumbnail: nil, warnings: attaches ? [warning] : [])
    }
    if attaches {
      let fault = fault(most: allowance.bytes, in: allowance, network: network)
      guard fault == nil else {
        return Fitted(attached: nil, thumbnail: nil, warnings: fault.map { [$0] } ?? [])
      }
      return Fitted(
        attached: picture(alt: allowance.alt), thumbnail: nil,
        warnings: descriptionWarnings(allowance, network: network) + unchecked(allowance))
    }
    guard let bytes = allowance.cardBytes else {
      return Fitted(attached: nil, thumbnail: nil, warnings: [])
    }
    let fault = fault(most: bytes, in: allowance, network: network)
    return Fitted(
      attached: nil, thumbnail: fault == nil ? picture(alt: allowance.alt) : nil,
      warnings: fault.map { [$0] } ?? unchecked(allowance))
  }

  private func unchecked(_ allowance: PictureAllowance) -> [String] {
    file == .absent && !allowance.isFetched
      ? ["the picture's file is not at hand, so its size and format are unchecked"] : []
  }

  private func picture(alt longest: Int?) -> PostPicture {
    PostPicture(
      url: url.text, alt: longest.map(alt.prefixAtWord) ?? alt, width: facts?.width,
      height: facts?.height, bytes: facts?.bytes)
  }

  /// Why the network would refuse its file, and what to do.
  private func fault(
    most bytes: Int, in allowance: PictureAllowance, network: Network
  ) -> String? {
    let formats = PictureFacts.Format.allCases.filter(allowance.formats.contains)
      .map { $0.rawValue.uppercased() }.joined(separator: " or ")
    if file == .unreadable {
      return "the picture is left out: its file cannot be read as a picture (save it as \(formats))"
    }
    guard let format = facts?.format, let size = facts?.bytes else { return nil }
    if !allowance.formats.contains(format) {
      return "the picture is left out: \(network.title) takes no"
        + " \(format.rawValue.uppercased()) (save it as \(formats))"
    }
    if size > bytes {
      return "the picture is left out: it has \(size) bytes, \(network.title) takes \(bytes)"
        + " (save it smaller)"
    }
    return nil
  }

  private func descriptionWarnings(_ allowance: PictureAllowance, network: Network) -> [String] {
    if alt.isEmpty {
      return ["the picture has no description (say in 'image_alt' what it shows)"]
    }
    guard let longest = allowance.alt, alt.count > longest else { return [] }
    return [
      "the picture's description has \(alt.count) characters, \(network.title) takes \(longest);"
        + " it is cut"
    ]
  }
}
