import Testing

@testable import RuleImport

@Suite struct RequiredLiteralsTests {
  /// Breaks when a literal is named that a match can do without, or none is found where there is one.
  @Test(arguments: [
    ("ghp_[a-z]{36}", ["ghp_"]), ("(?i)GHP_[a-z]{36}", ["ghp_"]), ("(?:foo|bar)x", ["barx", "foox"]),
    ("foo?bar", ["fobar", "foobar"]),
    ("(?:foo)?bar", ["bar", "foobar"]), ("foo*bar", ["bar"]), ("(?:foo){2}", ["foofoo"]), ("(?:foo){1,3}z", ["foo"]),
    ("a[_-]b", ["a-b", "a_b"]),
    ("foo|[0-9]+", []), ("[a-z]+", []), ("ab", []), ("(?<=foo)[0-9]+", []), ("foo(?!bar)", ["foo"]),
    ("\\bfoo\\.bar\\b", ["foo.bar"]),
    ("(?P<TOKEN>foo[0-9])", ["foo"]), ("foo.*longer", ["longer"]), ("(foo|(bar|baz)[0-9])", ["bar", "baz", "foo"]),
    ("foo\\d+", ["foo"]),
    ("[[:alpha:]]foo", ["foo"]), ("x{3}", ["xxx"]), ("foo{0,2}", []), ("\\x41foo", ["foo"]), ("(?s:foo).", ["foo"]),
    ("fo(o", []),
    ("a{3,}b", []), ("[^a]foo[^]]", ["foo"]),
  ])
  func literals(expression: String, expected: [String]) {
    #expect(RequiredLiterals.of(expression) == expected)
  }
}
