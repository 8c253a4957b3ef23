import Glibc

/// The templates of all networks: `snippets/<network>.txt`, else `snippets/post.txt`.
public struct PostTemplates: Sendable {
  private let templates: [String: PostTemplate]
  private let common: PostTemplate

  /// - Throws: `TemplateError` for a file that cannot be read or used.
  init(_ files: TemplateFiles) throws(TemplateError) {
    try Self.refuseStrangers(in: files)
    var templates: [String: PostTemplate] = [:]
    for network in Network.all.map(\.id) {
      guard let file = try files.file(Self.name(network)) else { continue }
      templates[network] = try PostTemplate(file.text, file: file.path)
    }
    guard let file = try files.file(Self.name(Self.common)) else {
      throw TemplateError(file: Self.name(Self.common), line: nil, reason: "there is no such file")
    }
    self.templates = templates
    common = try PostTemplate(file.text, file: file.path)
  }

  /// Those of `folder`; what it does not hold, or a nil folder, gives what tidings brings along.
  /// - Throws: `TemplateError` for a file that cannot be read or used.
  public init(folder: String? = nil) throws(TemplateError) {
    try self.init(TemplateFiles(folder: folder, builtInTheme: .letter))
  }

  /// Stands for every network without a template of its own.
  private static let common = "post"
  private static let ending = ".txt"

  private static func name(_ stem: String) -> String { TemplateFiles.snippets + stem + ending }

  /// A template that no network takes would be left out in silence; what has another ending, or is
  /// hidden, is none.
  private static func refuseStrangers(in files: TemplateFiles) throws(TemplateError) {
    guard let folder = files.folder else { return }
    let stems = [common] + Network.all.map(\.id)
    let known = Set(stems.map(name))
    let themed = Set(
      stems.flatMap { stem in BuiltInTheme.allCases.map { $0.ownName(of: name(stem)) } })
    let held = FolderListing.names(in: folder + "/" + TemplateFiles.snippets) ?? []
    for (file, type) in held.sorted(by: { $0.name < $1.name }) where type != DT_DIR {
      let path = TemplateFiles.snippets + file
      guard file.hasSuffix(ending), !file.hasPrefix("."), !known.contains(path) else { continue }
      guard !themed.contains(path) else {
        throw TemplateError(
          file: folder + "/" + path, line: nil,
          reason: "posts are the same in every theme; expected a name such as post.txt or x.txt")
      }
      let unknown = UnknownNetwork(name: String(file.dropLast(ending.count)))
      throw TemplateError(
        file: folder + "/" + path, line: nil, reason: unknown.description(beside: [common]))
    }
  }

  subscript(network: String) -> PostTemplate { templates[network] ?? common }
}
