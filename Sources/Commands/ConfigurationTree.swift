internal import Rules
internal import Scanning
internal import Suppression
internal import Vocabulary
internal import Walks

/// The configurations of a repository: the one at its root, and those of folders below, each for what lies under it.
final class ConfigurationTree {
  private let root: String?
  private let explicit: String?
  private let suppression: Suppression
  private let base: RuleSet
  private var examiners: [String: Examiner] = [:]
  /// The nearest configured folder of each folder that was asked about.
  private var homes: [String: String] = [:]
  private var ruleSets: [String: RuleSet] = [:]
  /// What was read in configurations and does nothing, and what else the user should know.
  private(set) var notices: [String] = []

  /// - Parameters:
  ///   - root: the root of the working tree, where there is one.
  ///   - explicit: the file that `--config` names; it takes the place of every other.
  init(root: String?, explicit: String?) throws {
    self.root = root
    self.explicit = explicit
    base = try BuiltInRules.ruleSet()
    var ignore: GitleaksIgnore?
    if let root, let text = try Files.text(of: root + "/.gitleaksignore") {
      ignore = GitleaksIgnore(text, file: ".gitleaksignore")
    }
    suppression = Suppression(gitleaksIgnore: ignore)
    notices += ignore?.notices ?? []
  }

  /// Who examines what stands at `path`.
  func examiner(for path: RepositoryPath) throws -> Examiner {
    let folder = path.bytes.lastIndex(of: UInt8(ascii: "/")).map { String(decoding: path.bytes[..<$0], as: UTF8.self) }
    let home = homes[folder ?? ""] ?? configuredFolder(above: folder ?? "")
    homes[folder ?? ""] = home
    if let examiner = examiners[home] { return examiner }
    let examiner = Examiner(scanner: try Scanner(try ruleSet(of: home)), suppression: suppression)
    examiners[home] = examiner
    return examiner
  }

  /// The nearest folder at or above `folder` with a configuration of its own; the root without one.
  private func configuredFolder(above folder: String) -> String {
    guard explicit == nil, let root else { return "" }
    var folder = Substring(folder)
    while !folder.isEmpty {
      if Files.exists("\(root)/\(folder)/.stanch.toml") { return String(folder) }
      folder = folder.lastIndex(of: "/").map { folder[..<$0] } ?? ""
    }
    return ""
  }

  private func ruleSet(of folder: String) throws -> RuleSet {
    if let known = ruleSets[folder] { return known }
    let ruleSet: RuleSet
    if folder.isEmpty {
      ruleSet = try rootRuleSet()
    } else {
      let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
      let outer = try self.ruleSet(of: configuredFolder(above: parent))
      ruleSet = try ConfigurationFile("\(root ?? ".")/\(folder)/.stanch.toml", notices: &notices).ruleSet(over: outer)
    }
    ruleSets[folder] = ruleSet
    return ruleSet
  }

  private func rootRuleSet() throws -> RuleSet {
    if let explicit { return try ConfigurationFile(explicit, notices: &notices).ruleSet(over: base) }
    guard let root else { return base }
    for name in [".stanch.toml", ".gitleaks.toml"] where Files.exists("\(root)/\(name)") {
      return try ConfigurationFile("\(root)/\(name)", notices: &notices).ruleSet(over: base)
    }
    return base
  }
}
