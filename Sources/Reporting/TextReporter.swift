package import Vocabulary

/// Findings for people: where, the line with the secret masked, and why it was taken for one.
package struct TextReporter: Reporter {
  private let options: ReportOptions
  private var style: Style { options.style }

  package init(_ options: ReportOptions) {
    self.options = options
  }

  package func report(_ verdict: Verdict) -> String {
    verdict.findings.map(block).joined(separator: "\n")
  }

  private func block(_ finding: Finding) -> String {
    let number = "\(finding.excerpt.line)"
    let gutter = String(repeating: " ", count: number.count)
    let bar = style.faint("|")
    var lines = [
      "\(style.error(finding.rule.severity.rawValue)): \(style.strong(TerminalText.escaped(finding.rule.title)))",
      "\(gutter)\(style.faint("-->")) \(TerminalText.escaped(finding.place))",
      "\(gutter) \(bar)",
    ]
    let (line, carets) = excerpt(finding.excerpt)
    lines.append("\(style.faint(number)) \(bar) \(line)")
    lines.append("\(gutter) \(bar) \(style.error(carets))")
    lines += notes(finding).map { "\(gutter) \(style.faint("=")) \($0)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func excerpt(_ excerpt: Excerpt) -> (line: String, carets: String) {
    var line = ""
    var carets = ""
    for piece in excerpt.pieces {
      let shown = TerminalText.escaped(Excerpt.text(of: piece, revealing: options.reveals))
      let isSubject = Excerpt.isSubject(piece)
      line += isSubject ? style.error(shown) : shown
      carets += String(repeating: isSubject ? "^" : " ", count: TerminalText.width(shown))
    }
    while carets.last == " " { carets.removeLast() }
    return (line, carets)
  }

  private func notes(_ finding: Finding) -> [String] {
    let rule = finding.rule
    var notes: [String] = []
    let what = rule.description.isEmpty ? rule.title : rule.description
    notes.append("what: \(TerminalText.escaped(what))")
    notes.append("why:  \(finding.evidence.map(TerminalText.escaped).joined(separator: "; "))")
    if let history = finding.history { notes.append("seen: \(TerminalText.escaped(history))") }
    if let holder = rule.holder { notes.append("risk: whoever holds it \(TerminalText.escaped(holder))") }
    if let revoke = rule.revoke { notes.append("undo: \(TerminalText.escaped(revoke))") }
    let others = finding.occurrences > 1 ? ", in \(finding.occurrences) places" : ""
    notes.append("rule: \(TerminalText.escaped(rule.id.name)) (\(finding.confidence.rawValue) confidence\(others))")
    return notes
  }
}
