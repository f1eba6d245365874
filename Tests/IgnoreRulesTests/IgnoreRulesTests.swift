import Testing

@testable import IgnoreRules

@Suite struct IgnoreRulesTests {
  private func verdict(_ files: [(String, String)], _ path: String, isDirectory: Bool = false) -> String {
    let rules = IgnoreRules(files: files.map { IgnoreFile(path: $0.0, text: $0.1) })
    return switch rules.verdict(for: path, isDirectory: isDirectory) {
    case .ignored(let decision): "\(decision)"
    case .included(let decision): "\(decision)"
    case .unmatched: ""
    }
  }

  @Test(
    "one file at the root",
    arguments: [
      (".env", ".env", ".gitignore:1:.env"), (".env", "a/b/.env", ".gitignore:1:.env"), ("/.env", "a/.env", ""),
      ("/.env", ".env", ".gitignore:1:/.env"), ("a/.env", "b/a/.env", ""),
      ("**/a/.env", "b/a/.env", ".gitignore:1:**/a/.env"),
      (".env*\n!.env.example", ".env.example", ".gitignore:2:!.env.example"),
      ("!.env\n.env", ".env", ".gitignore:2:.env"),
      ("a\n!a/.env", "a/.env", ".gitignore:1:a"), ("a/*\n!a/.env", "a/.env", ".gitignore:2:!a/.env"), ("a/", "a", ""),
      ("a/", "a/b", ".gitignore:1:a/"), ("a/**", "a/b/c", ".gitignore:1:a/**"), ("a/**", "a", ""),
      ("a**/b", "ax/y/b", ".gitignore:1:a**/b"),
      ("*.env", "prod.env", ".gitignore:1:*.env"), (".ENV", ".env", ""), ("\\!a", "!a", ".gitignore:1:\\!a"),
      ("a\\", "a\\", ""),
      ("x\n\n# y\n.env ", ".env", ".gitignore:4:.env"),
    ])
  func root(text: String, path: String, expected: String) { #expect(verdict([(".gitignore", text)], path) == expected) }

  @Test(
    "nearer files have the last word",
    arguments: [
      ("a/.env", "a/.gitignore:1:!.env"), ("a/b/.env", "a/b/.gitignore:1:.env"), ("c/.env", ".gitignore:1:.env"),
      ("d/e/.env", ".gitignore:2:d/"), ("a/.env.local", ""), ("a/x", "a/.gitignore:2:/x"), ("a/b/x", ""),
    ])
  func nested(path: String, expected: String) {
    let files = [
      ("a/b/.gitignore", ".env"), (".gitignore", ".env\nd/"), ("a/.gitignore", "!.env\n/x"),
      ("d/e/.gitignore", "!.env"),
    ]
    #expect(verdict(files, path) == expected)
  }

  @Test("a folder above that decides is named")
  func folders() {
    let rules = IgnoreRules(files: [IgnoreFile(path: ".gitignore", text: "secrets")])
    #expect(rules.verdict(for: "a/secrets/x/.env").decision?.folder == Array("a/secrets".utf8))
    #expect(rules.verdict(for: "a/secrets").decision?.folder == .some(nil))
    #expect(rules.verdict(for: "secrets", isDirectory: true).isIgnored)
  }

  @Test(
    "case is ignored where git is told to",
    arguments: [(".ENV", true), ("*.Env", true), ("[E].env", false), ("\\.E\\NV", false)])
  func cases(pattern: String, expected: Bool) {
    let rules = IgnoreRules(files: [IgnoreFile(path: ".gitignore", text: pattern, ignoresCase: true)])
    #expect(rules.verdict(for: ".env").isIgnored == expected)
  }

  @Test("hostile files and paths end soon", .timeLimit(.minutes(1)))
  func hostile() {
    let lines = [
      "*a*a*a*a*a*a*a*a*a*a*a*a*b", "**/a**/a**/a**/a/b", "?*?*?*?*?*[b]", String(repeating: "*a", count: 5000) + "b",
    ]
    let text = (0..<100).map { lines[$0 % 4] }.joined(separator: "\n")
    let rules = IgnoreRules(files: [IgnoreFile(path: ".gitignore", text: text)])
    #expect(rules.verdict(for: String(repeating: "a", count: 255)) == .unmatched)
    #expect(rules.verdict(for: String(repeating: "a/", count: 500) + "a") == .unmatched)
  }
}
