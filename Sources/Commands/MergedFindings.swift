internal import Vocabulary

/// The findings of a scan's shards, one a secret, as one run would have made them.
struct MergedFindings {
  /// In the order in which their secrets were first met.
  let findings: [Finding]

  init(_ findings: [Finding]) {
    self.findings = MergedFindings.grouped(findings, by: \.fingerprint).map(MergedFindings.one)
  }

  /// Allowed findings, one a secret, each with what allows it at the place that is shown.
  static func joined(_ allowed: [AllowedFinding]) -> [AllowedFinding] {
    grouped(allowed, by: \.finding.fingerprint).map { group in
      let first = group.min { isEarlier($0.finding, $1.finding) } ?? group[0]
      return AllowedFinding(finding: one(group.map(\.finding)), allowance: first.allowance)
    }
  }

  private static func grouped<Element, Key: Hashable>(_ elements: [Element], by key: (Element) -> Key) -> [[Element]] {
    var places: [Key: Int] = [:]
    var groups: [[Element]] = []
    for element in elements {
      let place = places[key(element), default: groups.count]
      if place == groups.count {
        places[key(element)] = place
        groups.append([])
      }
      groups[place].append(element)
    }
    return groups
  }

  /// The finding of the earliest place, with what the others know.
  /// - Parameter findings: of one secret; at least one.
  private static func one(_ findings: [Finding]) -> Finding {
    guard findings.count > 1, var earliest = findings.min(by: isEarlier) else { return findings[0] }
    earliest.occurrences = findings.reduce(0) { $0.saturatingSum($1.occurrences) }
    earliest.trace = findings.compactMap(\.trace).reduce(nil) { $0?.union($1) ?? $1 }
    return earliest
  }

  /// By the place of the commit in the history, then by path, object and region.
  private static func isEarlier(_ left: Finding, _ right: Finding) -> Bool {
    let (one, other) = (left.trace?.order ?? .max, right.trace?.order ?? .max)
    if one != other { return one < other }
    let (path, otherPath) = (left.provenance.path, right.provenance.path)
    if path != otherPath { return path < otherPath }
    let (object, otherObject) = (left.provenance.object, right.provenance.object)
    return object == otherObject ? left < right : object.lexicographicallyPrecedes(otherObject)
  }
}

extension Provenance {
  /// The name of the object that holds the text: a blob, or the commit or tag whose message it is.
  fileprivate var object: [UInt8] { (blob ?? origin?.id)?.bytes ?? [] }
}

extension Trace {
  /// What both know of one secret.
  fileprivate func union(_ other: Trace) -> Trace {
    let reaches = Reach.allCases
    return Trace(
      paths: Set(paths).union(other.paths).sorted(),
      isInHead: isInHead.map { $0 || other.isInHead == true } ?? other.isInHead,
      references: Set(references).union(other.references).sorted(),
      // The cases stand from the strongest to the weakest.
      reach: reaches.first { $0 == reach || $0 == other.reach } ?? reach, order: min(order, other.order))
  }
}

extension Coverage {
  /// Adds up what two shards looked at.
  static func += (left: inout Coverage, right: Coverage) {
    left.blobs = left.blobs.saturatingSum(right.blobs)
    left.bytes = left.bytes.saturatingSum(right.bytes)
    left.submodules = left.submodules.saturatingSum(right.submodules)
    left.excluded = left.excluded.saturatingSum(right.excluded)
    left.messages = left.messages.saturatingSum(right.messages)
  }
}

extension Int {
  /// The sum, or the largest number where it is larger: reports may say anything.
  fileprivate func saturatingSum(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
