import Testing

@testable import SettingDiscovery

struct WordFilterTests {
  private static func matches(_ words: [String], _ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return unsafe WordFilter(words).matches(bytes.span.bytes)
  }

  @Test(arguments: ["getenv", "xgetenv", "xxGETENV(", "a getenvb", "os.LookupEnv", "\n\nlookupenv"])
  func `A word is found wherever it stands`(text: String) {
    #expect(WordFilterTests.matches(["getenv", "lookupenv"], text))
  }

  @Test(arguments: ["", "g", "geten", "getevn getnev", "lookup env", "get env"]) func `Others are not`(text: String) {
    #expect(!WordFilterTests.matches(["getenv", "lookupenv"], text))
  }

  @Test func `It says what a search of each word says`() {
    var random = SplitMix(seed: 7)
    let words = ["env", "environ", "config", "e.n"]
    for _ in 0..<3000 {
      let text = String(
        decoding: (0..<40).map { _ in [UInt8]("envirofcg. E".utf8)[Int(random.next() % 12)] }, as: UTF8.self)
      let expected = words.contains { text.lowercased().contains($0) }
      #expect(WordFilterTests.matches(words, text) == expected, "\(text)")
    }
  }
}

/// A generator whose numbers are the same in every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
