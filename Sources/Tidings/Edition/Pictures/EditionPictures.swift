import Crypto

/// The pictures of an edition: what it shows, what is known of them, and those that travel with it.
struct EditionPictures {
  let shown: [Edition.ShownPicture]
  let facts: Pictures
  /// By their place in the edition's folder.
  let files: [Composer.Composition.File]

  /// In bytes: a larger picture stays on its server.
  static let largestInline = 1 << 20
  /// In bytes, of all that travel with one message.
  static let inlineRoom = 4 << 20

  /// Looks for the files of what `stories` and the `introduction` show; `domain` is the sender's.
  init(stories: [Story], introduction: Document?, files: PictureFiles, domain: String) {
    var finding = Finding(files: files, domain: domain)
    for picture in introduction?.pictures ?? [] { finding.add(picture, of: nil) }
    for story in stories {
      if let lead = story.article.image {
        finding.add(Picture(url: lead, alt: ""), of: story.article)
      }
      for picture in story.digest.pictures { finding.add(picture, of: story.article) }
    }
    shown = finding.shown
    facts = Pictures(finding.known.compactMapValues(\.facts))
    self.files = finding.carried
  }

  /// What is known of one address.
  private struct Known {
    var facts: PictureFacts?
    var file: String?
    var note: String?
  }

  private struct Finding {
    let files: PictureFiles
    let domain: String
    var shown: [Edition.ShownPicture] = []
    var known: [WebURL: Known] = [:]
    var carried: [Composer.Composition.File] = []
    var room = EditionPictures.inlineRoom

    /// An address that two articles show has one file: the one that is found first.
    mutating func add(_ picture: Picture, of article: Article?) {
      if known[picture.url]?.facts == nil {
        known[picture.url] = look(up: picture.url, of: article)
      }
      let found = known[picture.url]
      shown.append(
        Edition.ShownPicture(
          url: picture.url, alt: picture.alt, article: article?.path, facts: found?.facts,
          file: found?.file, note: found?.note))
    }

    private mutating func look(up url: WebURL, of article: Article?) -> Known {
      guard let path = files.path(of: url, in: article), let facts = PictureFiles.facts(at: path)
      else { return Known(note: files.isInline ? "its file is not at hand" : nil) }
      guard files.isInline else { return Known(facts: facts) }
      guard facts.bytes <= EditionPictures.largestInline else {
        return Known(
          facts: facts,
          note: "it has \(facts.bytes) bytes, at most \(EditionPictures.largestInline) travel")
      }
      guard let bytes = try? FileBytes(at: path).bytes, bytes.count == facts.bytes else {
        return Known(facts: facts, note: "its file cannot be read")
      }
      let hash = SHA256.hash(data: bytes).prefix(16).hexadecimal
      let inline = facts.inline(as: "\(hash)@\(domain)")
      let name = "pictures/\(hash).\(facts.format.fileExtension)"
      guard !carried.contains(where: { $0.name == name }) else {
        return Known(facts: inline, file: name)
      }
      guard bytes.count <= room else {
        return Known(
          facts: facts,
          note: "the pictures before it fill the \(EditionPictures.inlineRoom) bytes that travel")
      }
      room -= bytes.count
      carried.append(.init(name: name, bytes: bytes))
      return Known(facts: inline, file: name)
    }
  }
}
