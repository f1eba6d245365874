internal import Evidence
internal import Patterns
internal import Rules
internal import Structure
package import Vocabulary

/// Applies rules to a text: the windows round keywords, the patterns in them, entropy and allowlists.
final class RuleMatcher {
  private let ruleSet: RuleSet
  private let scratch: PatternScratch
  let groups: [GroupMatcher]

  /// Where a text stands.
  enum Place {
    case at(Provenance, FileKind)
    /// Not known yet: what depends on the path is taken for a match, and says that it does.
    case unknown
  }

  /// What a rule makes of a window.
  enum Outcome {
    /// A match whose conditions hold; `dependsOnPath` when it is another question at some paths.
    case candidate(Candidate, dependsOnPath: Bool)
    /// A match whose conditions do not hold, for those who ask.
    case dropped(DroppedCandidate)
    /// A limit was reached before it was known what there is.
    case gaveUp(PatternError)
  }

  init(_ ruleSet: RuleSet) throws(ScannerError) {
    self.ruleSet = ruleSet
    groups = try RuleMatcher.starting { () throws(PatternError) in
      var groups: [GroupMatcher] = []
      for member in ruleSet.groups { groups.append(try GroupMatcher(member, ruleSet.allowlists)) }
      return groups
    }
    scratch = try RuleMatcher.starting { () throws(PatternError) in try PatternScratch() }
  }

  private static func starting<Part: ~Copyable>(
    _ make: () throws(PatternError) -> Part
  ) throws(ScannerError) -> Part {
    do throws(PatternError) {
      return try make()
    } catch {
      throw ScannerError(cause: "\(error)")
    }
  }

  func excludes(_ path: RepositoryPath) -> Bool {
    for allowlist in ruleSet.allowlists {
      do throws(PatternError) {
        if try allowlist.allows(path: path, scratch: scratch) { return true }
      } catch {
        // Whether it is left out cannot be known, so it is looked at.
        continue
      }
    }
    return false
  }

  func examine(_ reading: Reading, at place: Place) -> Examination {
    var examination = Examination()
    var markers: [LiteralHit]?
    for group in groups {
      var hits: [LiteralHit] = []
      do throws(PatternError) {
        try group.findKeywords(in: unsafe reading.bytes.span.bytes, 0..<reading.bytes.count, &hits)
      } catch {
        examination.complaints.insert(RuleMatcher.stopped(error))
      }
      group.windows.forEach(hits, length: reading.bytes.count) { number, window, keyword in
        let text = unsafe reading.bytes.span.bytes
        let asksPath = reading.isFirst
        outcomes(
          of: number, in: group, window, keyword, text, isBinary: reading.isBinary, asksPath: asksPath, at: place
        ) {
          switch $0 {
          case .candidate(let candidate, let dependsOnPath): examination.candidates.append((candidate, dependsOnPath))
          case .dropped(let dropped): examination.dropped.append(dropped)
          case .gaveUp(let error): examination.complaints.insert(RuleMatcher.gaveUp(group.name(ofRule: number), error))
          }
        }
      }
      if markers == nil { markers = hits }
    }
    let text = unsafe reading.bytes.span.bytes
    examination.add(encoded(in: text, markers ?? [], new: CopiedText(length: text.byteCount), at: place))
    return examination
  }

  /// Every match whose conditions hold; what a limit cut short becomes an incident.
  func candidates(in reading: Reading, of provenance: Provenance, incidents: inout [Incident]) -> [Candidate] {
    let examination = examine(reading, at: Place(provenance))
    incidents += examination.incidents(about: provenance.path)
    return examination.candidates.map(\.candidate)
  }

  static func stopped(_ error: PatternError) -> String { "the search for keywords stopped: \(error)" }

  static func gaveUp(_ rule: String, _ error: PatternError) -> String { "the rule \(rule) gave up: \(error)" }

  /// Matches one rule in one window of a text.
  ///
  /// - Parameters:
  ///   - keyword: for a rule that looks at each keyword by itself, this one.
  ///   - isBinary: rules of low confidence pass over what is no text.
  ///   - asksPath: whether rules about the path alone are to be asked.
  func outcomes(
    of number: Int, in group: GroupMatcher, _ window: Range<Int>, _ keyword: Range<Int>?, _ text: borrowing RawSpan,
    isBinary: Bool, asksPath: Bool, at place: Place, _ body: (Outcome) -> Void
  ) {
    let part = (keyword?.lowerBound ?? window.lowerBound)..<window.upperBound
    guard group.mayMatch(number, in: text, part) else { return }
    do throws(PatternError) {
      guard let rule = try group.rule(number), !(isBinary && rule.isLow) else { return }
      if let pattern = rule.pattern {
        guard try pathMatches(rule, place) else { return }
        if let keyword {
          try match(of: pattern, rule, keyword.lowerBound..<window.upperBound, text, place, body)
        } else {
          try matches(of: pattern, rule, window, text, place, body)
        }
      } else if let keyword, let weighed = rule.rule.definition.weighed {
        guard try pathMatches(rule, place) else { return }
        try assignments(round: keyword, weighed, rule, text, place, body)
      } else if asksPath, case .at(let provenance, _) = place, try pathAloneMatches(rule, provenance) {
        let about = Candidate(rule: rule.rule, match: 0..<0, secret: 0..<0, entropy: 0, visiblePrefix: 0)
        body(.candidate(about, dependsOnPath: true))
      }
    } catch {
      body(.gaveUp(error))
    }
  }

