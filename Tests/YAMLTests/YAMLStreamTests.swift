import Testing

@testable import YAML

/// A node in a short form that shows its structure.
func short(_ node: YAMLNode) -> String {
  switch node.content {
  case .scalar(let scalar): node.isNull ? "~" : "«\(scalar.text)»"
  case .sequence(let elements): "[" + elements.map(short).joined(separator: " ") + "]"
  case .mapping(let entries): "{" + entries.map { "\($0.name)=\(short($0.value))" }.joined(separator: " ") + "}"
  }
}

func read(_ text: String) throws -> [YAMLNode] { try YAMLStream.documents(of: Array(text.utf8)) }

@Suite struct YAMLStreamTests {
  /// Breaks when one form of YAML is read in another way.
  @Test(arguments: [
    ("a: b", "{a=«b»}"), ("a: b # c\n# d\n", "{a=«b»}"), ("a: 1\nb: 2\na: 3", "{a=«1» b=«2» a=«3»}"),
    ("- - a\n  - b\n- c", "[[«a» «b»] «c»]"), ("a:\n- x\n- y\nb: z", "{a=[«x» «y»] b=«z»}"),
    ("a: |\n  x\n   y\n\n  z\nb: c", "{a=«x\n y\n\nz\n» b=«c»}"), ("a: >\n  x\n  y\n\n  z\n", "{a=«x y\nz\n»}"),
    ("a: [x, 'y, z', {b: c}, []]", "{a=[«x» «y, z» {b=«c»} []]}"), ("a:\nb: ~\nc: 'null'", "{a=~ b=~ c=«null»}"),
    ("a: &x {k: v}\nb: *x", "{a={k=«v»} b={k=«v»}}"), ("? [a, b]\n: c", "{=«c»}"), ("", ""),
    ("a: 1\r\nb: 2\r\n", "{a=«1» b=«2»}"), ("\u{FEFF}a: b", "{a=«b»}"), ("a\n---\nb\n...\n", "«a» «b»"),
    ("{\"a\": [1, {\"b\": null}]}", "{a=[«1» {b=~}]}"), ("a: &x 1\n---\nb: &x 2\nc: *x", "{a=«1»} {b=«2» c=«2»}"),
  ])
  func forms(text: String, expected: String) throws {
    #expect(try read(text).map(short).joined(separator: " ") == expected)
  }

  /// Breaks when a place is counted in characters, or without the mark of byte order.
  @Test(arguments: [
    "ключ: значение\nb: \"é ü\"\nc: end", "\u{FEFF}é: 1\r\nb: 2\r\nc: 3", "a: 😀😀\nb: [x, 'y']\nc: {d: e}",
  ])
  func placesInBytes(text: String) throws {
    let bytes = Array(text.utf8)
    let entries = try #require(read(text).first).entries
    #expect(entries.count == 3)
    for (number, entry) in entries.enumerated() {
      #expect(String(decoding: bytes[entry.key.place], as: UTF8.self) == entry.name)
      #expect(entry.key.line == number + 1)
    }
    let last = try #require(entries.last).value
    #expect(["end", "3", "{d: e}"].contains(String(decoding: bytes[last.place], as: UTF8.self)))
  }

  @Test func tagsAndAnchorsAndStyles() throws {
    let text = "a: !reference [x, y]\nb: &anchor !!str 1\nc: |\n  t\nd: >\n  t\ne: 't'\nf: \"t\""
    let node = try #require(try read(text).first)
    #expect(node["a"]?.tag == "!reference")
    #expect(node["b"]?.tag == "tag:yaml.org,2002:str")
    #expect(node["b"]?.anchor == "anchor")
    let styles = ["b", "c", "d", "e", "f"].map { node[$0]?.scalar?.style }
    #expect(styles == [.plain, .literal, .folded, .singleQuoted, .doubleQuoted])
  }

  /// Breaks when a mistake goes unseen, or is told at another place.
  @Test(arguments: [
    ("a: b\n  c: d\n", 2, 4), ("a:\n\tb: c", 2, 1), ("a: [x", 1, 6), ("a: 'x", 1, 6), ("a: *x", 1, 4),
    ("a: &x [*x]", 1, 8), ("é: [\n}", 2, 1), ("a: b\nc", 2, 2),
  ])
  func mistakes(text: String, line: Int, column: Int) {
    let error = #expect(throws: YAMLError.self) { try read(text) }
    #expect(error?.line == line && error?.column == column, "\(String(describing: error))")
  }

  /// Breaks when bytes that are not UTF-8 are told without a place.
  @Test func encodings() {
    let error = YAMLStream(Array("a: b\nc: ".utf8) + [0xFF, 0xFE]).failure
    #expect(error?.line == 2 && error?.column == 4 && error?.offset == 8)
    #expect(YAMLStream(Array("a: b".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }).failure != nil)
  }

  /// Breaks when what was whole before a mistake is lost.
  @Test func documentsBeforeAMistake() {
    let stream = YAMLStream(Array("a: 1\n---\nb: 2\n---\nc: [\n".utf8))
    #expect(stream.documents.map(short) == ["{a=«1»}", "{b=«2»}"])
    #expect(stream.failure?.line == 6)
  }
}
