package import Suppression
package import Vocabulary

/// Brings a baseline up to what scans found. What people wrote into it stays.
package struct BaselineUpdate {
  package private(set) var draft: BaselineDraft
  /// What was done and what was not, a line each.
  package private(set) var changes: [Change] = []
  private let today: CalendarDate
  private var index: [BaselineDigest: [Int]] = [:]

  package struct Change: Hashable, Sendable {
    package enum Kind: String, Sendable {
      case added, moved, dropped
      /// An entry that does not hold any more: only a person can say whether it is to hold again.
      case expired
      /// What another tool accepts and is not to be had here, with the reason in `place`.
      case missed
    }

    package let kind: Kind
    package let rule: RuleID
    /// Where, in words.
    package let place: String
  }

  package init(_ draft: BaselineDraft, today: CalendarDate = .today()) {
    self.draft = draft
    self.today = today
    for (place, item) in draft.items.enumerated() { index[item.entry.digest, default: []].append(place) }
  }

  package func count(_ kind: Change.Kind) -> Int { changes.count { $0.kind == kind } }

  /// Takes in every finding of a scan of all files that no entry covers.
  package mutating func take(files findings: [Finding]) {
    var groups: [Fingerprint: [Finding]] = [:]
    for finding in findings { groups[finding.fingerprint, default: []].append(finding) }
    for (_, group) in groups.sorted(by: { $0.value[0] < $1.value[0] }) { take(group) }
  }

  /// Takes in what the history holds and no entry is about.
  package mutating func take(history findings: [Finding]) {
    for finding in findings where items(of: finding).isEmpty {
      guard var entry = entry(for: finding) else { continue }
      entry.isHistory = true
      add(entry, "\(finding.provenance.path) in the history")
    }
  }

  private func items(of finding: Finding) -> [Int] {
    Baseline.digests(of: finding.fingerprint, draft.salts).flatMap { index[$0] ?? [] }
  }

  private func entry(for finding: Finding) -> BaselineEntry? {
    draft.digest(of: finding).map { BaselineEntry(digest: $0, rule: finding.rule.id, path: finding.provenance.path) }
  }

  private mutating func add(_ entry: BaselineEntry, _ place: String) {
    index[entry.digest, default: []].append(draft.items.count)
    draft.add(entry)
    changes.append(Change(kind: .added, rule: entry.rule, place: place))
  }

  // MARK: One secret

  /// - Parameter findings: every place of one secret, sorted.
  private mutating func take(_ findings: [Finding]) {
    let items = items(of: findings[0]).filter { !draft.items[$0].entry.isHistory }
    let entries = items.map { draft.items[$0].entry }
    if entries.contains(where: { $0.path == nil && $0.holds(on: today) }) { return }
    var counts: [RepositoryPath: Int] = [:]
    for finding in findings { counts[finding.provenance.path, default: 0] += 1 }
    var vacant = items.filter { place in draft.items[place].entry.path.map { counts[$0] == nil } ?? false }
    for (path, count) in counts.sorted(by: { $0.key < $1.key }) {
      let here = items.filter { draft.items[$0].entry.path == path }
      if !here.isEmpty {
        raise(here, to: count)
      } else if let free = vacant.first {
        vacant.removeFirst()
        move(free, to: path, count)
      } else if let finding = findings.first(where: { $0.provenance.path == path }), var entry = entry(for: finding) {
        entry.count = count
        add(entry, "\(path):\(finding.region.startLine)\(count > 1 ? " and \(count - 1) more in the file" : "")")
      }
    }
  }

  private mutating func raise(_ places: [Int], to count: Int) {
    let live = places.filter { draft.items[$0].entry.holds(on: today) }
    guard let place = live.max(by: { draft.items[$0].entry.count < draft.items[$1].entry.count }) else {
      return tellExpired(places[0])
    }
    let entry = draft.items[place].entry
    guard entry.count < count else { return }
    draft.change(place) { $0.count = count }
    let more = count - entry.count
    changes.append(Change(kind: .added, rule: entry.rule, place: "\(entry.path?.description ?? ""), \(more) more"))
  }

  private mutating func move(_ place: Int, to path: RepositoryPath, _ count: Int) {
    let entry = draft.items[place].entry
    draft.change(place) {
      $0.path = path
      $0.count = count
    }
    changes.append(Change(kind: .moved, rule: entry.rule, place: "\(entry.path?.description ?? "") to \(path)"))
    if !entry.holds(on: today) { tellExpired(place) }
  }

  private mutating func tellExpired(_ place: Int) {
    let entry = draft.items[place].entry
    let day = entry.until.map { " (until=\($0))" } ?? ""
    changes.append(Change(kind: .expired, rule: entry.rule, place: "\(entry.path?.description ?? "")\(day)"))
  }

  // MARK: Other tools

  /// Takes in what another tool accepts.
  /// - Parameters:
  ///   - findings: all places of one secret in one file, or in all files when `everywhere`; at least one.
  ///   - reason: what the entry says of itself.
  package mutating func take(accepted findings: [Finding], everywhere: Bool, reason: String) {
    let items = items(of: findings[0]).filter { !draft.items[$0].entry.isHistory }
    let path = everywhere ? nil : findings[0].provenance.path
    if items.contains(where: { draft.items[$0].entry.path == nil && draft.items[$0].entry.holds(on: today) }) { return }
    let here = items.filter { draft.items[$0].entry.path == path }
    guard here.isEmpty else { return raise(here, to: findings.count) }
    guard var entry = entry(for: findings[0]) else { return }
    entry.path = path
    entry.count = everywhere ? 1 : findings.count
    entry.reason = reason
    add(entry, path.map { "\($0):\(findings[0].region.startLine)" } ?? "any file")
  }

  /// Takes in what another tool accepts in the history, where the files of today do not hold it any more.
  package mutating func take(acceptedInHistory finding: Finding, reason: String) {
    guard items(of: finding).isEmpty, var entry = entry(for: finding) else { return }
    entry.isHistory = true
    entry.reason = reason
    add(entry, "\(finding.provenance.path) in the history")
  }

  package mutating func miss(_ entry: ForeignEntry, because reason: String) {
    changes.append(Change(kind: .missed, rule: RuleID(entry.rule), place: "\(entry.place): \(reason)"))
  }

  // MARK: Dropping

  /// Drops what nothing in the scans needs, and lowers counts to what is there.
  /// - Parameters:
  ///   - files: of every file of the working tree, with nothing taken out for the baseline's sake.
  ///   - history: of everything the history holds; `nil` keeps the entries that are about it.
  package mutating func prune(_ baseline: Baseline, files: Verdict, history: Verdict?) {
    var settlement = BaselineSettlement(baseline, .files(isCurrent: true), today: today)
    var verdict = files
    settlement.settle(&verdict)
    var stale = Set(settlement.staleLines)
    if var verdict = history {
      var settlement = BaselineSettlement(baseline, .history, today: today)
      settlement.settle(&verdict)
      stale.formUnion(settlement.staleLines)
    }
    for (line, count) in settlement.uses where draft.items[line].entry.path != nil {
      let entry = draft.items[line].entry
      guard count < entry.count else { continue }
      draft.change(line) { $0.count = count }
      changes.append(
        Change(
          kind: .dropped, rule: entry.rule, place: "\(entry.path?.description ?? ""), \(entry.count - count) fewer"))
    }
    for line in stale.sorted() {
      let entry = draft.items[line].entry
      changes.append(Change(kind: .dropped, rule: entry.rule, place: entry.path?.description ?? "any file"))
    }
    draft.drop(stale)
  }
}
