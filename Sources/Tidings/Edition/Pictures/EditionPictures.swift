import Crypto
import Foundation

/// The pictures of an edition: what is known of them, and which of them may travel with it.
struct EditionPictures {
  private let introduction: [Picture]
  private let showsLeads: Bool
  private let known: [WebURL: Known]
  /// By their place in the edition's folder.
  private let files: [Composer.Composition.File]

  /// In bytes: a larger picture stays on its server.
  static let largestInline = 1 << 20
  /// In bytes, of all that travel with one message.
  static let inlineRoom = 4 << 20

  /// Looks for the files of what `stories` and the `introduction` show.
  ///
  /// `domain` is the sender's; `showsLeads` whether an article's own picture stands above it.
  init(
    stories: [Story], introduction: Document?, showsLeads: Bool, files: PictureFiles, domain: String
  ) {
    self.introduction = introduction?.pictures ?? []
    self.showsLeads = showsLeads
    var search = Search(files: files, domain: domain)
    for picture in self.introduction { search.look(up: picture, of: nil) }
    for story in stories where story.content != .link {
      for picture in story.pictures(withLead: showsLeads) {
        search.look(up: picture, of: story.article)
      }
    }
    known = search.known
    self.files = search.carried
  }

  /// What templates and formats ask.
  var facts: Pictures {
    Pictures(known.compactMapValues { $0.facts ?? $0.size.map { PictureFacts($0) } })
  }

  /// What an edition shows, and the files that go with it.
  struct Used {
    /// In reading order; nil when there are none.
    let shown: [Edition.ShownPicture]?
    let files: [Composer.Composition.File]
    /// The files as parts of a message.
    let enclosures: [Enclosure]

    /// `html` with the pictures in it, for a page that stands alone.
    func shownByData(_ html: String) -> String { enclosures.shownByData(html) }
  }

  /// The pictures of these stories; only those travel that `html` asks for.
  func used(by stories: [Story], in html: PersonalText) -> Used {
    let asked = files.isEmpty ? [] : html.contentIDs
    var shown: [Edition.ShownPicture] = []
    func add(_ picture: Picture, of article: Article?) {
      let found = known[picture.url]
      let isCarried = found?.facts?.contentID.map(asked.contains) ?? false
      shown.append(
        Edition.ShownPicture(
          url: picture.url, alt: picture.alt, article: article?.path,
          facts: isCarried ? found?.facts : found?.facts?.named(nil),
          file: isCarried ? found?.file : nil, note: found?.note))
    }
    for picture in introduction { add(picture, of: nil) }
    for story in stories {
      for picture in story.pictures(withLead: showsLeads) { add(picture, of: story.article) }
    }
    let names = Set(shown.compactMap(\.file))
    let files = files.filter { names.contains($0.name) }
    let isEmpty = shown.isEmpty
    return Used(
      shown: isEmpty ? nil : shown, files: files,
      enclosures: shown.enclosures { name in files.first { $0.name == name }?.bytes })
  }

  /// What was found out about one address.
  private struct Known {
    var facts: PictureFacts?
    var file: String?
    /// Why it does not travel.
    var note: String?
    /// What a page says of it.
    var size: Picture.Size?
  }

  private struct Search {
    let files: PictureFiles
    let domain: String
    var known: [WebURL: Known] = [:]
    var carried: [Composer.Composition.File] = []
    var room = EditionPictures.inlineRoom

    /// An address that two articles show has one file, and one size: the one that is found first.
    mutating func look(up picture: Picture, of article: Article?) {
      let url = picture.url
      guard known[url]?.facts == nil else { return }
      guard let path = files.path(of: url, in: article), let facts = PictureFiles.facts(at: path)
      else {
        known[url] = Known(
          note: files.isInline ? "its file is not at hand" : nil,
          size: known[url]?.size ?? picture.size)
        return
      }
      known[url] = files.isInline ? carry(path, facts) : Known(facts: facts)
    }

    private mutating func carry(_ path: String, _ facts: PictureFacts) -> Known {
      guard let size = facts.bytes, let format = facts.format else { return Known(facts: facts) }
      guard size <= EditionPictures.largestInline else {
        return Known(
          facts: facts,
          note: "it has \(size) bytes, at most \(EditionPictures.largestInline) travel")
      }
      guard let bytes = try? FileBytes(at: path).bytes, bytes.count == size else {
        return Known(facts: facts, note: "its file cannot be read")
      }
      let hash = SHA256.hash(data: bytes).prefix(16).hexadecimal
      let found = Known(
        facts: facts.named("\(hash)@\(domain)"),
        file: "\(Edition.picturesFolder)\(hash).\(format.fileExtension)")
      guard !carried.contains(where: { $0.name == found.file }) else { return found }
      guard bytes.count <= room else {
        return Known(
          facts: facts,
          note: "the pictures before it fill the \(EditionPictures.inlineRoom) bytes that travel")
      }
      room -= bytes.count
      if let name = found.file { carried.append(.init(name: name, bytes: bytes)) }
      return found
    }
  }
}

extension Story {
  /// What the edition shows of its pictures, in reading order.
  fileprivate func pictures(withLead showsLead: Bool) -> [Picture] {
    let lead = showsLead ? article.image.map { [Picture(url: $0, alt: "")] } : nil
    return (lead ?? []) + digest.pictures
  }
}

extension Edition {
  /// Where the pictures lie that travel with the message.
  static let picturesFolder = "pictures/"
  static let attachmentsFolder = "attachments/"
}

extension Enclosure {
  /// An attachment as it lies in the edition's folder.
  var frozen: Composer.Composition.File {
    .init(name: Edition.attachmentsFolder + name, bytes: bytes)
  }
}

extension [Enclosure] {
  /// `html` with these pictures in it, for a page that stands alone.
  func shownByData(_ html: String) -> String {
    reduce(html) { html, picture in
      html.replacing(
        "cid:" + (picture.contentID ?? ""),
        with: "data:\(picture.mediaType);base64,\(Data(picture.bytes).base64EncodedString())")
    }
  }
}

extension [Edition.ShownPicture] {
  /// Those that travel, each once, with what `file` gives for their names.
  func enclosures(file: (String) -> [UInt8]?) -> [Enclosure] {
    var names: Set<String> = []
    return compactMap { picture in
      guard let name = picture.file, let id = picture.contentID, let format = picture.format,
        let bytes = file(name), names.insert(name).inserted
      else { return nil }
      return Enclosure(
        picture: String(name.dropFirst(Edition.picturesFolder.count)), format: format, bytes: bytes,
        contentID: id)
    }
  }
}

extension PersonalText {
  /// The names of pictures that its `cid:` addresses ask for.
  fileprivate var contentIDs: Set<String> {
    var ids: Set<String> = []
    for case .fixed(let text) in pieces {
      var rest = text[...]
      while let mark = rest.firstRange(of: "cid:") {
        rest = rest[mark.upperBound...]
        ids.insert(
          String(rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "@.-_".contains($0)) }))
      }
    }
    return ids
  }
}
