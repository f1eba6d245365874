internal import Patterns
package import Rules
package import Vocabulary

/// Scans many versions of texts, each by what it does not copy from the one it was made from.
///
/// Where all that a match can depend on was copied, it is carried over; everything else is matched anew. So the outcome is
/// that of matching every text whole:
/// - All keywords of a text are known: those inside a copied part from the base, the others from a search round what is new.
///   So are, by them, the windows in which each rule is matched.
/// - A window's matches depend on its bytes, on as many before it as a match can be long, and, for some allowlists, on its
///   whole lines. It is the same window in the base if as much again on both sides was copied with it, for then no keyword
///   outside can have been joined with it. Such a window is not matched again.
package final class VersionScanner {
  private let matcher: RuleMatcher
  private let remarks: LiteralSearch?
  /// Whether matches that are no findings are to be told, for which texts are scanned whole.
  private let recordsDropped: Bool
  /// A copied part of fewer bytes costs more than looking at it anew.
  private let shortestCopy: Int
  private var numbers: [SecretUse: Int] = [:]
  /// The rules and secrets that were found; a `Sighting` names them by their places here.
  package private(set) var uses: [SecretUse] = []

  private final class LiteralSearch {
    var scanner: LiteralScanner

    init(_ literals: [[UInt8]]) throws(PatternError) { scanner = try LiteralScanner(LiteralDatabase(literals)) }
  }

  /// A rule and a secret, and how often they are in a text.
  package struct Sighting: Hashable, Sendable {
    package let use: Int
    package let count: Int

    package init(use: Int, count: Int) {
      self.use = use
      self.count = count
    }
  }

  /// What is known of a text, as long as others may be made from it.
  package final class State {
    fileprivate let length: Int
    /// Whether the bytes are to be read as they are and no other way.
    fileprivate let isPlain: Bool
    /// Whether all keywords are known.
    fileprivate var isComplete = true
    fileprivate let isBinary: Bool
    /// Whether there is a control character in it; without one it is no binary, and there is no NUL.
    fileprivate let holdsControls: Bool
    fileprivate var hits: [[LiteralHit]] = []
    fileprivate var outcomes: [LocatedOutcome] = []
    /// What was found, without regard to paths.
    package fileprivate(set) var sightings: [Sighting] = []
    /// Whether it has to be scanned again where it stands: a path has a say in what was found, or one of the remarks is in the text.
    package fileprivate(set) var needsPlace = false
    /// Whether it holds matches that are no findings, where the rule set asks for them.
    package fileprivate(set) var holdsDropped = false
    /// Whether it was not looked at, and is to be where it stands.
    package fileprivate(set) var isLeft = false
    /// Why something was not looked at to its end.
    package fileprivate(set) var complaints: [String] = []

    fileprivate init(length: Int, isPlain: Bool, isBinary: Bool, holdsControls: Bool) {
      self.length = length
      self.isPlain = isPlain
      self.isBinary = isBinary
      self.holdsControls = holdsControls
    }
  }

  /// - Parameter remarks: texts with findings that hold one of these are to be scanned again where they stand.
  /// - Throws: `ScannerError` when there is no memory or no processor to match with.
  package init(_ ruleSet: RuleSet, remarks: [[UInt8]] = [], shortestCopy: Int = 64) throws(ScannerError) {
    self.shortestCopy = shortestCopy
    recordsDropped = ruleSet.recordsDropped
    matcher = try RuleMatcher(ruleSet)
    do throws(PatternError) {
      self.remarks = remarks.isEmpty ? nil : try LiteralSearch(remarks)
    } catch {
      throw ScannerError(cause: "\(error)")
    }
  }

  /// Scans one text.
  ///
  /// - Parameters:
  ///   - base: what came of the text it was made from; `nil` to scan it whole.
  ///   - copies: what it took from there, in the order of `target`, never overlapping there.
  package func scan(_ text: borrowing RawSpan, base: State? = nil, copies: [CopiedRange] = []) -> State {
    let copied = base.map {
      CopiedText(copies, length: text.byteCount, baseLength: $0.length, shortest: shortestCopy)
    }
    guard !recordsDropped, !Reading.isAnnounced(text) else { return scanInEveryReading(text) }
    let new = base?.isPlain == true ? copied?.newRanges(margin: 0) : nil
    let holdsControls =
      base?.holdsControls == true || (new ?? [0..<text.byteCount]).contains { text.holdsControl(in: $0) }
    // A NUL hints at another encoding.
    if holdsControls, (new ?? [0..<text.byteCount]).contains(where: { text.firstIndex(of: 0, in: $0) != nil }) {
      return scanInEveryReading(text)
    }
    let isBinary = holdsControls && Reading.isBinary(text)
    let state = State(length: text.byteCount, isPlain: true, isBinary: isBinary, holdsControls: holdsControls)
    let isSound: Bool
    if let base, let copied, base.isPlain, base.isComplete, base.isBinary == isBinary {
      isSound = scan(text, base, copied, into: state)
    } else {
      isSound = scan(text, nil, CopiedText(length: text.byteCount), into: state)
    }
    return isSound ? state : scanInEveryReading(text)
  }

  private static let longestLine = 1024

  // MARK: Texts read byte for byte

  /// Whether the text could be scanned by itself; one that holds something encoded is to be scanned whole, and so is what is made
  /// from it, for that is rare.
  private func scan(_ text: borrowing RawSpan, _ base: State?, _ copied: CopiedText, into state: State) -> Bool {
    var complaints: Set<String> = []
    for (place, group) in matcher.groups.enumerated() {
      do throws(PatternError) {
        state.hits.append(try hits(text, base?.hits[place] ?? [], copied, group))
      } catch {
        // Not knowing the keywords of this text, nothing can be carried over to the next.
        complaints.insert(RuleMatcher.stopped(error))
        state.hits.append([])
        state.isComplete = false
      }
    }
    if matcher.holdsEncoded(text, state.hits.first ?? [], new: copied) { return false }
    if let base { carry(base, text, copied, into: state) }
    for (place, group) in matcher.groups.enumerated() {
      match(state.hits[place], place, group, text, copied, into: state)
    }
    state.outcomes.sort { $0.window.lowerBound < $1.window.lowerBound }
    if !state.outcomes.isEmpty || !complaints.isEmpty { conclude(text, complaints, state) }
    return true
  }

  /// All keywords of a text: those that were copied whole, and those in what is new or across a seam.
  private func hits(
    _ text: borrowing RawSpan, _ old: [LiteralHit], _ copied: CopiedText, _ group: GroupMatcher
  ) throws(PatternError) -> [LiteralHit] {
    var fresh: [LiteralHit] = []
    let margin = max(0, group.keywords.longestKeyword - 1)
    for range in copied.newRanges(margin: margin) { try group.findKeywords(in: text, range, &fresh) }
    guard !old.isEmpty else { return fresh }
    var kept: [LiteralHit] = []
    kept.reserveCapacity(old.count)
    for part in copied.parts { keep(old, of: part, group, &kept) }
    guard !fresh.isEmpty else { return kept }
    return merge(kept, fresh.filter { !isCopied($0, copied, group) })
  }

  private func isCopied(_ hit: LiteralHit, _ copied: CopiedText, _ group: GroupMatcher) -> Bool {
    let start = group.windows.start(of: hit)
    guard let part = copied.part(holding: start) else { return false }
    return hit.end <= part.target + part.count
  }

  private func keep(_ old: [LiteralHit], of part: CopiedRange, _ group: GroupMatcher, _ kept: inout [LiteralHit]) {
    var low = 0
    var high = old.count
    while low < high {
      let middle = (low + high) / 2
      if old[middle].end <= part.source { low = middle + 1 } else { high = middle }
    }
    let end = part.source + part.count
    let distance = part.target - part.source
    while low < old.count, old[low].end <= end {
      let hit = old[low]
      if group.windows.start(of: hit) >= part.source { kept.append(hit.moved(by: distance)) }
      low += 1
    }
  }

  private func merge(_ left: [LiteralHit], _ right: [LiteralHit]) -> [LiteralHit] {
    guard !left.isEmpty else { return right }
    guard !right.isEmpty else { return left }
    var merged: [LiteralHit] = []
    merged.reserveCapacity(left.count + right.count)
    var next = 0
    for hit in left {
      while next < right.count, right[next].end < hit.end {
        merged.append(right[next])
        next += 1
      }
      merged.append(hit)
    }
    merged += right[next...]
    return merged
  }

  /// Takes over what was found in windows that were copied with all they depend on.
  private func carry(_ base: State, _ text: borrowing RawSpan, _ copied: CopiedText, into state: State) {
    guard !base.outcomes.isEmpty else { return }
    for part in copied.parts {
      var low = 0
      var high = base.outcomes.count
      while low < high {
        let middle = (low + high) / 2
        if base.outcomes[middle].window.lowerBound < part.source { low = middle + 1 } else { high = middle }
      }
      while low < base.outcomes.count, base.outcomes[low].window.lowerBound < part.source + part.count {
        let moved = base.outcomes[low].moved(by: part.target - part.source)
        if moved.window.upperBound <= part.target + part.count,
          isUntouched(moved.window, moved.rule, moved.margin, text, part, copied)
        {
          state.outcomes.append(moved)
        }
        low += 1
      }
    }
  }

  /// Whether the window is the same in the base, with everything that its matches depend on.
  private func isUntouched(
    _ window: Range<Int>, _ rule: PreparedRule?, _ margin: Int, _ text: borrowing RawSpan, _ part: CopiedRange,
    _ copied: CopiedText
  ) -> Bool {
    guard copied.holds(part, from: window.lowerBound - margin, to: window.upperBound + margin) else { return false }
    if rule?.judgesText == true { return false }
    guard rule?.judgesLines ?? true else { return true }
    // To follow a very long line for each of its keywords would cost more than matching them again.
    let reach = VersionScanner.longestLine
    let before = max(0, window.lowerBound - reach)..<window.lowerBound
    let after = window.upperBound..<min(text.byteCount, window.upperBound + reach)
    guard let start = text.lastIndex(of: 10, in: before) ?? (before.lowerBound == 0 ? -1 : nil),
      let end = text.firstIndex(of: 10, in: after) ?? (after.upperBound == text.byteCount ? text.byteCount : nil)
    else { return false }
    return copied.holds(part, from: start, to: end + 1)
  }

  private func match(
    _ hits: [LiteralHit], _ place: Int, _ group: GroupMatcher, _ text: borrowing RawSpan, _ copied: CopiedText,
    into state: State
  ) {
    // A closure cannot hold a borrowed span, and this one does not outlive the call.
    let whole = unsafe text.withUnsafeBytes { unsafe $0 }
    group.windows.forEach(hits, length: text.byteCount) { number, window, keyword in
      let text = unsafe RawSpan(_unsafeBytes: whole)
      // A rule that does not compile says so below, where it is matched.
      let rule = try? group.rule(number)
      let margin = group.margin(ofRule: number)
      if let part = copied.part(holding: window.lowerBound), window.upperBound <= part.target + part.count,
        isUntouched(window, rule, margin, text, part, copied)
      {
        return
      }
      matcher.outcomes(
        of: number, in: group, window, keyword, text, isBinary: state.isBinary, asksPath: false, at: .unknown
      ) { outcome in
        switch outcome {
        case .candidate(let candidate, let dependsOnPath):
          let text = unsafe RawSpan(_unsafeBytes: whole)
          let use = self.number(candidate.rule, text.array(candidate.secret))
          state.outcomes.append(
            LocatedOutcome(
              candidate, use: use, dependsOnPath: dependsOnPath, rule: rule, window: window, margin: margin))
        case .dropped: break
        case .gaveUp(let error):
          let complaint = RuleMatcher.gaveUp(group.name(ofRule: number), error)
          state.outcomes.append(LocatedOutcome(complaint: complaint, rule: rule, window: window, margin: margin))
        }
      }
    }
  }

  // MARK: Texts read in other ways

  /// The state of a text that is left to others: it is to be looked at where it stands, and nothing is carried over from it.
  package func leave(_ text: borrowing RawSpan) -> State {
    let state = State(length: text.byteCount, isPlain: false, isBinary: false, holdsControls: true)
    (state.needsPlace, state.isLeft) = (true, true)
    return state
  }

  /// Scans a text whole, by itself and in every way it can be read, as a file is scanned.
  package func scanInEveryReading(_ text: borrowing RawSpan) -> State {
    let state = State(length: text.byteCount, isPlain: false, isBinary: false, holdsControls: true)
    var complaints: Set<String> = []
    var found: [Int] = []
    for reading in Reading.all(of: text.array(0..<text.byteCount)) {
      let examination = matcher.examine(reading, at: .unknown)
      complaints.formUnion(examination.complaints)
      state.holdsDropped = state.holdsDropped || !examination.dropped.isEmpty
      let composition = Composition(examination.candidates.map(\.candidate), in: unsafe reading.bytes.span.bytes)
      for candidate in CandidateSelection(composition).chosen {
        found.append(number(candidate.rule, candidate.value(in: reading.bytes), isAlone: candidate.alone != nil))
      }
      state.needsPlace =
        state.needsPlace || composition.dependsOnPath || examination.candidates.contains { $0.dependsOnPath }
    }
    state.sightings = sightings(found)
    state.complaints = complaints.sorted()
    // Remarks in another encoding would not be seen in the bytes.
    state.needsPlace = state.needsPlace || (!found.isEmpty && remarks != nil)
    return state
  }

  // MARK: Conclusions

  private func conclude(_ text: borrowing RawSpan, _ complaints: Set<String>, _ state: State) {
    var complaints = complaints
    var candidates: [Candidate] = []
    var uses: [Int] = []
    for outcome in state.outcomes {
      if let complaint = outcome.complaint { complaints.insert(complaint) }
      guard let candidate = outcome.candidate else { continue }
      candidates.append(candidate)
      uses.append(outcome.use)
      if outcome.dependsOnPath { state.needsPlace = true }
    }
    state.complaints = complaints.sorted()
    guard !candidates.isEmpty else { return }
    let composition = Composition(candidates, in: text)
    let chosen = CandidateSelection(composition).places
    state.needsPlace = state.needsPlace || composition.dependsOnPath
    guard !chosen.isEmpty else { return }
    state.sightings = sightings(
      chosen.map { composition.candidates[$0].alone == nil ? uses[$0] : numberAlone(uses[$0]) })
    state.needsPlace = state.needsPlace || holdsRemark(text)
  }

  private func sightings(_ uses: [Int]) -> [Sighting] {
    var sightings: [Sighting] = []
    for use in uses.sorted() {
      if let last = sightings.last, last.use == use {
        sightings[sightings.count - 1] = Sighting(use: use, count: last.count + 1)
      } else {
        sightings.append(Sighting(use: use, count: 1))
      }
    }
    return sightings
  }

  private func number(_ rule: Rule, _ secret: [UInt8], isAlone: Bool = false) -> Int {
    number(SecretUse(rule: rule.summary.id, secret: Secret(secret), isAlone: isAlone))
  }

  /// The number of the same rule and secret without what the rule asks for.
  private func numberAlone(_ use: Int) -> Int {
    number(SecretUse(rule: uses[use].rule, secret: uses[use].secret, isAlone: true))
  }

  private func number(_ use: SecretUse) -> Int {
    if let known = numbers[use] { return known }
    numbers[use] = uses.count
    uses.append(use)
    return uses.count - 1
  }

  private func holdsRemark(_ text: borrowing RawSpan) -> Bool {
    guard let remarks else { return false }
    do throws(PatternError) {
      return try !remarks.scanner.hits(in: text).isEmpty
    } catch {
      return true
    }
  }
}
