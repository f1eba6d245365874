import Rules
import Testing
import Vocabulary

@testable import Scanning

@Suite struct FindingWriterTests {
  private static let rule = "[[rules]]\nid = 'a'\nregex = 'tok_[a-z0-9]{8}'\nkeywords = ['tok_']\nconfidence = 'high'\n"

  private func regions(_ text: String, _ rule: String = rule) throws -> [String] {
    try scan(text, rule).findings.map(\.region.text)
  }

  @Test(
    "lines and columns, in code points",
    arguments: [
      ("T", ["1:1-1:13"]), (" T", ["1:2-1:14"]), ("a\nb T", ["2:3-2:15"]), ("ä日😀T", ["1:4-1:16"]),
      ("a\r\nT\r\n", ["2:1-2:13"]),
      ("\n\n\nT\n", ["4:1-4:13"]), ("T T\nT", ["1:1-1:13", "1:14-1:26", "2:1-2:13"]), ("a\rT", ["1:3-1:15"]),
    ])
  func places(template: String, expected: [String]) throws {
    let text = template.replacing("T", with: "tok_{loweralnum:8}")
    #expect(try regions(made(text)) == expected)
  }

  @Test(
    "a secret over several lines ends on its last",
    arguments: [
      ("x BEGIN\nabc\nEND y", "1:3-3:4"), ("BEGIN\r\nabc\r\nEND", "1:1-3:4"), ("BEGIN\nEND", "1:1-2:4"),
    ])
  func severalLines(text: String, expected: String) throws {
    #expect(try regions(text, "[[rules]]\nid = 'a'\nregex = '(?s)BEGIN.{1,20}?END'\n") == [expected])
  }

  @Test("columns of UTF-16 are those of its text, and of 16-bit strings those of the file")
  func wideColumns() throws {
    let text = try made("ä = tok_{loweralnum:8}")
    let utf16 = try scan(mark(.utf16LittleEndian) + encoded("\n" + text, .utf16LittleEndian), Self.rule)
    #expect(utf16.findings.map(\.region.text) == ["2:5-2:17"])
    #expect(utf16.findings.first?.evidence.last == "read as UTF-16LE")
    let noise = [UInt8](repeating: 2, count: 60) + [10, 1, 2, 3]
    let binary = try scan(noise + encoded(try made("tok_{loweralnum:8}"), .utf16LittleEndian) + noise, Self.rule)
    #expect(binary.findings.map(\.region.text) == ["2:4-2:27"])
    #expect(binary.findings.first?.evidence.last == "read as 16-bit strings")
  }

  /// Breaks when all files that a rule about the path alone matches are one finding to whoever compares fingerprints.
  @Test func aPathAloneHasAFingerprintOfItsOwn() throws {
    let rule = "[[rules]]\nid = 'a'\npath = '\\.p12$'\n"
    let prints = try ["x.p12", "y.p12", "x.p12"].map { try scan("text", rule, path: $0).findings.map(\.fingerprint) }
    #expect(prints[0].count == 1 && prints[0] == prints[2] && prints[0] != prints[1])
    // Of a secret the path is no part.
    let secrets = try ["x", "y"].map {
      try scan(made("tok_{loweralnum:8}"), Self.rule, path: $0).findings.map(\.fingerprint)
    }
    #expect(secrets[0].count == 1 && secrets[0] == secrets[1])
  }

  /// What an excerpt shows, with secrets as they would be printed.
  private func excerpts(_ text: String, _ rule: String = rule) throws -> [String] {
    try scan(text, rule).findings.map { $0.excerpt.text(revealing: false) }
  }

  @Test(
    "the line is shown, its secrets masked behind their public prefix",
    arguments: [
      ("key = T;", ["key = tok_********;"]), ("a\n\tT\r\nb", ["\ttok_********"]), ("T", ["tok_********"]),
      ("T, T", ["tok_********, tok_********", "tok_********, tok_********"]),
    ])
  func masking(template: String, expected: [String]) throws {
    #expect(try excerpts(made(template.replacing("T", with: "tok_{loweralnum:8}"))) == expected)
  }

