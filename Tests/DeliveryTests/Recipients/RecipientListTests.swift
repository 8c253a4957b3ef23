import Foundation
import Testing
import Tidings

@testable import Delivery

@Suite struct RecipientListTests {
  /// One line a row: a reader as `address|name|field=value`, a fault as its text.
  private func read(_ bytes: [UInt8], as name: String) async throws -> [String] {
    try await withFolder { folder in
      let path = "\(folder)/\(name)"
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      return try RecipientList(path: path).map { row in
        switch row {
        case .success(let reader):
          let fields = reader.fields.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
          return ([reader.mailbox.address.description, reader.mailbox.name ?? ""] + fields)
            .joined(separator: "|")
        case .failure(let error): return error.description.replacing(folder + "/", with: "")
        }
      }
    }
  }

  @Test(arguments: [
    ("email\nana@x.example\n", ["ana@x.example|"]),
    (
      "email,name\r\nana@x.example,Ana\r\nbo@x.example,\r\n",
      ["ana@x.example|Ana", "bo@x.example|"]
    ),
    ("\u{FEFF}Name;EMAIL;City\nAna;ana@x.example;Rome", ["ana@x.example|Ana|City=Rome"]),
    ("email\tname\nana@x.example\tA, B; C\n", ["ana@x.example|A, B; C"]),
    (
      "email,name,note\nana@x.example,\"Doe, \"\"Jo\"\"\",\"two\r\nlines\"\n",
      [#"ana@x.example|Doe, "Jo"|note=two"# + "\nlines"]
    ),
    ("\"email\",\"a;b;c\"\n\"ana@x.example\",1\n", ["ana@x.example||a;b;c=1"]),
    ("email,name\rana@x.example,Ana\r", ["ana@x.example|Ana"]),
    ("\n\nemail,name\n\n , \nana@x.example , Ana \n,,\n\n", ["ana@x.example|Ana"]),
    ("email,name,,\nana@x.example,Ana,,\n", ["ana@x.example|Ana"]),
    ("email,name,city\nana@x.example\n", ["ana@x.example|"]),
  ])
  func readsCSV(text: String, rows: [String]) async throws {
    #expect(try await read(Array(text.utf8), as: "readers.csv") == rows)
  }

  @Test(arguments: [
    (
      "email,name\nana@,Ana\nbo@x.example,Bo\n",
      [
        "readers.csv:2: 'ana@' is no mail address: nothing stands after '@', "
          + "expected a domain such as example.org",
        "bo@x.example|Bo",
      ]
    ),
    (
      "email,name\n\"a\nb\",\n,Bo\ncy@x.example,Cy\n",
      [
        "readers.csv:2: 'a\\nb' is no mail address: "
          + "it holds a control character or a line end, expected one line of text",
        "readers.csv:4: has no email address", "cy@x.example|Cy",
      ]
    ),
    (
      "email,name\nana@x.example,Doe,Ana\nbo@x.example,Bo\n",
      [
        "readers.csv:2: has 3 fields, expected 2 (email, name); "
          + "a field with a separator in it stands in quotes",
        "bo@x.example|Bo",
      ]
    ),
    (
      "email,name\nana@x.example,A \"B\" C\nbo@x.example,\"B\" o\ncy@x.example,Cy\n",
      [
        "readers.csv:2: field 2 has a quote in the middle; "
          + "put the field in quotes and double those inside",
        "readers.csv:3: field 2 goes on after its closing quote", "cy@x.example|Cy",
      ]
    ),
    (
      "email,name\nana@x.example,\"Ana\nbo@x.example,Bo\n",
      ["readers.csv:2: a quote that begins in this row is never closed"]
    ),
    (
      "email,name\nana@x.example,A\u{1B}[2J\n",
      ["readers.csv:2: 'name' has the control character U+001B in it"]
    ),
    (
      "email,name\nana@x.example,\"A\nBcc: x\"\n",
      ["readers.csv:2: 'name' has the control character U+000A in it"]
    ),
    (
      "e-mail,name\nana@x.example,Ana\n",
      [
        "readers.csv:1: no column is named 'email' (found: e-mail, name); "
          + "did you mean 'e-mail'? Name it 'email'"
      ]
    ),
    (
      "id,Mail\n1,x\n",
      [
        "readers.csv:1: no column is named 'email' (found: id, Mail); did you mean 'Mail'? Name it 'email'"
      ]
    ),
    ("id,city\n1,x\n", ["readers.csv:1: no column is named 'email' (found: id, city)"]),
    (
      "ana@x.example,Ana\nbo@x.example,Bo\n",
      [
        "readers.csv:1: begins with an address, expected a header row; "
          + "put a line such as email,name first"
      ]
    ),
    ("email,Email\nx,y\n", ["readers.csv:1: two columns are named 'Email'"]),
    ("email,,name\nx,y,z\n", ["readers.csv:1: column 2 of the header row has no name"]),
    ("", ["readers.csv: is empty, expected a header row such as email,name"]),
    ("email,name\n\n", ["readers.csv: names no readers"]),
  ])
  func saysWhatIsWrongInCSV(text: String, rows: [String]) async throws {
    #expect(try await read(Array(text.utf8), as: "readers.csv") == rows)
  }

  /// The bytes are repeated here, not in the arguments, which every run prints.
  private static let noTexts: [(head: [UInt8], filler: UInt8, count: Int, words: String)] = [
    ([0xFF, 0xFE, 0x65, 0x00], 0, 0, "readers.csv: is UTF-16, expected UTF-8; save it as UTF-8"),
    (
      Array("email,name\nana@x.example,Ren".utf8) + [0xE9, 0x0A], 0, 0,
      "readers.csv:2: is not UTF-8; save it as UTF-8"
    ),
    (
      Array("email\n".utf8), 0x61, 1_100_000,
      "readers.csv:2: the row is longer than 1 MiB; is it a CSV file?"
    ),
    (
      Array("email\n\"".utf8), 0x0A, 1_100_000,
      "readers.csv:2: a quote that begins in this row is never closed"
    ),
  ]

  @Test(arguments: noTexts)
  func refusesWhatIsNoText(head: [UInt8], filler: UInt8, count: Int, words: String) async throws {
    let bytes = head + [UInt8](repeating: filler, count: count)
    #expect(try await read(bytes, as: "readers.csv") == [words])
  }

  @Test(arguments: [
    (#"{"email":"ana@x.example"}"#, ["ana@x.example|"]),
    (
      #"{"Email":"ana@x.example","name":null,"n":7,"f":1.5,"ok":true}"# + "\r\n\n"
        + #"{"email":"bo@x.example","name":"Bo"}"#,
      ["ana@x.example||f=1.5|n=7|ok=true", "bo@x.example|Bo"]
    ),
    (
      #"{"email":"ana@x.example","tags":["a"]}"# + "\n[1]\nnonsense\n" + #"{"mail":"x"}"# + "\n"
        + #"{"email":"bo@x.example"}"#,
      [
        "r.jsonl:1: 'tags' is a list or an object, expected text or a number",
        #"r.jsonl:2: is no JSON object; expected {"email": "…", "name": "…"}"#,
        #"r.jsonl:3: is no JSON object; expected {"email": "…", "name": "…"}"#,
        "r.jsonl:4: no field is named 'email' (found: mail); did you mean 'mail'? Name it 'email'",
        "bo@x.example|",
      ]
    ),
    (
      #"{"email":"a@x.example","x":"#
        + String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000) + "}",
      [#"r.jsonl:1: is no JSON object; expected {"email": "…", "name": "…"}"#]
    ),
    ("", ["r.jsonl: names no readers"]),
  ])
  func readsJSONLines(text: String, rows: [String]) async throws {
    #expect(try await read(Array(text.utf8), as: "r.jsonl") == rows)
  }

  @Test(arguments: [
    ("readers.txt", "readers.txt: is no list by its name, expected .csv, .tsv or .jsonl"),
    ("a.csv/readers", "a.csv/readers: is no list by its name, expected .csv, .tsv or .jsonl"),
    (
      "readers.json",
      "readers.json: is JSON, expected JSON Lines: one object a line; name such a file .jsonl"
    ),
  ])
  func refusesOtherFiles(path: String, words: String) {
    do throws(RecipientListError) {
      _ = try RecipientList(path: path)
      Issue.record("taken")
    } catch {
      #expect(error.description == words)
    }
  }

  @Test func aMissingFileIsOneError() throws {
    let census = try RecipientList(path: "/nowhere/readers.csv").validate()
    #expect(census.isBroken)
    #expect(
      census.faults.map(\.description)
        == ["/nowhere/readers.csv: cannot be read: No such file or directory"])
  }

  @Test func aCensusCountsReadersAndFaults() async throws {
    try await withFolder { folder in
      let rows = (0..<30_000).map { $0 % 3 == 0 ? "broken" : "r\($0)@x.example" }
      let path = folder + "/readers.csv"
      let text = "email\n" + rows.joined(separator: "\n")
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      let list = try RecipientList(path: path)
      let census = list.validate(mostFaults: 2)
      #expect(census.readers == 20_000)
      #expect(census.faults.map(\.line) == [2, 5])
      #expect(census.furtherFaults == 9_998)
      #expect(!census.isBroken)
      // A second walk begins at the beginning.
      #expect(list.validate().readers == 20_000)
    }
  }
}
