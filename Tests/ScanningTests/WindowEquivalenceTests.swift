import Rules
import Testing
import Vocabulary

@testable import Scanning

/// Matching only round keywords finds what matching the whole text finds.
@Suite struct WindowEquivalenceTests {
  private static let pack = """
    [[rules]]
    id = 'prefix'
    regex = '\\btok_[a-z0-9]{8,12}\\b'
    keywords = ['tok_']
    [[rules]]
    id = 'assignment'
    regex = '(?i)(?:secret|pass)[ _a-z]{0,6}[=:] {0,2}["]?([a-z0-9]{4,16})(?:["\\s;]|$)'
    keywords = ['secret', 'pass']
    [[rules]]
    id = 'suffix'
    regex = '[A-F0-9]{6,20}\\.apps'
    keywords = ['.apps']
    [[rules]]
    id = 'look-around'
    regex = '(?<=id=)[a-z]{2,5}key[0-9]{1,4}(?![0-9])'
    keywords = ['key']
    [[rules]]
    id = 'lines'
    regex = '(?m)^BEGIN\\n(?:[a-z]{1,8}\\n){1,4}END$'
    keywords = ['begin']
    [[rules]]
    id = 'ends'
    regex = 'end[0-9]{1,5}$'
    keywords = ['end']
    """

  /// Pieces that rules match, that they nearly match, and that stand between.
  private static let pieces = [
    "tok_{loweralnum:8}", "tok_{loweralnum:12}", "tok_{loweralnum:13}", "xtok_{loweralnum:8}", "TOK_{loweralnum:8}",
    "tok_", "tok_tok_{loweralnum:8}",
    "secret = \"{loweralnum:9}\"", "PASS:{loweralnum:4}", "password = {loweralnum:16};", "pass",
    "secret_key: \"{digits:6}\"", "pass=pass=abcdef ",
    "{HEX:6}.apps", "{HEX:20}.apps", "{HEX:24}.apps", ".apps", "id={lower:3}key{digits:2}", "id={lower:5}key{digits:5}",
    "key", "keykey1",
    "BEGIN\n{lower:5}\n{lower:8}\nEND", "BEGIN\nabc\nEND\n",
    "BEGIN\n{lower:3}\n{lower:3}\n{lower:3}\n{lower:3}\n{lower:3}\nEND", "begin", "END",
    "end{digits:3}", "end{digits:5}", " ", "\n", ";", "_", "-", "{lower:3}", "{digits:7}", "{loweralnum:40}", "\r\n",
    "\"",
  ]

  @Test(arguments: 0..<60)
  func sameFindings(seed: Int) throws {
    var random = Seeded(seed: UInt64(seed))
    var compiler = RuleCompiler(keywordsStandInMatches: true)
    try compiler.add([WrittenPack(Self.pack, file: "pack.toml")])
    var whole = compiler.rules
    for index in whole.indices {
      #expect(whole[index].reach != .wholeText)
      whole[index].reach = .wholeText
    }
    let windowScanner = try Scanner(RuleSet(RuleGroup(compiler.rules)))
    let wholeScanner = try Scanner(RuleSet(RuleGroup(whole)))
    var total = 0
    for round in 0..<40 {
      let count = Int.random(in: 0...14, using: &random)
      let template = (0..<count).map { _ in Self.pieces[Int.random(in: Self.pieces.indices, using: &random)] }.joined()
      let text = try made(template, seed: random.next())
      let one = windowScanner.scan(blob(Array(text.utf8))).findings
      let other = wholeScanner.scan(blob(Array(text.utf8))).findings
      #expect(one == other, "seed \(seed), round \(round)")
      total += other.count
    }
    #expect(total > 20)
  }
}

/// Repeatable random numbers (xorshift64*).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
