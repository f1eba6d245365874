import Testing

@testable import YAML

@Suite struct YAMLLimitsTests {
  /// Breaks when few bytes of aliases can come to a tree of any size.
  @Test func aliasBombs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let aliases = [String](repeating: "*a\(level - 1)", count: 9).joined(separator: ",")
      text += "a\(level): &a\(level) [\(aliases)]\n"
    }
    let stream = YAMLStream(Array(text.utf8))
    #expect(stream.failure?.cause == "its aliases come to too much")
    #expect(stream.documents.isEmpty)
  }

  /// Breaks when a long text counts as one node, however often it is named.
  @Test func aliasesOfALongText() {
    let text = "a: &a \(String(repeating: "x", count: 10_000))\nb: [" + String(repeating: "*a,", count: 1_000) + "]"
    #expect(YAMLStream(Array(text.utf8)).failure?.cause == "its aliases come to too much")
  }

  /// Breaks when sharing as people write it is refused.
  @Test func manyServicesThatShareASetOfVariables() {
    var text = "x-env: &env\n"
    for number in 0..<500 { text += "  VARIABLE_\(number): ${VARIABLE_\(number):-default}\n" }
    for number in 0..<20 { text += "s\(number): {environment: {<<: *env, OWN: 1}}\n" }
    let stream = YAMLStream(Array(text.utf8))
    #expect(stream.failure == nil)
    #expect(stream.documents.first?["s7"]?["environment"]?.mergedEntries.count == 501)
  }

  /// Breaks when the reader can be made to overflow its stack, or to take time that grows with the square of the depth.
  @Test(arguments: ["- ", "[", "{a: ", "? "])
  func depth(opening: String) {
    let stream = YAMLStream(Array(String(repeating: opening, count: 200_000).utf8))
    #expect(stream.failure?.cause == "more than 128 lists and mappings stand in each other")
  }

  @Test func depthThatIsAllowed() {
    let text = String(repeating: "[", count: 127) + String(repeating: "]", count: 127)
    #expect(YAMLStream(Array(text.utf8)).failure == nil)
  }
}
