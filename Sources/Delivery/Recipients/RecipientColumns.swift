import Tidings

/// What each column of a CSV file holds, by its header row.
struct RecipientColumns {
  private let names: [String]
  private let email: Int

  init(header: [String]) throws(ListFault) {
    var names = header.map { $0.trimmed }
    while names.last?.isEmpty == true { names.removeLast() }
    if let column = names.firstIndex(of: "") {
      throw ListFault("column \(column + 1) of the header row has no name")
    }
    let folded = names.map { $0.lowercased() }
    for (column, name) in folded.enumerated() where folded[..<column].contains(name) {
      throw ListFault("two columns are named '\(names[column].printable(limit: 80))'")
    }
    guard let email = folded.firstIndex(of: "email") else {
      throw RecipientFields.noEmail(among: names, what: "column")
    }
    self.names = names
    self.email = email
  }

  /// The reader in one record; a field that is missing at its end is left out.
  func recipient(_ fields: [String]) throws(ListFault) -> Recipient {
    if fields.count > names.count, !fields[names.count...].allSatisfy(\.isEmpty) {
      let header = names.joined(separator: ", ").printable(limit: 200)
      throw ListFault(
        "has \(fields.count) fields, expected \(names.count) (\(header))",
        hint: "a field with a separator in it stands in quotes")
    }
    var reader = RecipientFields()
    for (name, value) in zip(names, fields) { try reader.add(name, value) }
    return try reader.recipient()
  }
}

/// One reader as names and values, checked as they come in.
struct RecipientFields {
  private var email: String?
  private var name: String?
  private var others: [String: String] = [:]

  mutating func add(_ key: String, _ value: String) throws(ListFault) {
    let value = value.trimmed
    switch key.lowercased() {
    case "email": email = value
    case "name":
      if let odd = value.unicodeScalars.first(where: \.isControl) { throw Self.odd(odd, in: key) }
      name = value.isEmpty ? nil : value
    default:
      let odd = value.unicodeScalars.first { $0.isControl && !"\t\n\r".unicodeScalars.contains($0) }
      if let odd { throw Self.odd(odd, in: key) }
      others[key] = value
    }
  }

  func recipient() throws(ListFault) -> Recipient {
    guard let email, !email.isEmpty else { throw ListFault("has no email address") }
    do throws(AddressError) {
      let address = try EmailAddress(email)
      return Recipient(mailbox: try Mailbox(name: name, address: address), fields: others)
    } catch {
      throw ListFault("\(error)".printable(limit: 400))
    }
  }

  /// That none of `names` is `email`, with the likeliest that was meant for it.
  static func noEmail(among names: [String], what: String) -> ListFault {
    if names.contains(where: { $0.contains("@") }) {
      return ListFault(
        "begins with an address, expected a header row", hint: "put a line such as email,name first"
      )
    }
    let shown = names.joined(separator: ", ").printable(limit: 200)
    let likely = names.first { name in
      let letters = String(name.lowercased().filter { $0.isLetter })
      return alike.contains(letters) || Likeness.nearest(to: letters, among: ["email"]) != nil
    }
    return ListFault(
      "no \(what) is named 'email' (found: \(shown))",
      hint: likely.map { "did you mean '\($0.printable(limit: 80))'? Name it 'email'" })
  }

  /// What other programs call it, letters only.
  private static let alike: Set<String> = [
    "email", "mail", "emailaddress", "mailaddress", "emailadresse", "emails", "address",
    "subscriberemail", "useremail", "emailid", "correo", "courriel",
  ]

  private static func odd(_ scalar: Unicode.Scalar, in key: String) -> ListFault {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let digits = String(repeating: "0", count: max(0, 4 - code.count)) + code
    return ListFault("'\(key.printable(limit: 80))' has the control character U+\(digits) in it")
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { properties.generalCategory == .control }
}

extension String {
  /// Without white space at either end.
  fileprivate var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
