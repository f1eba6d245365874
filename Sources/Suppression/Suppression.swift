package import Vocabulary

/// What the user allowed: comments in the text, and files such as `.gitleaksignore`.
package struct Suppression: Sendable {
  private let ignores: [GitleaksIgnore]
  private let today: CalendarDate

  package init(ignores: [GitleaksIgnore] = [], today: CalendarDate = .today()) {
    self.ignores = ignores
    self.today = today
  }

  /// Whether something is allowed by where it stands, and not by a comment beside it.
  package var judgesPlaces: Bool { ignores.contains { !$0.isEmpty } }

  /// Whether something is allowed only where this commit or tag brought it in.
  package func judgesCommit(_ commit: ObjectID) -> Bool { ignores.contains { $0.names(commit) } }

  /// What became of the findings of one text.
  package struct Judgement: Sendable {
    package var findings: [Finding] = []
    package var allowed: [AllowedFinding] = []
    /// Allowances that do nothing, and why.
    package var notices: [String] = []
  }

  /// - Parameter text: the text whose lines the findings' regions count.
  package func judge(_ findings: [Finding], in text: [UInt8]) -> Judgement {
    guard let path = findings.first?.provenance.path else { return Judgement() }
    let comments = AllowComment.all(in: text)
    var judgement = Judgement()
    for comment in comments {
      if let problem = problem(with: comment) {
        judgement.notices.append("\(path):\(comment.line): this stanch:allow does nothing: \(problem)")
      }
    }
    let usable = comments.filter { problem(with: $0) == nil }
    for finding in findings {
      if let comment = usable.first(where: { $0.allows(finding) }) {
        let form = comment.foreignForm ?? "stanch:allow"
        judgement.allowed.append(AllowedFinding(finding: finding, allowance: "\(form) on line \(comment.line)"))
      } else if let allowance = ignores.lazy.compactMap({ $0.allowance(for: finding) }).first {
        judgement.allowed.append(AllowedFinding(finding: finding, allowance: allowance))
      } else {
        judgement.findings.append(finding)
      }
    }
    return judgement
  }

  private func problem(with comment: AllowComment) -> String? {
    if let mistake = comment.mistake { return mistake }
    if let until = comment.until, until < today { return "it held until \(until)" }
    return nil
  }
}

extension AllowComment {
  fileprivate func allows(_ finding: Finding) -> Bool {
    if let rules, !rules.contains(finding.rule.id.name) { return false }
    return switch scope {
    case .file: true
    case .line: finding.lines.contains(line)
    case .nextLine: finding.region.startLine == line + 1 || finding.lines.lowerBound == line + 1
    }
  }
}
