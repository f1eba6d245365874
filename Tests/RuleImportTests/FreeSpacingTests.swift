import Testing

@testable import RuleImport

@Suite struct FreeSpacingTests {
  /// Breaks when a blank that counts is lost, one that does not is kept, or a flag is lost with x.
  @Test(arguments: [
    ("a b", "a b"), ("(?x) a b # remark\n c", "abc"), ("(?xi)\n a", "(?i)a"), ("(?x)(?i) a", "(?i)a"),
    ("(?x) a\\ b \\# c", "a\\ b\\#c"), ("(?x) [a b #c\n]", "[ab]"), ("(?x: a b ) c", "(?:ab) c"),
    ("(?x) (?-x: a ) b", "(?: a )b"), ("(?x) ( (?-x) a ) b", "( a )b"), ("(?x) (?P<n> a ) (?: b )", "(?P<n>a)(?:b)"),
    ("(?x) []x ]", "[\\]x]"), ("(?x) (?<= a ) [[:alpha:] ]", "(?<=a)[[:alpha:]]"), ("(?x)(?u)\\w +", "\\w+"),
  ])
  func expressions(source: String, expected: String) {
    #expect(FreeSpacing.packed(source).expression == expected)
  }

  /// Breaks when what PCRE2 reads in another way is carried over without a word.
  @Test(arguments: ["[a[bc]]", "[a-z&&[^x]]", "[a-z--b]"])
  func classesOfClasses(source: String) {
    #expect(FreeSpacing.packed(source).problem != nil)
  }
}
