import Filters
import Patterns
import Testing

/// A match for filters to judge.
struct Match: FilterSubject {
  var attributes: [String: String] = ["path": "src/app.go"]
  var findings: [String: FilterValue] = [
    "secret": FilterValue("s3cr3t_ABC"), "match": FilterValue("key = s3cr3t_ABC"),
    "line": FilterValue("let key = s3cr3t_ABC // note"), "rule_id": FilterValue("my-rule"),
    "fragment_raw": FilterValue("one\nlet key = s3cr3t_ABC // note\nthree"), "match_start_idx": .integer(8),
    "match_end_idx": .integer(24), "match_line_start_idx": .integer(4), "match_line_end_idx": .integer(32),
  ]

  func attribute(_ name: String) -> FilterValue? { attributes[name].map { FilterValue($0) } }
  func finding(_ name: String) -> FilterValue? { findings[name] }
}

@Suite struct FilterTests {
  private static func answer(_ source: String, _ match: Match = Match()) throws -> Bool {
    try Filter(source).discards(match, scratch: PatternScratch())
  }

  /// Breaks when an operator, its strength or a literal has another meaning than in expr-lang.
  @Test(arguments: [
    "1 + 2 * 3 == 7", "(1 + 2) * 3 == 9", "!false && true", "not false or false", "!(1 > 2)", "1.5 < 2",
    "-1 < 0", "\"a\" + 'b' == `ab`", "\"a\\x62\\u00e9\" == \"abé\"", "2 in [1, 2]", "3 not in [1, 2]",
    "\"k\" in {\"k\": 1}", "{k: 1}.k == 1", "[1, 2, 3][-1] == 3", "\"abcdef\"[1:3] == \"bc\"", "\"abc\"[:-1] == \"ab\"",
    "nil ?? 1 == 1", "!nil ?? true == false", "false ? false : true", "let x = 2; let y = x * 2; y == 4",
    "\"haystack\" contains \"st\"", "\"abc\" startsWith \"ab\" and \"abc\" endsWith \"bc\"",
    "\"abc\" matches \"^a.c$\"", "len(\"é\") == 1 && len([1]) == 1", "max(1, 3, 2) == 3 && min([4, 2]) == 2",
    "lower(\"AB\") == \"ab\" && upper(\"ab\") == \"AB\"", "trim(\"  a \") == \"a\"",
    "replace(\"a-b-c\", \"-\", \"\") == \"abc\"", "split(\"a,b\", \",\") == [\"a\", \"b\"]",
    "lastIndexOf(\"abab\", \"ab\") == 2", "int(\"12\") == 12 && string(3) == \"3\"", "1 == 1.0",
    "true // a remark\n", "/* a remark */ true", "7 % 4 == 3 && 1 / 2 == 0.5",
    // The spellings of CEL.
    "attributes[?\"none\"].orValue(\"x\") == \"x\"", "cel.bind(v, finding[\"secret\"], v.contains(\"ABC\"))",
    "\"abc\".startsWith(\"ab\")", "r\"\"\"\\d\"\"\" == `\\d`", "\"abcd\".substring(1, 3) == \"bc\"",
    "size(\"ab\") == 2",
    "attributes.?path.orValue(\"\") == \"src/app.go\"",
  ])
  func expressionsThatHold(source: String) throws {
    #expect(try Self.answer(source))
  }

  /// Breaks when a filter sees another match than the one at hand.
  @Test(arguments: [
    ("matchesAny(finding[\"secret\"], [`^nothing$`, `(?i)abc$`])", true),
    ("filter.matchesAny(get(attributes, \"path\", \"\"), [`\\.py$`])", false),
    ("containsAny(finding[\"line\"], [\"note\"])", true), ("containsAny(finding[\"line\"], [\"NOTE\"])", false),
    ("entropy(finding[\"secret\"]) <= 2.0", false), ("finding.entropy == nil || true", true),
    ("get(attributes, \"git.sha\", \"none\") == \"none\"", true), ("finding[\"rule_id\"] == \"my-rule\"", true),
    ("failsTokenEfficiency(finding[\"secret\"])", false),
    ("findMatch(finding[\"match\"], `[a-z]+`) == \"key\"", true),
    ("findMatch(finding[\"match\"], `9{9}`) == \"\"", true),
    (
      """
      let context = finding["fragment_raw"][
        max(finding["match_start_idx"] - 150, finding["match_line_start_idx"]):
        min(finding["match_end_idx"] + 3, finding["match_line_end_idx"])
      ];
      context == "let key = s3cr3t_ABC //"
      """, true
    ),
  ])
  func expressionsAboutAMatch(source: String, expected: Bool) throws {
    #expect(try Self.answer(source) == expected)
  }

