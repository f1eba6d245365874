import Testing

@testable import IgnoreRules

@Suite struct GitBracketTests {
  private static let classes = [
    "alnum", "alpha", "blank", "cntrl", "digit", "graph", "lower", "print", "punct", "space", "upper", "xdigit",
  ]

  /// git is asked about a name of every byte, so that our tables are its tables.
  @Test("every class has git's members", arguments: [false, true])
  func members(ignoresCase: Bool) throws {
    let sandbox = try IgnoreSandbox(ignoresCase: ignoresCase)
    var paths: [[UInt8]] = []
    let patterns =
      GitBracketTests.classes.flatMap { ["[[:\($0):]]", "[![:\($0):]]"] } + [
        "[a-z]", "[A-Z]", "[Z-a]", "[!A-Z]", "[\\A-\\C]", "[A]", "[!A]",
      ]
    var rules: [IgnoreRules] = []
    for (index, pattern) in patterns.enumerated() {
      let file = Array("\(index)/.gitignore".utf8)
      try sandbox.make(Array("\(index)".utf8), nil)
      try sandbox.make(file, Array(pattern.utf8))
      rules.append(IgnoreRules(files: [IgnoreFile(path: file, text: Array(pattern.utf8), ignoresCase: ignoresCase)]))
      // «.» and «/» are no names.
      for byte in UInt8(1)...255 where byte != 46 && byte != 47 { paths.append(Array("\(index)/".utf8) + [byte]) }
    }
    for (index, answer) in try sandbox.answers(paths).enumerated() {
      let pattern = index / 253
      let isIgnored = rules[pattern].verdict(for: paths[index]).isIgnored
      #expect(isIgnored == !answer.file.isEmpty, "\(patterns[pattern]) and the byte \(paths[index].last ?? 0)")
    }
  }

  @Test(
    "odd expressions",
    arguments: [
      ("[]]", "]", true), ("[!]]", "a", true), ("[!]]", "]", false), ("[a", "[a", false), ("[]", "[]", false),
      ("[a-]", "-", true),
      ("[-a]", "-", true), ("[[:alpha:", "a", false), ("[[:nope:]]", "a", false), ("[[:]", "[", true),
      ("[[:]", ":", true),
      ("[[:a]]", "a]", true), ("[\\]]", "]", true), ("[\\", "\\", false), ("[^a]", "b", true), ("[c-a]", "b", false),
      ("[a-c-e]", "-", true), ("[a-c-e]", "d", false), ("[[a]", "[", true), ("[a-\\c]", "b", true),
      ("[[::]]", ":", false),
    ])
  func odd(pattern: String, name: String, expected: Bool) {
    let rules = IgnoreRules(files: [IgnoreFile(path: ".gitignore", text: pattern)])
    #expect(rules.verdict(for: name).isIgnored == expected)
  }
}
