import Testing

@testable import Structure

@Suite struct TokenChecksumTests {
  private static let letters = "0123456789abcdefghijKLMNOPQRSTUVwxyz"

  private static func body(_ count: Int) -> String {
    String(String(repeating: letters, count: count / 36 + 1).prefix(count))
  }

  /// Each form's name, its prefixes and what stands between prefix and checksum.
  private static let forms: [(check: String, prefix: String, count: Int, form: TokenChecksum, tail: String)] = [
    ("github-crc32", "ghp_", 30, .github, ""), ("github-crc32", "ghr_", 70, .github, ""),
    ("github-crc32", "ghs_", 30, .github, ""), ("npm-crc32", "npm_", 30, .npm, ""),
    ("grafana-crc32", "glsa_", 32, .grafana, ""), ("atlassian-crc32", "ATATT3", 170, .atlassian, "="),
    ("atlassian-crc32", "ATBB", 24, .atlassian, ""), ("cloudflare-crc32", "cfut_", 40, .cloudflare, ""),
    ("cloudflare-crc32", "cfk_", 40, .cloudflare, ""), ("zuplo-crc32", "zpka_", 32, .zuplo, ""),
  ]

  @Test(arguments: 0..<10)
  func validAndDamaged(index: Int) throws {
    let (name, prefix, count, form, tail) = Self.forms[index]
    let check = try #require(StructureCheck.named(name))
    let token = form.token(bytes(prefix + Self.body(count) + tail), prefix: prefix)
    #expect(check.judge(token) == .proven("its checksum is right (CRC-32)"))
    let start = prefix.utf8.count
    for place in [start, start + count / 2, start + count - 1] {
      #expect(check.judge(damaged(token, at: place))?.standing == .broken, "\(place)")
    }
    var other = token
    other[token.count - 1] = other[token.count - 1] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    #expect(check.judge(other)?.standing == .broken)
  }

  /// What each vendor counts and how it writes the sum, worked out by hand for one body.
  @Test func notations() {
    let crc = Checksum.crc32(bytes("123456789"))
    #expect(crc == 0xCBF4_3926)
    let github = TokenChecksum.github.token(bytes("ghp_123456789"), prefix: "ghp_")
    #expect(github == bytes("ghp_123456789") + bytes("3jZRME"))
    let cloudflare = TokenChecksum.cloudflare.token(bytes("cfk_123456789"), prefix: "cfk_")
    #expect(cloudflare == bytes("cfk_123456789cbf43926"))
    let zuplo = TokenChecksum.zuplo.token(bytes("zpka_123456789"), prefix: "zpka_")
    #expect(zuplo == bytes("zpka_123456789_cbf43926"))
    // These two count the prefix too; of the first the lowest byte stands first.
    #expect(TokenChecksum.grafana.checksum(of: bytes("123456789"), prefix: "") == bytes("2639f4cb"))
    #expect(TokenChecksum.atlassian.checksum(of: bytes("123456789"), prefix: "") == bytes("CBF43926"))
  }

  @Test(
    "of another form there is nothing to say",
    arguments: [
      ("github-crc32", "ghs_1234567_eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.sig"), ("github-crc32", "ghp_short"),
      ("github-crc32", "npm_" + body(36)), ("grafana-crc32", "glc_" + body(60)),
      ("atlassian-crc32", "ATATT3" + body(190) + "z"),
      ("atlassian-crc32", "ATCTT3" + body(170) + "=0123ABCD"), ("cloudflare-crc32", "cfut_" + body(40)),
      ("zuplo-crc32", "zpka_x"),
    ])
  func otherForms(name: String, token: String) throws {
    #expect(try #require(StructureCheck.named(name)).judge(bytes(token)) == nil)
  }
}
