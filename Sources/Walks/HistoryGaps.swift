internal import Git
internal import Lineage
internal import Packs
internal import Vocabulary

/// What of a history could not be looked at because it is not there or cannot be read.
struct HistoryGaps {
  private(set) var incidents: [Incident] = []

  private static let fsck = "look for damage: git fsck"
  /// So many are named; the others are counted.
  private static let namedCount = 10

  init(_ store: ObjectStore, _ references: References, _ traced: LineageResult, isPartial: Bool) {
    for damage in store.damages {
      add(.unreadable, damage.subject, damage.cause, HistoryGaps.fsck)
    }
    for reference in references.broken { add(.unreadable, reference.name, reference.reason, HistoryGaps.fsck) }
    addTips(traced.missingTips, isPartial)
    addLogs(references.malformedLogLines)
    for failure in traced.failures {
      add(.unreadable, store.id(of: failure.object).description, failure.reason, HistoryGaps.fsck)
    }
    addMissing(store, traced, isPartial)
    if traced.shallowCommits > 0 {
      let commits = traced.shallowCommits == 1 ? "1 commit" : "\(traced.shallowCommits) commits"
      add(
        .shallow, "history", "this clone is shallow: what came before \(commits) is not here",
        "fetch the rest: git fetch --unshallow, or accept the gap with --tolerate shallow")
    }
    if traced.isCut {
      add(.limits, "history", "there are more places than can be told: some paths or commits are not named")
    }
  }

  /// What only a reflog names is not there after `git gc`, which keeps the lines and drops the objects.
  private mutating func addTips(_ tips: [Tip], _ isPartial: Bool) {
    let named = Set(tips.filter { $0.name != nil }.map(\.id))
    var seen: Set<Tip> = []
    for tip in tips where tip.reach != .reflog && seen.insert(tip).inserted {
      // HEAD says nothing more than the branch that it stands for.
      if tip.name == nil, named.contains(tip.id) { continue }
      add(
        isPartial ? .partial : .unreadable, tip.name ?? (tip.reach == .stash ? References.stash : "HEAD"),
        "it names \(tip.id), which is not there")
    }
  }

  private mutating func addLogs(_ malformedLines: Int) {
    guard malformedLines > 0 else { return }
    let lines = malformedLines == 1 ? "1 line" : "\(malformedLines) lines"
    add(.unreadable, "reflogs", "\(lines) of them could not be read", HistoryGaps.fsck)
  }

  private mutating func addMissing(_ store: ObjectStore, _ traced: LineageResult, _ isPartial: Bool) {
    var missing = traced.missingCommits.map { ("\($0)", "this commit is named as a parent and is not there") }
    var count = missing.count
    if traced.areMissingOnlyCounted {
      count += traced.missing.count
    } else {
      var seen: Set<Int> = []
      for place in traced.places where place.object >= store.count && seen.insert(place.object).inserted {
        missing.append(("\(place.path) (\(traced.missing[place.object - store.count]))", "it is not there"))
      }
      for place in traced.directPlaces where place.object >= store.count && seen.insert(place.object).inserted {
        missing.append(("\(traced.missing[place.object - store.count])", "it is not there"))
      }
      count += seen.count
    }
    guard count > 0 else { return }
    if isPartial {
      add(
        .partial, "history", "this partial clone left \(count == 1 ? "1 object" : "\(count) objects") on the server",
        "clone without --filter, or accept the gap with --tolerate partial")
      return
    }
    for (subject, reason) in missing.prefix(HistoryGaps.namedCount) {
      add(.unreadable, subject, reason, HistoryGaps.fsck)
    }
    let rest = count - min(missing.count, HistoryGaps.namedCount)
    if rest > 0 { add(.unreadable, "history", "\(rest) more objects are named and are not there", HistoryGaps.fsck) }
  }

  private mutating func add(_ kind: Incident.Kind, _ subject: String, _ reason: String, _ hint: String? = nil) {
    incidents.append(Incident(kind: kind, subject: subject, reason: reason, hint: hint))
  }
}
