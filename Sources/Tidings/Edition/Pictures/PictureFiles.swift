import Glibc

/// Finds the files of an edition's pictures on this machine.
///
/// Their addresses are those of the published site. A file counts that lies beside its article or in
/// a folder that the site publishes; nothing else is looked at, wherever an address points.
public struct PictureFiles: Sendable {
  private let hosts: Set<String>
  /// The names on the way from a host to the site.
  private let base: [String]
  private let folders: [PictureFolder]
  /// Whether what is found travels with the message.
  let isInline: Bool

  /// Knows of no file.
  public static let none = PictureFiles(articles: nil, site: nil, baseURL: nil)

  /// Looks in `folders`, which go first, and in what a site keeps around its `articles`.
  ///
  /// `baseURL` is where the site is published, where that is not as the site says.
  public init(
    articles: String?, site: Site?, baseURL: WebURL?, folders: [String] = [],
    isInline: Bool = false
  ) {
    let base = (baseURL ?? site?.baseURL).flatMap(PictureAddressParts.init)
    hosts = base.map { [$0.host] } ?? []
    self.base = base?.names ?? []
    let found = articles.map { PictureFolder.all(articles: $0, site: site?.root) } ?? []
    self.folders = (folders.compactMap { PictureFolder($0) } + found).unique
    self.isInline = isInline
  }

  /// The file of a picture that `article` shows, or that stands before all articles.
  func path(of url: WebURL, in article: Article?) -> String? {
    guard let picture = PictureAddressParts(url), picture.depth < picture.names.count else {
      return nil
    }
    // An article without a file here came from a feed: its site's files are elsewhere.
    let page = article.flatMap { $0.root.isEmpty ? nil : $0.url }.flatMap(PictureAddressParts.init)
    guard hosts.contains(picture.host) || page?.host == picture.host else { return nil }
    if let article, let page, page.host == picture.host,
      let file = Self.file(of: picture, beside: article, at: page)
    {
      return file
    }
    let below = picture.names.starts(with: base) ? picture.names.dropFirst(base.count) : nil
    for folder in folders {
      if let file = below.flatMap({ folder.file(published: $0) })
        ?? folder.file(published: picture.names[...])
      {
        return file
      }
    }
    return nil
  }

  /// The way from the page to the picture, gone from the article's own file.
  private static func file(
    of picture: PictureAddressParts, beside article: Article, at page: PictureAddressParts
  ) -> String? {
    guard !article.root.isEmpty, let root = PictureFolder(article.root) else { return nil }
    let shared = zip(page.folders, picture.folders).prefix { $0 == $1 }.count
    let up = page.depth - shared
    let way = picture.names.dropFirst(shared)
    var own = article.path.split(separator: "/").map(String.init)
    guard let name = own.popLast(), own.count >= up else { return nil }
    if let file = root.file(at: own.dropLast(up) + way) { return file }
    // Hexo keeps the files of a post in a folder of the post's name.
    let stem = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    return up == 0 ? root.file(at: own + [stem] + way) : nil
  }

  /// What the file at `path` says; nil for what is no picture of the known formats.
  static func facts(at path: String) -> PictureFacts? {
    let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    // A camera's notes before the size are longer than that now and then.
    for length in [64 << 10, 1 << 20] {
      guard let bytes = beginning(of: file, length: length) else { return nil }
      if let header = PictureHeader(bytes) {
        return PictureFacts(
          width: header.width, height: header.height, bytes: Int(status.st_size),
          format: header.format)
      }
      if bytes.count < length { break }
    }
    return nil
  }

  private static func beginning(of file: Int32, length: Int) -> [UInt8]? {
    var isRead = true
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
      while count < length {
        let got = pread(file, buffer.baseAddress.map { $0 + count }, length - count, off_t(count))
        if got < 0, errno == EINTR { continue }
        isRead = got >= 0
        guard got > 0 else { break }
        count += got
      }
    }
    return isRead ? bytes : nil
  }
}
