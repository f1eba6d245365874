internal import Vocabulary

extension ReportedFinding {
  /// - Parameter rules: what the report says about its rules, by id.
  func finding(rules: [String: ReportedRule]) throws(ReportError) -> Finding {
    guard startLine > 0, startColumn > 0, endLine >= startLine, endColumn > 0, occurrences > 0, entropy.isFinite else {
      throw ReportError("a finding in \(path) with a number out of range")
    }
    guard Fingerprint.isWellFormed(fingerprint) else { throw ReportError("a finding in \(path) without a fingerprint") }
    return Finding(
      rule: try summary(rules), secret: secret.map { Secret(Array($0.utf8)) } ?? .unknown, provenance: try provenance,
      region: TextRegion(startLine: startLine, startColumn: startColumn, endLine: endLine, endColumn: endColumn),
      excerpt: Excerpt(line: startLine, pieces: try pieces), fingerprint: Fingerprint(hex: fingerprint),
      entropy: entropy, evidence: evidence, confidence: try ReportedFinding.confidence(confidence),
      occurrences: occurrences, trace: try trace)
  }

  private func summary(_ rules: [String: ReportedRule]) throws(ReportError) -> RuleSummary {
    guard let written = rules[rule] else { throw ReportError("a finding of the rule \(rule), which it does not list") }
    guard let severity = Severity(rawValue: severity) else {
      throw ReportError("a finding of unknown severity: \(severity)")
    }
    let confidence = try ReportedFinding.confidence(written.confidence ?? confidence)
    return RuleSummary(
      id: RuleID(rule), title: title, description: written.description, severity: severity, confidence: confidence,
      holder: written.holder, revoke: written.revoke)
  }

  private static func confidence(_ word: String) throws(ReportError) -> Confidence {
    guard let confidence = Confidence(rawValue: word) else {
      throw ReportError("a finding of unknown confidence: \(word)")
    }
    return confidence
  }

  private var provenance: Provenance {
    get throws(ReportError) {
      guard let kind = Provenance.Kind(rawValue: kind) else { throw ReportError("a text of unknown kind: \(kind)") }
      var id: ObjectID?
      if let blob { id = try ReportedFinding.objectID(blob) }
      let path = uri.map(ReportedFinding.path) ?? RepositoryPath(path)
      return Provenance(path: path, blob: id, kind: kind, origin: try commit?.origin)
    }
  }

  private var trace: Trace? {
    get throws(ReportError) {
      guard let paths, let references, let reach, let order else {
        guard paths == nil, references == nil, reach == nil, order == nil else {
          throw ReportError("a finding in \(path) with half of a trace")
        }
        return nil
      }
      guard let reach = Trace.Reach(rawValue: reach) else { throw ReportError("a finding of unknown reach: \(reach)") }
      return Trace(
        paths: uris.map { $0.map(ReportedFinding.path) } ?? paths.map { RepositoryPath($0) }, isInHead: inHead,
        references: references, reach: reach, order: order)
    }
  }

  /// The line, cut where its secrets stand.
  private var pieces: [Excerpt.Piece] {
    get throws(ReportError) {
      let scalars = Array(line.unicodeScalars)
      var pieces: [Excerpt.Piece] = []
      var position = 0
      for mark in marks {
        guard mark.start >= position, mark.end >= mark.start, mark.end <= scalars.count, mark.visible >= 0,
          mark.visible <= mark.end - mark.start
        else { throw ReportError("a finding in \(path) whose marks do not fit its line") }
        if mark.start > position { pieces.append(.text(ReportedFinding.text(scalars[position..<mark.start]))) }
        let shown = scalars[mark.start..<mark.end]
        pieces.append(try piece(mark, ReportedFinding.text(shown), ReportedFinding.text(shown.prefix(mark.visible))))
        position = mark.end
      }
      if position < scalars.count { pieces.append(.text(ReportedFinding.text(scalars[position...]))) }
      return pieces
    }
  }

  /// - Parameter prefix: how `shown` begins, and the public prefix of the secret.
  private func piece(
    _ mark: ReportedMark, _ shown: String, _ prefix: String
  ) throws(ReportError) -> Excerpt.Piece {
    if secret != nil {
      return .secret(Secret(Array(shown.utf8)), visible: prefix.utf8.count, isSubject: mark.subject)
    }
    guard shown == prefix + Excerpt.mask else {
      throw ReportError("a finding in \(path) that marks as secret what is not masked")
    }
    return .masked(prefix: prefix, isSubject: mark.subject)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return text
  }

  fileprivate static func objectID(_ hex: String) throws(ReportError) -> ObjectID {
    guard let id = ObjectID(hex: Array(hex.utf8)) else { throw ReportError("no name of an object: \(hex)") }
    return id
  }

  private static func path(uri: String) -> RepositoryPath {
    var bytes: [UInt8] = []
    var rest = Array(uri.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let high = Hexadecimal.value(of: rest[rest.startIndex]),
        let low = Hexadecimal.value(of: rest[rest.startIndex + 1])
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return RepositoryPath(bytes: bytes)
  }
}

extension ReportedCommit {
  fileprivate var origin: Origin {
    get throws(ReportError) {
      guard let time = GitTime(rfc3339: date) else { throw ReportError("no date: \(date)") }
      return Origin(id: try ReportedFinding.objectID(id), author: author, time: time)
    }
  }
}
