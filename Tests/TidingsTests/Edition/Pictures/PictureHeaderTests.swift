import Testing

@testable import Tidings

/// What the first bytes of pictures tell, and that no bytes can do harm.
@Suite struct PictureHeaderTests {
  @Test(
    arguments: [
      (PictureSamples.png, PictureFacts.Format.png), (PictureSamples.jpeg, .jpeg),
      (PictureSamples.gif, .gif), (PictureSamples.lossyWebP, .webp),
      (PictureSamples.losslessWebP, .webp), (PictureSamples.clearWebP, .webp),
    ])
  func tellsFormatAndSize(_ bytes: [UInt8], format: PictureFacts.Format) throws {
    let header = try #require(PictureHeader(bytes))
    #expect(header.format == format)
    #expect(header.width == 7)
    #expect(header.height == 5)
  }

  @Test(arguments: 0...9, [true, false])
  func turnsWhatTheCameraTurned(_ orientation: UInt8, isLittle: Bool) throws {
    let exif = PictureSamples.exif(orientation: orientation, isLittle: isLittle)
    let header = try #require(PictureHeader(PictureSamples.jpeg(after: exif)))
    let isOnItsSide = (5...8).contains(orientation)
    #expect(header.width == (isOnItsSide ? 5 : 7))
    #expect(header.height == (isOnItsSide ? 7 : 5))
  }

  @Test func passesOverWhatStandsBeforeTheFrame() throws {
    let comment = PictureSamples.jpeg(after: Array(repeating: 0xFF, count: 5_000), marker: 0xFE)
    #expect(PictureHeader(comment)?.width == 7)
    // Fill bytes before a marker, and Exif of which nothing can be made.
    let filled = comment.prefix(2) + [0xFF, 0xFF, 0xFF] + comment.dropFirst(2)
    #expect(PictureHeader(Array(filled))?.width == 7)
    #expect(PictureHeader(PictureSamples.jpeg(after: Array("Exif\0\0II".utf8)))?.width == 7)
  }

  /// Nothing, text, an SVG, sizes of zero, and tables where the frame should be.
  @Test(
    arguments: [
      [], Array("GIF".utf8), Array("<svg width=\"7\" height=\"5\"/>".utf8),
      Array("GIF89a".utf8) + [0, 0, 5, 0], Array("GIF89a".utf8) + [7, 0, 5],
      [0xFF, 0xD8, 0xFF, 0xD9], [0xFF, 0xD8, 0xFF, 0xE0, 0, 0], [0xFF, 0xD8, 0xFF],
      [0xFF, 0xD8, 0xFF, 0xC4, 0, 7, 8, 0, 5, 0, 7],
      PictureSamples.png.prefix(16) + [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1],
      Array("RIFF\u{4}\0\0\0WEBPALPH".utf8),
    ] as [[UInt8]])
  func knowsNoSize(_ bytes: [UInt8]) {
    #expect(PictureHeader(bytes) == nil)
  }

  /// Each of the segments says that it has 65,535 entries.
  @Test func manyNotesOfCamerasTakeNoLongerThanOne() {
    let note = Array("Exif\0\0MM".utf8) + [0, 42, 0, 0, 0, 8, 0xFF, 0xFF]
    let segment = [0xFF, 0xE1, 0, UInt8(note.count + 2)] + note
    let notes = Array(repeating: segment, count: 12_000).flatMap(\.self)
    let rest = Array(PictureSamples.jpeg.dropFirst(2))
    #expect(PictureHeader(Array(PictureSamples.jpeg.prefix(2)) + notes + rest)?.width == 7)
  }

  @Test func anyBytesAreHarmless() {
    var random = SeededGenerator(seed: 20_250_301)
    let exif = [
      PictureSamples.jpeg(after: PictureSamples.exif(orientation: 6, isLittle: true)),
      PictureSamples.jpeg(after: PictureSamples.exif(orientation: 6, isLittle: false)),
    ]
    for sample in PictureSamples.all + exif {
      for length in sample.indices {
        if let cut = PictureHeader(Array(sample.prefix(length))) { #expect(cut.width > 0) }
      }
      for _ in 0..<2_000 {
        var bytes = sample
        for _ in 0..<Int.random(in: 1...6, using: &random) {
          let place = Int.random(in: bytes.indices, using: &random)
          bytes[place] =
            [0, 0xFF, 0x7F, .random(in: 0...0xFF, using: &random)]
            .randomElement(using: &random) ?? 0
        }
        guard let header = PictureHeader(bytes) else { continue }
        #expect((1...Int(Int32.max)).contains(header.width))
        #expect((1...Int(Int32.max)).contains(header.height))
      }
    }
  }
}
