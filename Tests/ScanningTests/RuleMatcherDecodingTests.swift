import Structure
import Testing
import Vocabulary

@testable import Scanning

@Suite struct RuleMatcherDecodingTests {
  private static let rules = """
    [[rules]]
    id = 'token'
    regex = '\\btok_[a-z0-9]{12}\\b'
    keywords = ['tok_']
    confidence = 'high'
    [[rules]]
    id = 'assignment'
    regex = '(?i)password ?= ?"([^"]{4,80})"'
    keywords = ['password']
    confidence = 'low'
    """

  private static let secret = "tok_abcdef012345"

  static func base64(_ text: String) -> String { String(decoding: Base64.encoded(Array(text.utf8)), as: UTF8.self) }

  private static func hexadecimal(_ text: String) -> String { text.utf8.map { String($0, radix: 16) }.joined() }

  private static func entities(_ text: String) -> String { text.utf8.map { "&#\($0);" }.joined() }

  private static func wrapped(_ depth: Int) -> String {
    (0..<depth).reduce("key: \(secret)") { text, _ in base64(text) }
  }

  private func only(_ text: String) throws -> Finding {
    let findings = try scan(text, Self.rules, builtIn: true).findings
    try #require(findings.count == 1)
    return findings[0]
  }

  @Test(
    "what is encoded is found where it stands, and as what it is",
    arguments: [
      ("x = " + base64("key: \(secret)") + ";", "1:11-1:33", "decoded from base64"),
      ("\n\"" + hexadecimal("key: \(secret)") + "\"", "2:12-2:44", "decoded from hexadecimal"),
      ("https://h.test/?k%3D\(secret)%26b", "1:21-1:37", "decoded from percent encoding"),
      (#"{"a":"k\u003d"# + secret + #"\u0026"}"#, "1:14-1:30", "decoded from Unicode escapes"),
      ("<a b=\"k=tok&#95;abcdef012345\">", "1:9-1:29", "decoded from HTML entities"),
      (entities(secret), nil, "decoded from HTML entities"),
      (base64("{\"a\":\"tok\\u005fabcdef012345\"}"), nil, "decoded from base64, and from that Unicode escapes"),
    ])
  func encodings(text: String, place: String?, evidence: String) throws {
    let finding = try only(text)
    #expect(finding.rule.id == "token")
    #expect(String(decoding: finding.secret.revealedBytes(), as: UTF8.self) == Self.secret)
    #expect(finding.evidence.last == evidence)
    if let place { #expect(finding.region.text == place) }
  }

  @Test("one in another, as deep as five", arguments: 1...7)
  func depth(depth: Int) throws {
    let text = Self.wrapped(depth)
    #expect(try scan(text, Self.rules, builtIn: true).findings.count == (depth <= 5 ? 1 : 0))
  }

  @Test("the same secret has the same fingerprint, encoded or not")
  func fingerprint() throws {
    let plain = try only("k: \(Self.secret)")
    let encoded = try only(Self.wrapped(2))
    #expect(plain.fingerprint == encoded.fingerprint)
  }

  @Test("no report shows what is encoded")
  func excerpt() throws {
    let finding = try only("x = " + Self.wrapped(1) + ";")
    let shown = finding.excerpt.pieces.map { Excerpt.text(of: $0, revealing: false) }.joined()
    #expect(shown == "x = a2V5Oi********;")
    #expect(
      finding.excerpt.pieces.map { Excerpt.text(of: $0, revealing: true) }.joined() == "x = " + Self.wrapped(1) + ";")
  }

  @Test("one secret is one finding: the surer rule's, and else the one that is not encoded")
  func overlaps() throws {
    let surer = try only("password = \"\(Self.wrapped(1))\"")
    #expect(surer.rule.id == "token")
    let plain = try only("password = \"" + Self.base64("password = \"something\"") + "\"")
    #expect(plain.rule.id == "assignment")
    #expect(plain.evidence.allSatisfy { !$0.hasPrefix("decoded") })
    let beside = try only("a%20b \(Self.secret) c%20d")
    #expect(beside.evidence.allSatisfy { !$0.hasPrefix("decoded") })
  }

  @Test("two secrets in one run are two findings")
  func several() throws {
    let text = Self.base64("a: tok_abcdef012345 and then b: tok_abcdef543210")
    let findings = try scan(text, Self.rules, builtIn: true).findings
    #expect(
      findings.map { String(decoding: $0.secret.revealedBytes(), as: UTF8.self) } == [
        "tok_abcdef012345", "tok_abcdef543210",
      ])
    #expect(findings[0].region < findings[1].region)
  }

  @Test("a path has a say in what is encoded too, and so do allowlists")
  func conditions() throws {
    let path = Self.rules.replacing("keywords = ['tok_']", with: "keywords = ['tok_']\npath = 'x$'")
    #expect(try scan(Self.wrapped(1), path, path: "a.x", builtIn: true).findings.count == 1)
    #expect(try scan(Self.wrapped(1), path, path: "a.y", builtIn: true).findings.isEmpty)
    let allowed = Self.rules + "\n[[allowlists]]\nstopwords = ['abcdef']\n"
    #expect(try scan(Self.wrapped(1), allowed, builtIn: true).findings.isEmpty)
  }

  @Test("rules whose keyword may be anywhere are matched in what is encoded")
  func usersRules() throws {
    #expect(try scan(Self.wrapped(1), Self.rules).findings.count == 1)
    #expect(try scan("k%3D\(Self.secret)", "[[rules]]\nid = 'a'\nregex = '=tok_[a-z0-9]{12}'\n").findings.count == 1)
  }

  @Test("what encoding another reading of a file holds")
  func readings() throws {
    let bytes = mark(.utf16LittleEndian) + encoded("x = \(Self.wrapped(1))", .utf16LittleEndian)
    let finding = try #require(scan(bytes, Self.rules, builtIn: true).findings.first)
    #expect(finding.evidence.contains("decoded from base64"))
    #expect(finding.region.startLine == 1)
  }

  @Test("a match that goes to where a part was cut out may be longer, and is none")
  func cuts() throws {
    // The part round the marker begins in the middle of the letters.
    let rule = "[[rules]]\nid = 'a'\nregex = 'b{20,400}='\nkeywords = ['bbb']\n"
    let long = String(repeating: "b", count: 300) + "%3d"
    #expect(try scan(long, rule, builtIn: true).findings.isEmpty)
    #expect(try scan(String(repeating: "b", count: 100) + "%3d", rule, builtIn: true).findings.count == 1)
  }
}
