/// Which files npm would publish with a package: `files` of package.json, `.npmignore`, and `.gitignore` where that is missing.
///
/// It follows npm-packlist 5 to 10. Since 11 an entry of `files` without a slash is bound to the root of the package, where
/// earlier ones take in a file of that name below other folders that are published.
package struct PackageFiles: Sendable {
  private let defaults = NpmBuiltIn.rules(NpmBuiltIn.defaults)
  private let strictBelow = NpmBuiltIn.rules(NpmBuiltIn.strictBelow)
  private let entries: [NpmRule]
  private let strict: [NpmRule]
  /// By the folder's path; empty for the root.
  private var ignores: [[UInt8]: [NpmRule]] = [:]
  /// Files that `files` names one by one.
  private var required: [[UInt8]: [NpmRule]] = [:]

  /// - Parameters:
  ///   - files: the array in package.json; nil where it has none.
  ///   - required: what `main`, `browser` and `bin` name.
  ///   - ignoreFiles: all `.npmignore` and `.gitignore` files, with their paths from the package's folder.
  ///   - tree: the paths of all files of the package, which tell entries that are files from folders and from patterns.
  package init(
    files: [String]?, required: [String] = [], ignoreFiles: [(path: String, text: [UInt8])] = [], tree: [String] = []
  ) throws(PackageFilesError) {
    var (entries, named) = ([NpmRule](), [NpmRule]())
    let listing = NpmListing(tree)
    for (index, entry) in (files ?? []).enumerated() {
      let source = PackageDecision.entry(index, pattern: entry)
      let read = NpmEntry(entry, listing)
      for pattern in read.patterns {
        let rule = try PackageFiles.rule(pattern.utf8, source)
        if read.isFile { named.insert(rule, at: 0) } else { entries.append(rule) }
      }
      if read.isFile, let rule = read.name.flatMap({ NpmRule("!\($0)".utf8, source: source) }) {
        self.required[read.folder, default: []].append(rule)
      }
    }
    if files != nil, let all = NpmRule("*".utf8, source: .notInFiles) { entries.insert(all, at: 0) }
    self.entries = entries
    var last = named + NpmBuiltIn.rules(NpmBuiltIn.strict)
    for path in required {
      last.append(try PackageFiles.rule("!/\(path)".utf8, .builtIn("main, browser or bin: \(path)")))
    }
    strict = last
    try read(ignoreFiles, hasFiles: files != nil)
  }

  private static func rule(_ text: some Collection<UInt8>, _ source: PackageDecision) throws(PackageFilesError)
    -> NpmRule
  {
    guard let rule = NpmRule(text, source: source) else { throw PackageFilesError(source: source) }
    return rule
  }

  private mutating func read(_ files: [(path: String, text: [UInt8])], hasFiles: Bool) throws(PackageFilesError) {
    for name in [".npmignore", ".gitignore"] {
      for file in files where file.path == name || file.path.hasSuffix("/" + name) {
        let folder = Array(file.path.utf8.dropLast(name.utf8.count + (file.path == name ? 0 : 1)))
        // `files` takes the place of both at the root, and .npmignore that of .gitignore everywhere.
        if hasFiles && folder.isEmpty || ignores[folder] != nil { continue }
        ignores[folder] = try PackageFiles.rules(file)
      }
    }
  }

  private static func rules(_ file: (path: String, text: [UInt8])) throws(PackageFilesError) -> [NpmRule] {
    let body = file.text.starts(with: [0xEF, 0xBB, 0xBF]) ? file.text[3...] : file.text[...]
    var rules: [NpmRule] = []
    for (index, line) in body.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let text = GoSpace.trimmed(line)
      guard let first = text.first, first != UInt8(ascii: "#") else { continue }
      let source = PackageDecision.line(
        file: file.path, number: index + 1, pattern: String(decoding: text, as: UTF8.self))
      rules.append(try rule(text, source))
    }
    return rules
  }

  package func verdict(for path: String) -> PackageVerdict { verdict(for: Array(path.utf8)) }

  /// - Parameter path: of a file, from the package's folder.
  package func verdict(for path: [UInt8]) -> PackageVerdict {
    if path.contains(UInt8(ascii: "*")) { return .leftOut(.builtIn("names with * cannot be made everywhere")) }
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    var judge = NpmJudge(NpmFolder(name: [], rules: defaults + entries + (ignores[[]] ?? []) + strict, isExact: true))
    for (index, part) in parts.dropLast().enumerated() {
      let name = Scalars.of(part).map(NpmGlob.folded)
      if let decision = judge.leftOut(folder: name) { return .leftOut(decision) }
      let folder = Array(parts[...index].joined(separator: CollectionOfOne(UInt8(ascii: "/"))))
      let rules = defaults + (ignores[folder] ?? []) + strictBelow + (required[folder] ?? [])
      judge.enter(name, rules)
    }
    return judge.verdict(file: Scalars.of(parts.last ?? []).map(NpmGlob.folded))
  }
}
