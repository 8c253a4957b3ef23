import Foundation

/// Small pictures, red and 7 by 5 pixels, as an image program wrote them.
enum PictureSamples {
  static let png = bytes(
    """
    iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAQMAAACzVGSbAAAABlBMVEX/AAD///9BHTQRAAAAC0lEQVQI12NggAEAAA
    oAAef42voAAAAASUVORK5CYII=
    """)
  static let jpeg = bytes(
    """
    /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsO
    CwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ
    EBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAAFAAcDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAA
    CP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAHCf/EABQRAQAAAAAAAAAAAAAAAAAA
    AAD/2gAMAwEAAhEDEQA/ADoDFU3/2Q==
    """)
  static let gif = bytes("R0lGODlhBwAFAPAAAP8AAAAAACH5BAAAAAAALAAAAAAHAAUAAAIFhI+puwUAOw==")
  static let lossyWebP = bytes(
    "UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoHAAUAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA="
  )
  static let losslessWebP = bytes("UklGRhwAAABXRUJQVlA4TA8AAAAvBgABAAcQ/Y/+ByKi/wEA")
  static let clearWebP = bytes(
    """
    UklGRmAAAABXRUJQVlA4WAoAAAAQAAAABgAABAAAQUxQSAoAAAABB9C/iAhERP8DVlA4IDAAAADQAQCdASoHAAUA
    AgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA=
    """)

  static let all = [png, jpeg, gif, lossyWebP, losslessWebP, clearWebP]

  /// The JPEG with an application segment before its first one.
  static func jpeg(after segment: [UInt8], marker: UInt8 = 0xE1) -> [UInt8] {
    let length = UInt16(segment.count + 2)
    return jpeg.prefix(2)
      + [0xFF, marker, UInt8(length >> 8), UInt8(truncatingIfNeeded: length)] + segment
      + jpeg.dropFirst(2)
  }

  /// Exif that says how the camera was held, behind another entry.
  static func exif(orientation: UInt8, isLittle: Bool) -> [UInt8] {
    let make: [UInt8] =
      isLittle
      ? [0x0F, 1, 2, 0, 4, 0, 0, 0, 72, 105, 33, 0] : [1, 0x0F, 0, 2, 0, 0, 0, 4, 72, 105, 33, 0]
    let turn: [UInt8] =
      isLittle
      ? [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]
      : [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]
    let header: [UInt8] =
      isLittle
      ? Array("II".utf8) + [42, 0, 8, 0, 0, 0, 2, 0] : Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 2]
    return Array("Exif\0\0".utf8) + header + make + turn + [0, 0, 0, 0]
  }

  private static func bytes(_ base64: String) -> [UInt8] {
    Array(Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data())
  }
}