  private func matches(
    of pattern: Pattern, _ rule: PreparedRule, _ window: Range<Int>, _ text: borrowing RawSpan, _ place: Place,
    _ body: (Outcome) -> Void
  ) throws(PatternError) {
    var rest = window
    while let match = try pattern.firstMatch(in: text, window: rest, scratch: scratch) {
      if let outcome = try outcome(rule, match, text, place, body) { body(outcome) }
      let next = max(match.range.upperBound, rest.lowerBound + 1)
      guard next < rest.upperBound else { return }
      rest = next..<rest.upperBound
    }
  }

  /// The match that begins where the window does.
  private func match(
    of pattern: Pattern, _ rule: PreparedRule, _ window: Range<Int>, _ text: borrowing RawSpan, _ place: Place,
    _ body: (Outcome) -> Void
  ) throws(PatternError) {
    guard let match = try pattern.firstMatch(in: text, window: window, scratch: scratch) else { return }
    if let outcome = try outcome(rule, match, text, place, body) { body(outcome) }
  }

  private func pathMatches(_ rule: PreparedRule, _ place: Place) throws(PatternError) -> Bool {
    guard let pattern = rule.pathPattern, case .at(let provenance, _) = place else { return true }
    return try pattern.matches(provenance.path.bytes, scratch: scratch)
  }

  /// A rule without an expression is about the path alone.
  private func pathAloneMatches(_ rule: PreparedRule, _ provenance: Provenance) throws(PatternError) -> Bool {
    let path = provenance.path
    var subject = MatchSubject(path: path, secret: path.bytes, match: path.bytes, line: path.bytes)
    subject.origin = provenance.origin
    subject.rule = rule.rule.summary
    guard try pathMatches(rule, Place(provenance)) else { return false }
    for allowlist in rule.allowlists where try allowlist.allows(subject, scratch: scratch) { return false }
    return true
  }

  /// What is assigned to the name that a keyword stands in, weighed.
  private func assignments(
    round keyword: Range<Int>, _ nameClass: NameClass, _ rule: PreparedRule, _ text: borrowing RawSpan, _ place: Place,
    _ body: (Outcome) -> Void
  ) throws(PatternError) {
    let values = try AssignedValues.find(
      in: text, keyword: keyword, as: nameClass, kind: place.kind, tellsObjections: ruleSet.recordsDropped,
      scratch: scratch)
    for found in values where ruleSet.recordsDropped || found.weighing.objection == nil {
      var draft = Draft(rule, found.match, found.value, text)
      draft.dependsOnPath = draft.dependsOnPath || found.dependsOnKind
      draft.weighing = found.weighing
      if let outcome = try outcome(draft, text, place, body) { body(outcome) }
    }
  }

  private func outcome(
    _ rule: PreparedRule, _ match: PatternMatch, _ text: borrowing RawSpan, _ place: Place, _ body: (Outcome) -> Void
  ) throws(PatternError) -> Outcome? {
    var secret = RuleMatcher.secretRange(rule.rule, match)
    while secret.count > 1, unsafe text.unsafeLoad(fromByteOffset: secret.upperBound - 1, as: UInt8.self) == 10 {
      secret = secret.lowerBound..<(secret.upperBound - 1)
    }
    guard !secret.isEmpty else { return nil }
    return try outcome(Draft(rule, match.range, secret, text), text, place, body)
  }

  /// Asks of a match what its rule and the allowlists ask for.
  private func outcome(
    _ draft: Draft, _ text: borrowing RawSpan, _ place: Place, _ body: (Outcome) -> Void
  ) throws(PatternError) -> Outcome? {
    var draft = draft
    if let reason = try objection(to: &draft, text, place, body) {
      return ruleSet.recordsDropped ? .dropped(draft.dropped(because: reason)) : nil
    }
    let candidate = draft.candidate(visiblePrefix: RuleMatcher.visiblePrefix(draft.rule.rule, draft.value[...]))
    return .candidate(candidate, dependsOnPath: draft.dependsOnPath)
  }

