import Patterns
import Testing

@Suite struct PatternTests {
  @Test(
    "$ is the very end, and a line ends at LF alone",
    arguments: [
      ("a$", "a", 0..<1), ("a$", "a\n", nil), ("a$", "a\nb", nil), ("(?m)a$", "a\nb", 0..<1), ("(?m)a$", "a\r\nb", nil),
      ("(?m)^b", "a\nb", 2..<3), ("(?m)^b", "a\rb", nil), (".", "\r", 0..<1), (".", "\n", nil), ("^b", "a\nb", nil),
      ("(?s)a.b", "a\nb", 0..<3), (#"a\z"#, "a\n", nil), (#"a\r?$"#, "a\r", 0..<2),
    ] as [(String, String, Range<Int>?)])
  func lineEnds(source: String, text: String, expected: Range<Int>?) throws {
    #expect(try firstMatch(of: source, in: text)?.range == expected)
  }

  @Test(
    "bytes before the window are seen, and no match begins there",
    arguments: [
      ("(?<=key=)[a-z]+", "key=abc", 4..<7, 4..<7), ("key=", "key=abc", 1..<7, nil), ("^abc", "key=abc", 4..<7, nil),
      (#"\babc"#, "xabc", 1..<4, nil), (#"\Babc"#, "xabc", 1..<4, 1..<4), ("a", "aXa", 1..<3, 2..<3),
      ("(?m)^abc", "x\nabc", 2..<5, 2..<5),
    ] as [(String, String, Range<Int>, Range<Int>?)])
  func windowStart(source: String, text: String, window: Range<Int>, expected: Range<Int>?) throws {
    #expect(try firstMatch(of: source, in: text, window: window)?.range == expected)
  }

  @Test(
    "bytes after the window are not seen, and its end is not the end",
    arguments: [
      ("abc$", "abcd", 0..<3, nil), ("(?m)abc$", "abcd", 0..<3, nil), ("abc$", "abc", 0..<3, 0..<3),
      ("(?m)abc$", "abc\nd", 0..<4, 0..<3), ("(?=d)", "abcd", 0..<3, nil), ("abc(?!d)", "abcd", 0..<3, 0..<3),
      (#"abc\b"#, "abcd", 0..<4, nil), (#"abc\b"#, "abc d", 0..<4, 0..<3), ("[a-z]+", "abcd", 0..<3, 0..<3),
    ] as [(String, String, Range<Int>, Range<Int>?)])
  func windowEnd(source: String, text: String, window: Range<Int>, expected: Range<Int>?) throws {
    #expect(try firstMatch(of: source, in: text, window: window)?.range == expected)
  }

  @Test(
    "subjects are bytes: not UTF-8, NUL, and none at all",
    arguments: [
      (#"\xff."#, [0xFF, 0x80], 0..<2), (#"a\x00b"#, [97, 0, 98], 0..<3), (".", [0xC3, 0xA9], 0..<1),
      ("é", [0xC3, 0xA9], 0..<2), ("^$", [], 0..<0), ("a", [], nil), (#"\w"#, [0xE9], nil),
    ] as [(String, [UInt8], Range<Int>?)])
  func bytes(source: String, subject: [UInt8], expected: Range<Int>?) throws {
    #expect(try firstMatch(of: source, in: subject)?.range == expected)
  }

  @Test(
    "a mistake is named with its offset",
    arguments: [
      ("(", 1), ("ab)", 2), ("[a", 2), ("a{2,1}", 5), ("*a", 0), (#"a\"#, 2), ("(?<a>x)(?<a>y)", 12), ("(?z)", 2),
    ])
  func syntax(source: String, offset: Int) {
    let error = #expect(throws: PatternError.self) { try Pattern(source) }
    #expect(error?.code == .syntax(offset: offset))
    #expect(error?.description.hasSuffix(" at offset \(offset)") == true)
    #expect(error?.cause.isEmpty == false)
  }

  @Test(
    "a pattern that backtracks without end reaches a limit",
    arguments: [
      #"^(?:a|aa|aaa)+\d"#, #"^(a+)+\d"#, #"(?:\w|[a-z])+\d"#,
    ])
  func catastrophe(source: String) {
    let text = String(repeating: "a", count: 60)
    let error = #expect(throws: PatternError.self) { try firstMatch(of: source, in: text) }
    #expect(error?.code == .limit)
  }

  @Test("the interpreter and machine code find the same, and give up the same")
  func oftenMatched() throws {
    let pattern = try Pattern(#"(\w+)@(\d{2,4})\b"#)
    let endless = try Pattern(#"^(?:a|aa)+$"#)
    let scratch = try PatternScratch()
    let text = Array("some.one@1234 and another@56".utf8)
    let long = Array((String(repeating: "a", count: 60) + "!").utf8)
    for _ in 0..<100 {
      let match = try unsafe pattern.firstMatch(in: text.span.bytes, window: 0..<text.count, scratch: scratch)
      #expect(match?.range == 5..<13)
      #expect(match?.group(2) == 9..<13)
      let error = #expect(throws: PatternError.self) { try endless.matches(long, scratch: scratch) }
      #expect(error?.code == .limit)
    }
  }

  @Test func limitsAreTheScratchs() throws {
    let text = String(repeating: "a", count: 16)
    var limits = PatternScratch.Limits()
    #expect(try firstMatch(of: #"^(?:a|aa)+\d"#, in: text, limits: limits) == nil)
    limits.match = 50
    let error = #expect(throws: PatternError.self) { try firstMatch(of: #"^(?:a|aa)+\d"#, in: text, limits: limits) }
    #expect(error?.code == .limit)
  }

  @Test("where the JIT's stack ends, the interpreter goes on")
  func stack() throws {
    let text = String(repeating: "ab", count: 30_000) + "c"
    var limits = PatternScratch.Limits()
    limits.depth = 1_000_000
    limits.heap = 512 * 1024
    #expect(try firstMatch(of: "^(?:(a)|(b)|x)*?c", in: text, limits: limits)?.range == 0..<60_001)
    #expect(try firstMatch(of: "^(?:(a)(?=.)|b)*c", in: text, limits: limits)?.range == 0..<60_001)
  }

  @Test func scratchServesManyPatterns() throws {
    let scratch = try PatternScratch()
    for (source, text, expected) in [("a(b)", "ab", true), ("x", "ab", false), ("(a)(b)(c)?", "ab", true)] {
      #expect(try Pattern(source).matches(Array(text.utf8), scratch: scratch) == expected)
    }
  }

  @Test("a compiled pattern serves many tasks at once")
  func sharing() async throws {
    let pattern = try Pattern("k([0-9]+)")
    try await withThrowingTaskGroup(of: Range<Int>?.self) { group in
      for number in 0..<200 {
        group.addTask {
          let scratch = try PatternScratch()
          let bytes = Array("….k\(1000 + number)x".utf8)
          return try unsafe pattern.firstMatch(in: bytes.span.bytes, window: 0..<bytes.count, scratch: scratch)?.group(
            1)
        }
      }
      for try await range in group { #expect(range == 5..<9) }
    }
  }
}