  /// Breaks when a mistake is passed by, or named at another place.
  @Test(arguments: [
    ("1 +", 1, 4, "too early"), ("(1", 1, 3, "«)» is expected"), ("\"abc", 1, 1, "no quote"),
    ("true &&\n  nothing(1)", 2, 3, "no function «nothing»"), ("true\n&& elsewhere", 2, 4, "of the name «elsewhere»"),
    ("entropy()", 1, 1, "0 arguments"), ("1 § 2", 1, 3, "not expected"), ("let x 1; x", 1, 7, "«=» is expected"),
    ("true true", 1, 6, "«true» is not expected"), ("`open", 1, 1, "ends this"), ("\"\\q\"", 1, 2, "escape"),
    ("finding[\"colour\"] == 1", 1, 1, "no «colour»"),
    ("matchesAny(finding[\"secret\"], [`(`])", 1, 1, "regular expression"),
    ("http.get(\"x\", {}).status == 200", 1, 1, "«http»"),
  ])
  func mistakes(source: String, line: Int, column: Int, words: String) throws {
    let error = try #require(throws: FilterError.self) { try Filter(source) }
    #expect((error.line, error.column) == (line, column), "\(error)")
    #expect(error.cause.contains(words), "\(error)")
  }

  /// Breaks when an expression without an answer counts as yes or no.
  @Test(arguments: [
    "1", "\"a\" && true", "finding[\"secret\"] < 1", "7 % 0 == 1", "9223372036854775807 + 1 > 0", "!\"a\"",
  ])
  func whatHasNoAnswer(source: String) {
    #expect(throws: FilterFault.self) { try Self.answer(source) }
  }

  /// Breaks when the reader of expressions can be made to overflow its stack.
  @Test func expressionsThatStandTooDeep() {
    let error = #expect(throws: FilterError.self) {
      try Filter(String(repeating: "(", count: 100_000) + "true" + String(repeating: ")", count: 100_000))
    }
    #expect(error?.cause.contains("too deep") == true)
    for deep in [
      String(repeating: "!", count: 100_000) + "true", Array(repeating: "true", count: 100_000).joined(separator: "||"),
    ] {
      #expect(throws: FilterError.self) { try Filter(deep) }
    }
  }

  /// Breaks when a scan would carry over an answer that depends on more than the match.
  @Test(
    arguments: [
      ("entropy(finding[\"secret\"]) < 3", []), ("finding[\"line\"] == \"\"", [Filter.Dependency.line]),
      ("finding[\"fragment_raw\"] == \"\"", [.text]), ("get(finding, \"match_start_idx\", 0) == 0", [.text]),
      ("get(attributes, \"path\", \"\") == \"\"", [.path]), ("attributes[\"git.sha\"] == \"\"", [.path, .commit]),
      ("finding[\"li\" + \"ne\"] == \"\"", [.line, .text]),
    ] as [(String, Set<Filter.Dependency>)])
  func dependencies(source: String, expected: Set<Filter.Dependency>) throws {
    #expect(try Filter(source).dependencies == expected)
  }

  /// Breaks when what asks a service is not read, or a mistake in it is not seen.
  @Test func validation() throws {
    try Filter.checkSyntax(
      """
      let r = http.get("https://api.example.org/me", {"Authorization": "Bearer " + finding["secret"]});
      r.status == 200 && (r.json?.login ?? "") != "" ? {"result": "valid", "login": r.json?.login} :
      r.status in [401, 403] ? {"result": "invalid"} : validate.unknown(r)
      """)
    #expect(throws: FilterError.self) { try Filter.checkSyntax("http.get(") }
  }

  /// Breaks when a question that only a language model's table answers discards something.
  @Test func tokenEfficiencyIsTold() throws {
    #expect(try Filter("failsTokenEfficiency(finding[\"secret\"])").asksTokenEfficiency)
    #expect(try !Filter("entropy(finding[\"secret\"]) < 1").asksTokenEfficiency)
  }
}