  /// Why a match is no finding; `nil` when it is one.
  private func objection(
    to draft: inout Draft, _ text: borrowing RawSpan, _ place: Place, _ body: (Outcome) -> Void
  ) throws(PatternError) -> String? {
    let rule = draft.rule
    if let threshold = rule.rule.definition.entropy, draft.entropy <= threshold {
      return "its entropy is not above \(threshold)"
    }
    if let objection = draft.weighing?.objection { return objection }
    if !rule.allowlists.isEmpty {
      let subject = subject(draft, text, place)
      do throws(PatternError) {
        switch try answer(rule, subject) {
        case .yes: return "an allowlist has it"
        case .no: break
        case .dependsOnPlace: draft.dependsOnPath = true
        }
      } catch {
        // One that cannot be judged stays: nobody said that it may be left out.
        body(.gaveUp(error))
      }
    }
    let value = draft.value
    draft.judgement = rule.rule.checks.lazy.compactMap { $0.judge(value) }.first
    if let judgement = draft.judgement, judgement.standing == .broken, rule.rule.definition.rejectsBroken {
      return judgement.evidence
    }
    if let weighed = rule.rule.definition.weighed, draft.weighing == nil {
      draft.weighing = try Weigher.weigh(draft.value[...], as: weighed, scratch: scratch)
    }
    if let objection = draft.weighing?.objection { return objection }
    guard let least = ruleSet.leastConfidence ?? (draft.weighing == nil ? nil : .medium) else { return nil }
    return draft.confidence.map { $0 >= least } == true ? nil : "it is not sure enough"
  }

  private func subject(_ draft: Draft, _ text: borrowing RawSpan, _ place: Place) -> MatchSubject {
    let (rule, match) = (draft.rule, draft.match)
    var subject = MatchSubject(
      path: RepositoryPath(bytes: []), secret: draft.value, match: text.array(match), line: [])
    if case .at(let provenance, _) = place {
      subject.path = provenance.path
      subject.origin = provenance.origin
    } else {
      subject.isPlaced = false
    }
    subject.rule = rule.rule.summary
    subject.entropy = draft.entropy
    if rule.judgesLines || rule.judgesText {
      subject.lineRange = text.lines(of: match)
      subject.line = text.array(subject.lineRange)
    }
    if rule.judgesText {
      subject.text = text.array(0..<text.byteCount)
      subject.range = match
    }
    return subject
  }

  /// What all allowlists together say of a match.
  private func answer(_ rule: PreparedRule, _ subject: MatchSubject) throws(PatternError) -> Allowlist.Answer {
    var answer = Allowlist.Answer.no
    for allowlist in rule.allowlists {
      if subject.isPlaced {
        if try allowlist.allows(subject, scratch: scratch) { return .yes }
        continue
      }
      switch try allowlist.answer(subject, scratch: scratch) {
      case .yes: return .yes
      case .no: break
      case .dependsOnPlace: answer = .dependsOnPlace
      }
    }
    return answer
  }

  /// The group the rule names; without one the first group that matched something, else the whole match.
  private static func secretRange(_ rule: Rule, _ match: PatternMatch) -> Range<Int> {
    if let group = rule.definition.secretGroup { return match.group(group) ?? match.range }
    return match.groups.dropFirst().lazy.compactMap { $0 }.first { !$0.isEmpty } ?? match.range
  }

  /// The length of the line `-----BEGIN …-----` (RFC 7468) that a key in text form begins with, which says what it is.
  private static func armorHeader(of secret: ArraySlice<UInt8>) -> Int? {
    let dashes = Array("-----".utf8)
    guard secret.starts(with: Array("-----BEGIN ".utf8)) else { return nil }
    let label = secret.dropFirst(dashes.count).prefix(64)
    guard let end = label.indices.first(where: { label[$0...].starts(with: dashes) }) else { return nil }
    return end + dashes.count - secret.startIndex
  }

  /// A keyword at the beginning of a secret that is known by its shape is its kind's public prefix, and no secret.
  private static func visiblePrefix(_ rule: Rule, _ secret: ArraySlice<UInt8>) -> Int {
    guard rule.summary.confidence == .high else { return 0 }
    if let header = armorHeader(of: secret) { return header }
    let beginning = String(decoding: secret.prefix(32), as: UTF8.self).lowercased()
    let length = rule.definition.keywords.filter { beginning.hasPrefix($0) }.map(\.utf8.count).max() ?? 0
    return length * 3 <= secret.count ? length : 0
  }
}

extension Incident {
  /// Something that a limit kept from being matched to its end.
  package init(complaint: String, about subject: String) {
    self.init(
      kind: .limits, subject: subject, reason: complaint,
      hint: "look at this text yourself, then accept the gap with --tolerate limits")
  }
}

extension RuleMatcher.Place {
  init(_ provenance: Provenance) {
    self = .at(provenance, FileKind(path: provenance.path.bytes))
  }

  /// What kind of file the text is, where that is known.
  fileprivate var kind: FileKind? {
    if case .at(_, let kind) = self { return kind }
    return nil
  }
}
