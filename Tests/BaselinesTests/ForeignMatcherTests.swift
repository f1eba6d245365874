import Testing
import Vocabulary

@testable import Baselines

@Suite struct ForeignMatcherTests {
  private let text = Array("first\nkey = made up one\nkey = made up two\n".utf8)
  private let found = [
    finding("one", path: "a.txt", line: 2), finding("two", path: "a.txt", line: 3), finding("one", path: "b.txt"),
  ]

  private func places(_ entry: ForeignEntry, _ findings: [Finding]? = nil) -> [String] {
    let matcher = ForeignMatcher(findings ?? found) { $0.description == "gone.txt" ? nil : text }
    guard case .found(let findings) = matcher.match(entry) else { return [] }
    return findings.map { "\($0.provenance.path):\($0.region.startLine)" }
  }

  private func reason(_ entry: ForeignEntry) -> String? {
    guard
      case .missed(let reason) = ForeignMatcher(found, text: { $0.description == "gone.txt" ? nil : text }).match(entry)
    else { return nil }
    return reason
  }

  private func entry(
    _ proof: ForeignEntry.Proof, _ path: String? = "a.txt", _ line: Int? = 2, rule: String = "Some Rule"
  ) -> ForeignEntry { ForeignEntry(rule: rule, path: path, line: line, proof: proof) }

  private func secret(_ value: String) -> Secret { Secret(Array(value.utf8)) }

  private func sha1(_ value: String) -> ForeignEntry.Proof { .sha1(PlainDigest.sha1(Array(value.utf8))) }

  /// The value of kingfisher's fingerprint for a part of the text.
  private func kingfisher(_ value: String, at start: Int, origin: String = "file") -> ForeignEntry.Proof {
    func bytes(_ number: Int) -> [UInt8] { (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) } }
    let all = Array(value.utf8) + Array(origin.utf8) + bytes(start) + bytes(start + value.utf8.count)
    return .kingfisher(XXH3.hash(all))
  }

  @Test("digests of a secret are those of the standard")
  func digests() {
    #expect(Hexadecimal.string(PlainDigest.sha1(Array("abc".utf8))) == "a9993e364706816aba3e25717850c26c9cd0d89d")
    #expect(
      Hexadecimal.string(PlainDigest.sha256(Array("abc".utf8)))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test("a secret is known by itself and by its digests, in its own file")
  func whole() {
    let value = Array("made up one".utf8)
    for proof in [ForeignEntry.Proof.secret(Secret(value)), sha1("made up one"), kingfisher("made up one", at: 12)] {
      #expect(places(entry(proof)) == ["a.txt:2"])
      #expect(places(entry(proof, "a.txt", nil)) == ["a.txt:2"])
    }
    #expect(places(entry(.secret(Secret(value)), "b.txt", 9)) == ["b.txt:1"])
    #expect(places(entry(.sha256(PlainDigest.sha256(value)), nil, nil)) == ["a.txt:2", "b.txt:1"])
  }

  @Test("a file that is gone may have been renamed")
  func renamed() {
    #expect(places(entry(sha1("made up two"), "gone.txt", 3)) == ["a.txt:3"])
    #expect(places(entry(.secret(secret("made up two")), "gone.txt", 3)) == ["a.txt:3"])
  }

  @Test("a tool may take less or more for the secret than stanch does")
  func parts() {
    #expect(places(entry(.secret(secret("up one")))) == ["a.txt:2"])
    #expect(places(entry(.secret(secret("key = made up one")))) == ["a.txt:2"])
    #expect(places(entry(sha1("made"), "a.txt", 3)) == ["a.txt:3"])
    #expect(places(entry(sha1("= made up two"), "a.txt", 3)) == ["a.txt:3"])
    #expect(places(entry(kingfisher("up one", at: 17, origin: "git"))) == ["a.txt:2"])
  }

  @Test("kingfisher's fingerprint holds its place, and is known again where lines have come in above it")
  func shifted() {
    #expect(places(entry(kingfisher("made up one", at: 99), "a.txt", 1)) == ["a.txt:2"])
    #expect(places(entry(kingfisher("made up six", at: 12))).isEmpty)
  }

  /// Breaks when an import accepts a secret that has taken the place of the accepted one.
  @Test("another secret in the same place is not accepted")
  func changed() {
    let other = "stanch finds another secret there than the one that was accepted"
    #expect(reason(entry(.secret(secret("quite another")))) == other)
    #expect(reason(entry(sha1("quite another"))) == other)
    #expect(reason(entry(kingfisher("made up old", at: 12))) == other)
  }

  @Test("what is not found is told with why")
  func reasons() {
    #expect(reason(entry(sha1("quite another"), "gone.txt")) == "there is no such file any more")
    #expect(reason(entry(sha1("first"), "a.txt", 1)) == "stanch finds nothing there, so nothing is to be accepted")
    #expect(reason(entry(.sha256([]), nil, nil)) == "no finding has this secret any more")
  }

  @Test(
    "a report without secrets is matched by path, line and rule",
    arguments: [
      ("rule-a", 2, ["a.txt:2"]), ("another", 2, ["a.txt:2"]), ("rule-a", 1, []), ("rule-a", 9, []),
    ] as [(String, Int, [String])])
  func placeOnly(rule: String, line: Int, expected: [String]) {
    #expect(places(entry(.place, "a.txt", line, rule: rule)) == expected)
  }

  @Test(
    "of several findings on a line the one of the rule, or of one akin to it",
    arguments: [
      ("github-pat", "github-personal-access-token"), ("generic-password", "generic-password"), ("slack", nil),
    ] as [(String, String?)])
  func families(rule: String, expected: String?) {
    let findings = ["github-personal-access-token", "generic-password"].map { finding("x", line: 2, rule: $0) }
    guard case .found(let found) = ForeignMatcher(findings, text: { _ in text }).match(entry(.place, rule: rule)) else {
      #expect(expected == nil)
      return
    }
    #expect(found.map(\.rule.id.name) == [expected])
  }

  @Test("what is allowed already is told")
  func allowed() {
    let allowed = [AllowedFinding(finding: found[0], allowance: "a comment")]
    guard
      case .allowed("a comment") = ForeignMatcher([], allowed: allowed, text: { _ in text }).match(
        entry(sha1("made up one")))
    else {
      Issue.record("it is not told")
      return
    }
  }
}
