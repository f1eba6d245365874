import Testing

@testable import YAML

@Suite struct YAMLNodeMergeTests {
  /// Breaks when merged entries are lost, win over own ones, or come in another order.
  @Test(arguments: [
    ("b: &b {x: 1, y: 2}\na: {<<: *b, x: 3}", "x=3 y=2"),
    ("b: &b {x: 1}\nc: &c {x: 2, y: 2}\na: {<<: [*b, *c]}", "x=1 y=2"),
    ("b: &b {x: 1}\nc: &c {<<: *b, y: 2}\na: {<<: *c}", "y=2 x=1"),
    ("a: {<<: {x: 1}, y: 2}", "y=2 x=1"), ("a: {'<<': 1}", "<<=1"), ("a: {<<: text, x: 1}", "x=1"),
    ("b: &b {x: 1}\nc: &c {y: 2}\na: {<<: *b, <<: *c}", "x=1 y=2"),
  ])
  func merging(text: String, expected: String) throws {
    let node = try #require(try read(text).last?["a"])
    #expect(node.mergedEntries.map { "\($0.name)=\($0.value.text ?? "")" }.joined(separator: " ") == expected)
    for entry in node.mergedEntries where entry.name != "<<" { #expect(node[entry.name]?.text == entry.value.text) }
  }

  @Test func aKeyThatStandsTwice() throws {
    #expect(try read("a: 1\na: 2").first?["a"]?.text == "2")
    #expect(try read("a: 1").first?["b"] == nil)
    #expect(try read("[a]").first?["a"] == nil)
  }

  @Test(arguments: [("yes", true), ("false", false), ("'true'", nil), ("1", nil)] as [(String, Bool?)])
  func truth(text: String, expected: Bool?) throws {
    #expect(try #require(try read("a: \(text)").first?["a"]).truth == expected)
  }
}
