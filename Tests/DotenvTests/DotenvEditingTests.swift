import Dotenv
import Testing

@Suite struct DotenvEditingTests {
  private func text(_ document: DotenvDocument) -> String { String(decoding: document.bytes, as: UTF8.self) }

  private func code(_ change: () throws -> DotenvDocument) -> DotenvEditError.Code? {
    do {
      _ = try change()
      return nil
    } catch {
      return (error as? DotenvEditError)?.code
    }
  }

  @Test(
    "another value, and nothing else",
    arguments: [
      ("A=1\nK=old\nB=2\n", "new", "A=1\nK=new\nB=2\n"),
      ("K=old", "new", "K=new"),
      ("K=\r\nB=2\r\n", "x", "K=x\r\nB=2\r\n"),
      ("export K = 'old'  # why\n", "new", "export K = new  # why\n"),
      ("K=  # no comment to Compose\n", "a", "K=  a\n"),
      ("K=it\n", "it's $X", "K=it's $$X\n"),
      ("K=old # why\n", "a b", "K=a b # why\n"),
      ("K=old # why\n", "a #b", "K='a #b' # why\n"),
      ("K='a\nb'\nB=1\n", "", "K=\nB=1\n"),
      ("\u{FEFF}K=1\n", "2", "\u{FEFF}K=2\n"),
      ("K=1\nK=2\n", "3", "K=1\nK=3\n"),
      ("K=1\n", "a$b", "K='a$b'\n"),
      ("K=1\n", "it's $5", "K=it's $5\n"),
      ("K=1\n", " padded ", "K=' padded '\n"),
      ("K=1\n", "a\nb", "K='a\nb'\n"),
      ("K=1\n", "'", "K=\"'\"\n"),
      ("\u{FEFF}# c\r\n\r\nK\r\nL=\"1\r\n2\"", "x", "\u{FEFF}# c\r\n\r\nK=x\r\nL=\"1\r\n2\""),
    ])
  func set(before: String, value: String, after: String) throws {
    #expect(text(try document(before).setting("K", to: Array(value.utf8))) == after)
  }

  @Test func emptyValueStandsBehindItsSign() throws {
    let changed = try document("K=  # why\n", .python).setting("K", to: Array("a".utf8))
    #expect(text(changed) == "K=a  # why\n")
    #expect(document("K= \r\nL=1\r\n", .compose).entries[0].rawValue == 2..<2)
  }

  @Test(
    "the plainest spelling that all of them read",
    arguments: [
      ("plain", DotenvDialect.current, "plain"), ("", DotenvDialect.current, ""),
      ("a b", [.compose, .node, .python, .bash], "'a b'"), ("a b", [.compose, .node, .python, .docker], "a b"),
      ("a#b", [.compose, .python, .bash, .docker], "a#b"), ("a#b", [.compose, .node], "'a#b'"),
      ("$A", [.compose, .bash, .node], "'$A'"), ("${A}", [.python, .bash], nil), ("${A}", [.docker], "${A}"),
      ("a'b", [.compose, .node, .python, .bash], "\"a'b\""), ("a'b", [.compose, .docker, .node], "a'b"),
      ("a\nb", [.compose, .node, .python, .bash], "'a\nb'"), ("a\nb", [.docker], nil),
      ("a\\nb", [.bash, .compose, .python, .node], "'a\\nb'"), ("a`b", [.bash, .node], "'a`b'"),
      ("x'y\"z", [.bash], "\"x'y\\\"z\""), ("x'y\"z", [.node], "x'y\"z"),
      ("x'y\"z$", [.bash, .compose], "\"x'y\\\"z$\""),
      ("'\"", [.node], "`'\"`"), ("'\"`", [.node], nil), (" x", [.node, .python], "' x'"), ("~/x", [.bash], "'~/x'"),
    ] as [(String, [DotenvDialect], String?)])
  func spelling(value: String, dialects: [DotenvDialect], expected: String?) {
    let changed = try? document("K=1\n", dialects[0]).setting("K", to: Array(value.utf8), in: dialects)
    #expect(changed.map(text) == expected.map { "K=\($0)\n" })
  }

  @Test func everyValueThatIsWrittenIsReadBack() throws {
    var random = SeededGenerator(seed: 42)
    let atoms = [
      "a", " ", "#", "'", "\"", "`", "\\", "$", "{A}", "\n", "=", "~", ";", "é", "\t", "\\n", "$$", "(", "!",
    ]
    for _ in 0..<400 {
      let value = Array((0..<random.number(in: 0..<5)).map { _ in random.choice(atoms) }.joined().utf8)
      for dialect in DotenvDialect.allCases {
        let old = document("# c\nA=1\nK=old\nB='x'\n", dialect)
        guard let new = try? old.setting("K", to: value) else { continue }
        #expect(new.entry(named: "K")?.value == value)
        #expect(new.entry(named: "A")?.value == Array("1".utf8))
        #expect(new.entry(named: "B")?.value == old.entry(named: "B")?.value)
      }
    }
  }

  @Test func whoCannotHoldAValueIsNamed() {
    let error = #expect(throws: DotenvEditError.self) {
      try document("K=1\n").setting("K", to: Array("a\nb".utf8), in: DotenvDialect.current)
    }
    #expect(error?.code == .notCarried([.docker]))
    #expect(error?.description == ".env: K: docker --env-file cannot hold this value")
    #expect(
      code { try document("K=1\n").setting("K", to: Array("a b".utf8), in: DotenvDialect.current) }
        == .noCommonSpelling(DotenvDialect.current))
    #expect(code { try document("K=1\r\n").setting("K", to: Array("a".utf8), in: [.bash]) } == .notCarried([.bash]))
    #expect(
      code { try document("K=1 # c\n").setting("K", to: Array("a".utf8), in: [.docker]) } == .notCarried([.docker]))
  }

  @Test func whatCannotBeSet() {
    #expect(code { try document("A=1\n").setting("K", to: []) } == .noSuchName)
    #expect(code { try document("A=1;K=2\n", .bash).setting("K", to: []) } == .sharedLine)
  }

  @Test(
    "an entry goes with the comments above it",
    arguments: [
      ("A=1\nK=2\nB=3\n", "A=1\nB=3\n"), ("K=1", ""), ("A=1\n\n# about K\nK=2\n\nB=3\n", "A=1\n\n\nB=3\n"),
      ("K=1\nA=2\n# again\nK=3\n", "A=2\n"), ("# L=1\nK=2\n", "# L=1\n"), ("A=1\r\nK='x\r\ny'\r\nB=2", "A=1\r\nB=2"),
    ])
  func remove(before: String, after: String) throws { #expect(text(try document(before).removing("K")) == after) }

  @Test func whatCannotBeRemoved() {
    #expect(code { try document("A=1\n").removing("K") } == .noSuchName)
    #expect(code { try document("A=1;K=2\n", .bash).removing("K") } == .sharedLine)
    // Node would take the value of the line before from the line after.
    #expect(code { try document("A= \nK=1\nB=2\n", .node).removing("K") } == .noSuchName)
  }
}
