import Scanning
import Testing
import Vocabulary

@testable import Rules

@Suite struct RuleImageTests {
  /// A definition for each way in which optional values can be there or not.
  private static let everyShape = (0..<64).map(shape)

  private static func shape(_ bits: Int) -> RuleDefinition {
    func when<Value>(_ bit: Int, _ value: Value) -> Value? { bits >> bit & 1 == 1 ? value : nil }
    let summary = RuleSummary(
      id: RuleID("rule-\(100 + bits)"), title: "Tïtle \(bits)", description: bits == 0 ? "" : "a\nb\0c",
      severity: Severity.allCases[bits % 4], confidence: Confidence.allCases[bits % 3],
      holder: when(0, "can do \(bits)"), revoke: when(1, ""))
    let keywords = bits.isMultiple(of: 5) ? [] : ["key\(bits % 7)", "word"]
    let reach: RuleDefinition.Reach = bits.isMultiple(of: 2) ? .wholeText : .window(bits * 1000)
    return RuleDefinition(
      summary: summary, pattern: when(2, #"k\#(bits)(é|\d)"#), pathPattern: when(3, "^p"),
      secretGroup: when(4, bits % 3),
      keywords: keywords, entropy: when(5, Double(bits) / 8),
      checks: bits.isMultiple(of: 3) ? [] : ["pem", "jwt"], rejectsBroken: bits % 4 == 1, reach: reach,
      allowlists: (0..<(bits % 3)).map { allowlist($0, of: bits) })
  }

  private static func allowlist(_ number: Int, of bits: Int) -> AllowlistDefinition {
    let targets: [AllowlistDefinition.Target] = [.secret, .match, .line]
    return AllowlistDefinition(
      description: "allow \(number)", requiresAll: number == 1, paths: number == 0 ? [] : ["p", ""],
      target: targets[(bits + number) % 3], regexes: ["r"], stopwords: ["s", "ü"], commits: ["c"])
  }

  private static func group(_ image: RuleImage) throws -> RuleGroup {
    try #require(try image.ruleSet().groups.first).group
  }

  @Test func definitionsComeBackEqual() throws {
    let group = try Self.group(RuleImage(rules: Self.everyShape, allowlists: []))
    #expect(group.rules.map(\.definition) == Self.everyShape)
    #expect(Array(group.reaches) == Self.everyShape.map(\.reach))
    #expect(group.keywords == KeywordTable(Self.everyShape))
  }

  @Test func allowlistsComeBack() throws {
    let allowlists = Self.everyShape.flatMap(\.allowlists)
    let read = try RuleImage(rules: Self.everyShape, allowlists: allowlists).ruleSet().allowlists
    #expect(read.map(\.description) == allowlists.map(\.description))
    #expect(try RuleImage(rules: Self.everyShape, allowlists: []).ruleSet().allowlists.isEmpty)
  }

  @Test("rules can be asked for in any order")
  func order() throws {
    let group = try Self.group(RuleImage(rules: Self.everyShape, allowlists: []))
    for index in [63, 0, 31, 63, 1] { #expect(group.rule(at: index).definition == Self.everyShape[index]) }
  }

  @Test("no keywords, and no rules at all", arguments: [0, 1])
  func withoutKeywords(count: Int) throws {
    let rules = Array(Self.everyShape.prefix(count))
    let image = try RuleImage(rules: rules, allowlists: [])
    #expect(try Self.group(image).keywords.firstMarker == 0)
    #expect(try Self.group(image).rules.map(\.definition) == rules)
  }

  @Test("the text can stand in a string literal")
  func isText() throws {
    let image = try RuleImage(rules: Self.everyShape, allowlists: Self.everyShape.flatMap(\.allowlists))
    #expect(String(validating: image.text, as: UTF8.self) != nil)
  }

  @Test("the same rules give the same image")
  func sameImage() throws {
    let (one, other) = (
      try RuleImage(rules: Self.everyShape, allowlists: []), try RuleImage(rules: Self.everyShape, allowlists: [])
    )
    #expect(one == other)
  }

  @Test("where vectorscan does not take the database, one is made", arguments: [[], [1, 2, 3]] as [[UInt8]])
  func otherDatabase(bytes: [UInt8]) throws {
    let rules = try definitions("[[rules]]\nid = 'a'\nregex = 'key[0-9]'\nkeywords = ['key']\n")
    let image = RuleImage(text: try RuleImage(rules: rules, allowlists: []).text, database: bytes)
    let scanner = try Scanner(image.ruleSet())
    let blob = Blob(provenance: Provenance(path: RepositoryPath("p")), bytes: Array("a KEY1 key2".utf8))
    #expect(scanner.scan(blob).findings.count == 1)
  }

  @Test("numbers to the largest", arguments: [0, 1, 127, 128, 16_383, 16_384, 1 << 28, 1 << 31, .max] as [UInt32])
  func numbers(number: UInt32) {
    var writer = ImageWriter()
    writer.number(7)
    writer.number(number)
    writer.string("x")
    var reader = ImageReader(ImageBytes(writer.contents), at: 0)
    #expect(reader.number() == 7)
    #expect(reader.number() == number)
    #expect(reader.string() == "x")
    #expect(reader.position == writer.contents.count)
  }

  @Test("a scanner finds with the image what it finds with the definitions")
  func scanning() throws {
    let rules = try definitions(
      """
      [[rules]]
      id = 'token'
      regex = 'tok_[a-z0-9]{8}'
      keywords = ['tok_']
      [[rules]]
      id = 'named'
      regex = 'pass=(\\S{1,20})'
      keywords = ['pass=', 'word']
      entropy = 1.5
      [[rules]]
      id = 'always'
      regex = '#[0-9]{4}'
      """, builtIn: true)
    let allowlists = [
      AllowlistDefinition(
        description: "d", requiresAll: false, paths: [], target: .secret, regexes: [], stopwords: ["zz"], commits: [])
    ]
    let written = RuleSet(try RuleGroup(rules), allowlists: allowlists.map(Allowlist.init))
    let image = try RuleImage(rules: rules, allowlists: allowlists).ruleSet()
    let one = try Scanner(written)
    let other = try Scanner(image)
    var total = 0
    for seed in 0..<60 {
      let template =
        "a TOK_{loweralnum:8}\ntok_{loweralnum:8} pass={password:9} pass=aaaa pass=azz{hex:5} #{digits:4} {hex:40}"
      let text = try ExampleTemplate(template).text(seed: UInt64(seed))
      let blob = Blob(provenance: Provenance(path: RepositoryPath("p")), bytes: Array(text.utf8))
      let (found, expected) = (other.scan(blob).findings, one.scan(blob).findings)
      #expect(found == expected)
      total += found.count
    }
    #expect(total > 150)
  }
}
