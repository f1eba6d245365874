package import Vocabulary

/// A `.gitleaksignore` or `.betterleaksignore` file: one fingerprint a line, `PATH:RULE:LINE` or `COMMIT:PATH:RULE:LINE`, or,
/// as betterleaks 2 writes them, the SHA-256 of a secret.
///
/// An entry that names a rule which is not known here was made with the rules of another program, and holds for what any rule
/// finds on that line.
package struct GitleaksIgnore: Sendable {
  private struct Entry: Hashable {
    let path: String
    let rule: String
    let line: Int
  }

  /// The entries that hold for every commit, with the line each stands on.
  private var entries: [Entry: Int] = [:]
  /// Those that hold for what one commit or tag brought in.
  private var commitEntries: [ObjectID: [Entry: Int]] = [:]
  /// The secrets that are named by their SHA-256, with the line each stands on.
  private var digests: [[UInt8]: Int] = [:]
  private let knowsRule: @Sendable (String) -> Bool
  /// Lines that are no fingerprint, in words.
  package private(set) var notices: [String] = []
  private let file: String

  /// - Parameter knowsRule: whether a rule of this name is one of those that find something here.
  package init(_ text: String, file: String, knowsRule: @escaping @Sendable (String) -> Bool = { _ in true }) {
    self.file = file
    self.knowsRule = knowsRule
    // CR LF is one character to a String, and a line end.
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = line.trimmingBlanks()
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      read(line, number: index + 1)
    }
  }

  private mutating func read(_ line: Substring, number: Int) {
    if let digest = GitleaksIgnore.digest(line) {
      digests[digest] = number
      return
    }
    // The path may hold colons itself, so the parts are taken from both ends.
    var parts = line.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3, let last = parts.popLast(), let lineNumber = Int(last), let rule = parts.popLast() else {
      notices.append("\(file):\(number): this is no fingerprint of the form PATH:RULE:LINE")
      return
    }
    var commit: ObjectID?
    if parts.count > 1 {
      commit = ObjectID(hex: Array(parts[0].utf8))
      if commit != nil { parts.removeFirst() }
    }
    let path = parts.joined(separator: ":").split(separator: "\\", omittingEmptySubsequences: false)
      .joined(separator: "/")
    let entry = Entry(path: path, rule: knowsRule(rule) ? rule : GitleaksIgnore.anyRule, line: lineNumber)
    if let commit { commitEntries[commit, default: [:]][entry] = number } else { entries[entry] = number }
  }

  /// What stands for a rule's name where that says nothing here; no rule is called that.
  private static let anyRule = ""

  /// 64 hexadecimal digits.
  private static func digest(_ line: Substring) -> [UInt8]? {
    guard line.utf8.count == 64 else { return nil }
    return ObjectID(hex: line.utf8)?.bytes
  }

  package var isEmpty: Bool { entries.isEmpty && commitEntries.isEmpty && digests.isEmpty }

  /// Whether an entry is about what this commit or tag brought in.
  package func names(_ commit: ObjectID) -> Bool { commitEntries[commit] != nil }

  /// Where the entry stands that allows `finding`, as `FILE:LINE`.
  package func allowance(for finding: Finding) -> String? {
    if !digests.isEmpty, let line = finding.secret.sha256.flatMap({ digests[$0] }) { return "\(file):\(line)" }
    let path = finding.provenance.path.description
    // gitleaks counts the line on which the match begins.
    for line in Set([finding.region.startLine, finding.lines.lowerBound]).sorted() {
      for rule in [finding.rule.id.name, GitleaksIgnore.anyRule] {
        let entry = Entry(path: path, rule: rule, line: line)
        // One commit's entry says nothing about what is not committed yet.
        let own = finding.provenance.origin.flatMap { commitEntries[$0.id]?[entry] }
        if let place = entries[entry] ?? own { return "\(file):\(place)" }
      }
    }
    return nil
  }
}
