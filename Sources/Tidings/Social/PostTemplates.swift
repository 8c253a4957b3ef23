/// The templates of all networks: `snippets/<network>.txt`, else `snippets/post.txt`.
public struct PostTemplates: Sendable {
  private let templates: [String: PostTemplate]
  private let common: PostTemplate

  /// - Throws: `TemplateError` for a file that cannot be read or used.
  init(_ files: TemplateFiles) throws(TemplateError) {
    var templates: [String: PostTemplate] = [:]
    for network in Network.all.map(\.id) {
      guard let file = try files.file(TemplateFiles.snippets + network + ".txt") else { continue }
      templates[network] = try PostTemplate(file.text, file: file.path)
    }
    guard let file = try files.file(TemplateFiles.snippets + "post.txt") else {
      throw TemplateError(file: "snippets/post.txt", line: nil, reason: "there is no such file")
    }
    self.templates = templates
    common = try PostTemplate(file.text, file: file.path)
  }

  /// Those of `folder`; what it does not hold, or a nil folder, gives what tidings brings along.
  /// - Throws: `TemplateError` for a file that cannot be read or used.
  public init(folder: String? = nil) throws(TemplateError) {
    try self.init(TemplateFiles(folder: folder, builtInTheme: .letter))
  }

  subscript(network: String) -> PostTemplate { templates[network] ?? common }
}
