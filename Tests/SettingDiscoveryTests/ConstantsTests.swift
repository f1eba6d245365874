import Testing

@testable import SettingDiscovery

struct ConstantsTests {
  private static func values(_ name: String, _ text: String, _ syntax: LexicalSyntax) -> [String] {
    Constants(Lexer.read(Array(text.utf8), syntax))[name].map(\.value)
  }

  @Test(arguments: [
    ("K = \"a\"\n", LexicalSyntax.python), ("K: str = \"a\"\n", .python), ("const K = 'a';", .typeScript),
    ("const K: string = \"a\"", .typeScript),
    ("const K string = \"a\"", .go), ("K := \"a\"", .go), ("const K: &'static str = \"a\";", .rust),
    ("static let K: String = \"a\"", .swift),
    ("private static final String K = \"a\";", .java), ("K = \"a\".freeze\n", .ruby), ("<?php define('K', 'a');", .php),
    ("<?php const K = 'a';", .php), ("@K \"a\"", .elixir), ("const X = { K: \"a\" } as const;", .typeScript),
  ]) func `A name for a string`(text: String, syntax: LexicalSyntax) {
    #expect(ConstantsTests.values("K", text, syntax) == ["a"])
  }

  @Test(arguments: [
    ("K = [\"a\", \"b\"]\n", LexicalSyntax.python), ("K = (\"a\", \"b\")\n", .python),
    ("for K in [\"a\", \"b\"]:\n", .python),
    ("L = [\"a\", \"b\"]\nfor K in L:\n", .python), ("const K = new Set(['a', 'b']);", .typeScript),
    ("for (const K of ['a', 'b']) {", .typeScript),
    ("['a', 'b'].forEach((K) => {", .typeScript), ("K := []string{\"a\", \"b\"}", .go),
    ("for _, K := range []string{\"a\", \"b\"} {", .go),
    ("%w[a b].each do |K|", .ruby), ("K = %w[a b]\n", .ruby), ("const K: [&str; 2] = [\"a\", \"b\"];", .rust),
  ]) func `A name for several`(text: String, syntax: LexicalSyntax) {
    #expect(ConstantsTests.values("K", text, syntax) == ["a", "b"])
  }

  @Test(arguments: [
    "K = \"a\"\nK = \"b\"\n", "K = f(\"a\")\n", "K = \"a\" + x\n", "if K == \"a\":\n", "K = [x, \"a\"]\n",
  ])
  func `No name for what is not known`(text: String) {
    #expect(ConstantsTests.values("K", text, .python).isEmpty)
  }
}
