import Testing

@testable import RuleImport

@Suite struct YAMLReaderTests {
  /// A value in a short form that shows its structure.
  private func short(_ value: YAMLValue) -> String {
    switch value {
    case .nothing: "~"
    case .text(let text): "«\(text)»"
    case .list(let elements): "[" + elements.map(short).joined(separator: " ") + "]"
    case .map(let entries): "{" + entries.map { "\($0.key)=\(short($0.value))" }.joined(separator: " ") + "}"
    }
  }

  /// What YAML 1.2 says; each breaks when one form is read in another way.
  @Test(arguments: [
    ("a: b", "{a=«b»}"), ("a: b # c\n# d\n", "{a=«b»}"),
    ("a:\n  b: 1\n  c:\n    - x\n    - y", "{a={b=«1» c=[«x» «y»]}}"),
    ("a:\n- x\n- y\nb: z", "{a=[«x» «y»] b=«z»}"), ("- a: 1\n  b: 2\n- c", "[{a=«1» b=«2»} «c»]"),
    ("- - a\n  - b\n- c", "[[«a» «b»] «c»]"),
    ("a: |\n  x\n   y\n\n  z\nb: c", "{a=«x\n y\n\nz\n» b=«c»}"), ("a: |-\n  x\n\nb: c", "{a=«x» b=«c»}"),
    ("a: |+\n  x\n\nb: c", "{a=«x\n\n» b=«c»}"), ("a: |\n  x", "{a=«x»}"), ("a: |2\n   x\n", "{a=« x\n»}"),
    ("a: >\n  x\n  y\n\n  z\n", "{a=«x y\nz\n»}"), ("- |\n  x\n  y\n- z", "[«x\ny\n» «z»]"),
    ("a: 'it''s # no remark'", "{a=«it's # no remark»}"), ("a: \"x\\ty\\u00e9\\x41\"", "{a=«x\tyéA»}"),
    ("a: \"x\n  y\n\n  z\"", "{a=«x y\nz»}"), ("a: x\n  y", "{a=«x y»}"),
    ("a: [x, 'y, z', {b: c}, []]", "{a=[«x» «y, z» {b=«c»} []]}"),
    ("a: [\n  x, # one\n  y]".replacing(" # one", with: ""), "{a=[«x» «y»]}"),
    ("a: {b: c, \"d\": e}", "{a={b=«c» d=«e»}}"),
    ("a:\nb: ~\nc: null", "{a=~ b=~ c=~}"), ("a: http://x:1/y#z", "{a=«http://x:1/y#z»}"), ("\"a b\": c", "{a b=«c»}"),
    ("---\na: b\n", "{a=«b»}"), ("- \"a: b\"\n- 'c: d'", "[«a: b» «c: d»]"), ("- a:b", "[«a:b»]"), ("", "~"),
    ("a: |\n  # no remark\n  b: c\n", "{a=«# no remark\nb: c\n»}"), ("a:\n  # remark\n  b: c", "{a={b=«c»}}"),
  ])
  func forms(text: String, expected: String) throws {
    #expect(try short(YAMLReader.value(of: text)) == expected)
  }

  /// Breaks when what is not read is guessed at.
  @Test(arguments: [
    ("a: &x b", 1), ("a: *x", 1), ("a: !tag b", 1), ("a: b\n  c: d\n", 2), ("a:\n\tb: c", 2), ("a: 'x", 1),
    ("a: [x", 1),
    ("<<: a", 1), ("a: b\nc", 2), ("a: [x] y", 1), ("a: \"\\q\"", 1), ("a: |x\n  b", 1),
  ])
  func mistakes(text: String, line: Int) {
    let error = #expect(throws: RuleFileError.self) { try YAMLReader.value(of: text) }
    #expect(error?.line == line, "\(String(describing: error))")
  }

  /// Breaks when the reader can be made to overflow its stack.
  @Test func valuesThatStandTooDeep() {
    #expect(throws: RuleFileError.self) { try YAMLReader.value(of: String(repeating: "- ", count: 100_000) + "a") }
    #expect(throws: RuleFileError.self) { try YAMLReader.value(of: "a: " + String(repeating: "[", count: 100_000)) }
  }
}
