/// Proposals of lines to add. Each is proved by the verdicts that the rules give with it, and not by what its lines look like.
extension IgnoreRules {
  /// The least that makes git ignore a file.
  ///
  /// A pattern for the name goes into the root's `.gitignore` if that is enough; a path where a name would reach others; and the
  /// nearest nested file where that one takes the file in again.
  ///
  /// - Parameters:
  ///   - path: the file, from the root of the repository.
  ///   - pattern: a wider pattern for its name, such as `.env.*`; without it the name itself.
  ///   - keeping: paths that must not become ignored, such as templates and what is tracked on purpose. Where the pattern reaches
  ///     one of them, a line with `!` is added for its name.
  package func advice(toIgnore path: [UInt8], as pattern: [UInt8]? = nil, keeping: [[UInt8]] = []) -> IgnoreAdvice {
    if verdict(for: path).isIgnored { return .nothing }
    guard let name = pattern ?? GitLiteral.pattern(baseName(path)) else { return .impossible(.lineFeed) }
    let kept = keeping.filter { $0 != path && !verdict(for: $0).isIgnored }
    var reached: [[UInt8]] = []
    for place in places(above: path) {
      for line in [name, place.anchored] {
        guard let line else { return .impossible(.lineFeed) }
        let (addition, lost) = ignoring(path, line, place, kept)
        if let addition { return .add(addition) }
        reached += lost.filter { !reached.contains($0) }
      }
    }
    return .impossible(.otherPaths(reached))
  }

  /// The least that takes a file in again, such as a template that a wide pattern ignores.
  ///
  /// - Parameter keeping: paths that must stay ignored.
  package func advice(toInclude path: [UInt8], keeping: [[UInt8]] = []) -> IgnoreAdvice {
    guard case .ignored(let decision) = verdict(for: path) else { return .nothing }
    if decision.folder != nil { return .impossible(.ignoredFolder(decision)) }
    let kept = keeping.filter { $0 != path && verdict(for: $0).isIgnored }
    var reached: [[UInt8]] = []
    for place in places(above: path) where place.file == decision.file {
      for line in [GitLiteral.pattern(baseName(path)), place.anchored] {
        guard let line else { return .impossible(.lineFeed) }
        let addition = addition(place, [[UInt8(ascii: "!")] + line])
        let after = adding(addition)
        let lost = kept.filter { !after.verdict(for: $0).isIgnored }
        if lost.isEmpty, !after.verdict(for: path).isIgnored { return .add(addition) }
        reached += lost.filter { !reached.contains($0) }
      }
    }
    return .impossible(.otherPaths(reached))
  }

  /// The rules as they are with the lines of an addition.
  package func adding(_ addition: IgnoreAddition) -> IgnoreRules {
    var files = files
    if let index = files.lastIndex(where: { $0.path == addition.file }) {
      files[index] = files[index].adding(addition.lines)
    } else {
      files.append(IgnoreFile(path: addition.file, text: addition.applied(to: []), ignoresCase: ignoresCase))
    }
    return IgnoreRules(files: files, ignoresCase: ignoresCase)
  }

  /// An ignore file that a line could go into.
  private struct Place {
    let file: [UInt8]
    /// The path as a pattern that is bound to the file's folder.
    let anchored: [UInt8]?
  }

  /// The root's file, and those that there are in the folders above the path, from the root on.
  private func places(above path: [UInt8]) -> [Place] {
    let root = Array(".gitignore".utf8)
    var paths = [root]
    for file in files.sorted(by: { $0.folder.count < $1.folder.count })
    where file.path != root && !file.folder.isEmpty && path.starts(with: file.folder) && !paths.contains(file.path) {
      paths.append(file.path)
    }
    return paths.map { file in
      let folder = file.dropLast(baseName(file).count)
      let anchored = GitLiteral.pattern(path.dropFirst(folder.count)).map { pattern in
        // A slash before it also takes the meaning from a mark.
        [UInt8(ascii: "/")] + pattern
      }
      return Place(file: file, anchored: anchored)
    }
  }

  private func ignoring(
    _ path: [UInt8], _ line: [UInt8], _ place: Place, _ kept: [[UInt8]]
  ) -> (IgnoreAddition?, lost: [[UInt8]]) {
    func lost(_ rules: IgnoreRules) -> [[UInt8]] { kept.filter { rules.verdict(for: $0).isIgnored } }
    var addition = addition(place, [line])
    var after = adding(addition)
    guard after.verdict(for: path).isIgnored else { return (nil, []) }
    let reached = lost(after)
    if reached.isEmpty { return (addition, []) }
    var lines = [line]
    for other in reached {
      guard let pattern = GitLiteral.pattern(baseName(other)) else { continue }
      let negation = [UInt8(ascii: "!")] + pattern
      if !lines.contains(negation) { lines.append(negation) }
    }
    addition = self.addition(place, lines)
    after = adding(addition)
    let isEnough = after.verdict(for: path).isIgnored && lost(after).isEmpty
    return (isEnough ? addition : nil, reached)
  }

  private func addition(_ place: Place, _ lines: [[UInt8]]) -> IgnoreAddition {
    IgnoreAddition(file: place.file, lines: lines, isNewFile: !files.contains { $0.path == place.file })
  }

  private func baseName(_ path: [UInt8]) -> ArraySlice<UInt8> {
    path[(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
  }
}
