/// What kind a file is, by the end of its name.
enum MediaType {
  /// `application/octet-stream` for what is not known.
  static func of(_ name: String) -> String {
    let dot = name.lastIndex(of: ".").map(name.index(after:))
    return dot.flatMap { types[name[$0...].lowercased()] } ?? "application/octet-stream"
  }

  private static let types = [
    "avif": "image/avif", "csv": "text/csv; charset=utf-8", "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "epub": "application/epub+zip", "gif": "image/gif", "gz": "application/gzip",
    "htm": "text/html; charset=utf-8", "html": "text/html; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "jpeg": "image/jpeg", "jpg": "image/jpeg",
    "json": "application/json", "m4a": "audio/mp4", "md": "text/markdown; charset=utf-8",
    "mp3": "audio/mpeg", "mp4": "video/mp4",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odt": "application/vnd.oasis.opendocument.text", "ogg": "audio/ogg",
    "pdf": "application/pdf", "png": "image/png", "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "rtf": "application/rtf", "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8",
    "vcf": "text/vcard; charset=utf-8", "wav": "audio/wav", "webp": "image/webp",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml", "zip": "application/zip",
  ]
}
