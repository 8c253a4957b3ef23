/// What travels with a message and has it refused.
enum AttachmentRules {
  static func findings(_ matter: Preflight.Matter) -> [Preflight.Finding] {
    matter.edition.files.compactMap { file in
      guard file.name.hasPrefix(Edition.attachmentsFolder) else { return nil }
      let name = String(file.name.dropFirst(Edition.attachmentsFolder.count))
      let ending = name.split(separator: ".").last?.lowercased() ?? ""
      guard name.contains("."), refused.contains(ending) else { return nil }
      return .init(
        .error, .attachmentKind, at: file.name,
        "Gmail refuses messages with a file that ends in '.\(ending)', also in an archive",
        hint: "put it on the web, and link to it")
    }
  }

  /// After support.google.com/mail/answer/6590, "File types blocked in Gmail".
  private static let refused: Set<String> = [
    "ade", "adp", "apk", "appx", "appxbundle", "bat", "cab", "chm", "cmd", "com", "cpl", "diagcab",
    "diagcfg", "diagpkg", "dll", "dmg", "ex", "ex_", "exe", "hta", "img", "ins", "iso", "isp",
    "jar", "jnlp", "js", "jse", "lib", "lnk", "mde", "mjs", "msc", "msi", "msix", "msixbundle",
    "msp", "mst", "nsh", "pif", "ps1", "scr", "sct", "shb", "sys", "vb", "vbe", "vbs", "vhd",
    "vxd", "wsc", "wsf", "wsh", "xll",
  ]
}
