/// Rules of other programs as a rule pack in our words.
package struct RuleImport {
  /// The program whose rules they are.
  package enum Source: String, CaseIterable, Sendable {
    /// Also the rules of Nosey Parker and Titus, which are written in the same way.
    case kingfisher
  }

  private var rules: [ImportedRule] = []
  private let source: Source

  package init(from source: Source) {
    self.source = source
  }

  /// - Throws: `RuleFileError` when the file cannot be read, or holds no rules.
  package mutating func add(_ text: String) throws(RuleFileError) {
    let file = try YAMLReader.value(of: text)
    guard case .list(let entries) = file["rules"] else {
      throw RuleFileError(line: 1, cause: "there is no list of rules")
    }
    for entry in entries {
      guard case .map(let keys) = entry else { throw RuleFileError(line: 1, cause: "a rule has to be a mapping") }
      rules.append(try KingfisherRule(entry, line: keys.first?.line ?? 1).rule)
    }
  }

  package var count: Int { rules.count }

  /// The pack, and what could not be carried over, a sentence a rule and reason.
  package func pack() -> (text: String, notes: [String]) {
    var notes: [String] = []
    var known: Set<String> = []
    let ids = Set(rules.map(\.id))
    var written: [ImportedRule] = []
    for rule in rules {
      var rule = rule
      guard known.insert(rule.id).inserted else {
        notes.append("\(rule.id): the id stands twice; only the first is taken")
        continue
      }
      for missing in rule.required where !ids.contains(missing) || missing == rule.id {
        rule.notes.append("it asks for \(missing), which is not among these rules, so that is left out")
      }
      rule.required.removeAll { !ids.contains($0) || $0 == rule.id }
      notes += rule.notes.map { "\(rule.id): \($0)" }
      written.append(rule)
    }
    return (RulePackWriter(written, title: "Imported from \(source.rawValue)").text, notes)
  }
}
