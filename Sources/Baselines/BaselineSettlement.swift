package import Suppression
package import Vocabulary

/// Parts what a baseline covers from what is new in a verdict, and says what of the baseline serves nothing any more.
package struct BaselineSettlement {
  private let baseline: Baseline
  private let sight: BaselineSight
  private let today: CalendarDate
  private let index: [BaselineDigest: [Int]]
  /// How many findings each line covered.
  private(set) var uses: [Int: Int] = [:]
  /// Lines that cover nothing now, and still are about something that is there: it is allowed otherwise, another line says the
  /// same, or they have expired.
  private var serving: Set<Int> = []
  private var notices: [String] = []
  /// Whether entries about what is in archives can be held against what was found.
  private var opensArchives = false

  package init(_ baseline: Baseline, _ sight: BaselineSight, today: CalendarDate = .today()) {
    self.baseline = baseline
    self.sight = sight
    self.today = today
    index = baseline.index()
  }

  package static func settle(
    _ verdict: inout Verdict, by baseline: Baseline, _ sight: BaselineSight, today: CalendarDate = .today()
  ) {
    // Nothing to part and nothing to call stale: the usual case of a hook.
    if case .someFiles = sight, verdict.findings.isEmpty { return }
    var settlement = BaselineSettlement(baseline, sight, today: today)
    settlement.settle(&verdict)
  }

  mutating func settle(_ verdict: inout Verdict) {
    opensArchives = verdict.opensArchives
    let covered = cover(verdict.findings)
    for allowed in verdict.allowed { serving.formUnion(lines(of: allowed.finding.fingerprint)) }
    var rest: [Finding] = []
    for (place, finding) in verdict.findings.enumerated() {
      if let line = covered[place] {
        verdict.allowed.append(AllowedFinding(finding: finding, allowance: baseline.place(of: line)))
      } else {
        rest.append(finding)
      }
    }
    verdict.findings = isCounted ? BaselineSettlement.recounted(rest) : rest
    verdict.notices += notices
    if verdict.incidents.isEmpty, !verdict.isInterrupted, verdict.shard == nil { verdict.notices += staleNotices() }
  }

  /// Whether a finding is one place of many, and not a secret with all its places.
  private var isCounted: Bool {
    switch sight {
    case .files, .someFiles: true
    case .commits, .history: false
    }
  }

  private static func recounted(_ findings: [Finding]) -> [Finding] {
    var counts: [Fingerprint: Int] = [:]
    for finding in findings { counts[finding.fingerprint, default: 0] += 1 }
    return findings.map { finding in
      var finding = finding
      finding.occurrences = counts[finding.fingerprint] ?? 1
      return finding
    }
  }

  private func lines(of fingerprint: Fingerprint) -> [Int] {
    guard !index.isEmpty else { return [] }
    return baseline.digests(of: fingerprint).flatMap { index[$0] ?? [] }
  }

  // MARK: Covering

  /// The line that covers each finding that one does, by the finding's place.
  private mutating func cover(_ findings: [Finding]) -> [Int: Int] {
    var covered: [Int: Int] = [:]
    guard !index.isEmpty else { return covered }
    var groups: [Fingerprint: [Int]] = [:]
    for (place, finding) in findings.enumerated() { groups[finding.fingerprint, default: []].append(place) }
    for (fingerprint, places) in groups.sorted(by: { $0.value[0] < $1.value[0] }) {
      let lines = lines(of: fingerprint)
      guard !lines.isEmpty else { continue }
      serving.formUnion(lines.filter { baseline.lines[$0].until.map { $0 < today } ?? false })
      cover(places, findings, by: lines.map { ($0, baseline.entry(of: $0)) }, &covered)
    }
    return covered
  }

  private typealias Line = (line: Int, entry: BaselineEntry)

  private mutating func cover(
    _ places: [Int], _ findings: [Finding], by lines: [Line], _ covered: inout [Int: Int]
  ) {
    let live = lines.filter { $0.entry.holds(on: today) && (!$0.entry.isHistory || !isCounted) }
    if let line = (isCounted ? live.first { $0.entry.path == nil } : live.first)?.line {
      for place in places { covered[place] = line }
      uses[line, default: 0] += places.count
      return
    }
    var room = room(live)
    var rest: [Int] = []
    for place in places {
      if let line = room.take(at: findings[place].provenance.path) {
        covered[place] = line
        uses[line, default: 0] += 1
      } else {
        rest.append(place)
      }
    }
    for place in rest {
      // Gone from where it was and present elsewhere: it moved.
      if let line = room.takeVacant(isVacant) {
        covered[place] = line
        uses[line, default: 0] += 1
      } else {
        explain(findings[place], live, lines)
      }
    }
    // Of several lines about one file one was used, and the others say the same.
    let used = Set(live.filter { uses[$0.line] != nil }.map(\.entry.path))
    serving.formUnion(live.filter { used.contains($0.entry.path) }.map(\.line))
  }

  private func isVacant(_ path: RepositoryPath) -> Bool {
    guard case .someFiles(let isGone) = sight else { return opensArchives || !path.mayBeInArchive }
    return isGone(path)
  }

  /// What lines allow at each path; of several about one path, as a merge may leave them, the largest counts.
  private func room(_ lines: [Line]) -> BaselineRoom {
    var room = BaselineRoom()
    for (line, entry) in lines {
      if let path = entry.path { room.add(entry.count, at: path, line: line) }
    }
    return room
  }

  /// Says why a finding is one although the baseline knows its secret.
  private mutating func explain(_ finding: Finding, _ live: [Line], _ lines: [Line]) {
    let place = "\(finding.provenance.path):\(finding.region.startLine)"
    if let known = live.first(where: { $0.entry.path == finding.provenance.path }) ?? live.first,
      let other = known.entry.path
    {
      let home = other == finding.provenance.path ? "in this file" : "in \(other)"
      notices.append(
        "\(place): this secret is known \(home) (\(baseline.place(of: known.line))), and here is one more copy; "
          + "to accept it too: stanch baseline update")
    } else if let expired = lines.first(where: { !$0.entry.holds(on: today) }), let until = expired.entry.until {
      notices.append(
        "\(baseline.place(of: expired.line)): it held until \(until), so \(finding.rule.id) at \(place) is reported again"
      )
    } else if let past = lines.first(where: \.entry.isHistory) {
      notices.append(
        "\(place): this secret was known in the history only (\(baseline.place(of: past.line))), and is here again")
    }
  }

  // MARK: What serves nothing

  /// Lines that no finding needs any more, as far as this scan can tell.
  package var staleLines: [Int] {
    baseline.lines.indices.filter { line in
      switch sight {
      case .files(isCurrent: true): !baseline.lines[line].isHistory && !isServing(line)
      case .history: baseline.lines[line].isHistory && !isServing(line)
      case .files, .someFiles, .commits: false
      }
    }.filter { opensArchives || baseline.entry(of: $0).path?.mayBeInArchive != true }
  }

  private func isServing(_ line: Int) -> Bool { uses[line] != nil || serving.contains(line) }

  /// So many are named; a baseline that nobody has pruned for long need not fill the screen.
  private static let mostNamed = 10

  private func staleNotices() -> [String] {
    let stale = staleLines
    var notices = stale.prefix(BaselineSettlement.mostNamed).map { line in
      let entry = baseline.entry(of: line)
      let place = entry.path.map { "\($0)" } ?? "any file"
      return "\(baseline.place(of: line)): nothing matches this entry any more (\(entry.rule) in \(place))"
    }
    if stale.count > notices.count { notices.append("\(baseline.file): nor \(stale.count - notices.count) others") }
    if !stale.isEmpty { notices.append("\(baseline.file): entries that nothing matches go with stanch baseline prune") }
    return notices
  }
}
