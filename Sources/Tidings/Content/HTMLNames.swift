/// The elements that are treated alike.
enum HTMLNames {
  /// They go with all that they hold.
  static let dropped: Set<String> = [
    "applet", "area", "audio", "base", "basefont", "bgsound", "button", "canvas", "command",
    "datalist", "embed", "frame", "frameset", "head", "iframe", "input", "keygen", "link", "map",
    "meta", "meter", "noembed", "noframes", "noscript", "object", "optgroup", "option", "output",
    "param", "portal", "progress", "script", "select", "style", "svg", "template", "textarea",
    "title", "track", "video",
  ]

  /// Dropped ones whose loss no reader can notice.
  static let silent: Set<String> = [
    "area", "base", "basefont", "head", "input", "link", "map", "meta", "param", "title", "track",
  ]

  /// They stand on lines of their own and mean no more than that.
  static let divisions: Set<String> = [
    "address", "article", "aside", "center", "dd", "details", "dialog", "div", "dl",
    "fieldset", "figure", "footer", "form", "header", "hgroup", "legend", "li", "main",
    "nav", "p", "search", "section", "tbody", "td", "tfoot", "th", "thead", "tr",
  ]

  /// They run within a line and mean nothing to a reader here.
  static let transparent: Set<String> = [
    "abbr", "acronym", "bdi", "bdo", "big", "blink", "body", "caption", "data", "font", "html",
    "ins", "label",
    "mark", "marquee", "nobr", "picture", "rb", "rp", "rt", "rtc", "ruby", "slot", "small",
    "source", "span", "time", "u", "wbr",
  ]

  /// They have no end tag.
  static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
  ]
}
