import Patterns
import Testing

@testable import Rules

@Suite struct ExampleTemplateTests {
  private func text(_ template: String, seed: UInt64 = 1) throws -> String {
    try ExampleTemplate(template).text(seed: seed)
  }

  @Test(
    "each placeholder gives a text of its shape",
    arguments: [
      ("{alnum:36}", "^[A-Za-z0-9]{36}$"), ("{lower:9}", "^[a-z]{9}$"), ("{upper:9}", "^[A-Z]{9}$"),
      ("{digits:12}", "^[0-9]{12}$"), ("{loweralnum:20}", "^[a-z0-9]{20}$"), ("{upperalnum:20}", "^[A-Z0-9]{20}$"),
      ("{hex:40}", "^[0-9a-f]{40}$"), ("{HEX:40}", "^[0-9A-F]{40}$"), ("{base32:40}", "^[A-Z2-7]{40}$"),
      ("{base64:60}", "^[A-Za-z0-9+/]{60}$"), ("{base64url:60}", "^[A-Za-z0-9][A-Za-z0-9_-]{58}[A-Za-z0-9]$"),
      ("{password:30}", "^[A-Za-z0-9][A-Za-z0-9!@#%^*_-]{28}[A-Za-z0-9]$"), ("{alnum:1}", "^[A-Za-z0-9]$"),
      ("{uuid}", "^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$"),
      ("{jwt}", #"^ey[A-Za-z0-9]{34}\.ey[A-Za-z0-9]{68}\.[A-Za-z0-9]{43}$"#),
      (
        "{pem:TEST KEY}", "^-{5}BEGIN TEST KEY-{5}\n(?:[A-Za-z0-9+/]{64}\n){24}[A-Za-z0-9+/]{32}\n-{5}END TEST KEY-{5}$"
      ),
      ("{pem-escaped:X}", #"^-{5}BEGIN X-{5}\\n(?:[A-Za-z0-9+/]{64}\\n){24}[A-Za-z0-9+/]{32}\\n-{5}END X-{5}$"#),
      ("{github:ghp_}", "^ghp_[A-Za-z0-9]{36}$"), ("{github:ghr_:70}", "^ghr_[A-Za-z0-9]{76}$"),
      ("{npm}", "^npm_[A-Za-z0-9]{36}$"),
      ("{grafana}", "^glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}$"), ("{atlassian:ATBB:24}", "^ATBB[A-Za-z0-9]{24}[0-9A-F]{8}$"),
      ("{atlassian:ATATT3x:90}", "^ATATT3x[A-Za-z0-9]{90}=[0-9A-F]{8}$"),
      ("{cloudflare:cfk_}", "^cfk_[A-Za-z0-9]{40}[0-9a-f]{8}$"),
      ("{zuplo}", "^zpka_[A-Za-z0-9]{32}_[0-9a-f]{8}$"), ("{gitlab:glpat-}", #"^glpat-[\w-]{35}\.01\.0z[0-9a-z]{7}$"#),
      ("{bech32:AGE-SECRET-KEY-}", "^AGE-SECRET-KEY-1[A-Z0-9]{58}$"), ("{bech32:nsec}", "^nsec1[a-z0-9]{58}$"),
      ("{base58check:128}", "^5[1-9A-HJ-NP-Za-km-z]{50}$"), ("{nkey-seed:U}", "^SU[A-Z2-7]{56}$"),
      ("{aws-key-id:AKIA}", "^AKIA[Q-Z2-7][A-Z2-7]{15}$"), ("{base64-json:k:30}", "^eyJrIjoi[A-Za-z0-9]{40,44}$"),
      ("{basic}", "^[A-Za-z0-9+/]{30,32}={0,2}$"),
      (
        "{pem:EC PRIVATE KEY}",
        "^-{5}BEGIN EC PRIVATE KEY-{5}\n(?:[A-Za-z0-9+/=]{1,64}\n){3}-{5}END EC PRIVATE KEY-{5}$"
      ),
      ("a {lower:2} b {digits:2} c", "^a [a-z]{2} b [0-9]{2} c$"),
    ])
  func shapes(template: String, shape: String) throws {
    for seed in 0..<20 {
      let text = try text(template, seed: UInt64(seed))
      #expect(try Pattern(shape).matches(Array(text.utf8), scratch: PatternScratch()), "\(text.count) characters")
    }
  }

  @Test(
    "braces, literals and repeats",
    arguments: [
      ("", ""), ("plain", "plain"), ("{{x}}", "{x}"), ("a{{", "a{"), ("}}b", "}b"), ("{{{lit:x}}}", "{x}"),
      ("{lit:a:b c}", "a:b c"),
      ("{lit:}", ""), ("{lit}", ""), ("{repeat:ab:3}", "ababab"), ("{repeat::::2}", "::::"), ("{repeat:x:0}", ""),
      ("ü{lit:é}ß", "üéß"),
    ])
  func fixedTexts(template: String, expected: String) throws {
    #expect(try text(template) == expected)
  }

  @Test(
    "what no template knows is named",
    arguments: [
      ("{alpha:3}", "alpha:3"), ("{alnum}", "alnum"), ("{alnum:}", "alnum:"), ("{alnum:x}", "alnum:x"),
      ("{alnum:0}", "alnum:0"),
      ("{alnum:-1}", "alnum:-1"), ("{}", ""), ("{repeat:x}", "repeat:x"), ("{github}", "github"),
      ("{github:ghp_:x}", "github:ghp_:x"), ("{gitlab:}", "gitlab:"),
      ("{nkey-seed:B}", "nkey-seed:B"), ("{base58check:300}", "base58check:300"), ("{base64-json:k}", "base64-json:k"),
      ("{atlassian:ATBB}", "atlassian:ATBB"), ("{aws-key-id:}", "aws-key-id:"), ("{repeat:x:y}", "repeat:x:y"),
      ("a {lower:3", "{lower:3"), ("a } b", "} b"), ("{Alnum:3}", "Alnum:3"),
    ])
  func mistakes(template: String, placeholder: String) {
    let error = #expect(throws: TemplateError.self) { try text(template) }
    #expect(error?.placeholder == placeholder)
    #expect(error?.description == "the placeholder «\(placeholder)» is not known")
  }

  @Test("a repeat of fewer than none is a mistake, and no end of the program")
  func negativeRepeat() async {
    await #expect(processExitsWith: .success) {
      #expect(throws: TemplateError.self) { try ExampleTemplate("{repeat:x:-1}").text(seed: 1) }
    }
  }

  @Test("the same seed gives the same text, another seed another")
  func seeds() throws {
    for template in ["{alnum:40} {uuid} {jwt}", "{pem:X}", "{password:40}"] {
      #expect(try text(template, seed: 7) == text(template, seed: 7))
      #expect(try Set((0..<50).map { try text(template, seed: $0) }).count == 50)
    }
    #expect(try text("{hex:16} {hex:16}").split(separator: " ").count == 2)
    let halves = try text("{hex:16} {hex:16}").split(separator: " ")
    #expect(halves[0] != halves[1])
  }
}
