import Testing

@testable import SettingDiscovery

struct DigestSetTests {
  @Test func `Words are in it, and others are not`() {
    let set = DigestSet(["environ", "getenv"]).union(DigestSet(["ENV"]))
    for word in ["environ", "getenv", "ENV"] { #expect(set.contains(WordDigest.of(word))) }
    for number in 0..<5000 { #expect(!set.contains(WordDigest.of("word\(number)"))) }
  }
}

struct OperatorsTests {
  @Test(arguments: [
    ("?.a", 2), ("??=", 3), ("?? ", 2), ("===", 3), ("==a", 2), ("=>", 2), ("a", 1), (">>", 1), ("!!a", 2), ("!==", 3),
    ("..<", 3), ("|>", 2), ("&&b", 2),
  ]) func `The longest operator counts`(text: String, length: Int) {
    let bytes = Array(text.utf8) + [0, 0]
    #expect(Operators.length(bytes[0], bytes[1], bytes[2]) == length)
  }
}

struct BracketStackTests {
  @Test func `What is not closed is passed over`() {
    var stack = BracketStack()
    stack.push(0, closer: UInt8(ascii: ")"))
    stack.push(1, closer: UInt8(ascii: "]"))
    stack.push(2, closer: UInt8(ascii: "}"))
    #expect(stack.pop(UInt8(ascii: "]")) == 1)
    #expect(stack.pop(UInt8(ascii: "}")) == nil)
    #expect(stack.pop(UInt8(ascii: ")")) == 0)
    #expect(stack.pop(UInt8(ascii: ")")) == nil)
  }
}

struct LocalNamesTests {
  @Test func `A name ends with its block`() {
    var names = LocalNames()
    names.open(blockEndingAt: 10)
    names.set("e", to: ["os", "environ"], indentation: 2)
    #expect(names.path("e", at: 5) == ["os", "environ"])
    #expect(names.path("e", at: 11) == nil)
  }

  @Test func `A name ends with its indentation`() {
    var names = LocalNames()
    names.set("e", to: ["os", "environ"], indentation: 4)
    names.beginLine { 4 }
    #expect(names.path("e") != nil)
    names.beginLine { 0 }
    #expect(names.path("e") == nil)
  }

  @Test func `A name that is assigned anew is forgotten unless it is pinned`() {
    var names = LocalNames()
    names.set("a", to: ["x"])
    names.pin("b", to: ["y"])
    names.forget("a")
    names.forget("b")
    #expect(names.path("a") == nil)
    #expect(names.path("b") == ["y"])
  }
}

struct IdiomTableTests {
  private static let table = IdiomTable([
    .call("os.getenv", .optional), .call("*.config.get", .required), .call("*.env", .optional),
  ])

  @Test(arguments: [
    (["os", "getenv"], "os.getenv"), (["this", "config", "get"], "*.config.get"), (["config", "get"], "*.config.get"),
    (["a", "env"], "*.env"),
    (["x", "getenv"], nil), (["get"], nil), (["os", "getenv", "x"], nil),
  ]) func `Whole paths, and tails of any owner`(words: [String], path: String?) {
    #expect(IdiomTableTests.table.idiom(words)?.path == path)
  }
}
