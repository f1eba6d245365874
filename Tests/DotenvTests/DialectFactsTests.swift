import Dotenv
import Testing

/// One line a fact: what each reader makes of the same text, with `A` set to `a` in the environment.
@Suite struct DialectFactsTests {
  struct Fact: Sendable, CustomTestStringConvertible {
    let text: String
    let compose: String?
    let docker: String?
    let node: String?
    let python: String?
    let bash: String?

    init(_ text: String, _ compose: String?, _ docker: String?, _ node: String?, _ python: String?, _ bash: String?) {
      (self.text, self.compose, self.docker) = (text, compose, docker)
      (self.node, self.python, self.bash) = (node, python, bash)
    }

    var testDescription: String { text.debugDescription }
  }

  private static let facts = [
    //   text               compose      docker         node         python       bash
    Fact("K=v\n", "v", "v", "v", "v", "v"),
    Fact("K=   # note\n", "# note", "   # note", "", "", ""),
    Fact("K=#note\n", "#note", "#note", "", "#note", "#note"),
    Fact("K=a#b\n", "a#b", "a#b", "a", "a#b", "a#b"),
    Fact("K=a #b\n", "a", "a #b", "a", "a", "a"),
    Fact("K=a\t#b\n", "a\t#b", "a\t#b", "a", "a", "a"),
    Fact("K='a #b'\n", "a #b", "'a #b'", "a #b", "a #b", "a #b"),
    Fact("K=\"a\\nb\"\n", "a\nb", "\"a\\nb\"", "a\nb", "a\nb", "a\\nb"),
    Fact("K=\"a\\tb\"\n", "a\tb", "\"a\\tb\"", "a\\tb", "a\tb", "a\\tb"),
    Fact("K=\"a\\\"b\"\n", "a\"b", "\"a\\\"b\"", "a\\", "a\"b", "a\"b"),
    Fact("K=\"a\\$b\"\n", "a$b", "\"a\\$b\"", "a\\$b", "a\\$b", "a$b"),
    Fact("K='a\\nb'\n", "a\\nb", "'a\\nb'", "a\\nb", "a\\nb", "a\\nb"),
    Fact("K='${A}'\n", "${A}", "'${A}'", "${A}", "a", "${A}"),
    Fact("K=\"${A}\"\n", "a", "\"${A}\"", "${A}", "a", "a"),
    Fact("K=${A}x\n", "ax", "${A}x", "${A}x", "ax", "ax"),
    Fact("K=$A\n", "a", "$A", "$A", "$A", "a"),
    Fact("K=${N-d}\n", "d", "${N-d}", "${N-d}", "", "d"),
    Fact("K=${N:-d}\n", "d", "${N:-d}", "${N:-d}", "d", "d"),
    Fact("K=${A:+x}\n", "x", "${A:+x}", "${A:+x}", "${A:+x}", "x"),
    Fact("K=${N:?e}\n", nil, "${N:?e}", "${N:?e}", "${N:?e}", nil),
    Fact("K=$$A\n", "$A", "$$A", "$$A", "$$A", nil),
    Fact("K=$(x)\n", "$(x)", "$(x)", "$(x)", "$(x)", nil),
    Fact("K=a b\n", "a b", "a b", "a b", "a b", nil),
    Fact("K=a;b\n", "a;b", "a;b", "a;b", "a;b", nil),
    Fact("K=a&b\n", "a&b", "a&b", "a&b", "a&b", nil),
    Fact("K=a\\b\n", "a\\b", "a\\b", "a\\b", "a\\b", "ab"),
    Fact("K=`a`\n", "`a`", "`a`", "a", "`a`", nil),
    Fact("K=it's\n", "it's", "it's", "it's", "it's", nil),
    Fact("K=\"a\n", nil, "\"a", "\"a", nil, nil),
    Fact("K=\"a\nb\"\n", "a\nb", "\"a", "a\nb", "a\nb", "a\nb"),
    Fact("K='a'b\n", "a", "'a'b", "a", nil, "ab"),
    Fact("K=1\r\n", "1", "1", "1", "1", "1\r"),
    Fact("export K=1\n", "1", nil, "1", "1", "1"),
    Fact("  K=1\n", "1", "1", "1", "1", "1"),
    Fact("K = 1\n", "1", nil, "1", "1", nil),
    Fact("K =1\n", "1", nil, "1", "1", nil),
    Fact("K= 1\n", "1", " 1", "1", "1", nil),
    Fact("K=1  \n", "1", "1  ", "1", "1", "1"),
    Fact("K: 1\n", "1", nil, nil, nil, nil),
    Fact("\u{FEFF}K=1\n", "1", "1", nil, "1", nil),
    Fact("K=1\nK=2\n", "2", "2", "2", "2", "2"),
    Fact("K=\nL=1\n", "", "", "", "", ""),
    Fact("K=é\u{A0}\n", "é", "é\u{A0}", "é\u{A0}", "é", "é\u{A0}"),
    Fact("'K'=1\n", nil, nil, nil, "1", nil),
    Fact("K=~/x\n", "~/x", "~/x", "~/x", "~/x", nil),
    Fact("K={\"a\":1}\n", "{\"a\":1}", "{\"a\":1}", "{\"a\":1}", "{\"a\":1}", "{a:1}"),
    Fact("K=a=b==\n", "a=b==", "a=b==", "a=b==", "a=b==", "a=b=="),
    Fact("K=a,b;\n", "a,b;", "a,b;", "a,b;", "a,b;", "a,b"),
    Fact("K=*\n", "*", "*", "*", "*", "*"),
    Fact("K=!x\n", "!x", "!x", "!x", "!x", "!x"),
  ]

  @Test(arguments: facts)
  func fact(fact: Fact) {
    let environment = ["A": "a"]
    #expect(value(fact.text, .compose, environment: environment) == fact.compose)
    #expect(value(fact.text, .docker, environment: environment) == fact.docker)
    #expect(value(fact.text, .node, environment: environment) == fact.node)
    #expect(value(fact.text, .python, environment: environment) == fact.python)
    #expect(value(fact.text, .bash, environment: environment) == fact.bash)
  }

  /// Where a table's row is not the same all through, each reader that stands out is told with its reason.
  @Test(arguments: facts)
  func differencesFollow(fact: Fact) {
    let own = DotenvDocument(
      Array(fact.text.utf8), file: ".env", dialect: .compose, environment: DotenvEnvironment(["A": "a"]))
    guard fact.compose != nil else { return }
    let told = Set(own.differences().map(\.dialect))
    for (dialect, value) in [
      (DotenvDialect.docker, fact.docker), (.node, fact.node), (.python, fact.python), (.bash, fact.bash),
    ] {
      #expect(told.contains(dialect) == (value != fact.compose), "\(dialect)")
    }
  }
}
