internal import Rules
internal import Vocabulary

/// One configuration file: rules and allowlists, and what they are added to.
struct ConfigurationFile {
  private let pack: WrittenPack
  private let extended: [WrittenPack]
  /// A file in gitleaks' form replaces the built-in rules unless it says `useDefault`; ours adds to them.
  private let replacesByDefault: Bool

  /// Files that extend files that extend files: as deep as gitleaks goes.
  private static let depth = 2

  /// - Throws: `RuleError` that names file, line and key, or `CommandError` for a file that cannot be read.
  init(_ path: String, notices: inout [String]) throws {
    let pack = try ConfigurationFile.read(path)
    self.pack = pack
    replacesByDefault = path.split(separator: "/").last?.contains("gitleaks") == true
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
    notices += (extended + [pack]).flatMap(\.notices)
    if replacesByDefault, !usesDefault {
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
    return stated ?? !replacesByDefault
  }

  func ruleSet(over outer: RuleSet) throws -> RuleSet {
    var result = outer
    if !usesDefault { result = outer.emptied() }
    result = result.disabling(Set(([pack] + extended).flatMap(\.disabledRules).map { RuleID($0) }))
    for pack in extended.reversed() + [pack] {
      var compiler = RuleCompiler(keywordsStandInMatches: false)
      try compiler.add([pack])
      result = result.adding(
        RuleSet(try RuleGroup(compiler.rules), allowlists: compiler.allowlists.map(Allowlist.init)))
    }
    return result
  }
}
