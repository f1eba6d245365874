package import Vocabulary

/// One page that needs nothing else: no scripts, no fonts, no network.
package struct HTMLReporter: Reporter {
  private let options: ReportOptions

  package init(_ options: ReportOptions) {
    self.options = options
  }

  package func report(_ verdict: Verdict) -> String {
    let missed = verdict.incidents.filter { !verdict.tolerated.contains($0.kind) }
    let accepted = verdict.incidents.filter { verdict.tolerated.contains($0.kind) }
    let sections = [
      interruption(verdict),
      incidents(missed, title: "Not looked at", attributes: #"class="incidents" role="alert""#),
      findings(verdict.findings),
      incidents(accepted, title: "Not looked at, and tolerated", attributes: #"class="tolerated""#),
      notices(verdict.notices),
      coverage(verdict),
    ]
    return HTMLPage(title: headline(verdict), sections: sections.filter { !$0.isEmpty }).text
  }

  private func headline(_ verdict: Verdict) -> String {
    let count = verdict.findings.count
    let found = count == 1 ? "1 secret was found" : "\(count == 0 ? "no" : "\(count)") secrets were found"
    return verdict.isComplete ? found : "The scan is incomplete, and \(found)"
  }

  private func interruption(_ verdict: Verdict) -> String {
    guard let sentence = verdict.interruption else { return "" }
    return HTMLPage.section("Interrupted", #"class="incidents" role="alert""#, "<p>\(MarkupText.escaped(sentence))</p>")
  }

  private func incidents(_ incidents: [Incident], title: String, attributes: String) -> String {
    guard !incidents.isEmpty else { return "" }
    let items = incidents.map { incident in
      let hint = incident.hint.map { "<br/>hint: \(MarkupText.escaped($0))" } ?? ""
      return "<li><code>\(MarkupText.escaped(incident.subject))</code>: \(MarkupText.escaped(incident.reason))"
        + " (\(incident.kind.rawValue))\(hint)</li>"
    }
    return HTMLPage.section(title, attributes, "<ul>\n\(items.joined(separator: "\n"))\n</ul>")
  }

  private func findings(_ findings: [Finding]) -> String {
    guard !findings.isEmpty else { return "" }
    let head = ["Severity", "What", "Where", "Line", "Why", "Fingerprint"].map { #"<th scope="col">\#($0)</th>"# }
    let body = findings.map { "<tr>\(cells($0).map { "<td>\($0)</td>" }.joined())</tr>" }
    return HTMLPage.section(
      "Findings", #"class="findings""#,
      "<table>\n<thead><tr>\(head.joined())</tr></thead>\n<tbody>\n\(body.joined(separator: "\n"))\n</tbody>\n</table>")
  }

  private func cells(_ finding: Finding) -> [String] {
    let rule = finding.rule
    let others = finding.occurrences > 1 ? "<br/>in \(finding.occurrences) places" : ""
    let history = finding.history.map { "<br/>seen: \(MarkupText.escaped($0))" } ?? ""
    let revoke = rule.revoke.map { "<br/>To revoke it: \(MarkupText.escaped($0))" } ?? ""
    return [
      #"<span class="\#(rule.severity.rawValue)">\#(rule.severity.rawValue)</span>"#,
      "\(MarkupText.escaped(rule.title))<br/><code>\(MarkupText.escaped(rule.id.name))</code>\(revoke)",
      "<code>\(MarkupText.escaped(finding.place))</code>\(others)\(history)",
      "<code>\(excerpt(finding.excerpt))</code>",
      finding.evidence.map(MarkupText.escaped).joined(separator: "<br/>"),
      "<code>\(finding.fingerprint)</code>",
    ]
  }

  /// The line, with the finding's own secret marked.
  private func excerpt(_ excerpt: Excerpt) -> String {
    excerpt.pieces.map { piece in
      let text = MarkupText.escaped(Excerpt.text(of: piece, revealing: options.reveals))
      return Excerpt.isSubject(piece) ? "<mark>\(text)</mark>" : text
    }.joined()
  }

  private func notices(_ notices: [String]) -> String {
    guard !notices.isEmpty else { return "" }
    let items = notices.map { "<li>\(MarkupText.escaped($0))</li>" }.joined(separator: "\n")
    return HTMLPage.section("Notices", #"class="notices""#, "<ul>\n\(items)\n</ul>")
  }

  private func coverage(_ verdict: Verdict) -> String {
    let allowed = verdict.allowed.isEmpty ? "" : " Findings that are allowed: \(verdict.allowed.count)."
    return HTMLPage.section(
      "Coverage", #"class="coverage""#,
      "<p>\(verdict.coverage.sentence).\(allowed) stanch \(MarkupText.escaped(options.version)).</p>")
  }
}
