import Rules
import Testing
import Vocabulary

@testable import Scanning

@Suite struct ScannerTests {
  private static let rules = """
    [[rules]]
    id = 'sure'
    regex = 'tok_[a-z0-9]{8}'
    keywords = ['tok_']
    confidence = 'high'
    [[rules]]
    id = 'generic'
    regex = 'key *= *(\\S{6,20})'
    keywords = ['key']
    confidence = 'low'
    """

  @Test(
    "every encoding is read",
    arguments: [
      TextEncoding.bytes, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
    ], [true, false])
  func encodings(encoding: TextEncoding, isMarked: Bool) throws {
    // UTF-32 is known by its mark alone.
    guard isMarked || ![.utf32LittleEndian, .utf32BigEndian].contains(encoding) else { return }
    let secret = try made("tok_{loweralnum:8}")
    let bytes = (isMarked ? mark(encoding) : []) + encoded("first line\nx = \(secret)\n", encoding)
    let result = try scan(bytes, Self.rules)
    #expect(result.secrets == [secret])
    #expect(result.findings.first?.region.startLine == 2)
  }

  @Test("of rules that see the same bytes the surer reports")
  func overlaps() throws {
    #expect(try scan(made("key = tok_{loweralnum:8}"), Self.rules).rules == ["sure"])
    #expect(try scan(made("key = {alnum:12}"), Self.rules).rules == ["generic"])
    #expect(try scan(made("key = {alnum:12} tok_{loweralnum:8}"), Self.rules).rules == ["generic", "sure"])
  }

  @Test("uses hold what gave way too")
  func uses() throws {
    let text = try made("key = tok_{loweralnum:8}")
    let secret = Secret(Array(text.utf8.dropFirst(6)))
    let scanner = try Scanner(ruleSet(Self.rules))
    let (uses, incidents) = scanner.uses(in: blob(Array(text.utf8)))
    #expect(uses == [SecretUse(rule: "sure", secret: secret), SecretUse(rule: "generic", secret: secret)])
    #expect(incidents.isEmpty)
    let finding = try #require(scanner.scan(blob(Array(text.utf8))).findings.first)
    #expect(uses.contains(SecretUse(finding)))
  }

  @Test("findings are sorted by place")
  func order() throws {
    let template = "tok_{loweralnum:8}\nkey = {alnum:9}\nkey={alnum:9} tok_{loweralnum:8}"
    let findings = try scan(made(template), Self.rules).findings
    #expect(findings.map(\.region.text) == findings.map(\.region).sorted().map(\.text))
    #expect(findings.count == 4)
  }

  @Test("a finding carries where the blob came from")
  func provenance() throws {
    let provenance = Provenance(path: RepositoryPath("dir/a"), blob: ObjectID(bytes: Array(repeating: 7, count: 20)))
    let scanner = try Scanner(ruleSet(Self.rules))
    let result = scanner.scan(Blob(provenance: provenance, bytes: Array(try made("tok_{loweralnum:8}").utf8)))
    #expect(result.findings.map(\.provenance) == [provenance])
  }

  @Test("nothing in, nothing out", arguments: ["", "\n", "plain text"])
  func nothing(text: String) throws {
    let result = try scan(text, Self.rules)
    #expect(result.parts.isEmpty && result.incidents.isEmpty)
  }

  @Test("a text is given with the findings whose lines it counts")
  func parts() throws {
    let text = "\n" + (try made("tok_{loweralnum:8}"))
    #expect(try scan(text, Self.rules).parts.map(\.text) == [Array(text.utf8)])
    let utf16 = mark(.utf16BigEndian) + encoded(text, .utf16BigEndian)
    #expect(try scan(utf16, Self.rules).parts.map(\.text) == [Array(text.utf8)])
  }

  @Test("a scanner can be used again and again")
  func reuse() throws {
    let scanner = try Scanner(ruleSet(Self.rules))
    for seed in 0..<50 {
      let secret = try made("tok_{loweralnum:8}", seed: UInt64(seed))
      let found = scanner.scan(blob(Array("x \(secret)".utf8))).secrets
      #expect(found == [secret])
    }
  }

  @Test("another key gives other fingerprints")
  func keys() throws {
    let bytes = Array(try made("tok_{loweralnum:8}").utf8)
    let scanner = try Scanner(ruleSet(Self.rules), key: FingerprintKey([1, 2, 3]))
    let other = scanner.scan(blob(bytes)).findings.map(\.fingerprint)
    #expect(other.count == 1)
    #expect(try scan(bytes, Self.rules).findings.map(\.fingerprint) != other)
  }

  @Test("windows of 16-bit strings in a binary hold sure secrets")
  func binaries() throws {
    let secret = try made("tok_{loweralnum:8}")
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      for before in 0..<4 {
        let noise: [UInt8] = (0..<(40 + before)).map { [1, 2, 0xC8, 3][$0 % 4] }
        #expect(try scan(noise + encoded(secret, encoding) + noise, Self.rules).secrets == [secret])
      }
    }
  }
}
