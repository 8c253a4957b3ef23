/// The mail programs that a letter must be right in, by their names at Can I email.
enum MailClient: String, CaseIterable {
  case gmailWeb = "gmail.desktop-webmail"
  case gmailIOS = "gmail.ios"
  case gmailAndroid = "gmail.android"
  case gmailMobileWeb = "gmail.mobile-webmail"
  case outlookWindows = "outlook.windows"
  case windowsMail = "outlook.windows-mail"
  case outlookMac = "outlook.macos"
  case outlookWeb = "outlook.outlook-com"
  case outlookIOS = "outlook.ios"
  case outlookAndroid = "outlook.android"
  case appleMail = "apple-mail.macos"
  case appleMailIOS = "apple-mail.ios"
  case yahooWeb = "yahoo.desktop-webmail"
  case yahooIOS = "yahoo.ios"
  case yahooAndroid = "yahoo.android"

  var name: String {
    switch self {
    case .gmailWeb: "Gmail in a browser"
    case .gmailIOS: "Gmail on iOS"
    case .gmailAndroid: "Gmail on Android"
    case .gmailMobileWeb: "Gmail in a phone's browser"
    case .outlookWindows: "Outlook for Windows"
    case .windowsMail: "Windows Mail"
    case .outlookMac: "Outlook for Mac"
    case .outlookWeb: "Outlook.com"
    case .outlookIOS: "Outlook on iOS"
    case .outlookAndroid: "Outlook on Android"
    case .appleMail: "Apple Mail"
    case .appleMailIOS: "Mail on iOS"
    case .yahooWeb: "Yahoo in a browser"
    case .yahooIOS: "Yahoo on iOS"
    case .yahooAndroid: "Yahoo on Android"
    }
  }

  private static let families: [(name: String, prefix: String)] = [
    ("Gmail", "gmail."), ("Outlook", "outlook."), ("Apple Mail", "apple-mail."),
    ("Yahoo", "yahoo."),
  ]

  var isOutlook: Bool { rawValue.hasPrefix("outlook.") }

  /// In words, with a family's own name where all of it are meant: `Gmail, Outlook for Windows`.
  static func named(_ clients: [MailClient]) -> String {
    families.flatMap { family in
      let all = allCases.filter { $0.rawValue.hasPrefix(family.prefix) }
      let meant = all.filter(clients.contains)
      return meant.count == all.count ? [family.name] : meant.map(\.name)
    }.joined(separator: ", ")
  }
}
