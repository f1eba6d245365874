import Patterns
import Testing

@testable import Rules

@Suite struct RequiredRunTests {
  @Test(
    "the run that tells most is read off an expression",
    arguments: [
      ("[0-9a-f]{32}", RequiredRun.Alphabet.hexadecimal, 32), ("ghx_[A-Za-z0-9]{36}", .alphanumeric, 36),
      ("(?i)key[ =]{1,3}([a-z0-9]{40})", .alphanumeric, 40),
      ("[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}", .hexadecimal, 12),
      ("[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}", .name, 43), ("a{5}b{5}", .hexadecimal, 10),
      ("(?:[a-z]{12}|[a-z]{20})", .alphanumeric, 12), ("x[A-Za-z]{9,}", .alphanumeric, 10),
      ("\\w{14}", .name, 14), ("(?=[0-9a-f]{64})[A-Z]{30}", .alphanumeric, 30),
      ("(?i:SECRETSECRET)", .alphanumeric, 12),
      ("([0-9]{4}){3}", .hexadecimal, 12), ("(?:[g-z]{6}:){2}", .token, 14), ("(?:-[g-z]{6}){2}", .name, 14),
    ])
  func runs(source: String, alphabet: RequiredRun.Alphabet, length: Int) {
    #expect(RequiredRun(in: source) == RequiredRun(alphabet: alphabet, length: length))
  }

  @Test(
    "no run is promised where a match may do without",
    arguments: [
      "[0-9a-f]{0,32}", "(?:[0-9a-f]{32})?", "[^ ]{32}", ".{40}", "[a-z]{9}", "[a-z]{20}|\\s", "[[:alpha:]]{32}",
      "\\S{32}",
      "(?=[0-9a-f]{32})x", "(?<=[0-9a-f]{32})x", "(a{5})\\1{3}", "(?x)[0-9a-f]{32}", "[a-z]{5}[ ][a-z]{5}",
      "[\\x{41}-\\x{5A}]{32}", "(*UTF)[a-z]{32}", "(?:[a-z]{5} ){4}",
    ])
  func noRuns(source: String) { #expect(RequiredRun(in: source) == nil) }

  @Test(
    "a run is found where one stands",
    arguments: [
      ("0123456789abcdef", true), ("012345678 abcdef", false), ("x 0123456789", true), ("0123456789 x", true),
      ("", false), ("012345678", false), ("012345678g0123456789", true), ("g012345678gg012345678g", false),
      ("ABCDEFabcd", true),
    ])
  func standing(text: String, stands: Bool) {
    let run = RequiredRun(alphabet: .hexadecimal, length: 10)
    let bytes = Array(text.utf8)
    #expect(unsafe run.stands(in: bytes.span.bytes, 0..<bytes.count) == stands)
  }

  @Test("what stands outside of the part does not count")
  func part() {
    let bytes = Array("0123456789abcdef".utf8)
    let run = RequiredRun(alphabet: .hexadecimal, length: 10)
    #expect(unsafe run.stands(in: bytes.span.bytes, 3..<13))
    #expect(unsafe !run.stands(in: bytes.span.bytes, 4..<13))
    #expect(unsafe !run.stands(in: bytes.span.bytes, 8..<8))
  }

  /// Random texts, looked through from every place.
  @Test(arguments: [UInt64](1...20))
  func itIsExact(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let letters = Array("0123456789abcdefABCDEFgz_- ".utf8)
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0..<80, using: &random)).map { _ in
        Int.random(in: 0..<12, using: &random) == 0 ? letters.randomElement(using: &random) ?? 0 : letters[3]
      }
      for length in [3, 7, 10, 24] {
        let run = RequiredRun(alphabet: .hexadecimal, length: length)
        let isDigit = { (byte: UInt8) in Character(UnicodeScalar(byte)).isHexDigit }
        let longest = text.split { !isDigit($0) }.map(\.count).max() ?? 0
        #expect(unsafe run.stands(in: text.span.bytes, 0..<text.count) == (longest >= length))
      }
    }
  }
}
