import Policy
import Settings
import Vocabulary

/// A repository in memory, and what the check says of it.
struct CheckedTree {
  private let texts: [String: String]
  private let standings: [String: PolicyTree.Standing]
  private let configuration: String

  /// - Parameters:
  ///   - texts: the files by their paths; tracked, unless `standings` says something else.
  ///   - configuration: what `.stanch.toml` at the root says.
  init(
    _ texts: [String: String], _ standings: [String: PolicyTree.Standing] = [:], configuration: String = ""
  ) {
    self.texts = texts
    self.standings = standings
    self.configuration = configuration
  }

  /// The findings of one rule: `SUBJECT PATH`, or with `:LINE` where they are about a place.
  func findings(_ rule: PolicyRule, secrets: [Finding] = []) throws -> [String] {
    try all(secrets: secrets).filter { $0.rule == rule }.map { "\($0.subject) \($0.path)" }
  }

  func all(secrets: [Finding] = []) throws -> [PolicyFinding] {
    let texts = texts
    let files = texts.keys.map { path in
      PolicyTree.File(path: RepositoryPath(path), standing: standings[path] ?? .tracked)
    }
    let tree = PolicyTree(files: files) { path in texts[path.description].map { Array($0.utf8) } }
    var declarations = SettingDeclarations()
    try declarations.add(configuration, file: ".stanch.toml")
    return try PolicySurvey(tree, declarations).findings { _, _ in secrets }
  }

  func evidence(_ rule: PolicyRule) throws -> String {
    try all().first { $0.rule == rule }?.evidence.joined(separator: "; ") ?? ""
  }
}
