internal import Rules
internal import TOML
internal import Vocabulary

/// The rules that a file is added to, by their names; none is looked up before somebody asks.
private final class KnownRules {
  private let ruleSet: RuleSet
  private lazy var definitions = Dictionary(
    ruleSet.rules.map { ($0.summary.id, $0.definition) }, uniquingKeysWith: { $1 })

  init(_ ruleSet: RuleSet) {
    self.ruleSet = ruleSet
  }

  subscript(id: RuleID) -> RuleDefinition? { definitions[id] }
}

/// One configuration file: rules and allowlists, and what they are added to.
struct ConfigurationFile {
  private let pack: WrittenPack
  private let extended: [WrittenPack]
  /// A file in gitleaks' form replaces the built-in rules unless it says `useDefault`; ours adds to them.
  private let foreign: ForeignConfiguration?

  /// Files that extend files that extend files: as deep as gitleaks goes.
  private static let depth = 2

  /// - Throws: `ConfigurationError` that names file, line and key, or `CommandError` for a file that cannot be read.
  init(_ path: String, isForeign: Bool = false, notices: inout [String]) throws {
    try self.init(ConfigurationFile.read(path), path, isForeign: isForeign, notices: &notices)
  }

  /// - Parameter path: where the text is from, or what it is called; what it extends is beside it.
  init(text: String, path: String, notices: inout [String]) throws {
    try self.init(WrittenPack(text, file: path), path, isForeign: true, notices: &notices)
  }

  private init(_ pack: WrittenPack, _ path: String, isForeign: Bool, notices: inout [String]) throws {
    self.pack = pack
    let foreign = ForeignConfiguration(path, pack, isForeign: isForeign)
    self.foreign = foreign
    if foreign != nil, pack.extendedPath != nil, pack.useDefault == true {
      throw CommandError("\(path): extend has both path and useDefault", hint: "keep one of the two, as gitleaks asks")
    }
    var extended: [WrittenPack] = []
    var next = pack.extendedPath.map { ConfigurationFile.beside(path, $0) }
    while let file = next {
      guard extended.count < ConfigurationFile.depth else {
        throw CommandError("\(path): extends more than \(ConfigurationFile.depth) files, one through the other")
      }
      let other = try ConfigurationFile.read(file)
      extended.append(other)
      next = other.extendedPath.map { ConfigurationFile.beside(file, $0) }
    }
    self.extended = extended
    try foreign?.check(extended + [pack])
    notices += (extended + [pack]).flatMap { $0.notices + ForeignConfiguration.notices($0) }
    if foreign != nil, !usesDefault {
      notices.append(
        "\(path): takes the place of the built-in rules, as in gitleaks; [extend] useDefault = true adds to them")
    }
  }

  private static func read(_ path: String) throws -> WrittenPack {
    guard let text = try Files.text(of: path) else {
      throw CommandError("\(path): there is no such file", hint: "name an existing configuration with --config")
    }
    return try WrittenPack(text, file: path)
  }

  /// A path in a configuration is relative to the file it stands in.
  private static func beside(_ file: String, _ path: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }

  private var usesDefault: Bool {
    let stated = ([pack] + extended).lazy.compactMap(\.useDefault).first
    return stated ?? (foreign == nil)
  }

  func ruleSet(over outer: RuleSet, notices: inout [String]) throws -> RuleSet {
    var result = usesDefault ? outer : outer.emptied()
    for pack in extended.reversed() + [pack] {
      // Rules are taken away from what a file extends, and may be given anew in the file itself.
      let disabled = Set(pack.disabledRules.map { RuleID($0) })
      if foreign != nil, !disabled.isEmpty { notices += ConfigurationFile.unknown(disabled, among: result, pack.file) }
      result = result.disabling(disabled)
      let base = KnownRules(result)
      let changesRules =
        foreign?.dialect == .gitleaks && (usesDefault || pack.file != (extended.last ?? self.pack).file)
      var compiler = RuleCompiler(
        keywordsStandInMatches: false, dialect: foreign?.dialect ?? .stanch,
        over: changesRules || foreign == nil ? { base[$0] } : nil)
      try compiler.add([pack])
      notices += compiler.notices
      result = result.adding(
        RuleSet(
          try RuleGroup(compiler.rules), allowlists: compiler.allowlists.map(Allowlist.init),
          commits: CommitInterest(of: compiler.rules, compiler.allowlists)))
    }
    return result
  }

  private static func unknown(_ disabled: Set<RuleID>, among rules: RuleSet, _ file: String) -> [String] {
    let known = Set(rules.rules.map(\.summary.id))
    let unknown = disabled.subtracting(known).map(\.name).sorted()
    guard !unknown.isEmpty else { return [] }
    return ["\(file): disabledRules: there is no rule \(unknown.joined(separator: ", ")) to take away"]
  }
}
