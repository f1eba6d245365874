import Structure
import Testing

@testable import Rules

@Suite struct ExampleTemplateStructureTests {
  @Test(
    "what a template makes passes the check of its kind",
    arguments: [
      ("{github:ghp_}", "github-crc32"), ("{github:ghr_:70}", "github-crc32"), ("{npm}", "npm-crc32"),
      ("{grafana}", "grafana-crc32"), ("{atlassian:ATATT3xFfGF0:170}", "atlassian-crc32"),
      ("{atlassian:ATBB:24}", "atlassian-crc32"), ("{cloudflare:cfat_}", "cloudflare-crc32"),
      ("{zuplo}", "zuplo-crc32"),
      ("{gitlab:glpat-}", "gitlab-routable"), ("{gitlab:glrt-t1_}", "gitlab-routable"),
      ("{bech32:AGE-SECRET-KEY-}", "bech32"),
      ("{bech32:nsec}", "bech32"), ("{base58check:128}", "base58check"), ("{nkey-seed:A}", "nkey-seed"),
      ("{aws-key-id:ASIA}", "aws-key-id"), ("{base64-json:k:40}", "base64-json"), ("{basic}", "basic-credentials"),
      ("{jwt}", "jwt"), ("{pem:RSA PRIVATE KEY}", "pem"), ("{pem-escaped:PRIVATE KEY}", "pem"),
      ("{pem:OPENSSH PRIVATE KEY}", "pem"), ("{pem:PGP PRIVATE KEY BLOCK}", "pem"),
      ("{pem:ENCRYPTED PRIVATE KEY}", "pem"),
    ])
  func made(template: String, name: String) throws {
    let check = try #require(StructureCheck.named(name))
    for seed in 0..<40 {
      let judgement = check.judge(Array(try ExampleTemplate(template).text(seed: UInt64(seed)).utf8))
      #expect(judgement != nil && judgement?.standing != .broken, "seed \(seed)")
    }
  }
}
