internal import Rules

/// What came of matching a rule in a window, and where that was.
struct LocatedOutcome {
  let rule: PreparedRule?
  let window: Range<Int>
  /// How far beyond the window what happened can depend on the text.
  let margin: Int
  let candidate: Candidate?
  /// The number of the candidate's rule and secret.
  let use: Int
  let dependsOnPath: Bool
  /// Why it is not known what is in the window.
  let complaint: String?

  private init(
    rule: PreparedRule?, window: Range<Int>, margin: Int, candidate: Candidate?, use: Int, dependsOnPath: Bool,
    complaint: String?
  ) {
    self.rule = rule
    self.window = window
    self.margin = margin
    self.candidate = candidate
    self.use = use
    self.dependsOnPath = dependsOnPath
    self.complaint = complaint
  }

  init(
    _ candidate: Candidate, use: Int, dependsOnPath: Bool, rule: PreparedRule?, window: Range<Int>, margin: Int
  ) {
    self.init(
      rule: rule, window: window, margin: margin, candidate: candidate, use: use, dependsOnPath: dependsOnPath,
      complaint: nil)
  }

  init(complaint: String, rule: PreparedRule?, window: Range<Int>, margin: Int) {
    self.init(
      rule: rule, window: window, margin: margin, candidate: nil, use: 0, dependsOnPath: false, complaint: complaint)
  }

  /// The same outcome `distance` bytes further on.
  func moved(by distance: Int) -> LocatedOutcome {
    LocatedOutcome(
      rule: rule, window: window.moved(by: distance), margin: margin, candidate: candidate?.moved(by: distance),
      use: use,
      dependsOnPath: dependsOnPath, complaint: complaint)
  }
}

extension Candidate {
  fileprivate func moved(by distance: Int) -> Candidate {
    Candidate(
      rule: rule, match: match.moved(by: distance), secret: secret.moved(by: distance), entropy: entropy,
      visiblePrefix: visiblePrefix, confidence: confidence, evidence: evidence, decoded: decoded)
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> { (lowerBound + distance)..<(upperBound + distance) }
}
