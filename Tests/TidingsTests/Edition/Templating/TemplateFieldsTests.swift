import Testing

@testable import Tidings

@Suite struct TemplateFieldsTests {
  @Test func tagsStandInOrderWithTheirLines() throws {
    let text = "{{a}}\n{{! no\n tag }}{{{ b }}}{{& c }}\n{{# d }}\n{{^ e.f }}{{/ d }}{{> g }}"
    let tags = try TemplateTags(text, file: "t").tags
    #expect(tags.map(\.kind) == [.variable, .raw, .raw, .section, .inverted, .end, .partial])
    #expect(tags.map(\.name) == ["a", "b", "c", "d", "e.f", "d", "g"])
    #expect(tags.map(\.line) == [1, 3, 3, 4, 5, 5, 5])
    #expect(
      tags.map { String(text[$0.range]) } == [
        "{{a}}", "{{{ b }}}", "{{& c }}", "{{# d }}", "{{^ e.f }}", "{{/ d }}", "{{> g }}",
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
    #expect(try TemplateAssembly(text: template, name: "digest.html").readerFields == fields)
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
    (
      "{{newsletter.}}", "digest.html:1: unknown field 'newsletter.', expected from, name, url"
    ),
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
    ("a\n{{subject\n<p>{{intro}}", "digest.html:2: a '{{' without its '}}'"),
    (
      "{{variables.sponsor}}",
      "digest.html:1: unknown field 'variables.sponsor'; set it below 'variables', or with --set sponsor=…"
    ),
    ("\n{{> story}}", "digest.html:2: '{{> story}}' is a partial, which has no place here"),
    ("{{uppercased(subject)}}", "digest.html:1: unknown field 'uppercased(subject)'"),
  ])
  func errors(template: String, text: String) {
    let error = #expect(throws: TemplateError.self) {
      try TemplateAssembly(text: template, name: "digest.html")
    }
    #expect(error?.description == text)
  }
}
