internal import Archives
internal import Scanning
internal import Vocabulary

/// Scans what an archive holds, each text as a file of its own: its path in the archive decides on rules and allowlists.
struct ArchiveScan: ArchiveVisitor {
  private let examiner: Examiner
  private let provenance: Provenance
  private(set) var result = ScanResult()

  init(_ examiner: Examiner, _ provenance: Provenance) {
    self.examiner = examiner
    self.provenance = provenance
  }

  mutating func wants(_ names: [[UInt8]]) -> Bool {
    guard examiner.excludes(names, in: provenance) else { return true }
    result.coverage.excluded += 1
    return false
  }

  mutating func take(_ bytes: [UInt8], _ names: [[UInt8]]) {
    if !names.isEmpty {
      result.coverage.blobs += 1
      result.coverage.bytes += bytes.count
    }
    let own = names.last.map { provenance.at(RepositoryPath(bytes: $0)) } ?? provenance
    let found = examiner.scanUnopened(Blob(provenance: own, bytes: bytes))
    let suffix = MemberPath.suffix(names)
    let place = provenance.at(provenance.path.appending(suffix))
    result.incidents += found.incidents.map {
      Incident(kind: $0.kind, subject: place.path.description, reason: $0.reason, hint: $0.hint)
    }
    result.dropped += found.dropped.map { $0.moved(to: place.path) }
    for var part in found.parts {
      part.suffix = suffix
      for index in part.findings.indices { part.findings[index].provenance = place }
      result.parts.append(part)
    }
  }

  mutating func miss(_ gap: ArchiveGap) {
    result.incidents.append(Incident(gap, of: provenance.path.appending(MemberPath.suffix(gap.names))))
  }
}

/// Looks for what an archive holds, for a later version of it that may hold the same.
struct ArchiveUses: ArchiveVisitor {
  private let examiner: Examiner
  private let provenance: Provenance
  private(set) var uses: Set<SecretUse> = []

  init(_ examiner: Examiner, _ provenance: Provenance) {
    self.examiner = examiner
    self.provenance = provenance
  }

  func wants(_ names: [[UInt8]]) -> Bool { !examiner.excludes(names, in: provenance) }

  mutating func take(_ bytes: [UInt8], _ names: [[UInt8]]) {
    let own = names.last.map { provenance.at(RepositoryPath(bytes: $0)) } ?? provenance
    uses.formUnion(examiner.usesUnopened(in: Blob(provenance: own, bytes: bytes)))
  }

  /// What could not be looked at excuses nothing.
  func miss(_ gap: ArchiveGap) {}
}

extension Incident {
  init(_ gap: ArchiveGap, of path: RepositoryPath) {
    let (kind, advice): (Kind, String) =
      switch gap.kind {
      case .limits: (.limits, "look into it by hand, or accept the gap with --tolerate limits")
      case .oversize: (.oversize, "raise the limit with --size-limit, or accept the gap with --tolerate oversize")
      case .unreadable: (.unreadable, "look into it by hand, or accept the gap with --tolerate unreadable")
      }
    self.init(kind: kind, subject: path.description, reason: gap.reason, hint: advice)
  }
}