  @Test("a neighbour is masked although another rule took its place, and the subject is marked")
  func neighbours() throws {
    let rules = Self.rule + "[[rules]]\nid = 'b'\nregex = 'pw=(\\S{6})'\nconfidence = 'medium'\n"
    let findings = try scan(made("tok_{loweralnum:8} pw={alnum:6} end"), rules).findings
    #expect(
      findings.map { $0.excerpt.text(revealing: false) } == [
        "tok_******** pw=******** end", "tok_******** pw=******** end",
      ])
    for (index, finding) in findings.enumerated() {
      let subjects = finding.excerpt.pieces.compactMap { piece -> Bool? in
        if case .secret(_, _, let isSubject) = piece { isSubject } else { nil }
      }
      #expect(subjects == [index == 0, index == 1])
    }
  }

  @Test("where rules see a secret in different places no prefix is shown")
  func overlappingRules() throws {
    let rules = Self.rule + "[[rules]]\nid = 'b'\nregex = 'x(tok_[a-z0-9]{8}-[a-z]{3})'\nconfidence = 'low'\n"
    #expect(try excerpts(made("xtok_{loweralnum:8}-abc."), rules) == ["x********."])
  }

  @Test(
    "a prefix is shown only of a sure kind, and only where it is a small part",
    arguments: [
      ("regex = 'tok_[a-z0-9]{8}'\nconfidence = 'high'", "********", "tok_********"),
      ("regex = 'tok_[a-z0-9]{8}'\nconfidence = 'medium'", "********", "********"),
      ("regex = 'tok_[a-z0-9]{7}'\nconfidence = 'high'", "*******", "********"),
      ("regex = 'tok_([a-z0-9]{8})'\nconfidence = 'high'", "********", "tok_********"),
    ])
  func prefixes(rule: String, unused: String, expected: String) throws {
    let length = rule.contains("{7}") ? 7 : 8
    #expect(
      try excerpts(made("tok_{loweralnum:\(length)}"), "[[rules]]\nid = 'a'\nkeywords = ['tok_']\n\(rule)\n") == [
        expected
      ])
  }

  @Test("of a long line the part round the secret is shown")
  func longLines() throws {
    let text = try made("{repeat:a:500} tok_{loweralnum:8} {repeat:b:500}")
    let excerpt = try #require(try excerpts(text).first)
    #expect(
      excerpt == "…" + String(repeating: "a", count: 79) + " tok_******** " + String(repeating: "b", count: 39) + "…")
  }

  @Test("of a key in text form the line that says what it is shows, and nothing of the key")
  func armorHeader() throws {
    let rule =
      "[[rules]]\nid = 'k'\nregex = '(?s)-----BEGIN .{10,4000}-----END [A-Z ]{1,30}-----'\nconfidence = 'high'\n"
    let excerpt = try #require(scan(made("key: {pem:EC PRIVATE KEY}\n"), rule).findings.first?.excerpt)
    #expect(excerpt.text(revealing: false) == "key: -----BEGIN EC PRIVATE KEY-----\(Excerpt.mask)")
  }

  @Test("a neighbour that the cut goes through is masked whole")
  func cutNeighbour() throws {
    let text = try made("tok_{loweralnum:8}{repeat:-:76}tok_{loweralnum:8}{repeat:-:36}tok_{loweralnum:8}")
    let excerpts = try excerpts(text)
    #expect(excerpts.count == 3)
    let (dashes, more) = (String(repeating: "-", count: 76), String(repeating: "-", count: 36))
    #expect(excerpts[1] == "…********\(dashes)tok_********\(more)tok_********" + "…")
    for excerpt in excerpts { #expect(!excerpt.contains(text.dropFirst(4).prefix(8))) }
  }

  @Test("no excerpt shows a secret")
  func nothingLeaks() throws {
    let rules =
      Self.rule + "[[rules]]\nid = 'b'\nregex = '(?s)BEGIN.{1,80}?END'\n[[rules]]\nid = 'c'\nregex = 'pw=(\\S{4,9})'\n"
    for seed in 0..<40 {
      let text = try made(
        "a tok_{loweralnum:8}pw={alnum:9} BEGIN{alnum:5}\n{alnum:20}\npw={alnum:7} tok_{loweralnum:8} END {alnum:3}\ntok_{loweralnum:8}",
        seed: UInt64(seed))
      let findings = try scan(text, rules).findings
      #expect(findings.count >= 3)
      for finding in findings {
        let shown = finding.excerpt.text(revealing: false)
        for other in findings {
          let secret = String(decoding: other.secret.revealedBytes(), as: UTF8.self)
          #expect(!shown.contains(secret.dropFirst(4)))
        }
      }
    }
  }

  @Test(
    "evidence says how sure the rule is, and the entropy where it counted",
    arguments: [
      ("confidence = 'high'", ["it has the shape of this kind of secret, which little else has"]),
      ("confidence = 'medium'", ["it has the shape of this kind of secret, in a place that names it"]),
      (
        "confidence = 'low'\nentropy = 1.5",
        [
          "it may be this kind of secret",
          "entropy 2.0 bits per byte, above 1.5",
        ]
      ),
    ])
  func evidence(rule: String, expected: [String]) throws {
    #expect(try scan("abcd", "[[rules]]\nid = 'a'\nregex = 'abcd'\n\(rule)\n").findings.map(\.evidence) == [expected])
  }

  @Test("a fingerprint is the rule's and the secret's, wherever it stands")
  func fingerprints() throws {
    let secret = try made("tok_{loweralnum:8}")
    let findings = try scan("\(secret)\n\n  x = \(secret)", Self.rule).findings
    #expect(findings.count == 2)
    #expect(Set(findings.map(\.fingerprint)) == [Fingerprint(rule: "a", secret: Secret(Array(secret.utf8)))])
  }
}
