import Patterns
import TOML
import Testing

@testable import Rules

@Suite struct ContextExpressionTests {
  private static let value = String(repeating: "5e", count: 10)

  /// The value that a rule about 20 hexadecimal digits finds in `text`, where `#` stands for such a value.
  private func found(_ text: String, names: String = "", context: String = "'acme', 'beta_corp'") throws -> String? {
    let rule = try #require(
      try definitions("[[rules]]\nid = 'a'\ncontext = [\(context)]\nvalue = '[0-9a-f]{20}'\nnames = [\(names)]\n").first
    )
    let text = Array(text.replacing("#", with: Self.value).utf8)
    let pattern = try Pattern(try #require(rule.pattern))
    let scratch = try PatternScratch()
    let match = try unsafe pattern.firstMatch(in: text.span.bytes, window: 0..<text.count, scratch: scratch)
    return match?.group(1).map { String(decoding: text[$0], as: UTF8.self) }
  }

  @Test(
    "every way to assign",
    arguments: [
      "ACME_API_KEY=#", "export ACME_KEY='#'", "acmeKey = \"#\"", "acmekey: #", "acme: #", "String acmeToken = \"#\";",
      "\"acme_token\": \"#\"", "'acme-key' => '#'", "acme.key = #\n", "acme_key := `#`", "acme_key ::= '#'",
      "ACME ?= #",
      "$acmeKey .= \"#\"", "let acmeKey: String = \"#\"", "acme_key = b'#'", "acme_key = r\"#\"", "acmeKey = @\"#\"",
      "System.setProperty(\"ACME_KEY\", \"#\")", "define('ACME_KEY', '#');", "Acme('#')", "new AcmeClient(\"#\")",
      "{\"config.ini\": \"ACME_TOKEN=#\\nBACKUP=true\"}",
      "{\\\"acme_key\\\": \\\"#\\\"}",
      "{\\\\\\\"acme\\\\\\\":\\\\\\\"#\\\\\\\"}",
      "<acmeKey>#</acmeKey>", "<acmeKey>\n    #\n</acmeKey>", "<add key=\"AcmeKey\" value=\"#\"/>",
      "<string name=\"acme_key\">#</string>", "<key>AcmeKey</key>\n\t<string>#</string>", "acme_key:\n  #",
      "acme_key: >-\n  #",
      "- name: ACME_KEY\n  value: \"#\"", "{\"name\": \"ACME_KEY\", \"value\": \"#\"}", "--acme-key #", "--acme-key=#",
      "ENV ACME_KEY #", "Acme API key: #", "acme token #", "acme = Bearer #", "os.environ.get('ACME_KEY', '#')",
      "process.env.ACME_KEY || '#'", "env['ACME_KEY'] ?? '#'", "os.getenv(\"ACME_KEY\") or \"#\"", "${ACME_KEY:-#}",
      "| ACME_KEY | `#` |", "MY_ACME_KEY=#", "myAcmeKey=#", "ACME%3D#", "acme_keys = ['#']",
    ])
  func assignments(text: String) throws {
    #expect(try found(text) == Self.value, "\(text)")
  }

  @Test(
    "a name of its own after the word",
    arguments: [
      "acme: { apiKey: \"#\" }", "acme = Acme(region='eu', api_key='#')", "https://api.acme.io/v2?key=#&x=1",
      "curl https://acme.io/v1 -H 'Authorization: Bearer #'", "curl https://acme.io/v1 \\\n  -H \"X-Api-Key: #\"",
      "acme:\n  api_key: #", "acme: {\n  url: 'x',\n  apiKey: '#'\n}", "[services.acme]\nsecret = \"#\"",
      "acme --token #", "config[:acme][:api_key] = '#'", "'acme' => [\n    'secret' => '#',\n]", "# Acme\napi_key = #",
      "curl --url https://acme.io/v1 \\\n  --header 'x-api-token: #'",
      "\"x-service\": \"acme\",\n\"authorization\": \"#\"",
    ])
  func ownNames(text: String) throws {
    #expect(try found(text) == Self.value, "\(text)")
  }

  @Test(
    "compound words in every spelling",
    arguments: [
      "BETA_CORP_KEY=#", "beta-corp-key: #", "betaCorpKey=#", "BetacorpKey=#", "BETACORP=#",
    ])
  func compounds(text: String) throws {
    #expect(try found(text) == Self.value, "\(text)")
  }

