import Testing

@testable import Tidings

@Suite struct TemplateFieldsTests {
  @Test func tagsStandInOrderWithTheirLines() throws {
    let tags = try TemplateTags(
      "{{a}}\n{{! no\n tag }}{{{ b }}}{{& c }}\n{{# d }}\n{{^ e.f }}{{/ d }}", file: "t"
    ).tags
    #expect(
      tags == [
        .init(kind: .variable, name: "a", line: 1), .init(kind: .raw, name: "b", line: 3),
        .init(kind: .raw, name: "c", line: 3), .init(kind: .section, name: "d", line: 4),
        .init(kind: .inverted, name: "e.f", line: 5), .init(kind: .end, name: "d", line: 5),
      ])
  }

  @Test(arguments: [
    ("{{subject}}{{newsletter.name}}", []),
    (
      "{{#articles}}{{title}} {{subject}} {{{content}}}{{#origin}}{{text}} {{title}}{{/origin}}{{/articles}}",
      []
    ),
    ("{{^intro}}none{{/intro}}{{#address}}{{.}}{{/address}}", []),
    ("{{#articles}}{{#tags}}{{.}}{{/tags}}{{#image}}{{alt}}{{/image}}{{/articles}}", []),
    ("{{reader.name}} {{reader.any-column}} {{reader.name}}", ["name", "any-column", "name"]),
    ("{{#articles}}{{reader.email}}{{/articles}}", ["email"]),
    ("no tags, {one} brace", []),
  ])
  func readersFields(template: String, fields: [String]) throws {
    #expect(try TemplateFields.check(template, file: "digest.html") == fields)
  }

  @Test(arguments: [
    ("a\n{{sujbect}}", "digest.html:2: unknown field 'sujbect', did you mean 'subject'?"),
    ("{{zebra}}", "digest.html:1: unknown field 'zebra'"),
    ("{{newsletter.nam}}", "digest.html:1: unknown field 'newsletter.nam', did you mean 'name'?"),
    (
      "{{#articles}}\n\n{{titel}}{{/articles}}",
      "digest.html:3: unknown field 'titel', did you mean 'title'?"
    ),
    ("{{title}}", "digest.html:1: unknown field 'title'"),
    ("{{#articles}}{{/articles}}{{title}}", "digest.html:1: unknown field 'title'"),
    ("{{subject.length}}", "digest.html:1: unknown field 'subject.length'"),
    ("{{edition.date.year}}", "digest.html:1: unknown field 'edition.date.year'"),
    ("{{newsletter.}}", "digest.html:1: unknown field 'newsletter.'"),
    ("{{reader}}", "digest.html:1: unknown field 'reader'"),
    (
      "{{reader.}}",
      "digest.html:1: 'reader.' names no column, expected letters, digits, '-' and '_'"
    ),
    ("{{reader.a.b}}", "digest.html:1: unknown field 'reader.a.b'"),
    ("{{\nsubject\n}}{{zebra}}", "digest.html:3: unknown field 'zebra'"),
    ("{{#intro}}\na", "digest.html:1: the section 'intro' is never closed"),
    (
      "{{#articles}}\n{{#url}}{{/articles}}",
      "digest.html:2: '{{/articles}}' closes no open section"
    ),
    ("{{/intro}}", "digest.html:1: '{{/intro}}' closes no open section"),
    (
      "{{{subject}}}", "digest.html:1: '{{{subject}}}' would not be escaped, expected '{{subject}}'"
    ),
    ("{{&subject}}", "digest.html:1: '{{{subject}}}' would not be escaped, expected '{{subject}}'"),
    (
      "{{#address}}{{{.}}}{{/address}}",
      "digest.html:1: '{{{.}}}' would not be escaped, expected '{{.}}'"
    ),
    (
      "{{{reader.name}}}",
      "digest.html:1: 'reader.name' differs from reader to reader, expected it as '{{reader.name}}'"
    ),
    (
      "{{#reader.name}}x{{/reader.name}}",
      "digest.html:1: 'reader.name' differs from reader to reader, expected it as '{{reader.name}}'"
    ),
    ("a\n\n{{>footer}}", "digest.html:3: '{{>footer}}' is a kind of tag that templates have not"),
    ("{{=<% %>=}}", "digest.html:1: '{{=<% %>=}}' is a kind of tag that templates have not"),
    (
      "{{<layout}}{{/layout}}",
      "digest.html:1: '{{<layout}}' is a kind of tag that templates have not"
    ),
    (
      "{{$block}}{{/block}}", "digest.html:1: '{{$block}}' is a kind of tag that templates have not"
    ),
    (
      "{{newsletter}}",
      "digest.html:1: 'newsletter' has parts, expected it as a section '{{#newsletter}}'"
    ),
    (
      "{{{articles}}}",
      "digest.html:1: 'articles' has parts, expected it as a section '{{#articles}}'"
    ),
    (
      "{{#articles}}{{tags}}{{/articles}}",
      "digest.html:1: 'tags' has parts, expected it as a section '{{#tags}}'"
    ),
    ("{{.}}", "digest.html:1: unknown field '.'"),
    ("{{#articles}}{{.}}{{/articles}}", "digest.html:1: unknown field '.'"),
    (
      "{{% CONTENT_TYPE:TEXT}}",
      "digest.html:1: '{{% CONTENT_TYPE:TEXT}}' is a kind of tag that templates have not"
    ),
    ("\n{{subject", "digest.html:2: a '{{' without its '}}'"),
    ("{{{intro}}", "digest.html:1: a '{{' without its '}}'"),
    ("{{ }}", "digest.html:1: a tag without a name"),
    ("{{uppercased(subject)}}", "digest.html:1: unknown field 'uppercased(subject)'"),
  ])
  func errors(template: String, text: String) {
    let error = #expect(throws: TemplateError.self) {
      try TemplateFields.check(template, file: "digest.html")
    }
    #expect(error?.description == text)
  }
}
