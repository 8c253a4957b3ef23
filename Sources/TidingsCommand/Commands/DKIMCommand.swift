import ArgumentParser
import Foundation
import Glibc
import Tidings

/// Keys by which servers know that a message is the sender's own.
struct DKIMCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dkim",
    abstract: "Makes a key that signs messages (DKIM), and prints its DNS record.",
    discussion: """
      'send' and 'run' sign what they send with the keys that tidings.yml names under 'dkim'; a \
      composed message.eml has no signature yet. Postmark signs by itself. An RSA key is what every \
      server verifies; an Ed25519 key may stand beside it.

      Examples:
        tidings dkim keygen --domain example.org --selector s1 --out dkim.pem
        tidings dkim keygen --domain example.org --selector e1 --type ed25519 --out dkim-e1.pem
        tidings dkim record --key dkim.pem --domain example.org --selector s1
      """,
    subcommands: [DKIMKeygenCommand.self, DKIMRecordCommand.self])
}

/// Makes a key.
struct DKIMKeygenCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen",
    abstract: "Writes a new private key, and prints the DNS record of its public half.",
    discussion: """
      The file is readable by its owner alone, and one that is there is never overwritten.

      Examples:
        tidings dkim keygen --domain example.org --selector s1 --out dkim.pem
        tidings dkim keygen --domain example.org --selector e1 --type ed25519 --out dkim-e1.pem
      """)

  @OptionGroup var name: DKIMNameOptions

  @Option(help: ArgumentHelp("rsa or ed25519.", valueName: "kind"))
  var type = DKIMPrivateKey.Kind.rsa.rawValue

  @Option(help: "The length of an RSA key: 2048, 3072 or 4096 [2048].")
  var bits: Int?

  @Option(help: ArgumentHelp("Where the private key is written.", valueName: "file"))
  var out: String

  var printsJSON: Bool { name.json }

  func validate() throws {
    guard let kind = DKIMPrivateKey.Kind(rawValue: type.lowercased()) else {
      throw ValidationError("--type is '\(type)', expected rsa or ed25519")
    }
    guard let bits else { return }
    guard kind == .rsa else {
      throw ValidationError("--bits is for RSA, an Ed25519 key has one length")
    }
    guard DKIMPrivateKey.newRSA.contains(bits) else {
      throw ValidationError("--bits is \(bits), expected 2048, 3072 or 4096")
    }
  }

  func run() throws {
    let identity = try name.identity()
    let isRSA = type.lowercased() == DKIMPrivateKey.Kind.rsa.rawValue
    let key =
      isRSA
      ? try DKIMPrivateKey(rsaBits: bits ?? DKIMPrivateKey.usualRSA) : DKIMPrivateKey.ed25519()
    guard try NewFile.create(at: out, Array((key.pem + "\n").utf8), mode: 0o600) else {
      throw CommandFailure("\(out): there is a file already, and a key is never overwritten")
    }
    let console = Console(json: printsJSON)
    console.note("the private key is in \(out); keep it out of the repository")
    DKIMRecordReport(DKIMRecord(key, identity: identity), keyFile: out).print(to: console)
  }
}

/// Prints the record of a key.
struct DKIMRecordCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Prints the DNS record of a key that is there.",
    discussion: """
      Example:
        tidings dkim record --key dkim.pem --domain example.org --selector s1
      """)

  @OptionGroup var name: DKIMNameOptions

  @Option(help: ArgumentHelp("The file of the private key.", valueName: "file"))
  var key: String

  var printsJSON: Bool { name.json }

  func run() throws {
    let record = DKIMRecord(try DKIMPrivateKey(at: key), identity: try name.identity())
    DKIMRecordReport(record, keyFile: nil).print(to: Console(json: printsJSON))
  }
}

/// By what a key is known.
struct DKIMNameOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The domain that mail comes from.", valueName: "name"))
  var domain: String

  @Option(help: ArgumentHelp("What tells this key from the domain's others.", valueName: "name"))
  var selector: String

  @Flag(help: "The record as JSON.")
  var json = false

  func identity() throws(CommandFailure) -> DKIMIdentity {
    do {
      return try DKIMIdentity(domain: domain, selector: selector)
    } catch {
      let option = error.reason == .domain ? "--domain" : "--selector"
      throw CommandFailure("\(option): \(error)")
    }
  }
}

/// A record as it is printed.
private struct DKIMRecordReport: Encodable {
  let name: String
  let type = "TXT"
  let value: String
  /// The value in the pieces that DNS has it in.
  let strings: [String]
  let zone: String
  let keyFile: String?

  init(_ record: DKIMRecord, keyFile: String?) {
    name = record.identity.name
    value = record.value
    strings = record.strings
    zone = record.zoneLine
    self.keyFile = keyFile
  }

  func print(to console: Console) {
    if console.json {
      console.print(StableJSON.data(self))
    } else {
      console.print("name   \(name)\ntype   TXT\nvalue  \(value)\n\nIn a zone file:\n\n\(zone)")
    }
  }
}