  @Test(
    "what is no secret of this kind",
    arguments: [
      "acmeration_key=#", "pacme_key=#", "ACME_KEY=#5e", "ACME_KEY=5e#", "ACME_KEY=#-x", "ACME_KEY=#(",
      "ACME_KEY=#.length",
      "ACME_KEY=\n#=1", "acme sha256: #", "ACME_HASH=#", "acme_version = '#'",
      "acme_app_id = '#'", "acmeId: '#'",
      "acme: 1; other = '#'", "acme: {\n  other_key: '#'\n}", "acme:\nother:\n  key: #",
      "acme_url = x, other_key = '#'",
      "// acme is described in\n// commit #", "acme/#", "acme+#", "beta corp key: #", "acme\n#",
    ])
  func noSecrets(text: String) throws {
    #expect(try found(text) == nil, "\(text)")
  }

  @Test(
    "the words that a name must hold",
    arguments: [
      ("ACME_KEY=#", true), ("ACME_APP_SECRET_V2=#", true), ("acme: { secret: '#' }", true), ("KEY_ACME=#", true),
      ("apiKeyForAcme = '#'", true), ("secretAcme = '#'", true), ("Acme secret: #", true), ("ACME=#", false),
      ("ACME_TOKEN=#", false), ("acme: { token: '#' }", false), ("Acme('#')", false), ("monkeyAcme = '#'", false),
      ("acme_secret = '#'", true), ("acme secret key: #", true),
    ])
  func names(text: String, isFound: Bool) throws {
    #expect(try found(text, names: "'key', 'secret'") == (isFound ? Self.value : nil), "\(text)")
  }

  @Test(
    "a context word that holds such a word says enough",
    arguments: [("ACME_KEY=#", true), ("acme_key_live = '#'", true), ("ACME_X=#", false), ("ACME=#", false)])
  func tellingWords(text: String, isFound: Bool) throws {
    let found = try found(text, names: "'key'", context: "'acme', 'acme_key'")
    #expect(found == (isFound ? Self.value : nil), "\(text)")
  }

  @Test("a rule is told to look near its words only, and for the value alone")
  func definition() throws {
    let rule = try #require(
      try definitions("[[rules]]\nid = 'a'\ncontext = ['acme_io', 'acme.io']\nvalue = '[0-9]{20}'\nentropy = 2\n").first
    )
    #expect(rule.keywords == ["acme-io", "acme.io", "acme_io", "acmeio"])
    #expect(rule.secretGroup == 1)
    #expect(rule.entropy == 2)
    guard case .window(let reach) = rule.reach else {
      Issue.record("the reach is not bounded")
      return
    }
    #expect(reach < 700)
  }

  @Test("a value of base64 ends where its alphabet ends", arguments: [("ab/c", false), ("ab", true), ("ab\"", true)])
  func endOfBase64(rest: String, isFound: Bool) throws {
    let rule = try #require(
      try definitions("[[rules]]\nid = 'a'\ncontext = ['acme']\nvalue = '[A-Za-z0-9+/]{8}'\n").first)
    let text = Array("acme=\"123456\(rest)".utf8)
    let scratch = try PatternScratch()
    let match = try unsafe Pattern(try #require(rule.pattern)).firstMatch(
      in: text.span.bytes, window: 0..<text.count, scratch: scratch)
    #expect((match != nil) == isFound)
  }

  @Test(
    "mistakes name the rule and the key",
    arguments: [
      ("context = ['acme']", "key context: needs a value"), ("value = 'x'", "key value: needs a context"),
      ("names = ['key']\nregex = 'x'", "key names: needs a context"),
      ("context = ['acme']\nvalue = 'x'\nregex = 'x'", "key context: stands beside a regex"),
      (
        "context = ['acme']\nvalue = 'x'\nkeywords = ['k']",
        "key keywords: stand beside a context, whose words are the keywords"
      ),
      (
        "context = ['acme']\nvalue = 'x'\nsecretGroup = 1",
        "key secretGroup: stands beside a context, where the value is the secret"
      ),
      ("context = ['acme']\nvalue = '('", "key value: missing closing parenthesis at offset 1 in «(»"),
      ("context = ['acme']\nvalue = '(x)'", "key value: has a capture group"),
      ("context = ['acme']\nvalue = 'x+'", "key value: has no longest match: bound every repeat"),
      ("context = ['acme']\nvalue = '(?=)'", "key value: matches nothing but the empty text"),
      ("context = ['ac']\nvalue = 'x'", "key context: «ac» is too short to say anything"),
      ("context = ['acme']\nnames = ['k']\nvalue = 'x'", "key names: «k» is too short to say anything"),
      (
        "context = ['Acme']\nvalue = 'x'",
        "key context: «Acme» is no word of lower-case letters, digits and dots, with _ between the parts of a compound"
      ),
      ("context = 'acme'\nvalue = 'x'", "key context: expected a list of strings"),
    ])
  func mistakes(body: String, expected: String) throws {
    let error = try mistake("[[rules]]\nid = 'a'\n\(body)\n")
    #expect(error.description.hasSuffix("rule a, \(expected)"), "\(error)")
    #expect(error.line != nil)
  }
}
