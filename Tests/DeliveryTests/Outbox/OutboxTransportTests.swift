import Foundation
import Testing

@testable import Delivery
@testable import Tidings

@Suite struct OutboxTransportTests {
  @Test(arguments: [
    ("ana@reader.example", "ana@reader.example"), ("ANA@Reader.Example", "ana@reader.example"),
    ("a+b_c-d.e@x.example", "a+b_c-d.e@x.example"),
    (
      "../../etc/passwd@x.example",
      "%2e./../etc/passwd@x.example"
        .replacing("/", with: "%2f")
    ),
    (".hidden@x.example", "%2ehidden@x.example"), ("-rf@x.example", "%2drf@x.example"),
    ("a/b@x.example", "a%2fb@x.example"), ("a%2fb@x.example", "a%252fb@x.example"),
    ("a\\b@x.example", "a%5cb@x.example"), ("a\u{0}b@x.example", "a%00b@x.example"),
    ("a\nb@x.example", "a%0ab@x.example"), ("ü@x.example", "%c3%bc@x.example"),
    ("~@x.example", "%7e@x.example"), ("a b@x.example", "a%20b@x.example"),
  ])
  func namesAreSafe(address: String, name: String) {
    #expect(SafeFileName.name(for: address) == name)
  }

  @Test func longAddressesStayApartAndFit() {
    let long = String(repeating: "ü", count: 200)
    let names = (0..<50).map { SafeFileName.name(for: "\(long)\($0)@x.example") }
    #expect(Set(names).count == 50)
    #expect(names.allSatisfy { $0.utf8.count <= 200 })
  }

  @Test func writesEachReadersBytes() async throws {
    try await withFolder { folder in
      let mail = folder + "/2025-01/mail"
      let transport = OutboxTransport(folder: mail)
      for recipient in Sample.recipients(3) + Sample.recipients(1) {
        let receipt = try await transport.deliver(Sample.parcel(for: recipient))
        let name = "\(recipient.mailbox.address.local)@reader.example.eml"
        #expect(receipt == Receipt(code: nil, words: "written to \(mail)/\(name)"))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(mail)/\(name)"))
        #expect([UInt8](bytes) == Sample.parcel(for: recipient).bytes)
      }
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: mail).sorted()
          == ["r0", "r1", "r2"].map { "\($0)@reader.example.eml" })
    }
  }

  @Test func aFolderThatCannotBeMadeStopsTheRun() async throws {
    try await withFolder { folder in
      let file = folder + "/file"
      try Data().write(to: URL(fileURLWithPath: file))
      let found = await failure { () async throws(DeliveryFailure) in
        try await OutboxTransport(folder: file + "/mail")
          .deliver(Sample.parcel(to: Sample.address("ana")))
      }
      #expect(found?.kind == .fatal)
      #expect(found?.description == "\(file)/mail: cannot be made: Not a directory")
    }
  }
}
