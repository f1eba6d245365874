internal import Archives
internal import Rules
internal import Suppression
internal import Vocabulary
internal import Walks

/// The configurations of a repository: the one at its root, and those of folders below, each for what lies under it.
///
/// It is asked while a walk is planned, by one thread; what it hands out is shared by all.
final class ConfigurationTree {
  private let root: String?
  private let explicit: String?
  private var suppression: Suppression
  private let archives: ArchiveLimits?
  private let base: RuleSet
  private var configurations: [String: ScanConfiguration] = [:]
  private var examiners: [ObjectIdentifier: Examiner] = [:]
  /// The nearest configured folder of each folder that was asked about.
  private var homes: [String: String] = ["": ""]
  private var ruleSets: [String: RuleSet] = [:]
  /// The last folder that was asked about: lists of paths are sorted.
  private var last: (folder: ArraySlice<UInt8>, configuration: ScanConfiguration)?
  /// What was read in configurations and does nothing, and what else the user should know.
  private(set) var notices: [String] = []

  /// - Parameters:
  ///   - root: the root of the working tree, where there is one.
  ///   - common: with the file that `--config` names; it takes the place of every other.
  init(root: String?, _ common: CommonSettings, _ scanning: ScanSettings) throws {
    self.root = root
    explicit = common.config
    archives = scanning.archives
    var base = try BuiltInRules.ruleSet()
    base.leastConfidence = scanning.confidence
    base.recordsDropped = common.verbose
    self.base = base
    suppression = Suppression()
    try readIgnores()
  }

  /// Reads the lists of allowed fingerprints at the root.
  private func readIgnores() throws {
    var texts: [(name: String, text: String)] = []
    for name in [".gitleaksignore", ".betterleaksignore"] {
      if let root, let text = try Files.text(of: "\(root)/\(name)") { texts.append((name, text)) }
    }
    guard !texts.isEmpty else { return }
    let known = Set(try ruleSet(of: "").rules.map(\.summary.id.name))
    let ignores = texts.map { GitleaksIgnore($0.text, file: $0.name) { known.contains($0) } }
    suppression = Suppression(ignores: ignores)
    notices += ignores.flatMap(\.notices)
  }

  /// Who examines what stands at `path`, for one thread.
  func examiner(for path: RepositoryPath) throws -> Examiner {
    let configuration = try configuration(for: path)
    let key = ObjectIdentifier(configuration)
    let examiner = try examiners[key] ?? configuration.examiner()
    examiners[key] = examiner
    return examiner
  }

  /// What decides about what stands at `path`.
  func configuration(for path: RepositoryPath) throws -> ScanConfiguration {
    let folder = path.bytes.lastIndex(of: UInt8(ascii: "/")).map { path.bytes[..<$0] } ?? []
    if let last, last.folder == folder { return last.configuration }
    let home = configuredFolder(above: String(decoding: folder, as: UTF8.self))
    let configuration = try configurations[home] ?? makeConfiguration(of: home)
    configurations[home] = configuration
    last = (folder, configuration)
    return configuration
  }

  /// The configurations of folders below the root.
  ///
  /// - Parameter files: every file of the working tree that git sees.
  func others(among files: [RepositoryPath]) throws -> [ScanConfiguration] {
    guard explicit == nil else { return [] }
    let name = Array("/.stanch.toml".utf8)
    return try files.filter { $0.bytes.suffix(name.count).elementsEqual(name) }.map(configuration(for:))
  }

  private func makeConfiguration(of home: String) throws -> ScanConfiguration {
    let isBuiltIn = home.isEmpty && rootConfiguration == nil
    // No built-in rule asks for more of a path than the kind of file.
    return ScanConfiguration(
      rules: try ruleSet(of: home), suppression: suppression, judgesPaths: !isBuiltIn, archives: archives)
  }

  /// The nearest folder at or above `folder` with a configuration of its own; the root without one.
  private func configuredFolder(above folder: String) -> String {
    guard explicit == nil, let root else { return "" }
    var unknown: [String] = []
    var current = folder
    while homes[current] == nil, !Files.exists("\(root)/\(current)/.stanch.toml") {
      unknown.append(current)
      current = current.lastIndex(of: "/").map { String(current[..<$0]) } ?? ""
    }
    let home = homes[current] ?? current
    homes[current] = home
    for folder in unknown { homes[folder] = home }
    return home
  }

  private func ruleSet(of folder: String) throws -> RuleSet {
    if let known = ruleSets[folder] { return known }
    let ruleSet: RuleSet
    if folder.isEmpty {
      ruleSet = try rootRuleSet()
    } else {
      let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
      let outer = try self.ruleSet(of: configuredFolder(above: parent))
      ruleSet = try ConfigurationFile("\(root ?? ".")/\(folder)/.stanch.toml", notices: &notices).ruleSet(
        over: outer, notices: &notices)
    }
    ruleSets[folder] = ruleSet
    return ruleSet
  }

  private func rootRuleSet() throws -> RuleSet {
    switch rootConfiguration {
    case .file(let file, let isForeign):
      return try ConfigurationFile(file, isForeign: isForeign, notices: &notices).ruleSet(
        over: base, notices: &notices)
    case .text(let text, let name):
      return try ConfigurationFile(text: text, path: name, notices: &notices).ruleSet(over: base, notices: &notices)
    case nil: return base
    }
  }

  /// The file that holds for everything; `nil` where only the built-in rules do.
  private var rootConfiguration: RootConfiguration? { RootConfiguration(root: root, explicit: explicit) }
}
