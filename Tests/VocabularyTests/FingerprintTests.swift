import Testing

@testable import Vocabulary

@Suite struct FingerprintTests {
  private func fingerprint(_ value: String, rule: RuleID = "example-rule") -> Fingerprint {
    Fingerprint(rule: rule, secret: Secret(Array(value.utf8)))
  }

  /// python3 -c 'import hmac; print(hmac.new(b"stanch/v1", b"example-rule\0example value", "sha256").hexdigest()[:32])'
  @Test func isTheHMACOfRuleAndSecret() {
    #expect(fingerprint("example value").hex == "96914b79027911ebd6e18ad5671c4d6f")
  }

  @Test func dependsOnTheKey() {
    let keyed = Fingerprint(
      rule: "example-rule", secret: Secret(Array("example value".utf8)), key: FingerprintKey(Array("k".utf8)))
    #expect(keyed.hex == "4d027c46ba174d34ac0f5cb36409da35")
  }

  @Test(arguments: [("a\nb", "a\r\nb"), ("a\nb\n", "a\r\nb\r\n"), ("a\n\nb", "a\r\n\r\nb")])
  func survivesAChangeOfLineEnds(unix: String, windows: String) {
    #expect(fingerprint(unix) == fingerprint(windows))
  }

  @Test(arguments: [("a\rb", "ab"), ("a\r", "a"), ("a\r\rb", "a\rb"), ("ab", "abc"), ("a", "A"), ("", "a")])
  func differsBySecret(one: String, other: String) {
    #expect(fingerprint(one) != fingerprint(other))
  }

  @Test func differsByRule() {
    #expect(fingerprint("value", rule: "one-rule") != fingerprint("value", rule: "other-rule"))
  }

  @Test func keepsRuleAndSecretApart() {
    #expect(fingerprint("bc", rule: "a") != fingerprint("c", rule: "ab"))
  }

  @Test func isReadBackFromItsText() {
    let written = fingerprint("value")
    #expect(Fingerprint(hex: "\(written)") == written)
    #expect(written.hex.count == 32)
  }
}
