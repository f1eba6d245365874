package import Vocabulary

/// A `.gitleaksignore` file: one fingerprint a line, `PATH:RULE:LINE` or `COMMIT:PATH:RULE:LINE`.
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
  /// Lines that are no fingerprint, in words.
  package private(set) var notices: [String] = []
  private let file: String

  package init(_ text: String, file: String) {
    self.file = file
    // CR LF is one character to a String, and a line end.
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = line.trimmingBlanks()
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      read(line, number: index + 1)
    }
  }

  private mutating func read(_ line: Substring, number: Int) {
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
    let entry = Entry(path: path, rule: rule, line: lineNumber)
    if let commit { commitEntries[commit, default: [:]][entry] = number } else { entries[entry] = number }
  }

  package var isEmpty: Bool { entries.isEmpty && commitEntries.isEmpty }

  /// Whether an entry is about what this commit or tag brought in.
  package func names(_ commit: ObjectID) -> Bool { commitEntries[commit] != nil }

  /// Where the entry stands that allows `finding`, as `FILE:LINE`.
  package func allowance(for finding: Finding) -> String? {
    let entry = Entry(
      path: finding.provenance.path.description, rule: finding.rule.id.name, line: finding.region.startLine)
    // One commit's entry says nothing about what is not committed yet.
    let own = finding.provenance.origin.flatMap { commitEntries[$0.id]?[entry] }
    return (entries[entry] ?? own).map { "\(file):\($0)" }
  }
}
