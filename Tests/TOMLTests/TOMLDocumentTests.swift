import Testing

@testable import TOML

@Suite struct TOMLDocumentTests {
  private func root(_ text: String) throws -> TOMLSection { try TOMLDocument(text, file: "f.toml").root }

  @Test(
    "what is not TOML is named with its line",
    arguments: [
      ("a = 1\nb =\n", 2), ("a = 1\na = 2\n", 2), ("[a]\n[b\n", 2), ("x = 'a\n", 1), ("a = 1\r\nb = @\r\n", 2),
    ])
  func syntax(text: String, line: Int) {
    let error = #expect(throws: ConfigurationError.self) { try TOMLDocument(text, file: "f.toml") }
    #expect(error?.file == "f.toml")
    #expect(error?.line == line)
    #expect(error?.cause.isEmpty == false)
  }

  @Test("a NUL byte is refused, for nothing after it would be read", arguments: [("a = 1\n\0", 2), ("\0a = 1", 1)])
  func nul(text: String, line: Int) {
    let error = #expect(throws: ConfigurationError.self) { try TOMLDocument(text, file: "f.toml") }
    #expect(error?.description == "f.toml:\(line): a NUL byte is not allowed in TOML")
  }

  @Test(
    "an escaped NUL is refused, for the rest of its string would be lost",
    arguments: [
      #"a = "x\u0000y""#, #"a = "x\U00000000y""#,
    ])
  func escapedNUL(text: String) {
    #expect(throws: ConfigurationError.self) { try TOMLDocument(text, file: "f.toml").root.string("a") }
  }

  @Test("values of each kind")
  func values() throws {
    let root = try root(
      "s = 'x'\nb = true\ni = 7\nd = 2.5\nl = ['a', \"b\"]\n[t]\nk = 'v'\n[[a]]\nn = 1\n[[a]]\nn = 2\n")
    #expect(try root.string("s") == "x")
    #expect(try root.bool("b") == true)
    #expect(try root.integer("i") == 7)
    #expect(try root.number("d") == 2.5)
    #expect(try root.strings("l") == ["a", "b"])
    #expect(try root.section("t")?.string("k") == "v")
    #expect(try root.sections("a").map { try $0.integer("n") } == [1, 2])
  }

  @Test(
    "a whole number is a number too", arguments: [("n = 3", 3.0), ("n = 3.25", 3.25), ("n = -1", -1), ("n = 1e2", 100)])
  func wholeNumbers(text: String, expected: Double) throws {
    #expect(try root(text).number("n") == expected)
  }

  @Test("what is not there has no value")
  func absent() throws {
    let root = try root("")
    #expect(try root.string("k") == nil)
    #expect(try root.bool("k") == nil)
    #expect(try root.integer("k") == nil)
    #expect(try root.number("k") == nil)
    #expect(try root.strings("k").isEmpty)
    #expect(try root.section("k") == nil)
    #expect(try root.sections("k").isEmpty)
  }

  @Test("keys are found in any case", arguments: ["secretgroup", "secretGroup", "SECRETGROUP", "SecretGroup"])
  func anyCase(key: String) throws {
    #expect(try root("\(key) = 4").integer("secretGroup") == 4)
    #expect(try root("secretGroup = 4").integer(key) == 4)
  }

  @Test("keys that nobody knows are listed as written")
  func unknownKeys() throws {
    #expect(try root("B = 1\nid = 2\nKnown = 3\na = 4").keys(otherThan: ["id", "known"]) == ["B", "a"])
  }

  enum Kind: CaseIterable, Sendable { case string, bool, integer, number, strings, section, sections }

  @Test(
    "a value of another kind is a mistake, with file, line, key and what was expected",
    arguments: [
      (Kind.string, "1", "a string"), (.string, "['a']", "a string"), (.bool, "'true'", "true or false"),
      (.bool, "1", "true or false"), (.integer, "1.5", "a whole number"), (.integer, "'1'", "a whole number"),
      (.number, "'1'", "a number"), (.number, "true", "a number"), (.strings, "'a'", "a list of strings"),
      (.strings, "['a', 1]", "a list of strings"), (.section, "1", "a table"), (.section, "[1]", "a table"),
      (.sections, "1", "an array of tables"), (.sections, "['a']", "an array of tables"),
      (.sections, "{ a = 1 }", "an array of tables"), (.string, "1979-05-27", "a string"),
    ])
  func wrongKind(kind: Kind, value: String, expected: String) throws {
    var root = try root("# comment\nother = 1\nthing = \(value)\n")
    root.name = "rule x"
    let error = #expect(throws: ConfigurationError.self) { try Self.read(kind, root) }
    #expect(error?.description == "f.toml:3: rule x, key thing: expected \(expected)")
  }

  private static func read(_ kind: Kind, _ section: TOMLSection) throws {
    switch kind {
    case .string: _ = try section.string("thing")
    case .bool: _ = try section.bool("thing")
    case .integer: _ = try section.integer("thing")
    case .number: _ = try section.number("thing")
    case .strings: _ = try section.strings("thing")
    case .section: _ = try section.section("thing")
    case .sections: _ = try section.sections("thing")
    }
  }

  @Test(
    "an error's line is where the key of that table stands, whatever stands in other tables; else the table's",
    arguments: [
      ("[[r]]\nid = 'a'\nbad = 1\n[[r]]\nid = 'b'\nbad = 2\n", 1, 6), ("[[r]]\nid = 'a'\n[[r]]\n  bad  = 2\n", 1, 4),
      ("[[r]]\nid = 'a'\n[[r]]\nid = 'b'\n", 1, 3), ("[[r]]\nbad = 1\nid = 'a'\n[[r]]\nid = 'b'\nbad = 2\n", 0, 2),
      ("[extend]\nl = ['b']\n[[r]]\nid = 'a'\nbad = 1\n[[r]]\nid = 'b'\nbad = 2\n", 1, 8),
      ("[[r]]\nid = 'a'\nbadger = 1\nbad = 1\n", 0, 4), ("[[r]]\nbad = 1\n[[r]]\nbad = 2\n", 1, 4),
      ("[[r]]\r\nid = 'a'\r\nbad = 1\r\n", 0, 3), ("[[R]]\nBad = 1\n", 0, 2),
      ("[[ 'r' ]] # bad = 1\n\"bad\" = 1\n", 0, 2),
      ("[[r]]\nx = 1\n[r.sub]\nbad = 1\n[[r]]\nbad = 2\n", 0, 1),
      ("[[r]]\nx = 1\n[r.sub]\ny = 1\n[[r]]\nbad = 2\n", 1, 6),
    ])
  func lines(text: String, table: Int, line: Int) throws {
    let section = try root(text).sections("r")[table]
    #expect(section.error("bad", "is bad").line == line)
  }

  @Test("an error in a table inside another is where that table's key stands")
  func innerLines() throws {
    let text = "[[r]]\n[[r.s]]\nbad = 1\n[[r]]\n[[r.s]]\nx = 1\n[[r.s]]\nbad = 2\n[t]\nbad = 3\n"
    let outer = try root(text).sections("r")
    #expect(try outer.map { try $0.sections("s").map { $0.error("bad", "").line } } == [[3], [5, 8]])
    #expect(try root(text).section("t")?.error("bad", "").line == 10)
  }

  @Test("a hint goes with the error")
  func hint() throws {
    let error = try root("a = 1").error("a", "is wrong", hint: "mend it")
    #expect(error.hint == "mend it")
    #expect(error.place == "key a")
  }
}
