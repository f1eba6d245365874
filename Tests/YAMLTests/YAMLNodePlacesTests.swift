import Testing

@testable import YAML

@Suite struct YAMLNodePlacesTests {
  /// Every «@x» of the text, with its place in the file; breaks when one form of writing is followed wrongly.
  @Test(arguments: [
    "a: plain @1 text", "a: plain @1\n  goes on @2\n\n  @3", "a: 'it''s @1 '' ''@2'", "a: '@1\n  @2'",
    "a: \"x\\ty @1 \\\"@2\\u00e9@3\\n@4\\\n   @5\\\\@6\"", "a: |\n  @1\n    @2\n\n  @3\n", "a: |2-\n    @1\n  @2",
    "a: >\n  @1\n  @2\n\n  @3\n   @4\n", "a: >-  # remark\n\n  @1", "a: |\r\n  @1\r\n  @2\r\n",
    "é: \"\\xe9\\U0001F600@1\"", "\u{FEFF}a: x@1", "a: |\n  \u{1F600} @1\n", "a: \"@1\\x40\"",
  ])
  func places(text: String) throws {
    let source = Array(text.utf8)
    let node = try #require(try YAMLStream.documents(of: source).first?.entries.first?.value)
    let value = Array(try #require(node.text).utf8)
    let places = node.places(in: source)
    #expect(places.count == value.count + 1)
    let marks = value.indices.filter { value[$0] == UInt8(ascii: "@") }.map { places[$0] }
    let written = source.indices.filter { source[$0] == UInt8(ascii: "@") }
    #expect(marks.filter { source[$0] != UInt8(ascii: "\\") } == written)
    #expect(!written.isEmpty)
  }

  @Test func ofNoScalar() throws {
    #expect(try #require(try read("a: [b]").first?["a"]).places(in: []).isEmpty)
  }
}
