internal import Suppression
internal import Vocabulary

/// Findings of a range: each secret once, where it first came in.
struct RangeFindings {
  private(set) var findings: [Finding] = []
  private(set) var allowed: [AllowedFinding] = []
  private(set) var notices: [String] = []
  private var places: [Fingerprint: Int] = [:]
  private var allowances: Set<Allowance> = []

  private struct Allowance: Hashable {
    let fingerprint: Fingerprint
    let allowance: String
  }

  /// Takes what one commit brought in, after all that its ancestors did.
  mutating func take(_ judgements: [Suppression.Judgement]) {
    for finding in judgements.flatMap(\.findings).sorted() {
      if let place = places[finding.fingerprint] {
        let occurrences = findings[place].occurrences + 1
        // Where the rest of a pair comes in later, that is the place to show.
        if findings[place].isAlone, !finding.isAlone { findings[place] = finding }
        findings[place].occurrences = occurrences
      } else {
        places[finding.fingerprint] = findings.count
        findings.append(finding)
      }
    }
    for allowed in judgements.flatMap(\.allowed) {
      let allowance = Allowance(fingerprint: allowed.finding.fingerprint, allowance: allowed.allowance)
      guard allowances.insert(allowance).inserted else { continue }
      self.allowed.append(allowed)
    }
    for judgement in judgements { notices += judgement.notices }
  }
}
