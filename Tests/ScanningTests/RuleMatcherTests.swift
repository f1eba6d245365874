import Rules
import Testing
import Vocabulary

@testable import Scanning

@Suite struct RuleMatcherTests {
  @Test(
    "the secret is the group named, else the first group that holds something, else the whole match",
    arguments: [
      ("regex = 'k=([a-z]+)'", "k=abc", ["abc"]), ("regex = 'k=[a-z]+'", "k=abc", ["k=abc"]),
      ("regex = '(k)=([a-z]+)'\nsecretGroup = 2", "k=abc", ["abc"]), ("regex = '(k)=([a-z]+)'", "k=abc", ["k"]),
      ("regex = '(x)?k=([a-z]+)'", "k=abc", ["abc"]), ("regex = '(x?)k=([a-z]+)'", "k=abc", ["abc"]),
      ("regex = 'k=(?:\"([a-z]+)\"|([a-z]+))'", "k=\"abc\" k=def", ["abc", "def"]),
      ("regex = '(x)?k=([a-z]+)'\nsecretGroup = 1", "k=abc", ["k=abc"]), ("regex = 'k=([a-z]*)'", "k=", ["k="]),
      ("regex = '(k)=abc'\nsecretGroup = 0", "k=abc", ["k"]),
    ])
  func groups(rule: String, text: String, expected: [String]) throws {
    #expect(try scan(text, "[[rules]]\nid = 'a'\n\(rule)\n").secrets == expected)
  }

  @Test("a built-in rule may name the whole match")
  func groupZero() throws {
    let rule = "[[rules]]\nid = 'a'\nregex = '(k)=abc'\nsecretGroup = 0\n"
    #expect(try scan("k=abc", rule, builtIn: true).secrets == ["k=abc"])
  }

  @Test(
    "entropy must be greater than the threshold",
    arguments: [
      ("1", "aaaa", []), ("0.5", "aabb", ["aabb"]), ("1", "aabb", []), ("0.999", "aabb", ["aabb"]), ("2", "abcd", []),
      ("1.99", "abcd", ["abcd"]), ("0", "aaaa", ["aaaa"]),
    ] as [(String, String, [String])])
  func entropy(threshold: String, secret: String, expected: [String]) throws {
    let rule = "[[rules]]\nid = 'a'\nregex = 'k=([a-z]+)'\nentropy = \(threshold)\n"
    #expect(try scan("k=\(secret)", rule).secrets == expected)
  }

  @Test(
    "the structure of a secret makes it surer or less sure, and says so",
    arguments: [
      ("{github:ghp_}", "high", Confidence.high, "its checksum is right (CRC-32)"),
      ("{github:ghp_}", "medium", .high, "its checksum is right (CRC-32)"),
      ("{github:ghp_}", "low", .medium, "its checksum is right (CRC-32)"),
      ("ghp_{alnum:36}", "high", .medium, "against it: its checksum is wrong (CRC-32): it may be made up"),
      ("ghp_{alnum:36}", "medium", .low, "against it: its checksum is wrong (CRC-32): it may be made up"),
      ("ghp_{alnum:36}", "low", .low, "against it: its checksum is wrong (CRC-32): it may be made up"),
      ("{jwt}", "medium", .medium, "its header and payload are those of a token"),
      ("ghp_{alnum:20}", "high", .high, nil),
    ] as [(String, String, Confidence, String?)])
  func structure(template: String, confidence: String, expected: Confidence, words: String?) throws {
    let rule = """
      [[rules]]
      id = 'a'
      regex = '(?:ghp_|eyJ)[\\w.-]+'
      confidence = '\(confidence)'
      checks = ['github-crc32', 'jwt']
      """
    let check = template == "{jwt}" ? rule.replacing("'github-crc32', ", with: "") : rule.replacing(", 'jwt'", with: "")
    let finding = try #require(scan(try made("k=\(template)"), check).findings.first)
    #expect(finding.confidence == expected)
    if let words { #expect(finding.evidence.contains(words)) } else { #expect(finding.evidence.count == 1) }
  }

  @Test(
    "what is broken is no match where the rule says so", arguments: ["", "invalid = 'lower'", "invalid = 'reject'"])
  func rejection(invalid: String) throws {
    let rule = "[[rules]]\nid = 'a'\nregex = 'ghp_\\w+'\nchecks = ['github-crc32']\n\(invalid)\n"
    let (valid, broken) = (try made("{github:ghp_}"), try made("ghp_{alnum:36}"))
    #expect(try scan("\(valid) \(broken)", rule).secrets == (invalid.contains("reject") ? [valid] : [valid, broken]))
  }

  @Test("the first check that has something to say decides")
  func firstCheck() throws {
    let rule = "[[rules]]\nid = 'a'\nregex = 'gl(?:sa|c)_\\w+'\nchecks = ['grafana-crc32', 'base64-json']\n"
    for (template, words) in [
      ("{grafana}", "its checksum is right (CRC-32)"),
      ("glc_{base64-json:o:40}", "it holds JSON in base64, as such tokens do"),
    ] {
      #expect(try scan(try made(template), rule).findings.first?.evidence.contains(words) == true)
    }
  }

  @Test(
    "line ends after a secret are no part of it",
    arguments: [
      ("k=abc\n", "abc"), ("k=abc\n\n\n", "abc"), ("k=abc", "abc"), ("k=a\nb\n", "a\nb"), ("k=abc\r\n", "abc\r"),
    ])
  func trailingLineEnds(text: String, expected: String) throws {
    #expect(try scan(text, "[[rules]]\nid = 'a'\nregex = '(?s)k=(.+)'\n").secrets == [expected])
  }

  @Test(
    "every match is found, one after the other, and an empty one stops nothing",
    arguments: [
      ("'[0-9]{2}'", "12345", ["12", "34"]), ("'[0-9]*'", "a1b22", ["1", "22"]), ("'(?=[0-9])|x'", "1x2x", ["x", "x"]),
      ("'^|x'", "xx", ["x"]), ("'a\\Kb'", "abab", ["b", "b"]),
    ])
  func allMatches(regex: String, text: String, expected: [String]) throws {
    #expect(try scan(text, "[[rules]]\nid = 'a'\nregex = \(regex)\n").secrets == expected)
  }

  @Test("a pattern with more groups than are reported ends")
  func manyGroups() throws {
    let regex = String(repeating: "(a)", count: 70)
    #expect(try scan(String(repeating: "a", count: 70), "[[rules]]\nid = 'a'\nregex = '\(regex)'\n").secrets == ["a"])
  }

  @Test(
    "a rule without keywords is matched against every text, one with them where a keyword stands",
    arguments: [
      ("", "x 42", true), ("keywords = ['num']", "x 42", false), ("keywords = ['num']", "NUM, far away \n\n 42", true),
      ("keywords = ['none', 'num']", "num 42", true), ("keywords = ['']", "x 42", true),
    ])
  func keywords(line: String, text: String, isFound: Bool) throws {
    let result = try scan(text, "[[rules]]\nid = 'a'\nregex = '[0-9]+'\n\(line)\n")
    #expect(result.secrets == (isFound ? ["42"] : []))
  }

  @Test(
    "a rule with a path is matched there alone",
    arguments: [("conf/a.env", true), ("conf/a.txt", false), ("a.env.txt", false)])
  func paths(path: String, isFound: Bool) throws {
    let rule = "[[rules]]\nid = 'a'\nregex = '[0-9]+'\npath = '\\.env$'\n"
    #expect(try scan("42", rule, path: path).findings.isEmpty == !isFound)
  }

  private static let pathRule = "[[rules]]\nid = 'a'\npath = '\\.p12$'\nseverity = 'critical'\n"

  @Test("a rule of a path alone reports the file, whatever it holds", arguments: ["", "some text"])
  func pathOnly(text: String) throws {
    let result = try scan(text, Self.pathRule, path: "keys/a.p12")
    #expect(result.rules == ["a"])
    #expect(result.findings.first?.region.text == "1:1-1:1")
    #expect(result.findings.first?.secret.count == 0)
    #expect(try scan(text, Self.pathRule, path: "keys/a.txt").findings.isEmpty)
  }

  @Test("a rule of a path alone reports a file once, and hides nothing in it")
  func pathOnlyBesideOthers() throws {
    let rules = Self.pathRule + "[[rules]]\nid = 'b'\nregex = 'tok[0-9]{4}'\n"
    #expect(try Set(scan("tok1234", rules, path: "a.p12").rules) == ["a", "b"])
    #expect(try Set(scan(" tok1234", rules, path: "a.p12").rules) == ["a", "b"])
    let binary: [UInt8] =
      [1, 2, 3, 0xFF, 1, 2] + encoded("a wide string", .utf16LittleEndian) + [1, 2, 3, 0xFF, 4, 5, 6]
    #expect(try scan(binary, Self.pathRule, path: "a.p12").rules == ["a"])
    let utf16 = mark(.utf16LittleEndian) + encoded("a text", .utf16LittleEndian)
    #expect(try scan(utf16, Self.pathRule, path: "a.p12").rules == ["a"])
  }

  @Test("allowlists hold for a rule of a path alone too")
  func pathOnlyAllowlists() throws {
    let rule = Self.pathRule + "[[rules.allowlists]]\npaths = ['^test/']\n"
    #expect(try scan("x", rule, path: "a.p12").rules == ["a"])
    #expect(try scan("x", rule, path: "test/a.p12").rules == [])
  }

  @Test(
    "allowlists of the rule and of the configuration",
    arguments: [
      ("[[rules.allowlists]]\nstopwords = ['ABC']", ["123"]), ("[[rules.allowlists]]\nregexes = ['^abc$']", ["123"]),
      ("[[rules.allowlists]]\nregexTarget = 'match'\nregexes = ['^k=abc']", ["123"]),
      ("[[rules.allowlists]]\nregexTarget = 'line'\nregexes = ['example']", ["123"]),
      ("[[rules.allowlists]]\npaths = ['txt$']", []), ("[[allowlists]]\nstopwords = ['ABC']", ["123"]),
      ("[[allowlists]]\npaths = ['md$']\nregexes = ['abc']", ["123"]),
      ("[[allowlists]]\ncondition = 'AND'\npaths = ['md$']\nregexes = ['abc']", ["abc", "123"]),
      ("[[allowlists]]\ncondition = 'AND'\npaths = ['txt$']\nregexes = ['abc']", ["123"]),
      ("[[allowlists]]\ncommits = ['abc']", ["abc", "123"]),
    ] as [(String, [String])])
  func allowlists(text: String, expected: [String]) throws {
    let rules = "[[rules]]\nid = 'a'\nregex = 'k=([a-z0-9]+);'\n\(text)\n"
    #expect(try scan("let k=abc; // example\nlet k=123;\n", rules).secrets == expected)
  }

  @Test("the trap: gitleaks' own expression lets «false» through anywhere, and stanch keeps to what is written")
  func anchoredAlternation() throws {
    let rules = "[[rules]]\nid = 'a'\nregex = 'k=(\\S+)'\n[[rules.allowlists]]\nregexes = ['(?i)^true|false|null$']\n"
    let found = try scan("k=atrueb k=xFALSEx k=nullx k=xnull k=true1 k=plain", rules).secrets
    #expect(found == ["atrueb", "nullx", "plain"])
  }

  @Test(
    "a path that the configuration leaves out",
    arguments: [
      ("paths = ['^vendor/']", "vendor/a", true), ("paths = ['^vendor/']", "src/vendor/a", false),
      ("regexes = ['vendor']", "vendor/a", false),
      ("condition = 'AND'\npaths = ['^vendor/']\nstopwords = ['x']", "vendor/a", false),
    ])
  func excludes(allowlist: String, path: String, expected: Bool) throws {
    let scanner = try Scanner(ruleSet("[[allowlists]]\n\(allowlist)\n"))
    let excludes = scanner.excludes(RepositoryPath(path))
    #expect(excludes == expected)
  }

  @Test(
    "rules of low confidence pass over what is binary",
    arguments: [("low", []), ("medium", ["tok1234"]), ("high", ["tok1234"])])
  func binaries(confidence: String, expected: [String]) throws {
    let rule = "[[rules]]\nid = 'a'\nregex = 'tok[0-9]{4}'\nconfidence = '\(confidence)'\n"
    let noise = [UInt8](repeating: 1, count: 40)
    #expect(try scan(noise + Array("tok1234".utf8) + noise, rule).secrets == expected)
    #expect(try scan("tok1234", rule).secrets == ["tok1234"])
  }

  @Test("a disabled rule finds nothing")
  func disabled() throws {
    let rules = "[[rules]]\nid = 'a'\nregex = 'tok[0-9]'\n[[rules]]\nid = 'b'\nregex = 'tok[0-9]'\n"
    let scanner = try Scanner(ruleSet(rules).disabling(["a"]))
    #expect(scanner.scan(blob(Array("tok1".utf8))).rules == ["b"])
  }

  @Test("what a limit cut short is an incident, and other rules go on")
  func limits() throws {
    let rules = "[[rules]]\nid = 'deep'\nregex = '^(?:a|aa|aaa)+\\d'\n[[rules]]\nid = 'fine'\nregex = 'tok[0-9]'\n"
    let result = try scan(String(repeating: "a", count: 80) + " tok1", rules, path: "dir/a")
    #expect(result.rules == ["fine"])
    #expect(result.incidents.map(\.kind) == [.limits])
    #expect(result.incidents.first?.subject == "dir/a")
    #expect(result.incidents.first?.reason.hasPrefix("the rule deep gave up: ") == true)
    #expect(result.incidents.first?.hint?.contains("--tolerate limits") == true)
  }

  @Test("a rule whose matches begin with a keyword is matched at each keyword, and nowhere else")
  func beginsWithKeyword() throws {
    let rules =
      "[[rules]]\nid = 'a'\nregex = '(?<![a-z])ab://([0-9]{2,4})'\nkeywords = ['ab://']\nbeginsWithKeyword = true\n"
    #expect(try scan("ab://12 xab://34 ab://5 ab://6789ab://01", rules, builtIn: true).secrets == ["12", "6789", "01"])
    // Without the promise of the built-in rules the whole text is looked at, and the same is found.
    #expect(try scan("ab://12 xab://34 ab://5 ab://6789ab://01", rules).secrets == ["12", "6789", "01"])
  }
}
