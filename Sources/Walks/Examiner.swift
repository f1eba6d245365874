package import Archives
package import Scanning
package import Suppression
package import Vocabulary

/// Scans blobs under one configuration, and asks what the user allowed of the findings.
package final class Examiner {
  private var scanner: Scanner
  private let suppression: Suppression
  /// How far archives are opened; `nil` where they are not.
  private let archives: ArchiveLimits?

  package init(scanner: consuming Scanner, suppression: Suppression, archives: ArchiveLimits? = nil) {
    self.scanner = scanner
    self.suppression = suppression
    self.archives = archives
  }

  /// Whether the configuration leaves everything under `path` out of the scan.
  package func excludes(_ path: RepositoryPath) -> Bool { scanner.excludes(path) }

  package func scan(_ blob: Blob) -> ScanResult {
    guard let archives, opens(blob) else { return scanner.scan(blob) }
    guard var walk = ArchiveWalk(ArchiveScan(self, blob.provenance), archives) else { return noMemory(blob) }
    walk.open(blob.bytes, at: blob.provenance.path.bytes)
    return walk.visitor.result
  }

  package func uses(in blob: Blob) -> Set<SecretUse> {
    guard let archives, opens(blob), var walk = ArchiveWalk(ArchiveUses(self, blob.provenance), archives) else {
      return usesUnopened(in: blob)
    }
    walk.open(blob.bytes, at: blob.provenance.path.bytes)
    return walk.visitor.uses
  }

  /// Parts findings from what the user allowed; only findings for which `isNew` holds are asked about.
  ///
  /// - Parameter provenance: where the text stands, for one that was scanned once and stands in several places.
  package func judge(
    _ result: ScanResult, at provenance: Provenance? = nil, isNew: (Finding) -> Bool
  ) -> [Suppression.Judgement] {
    result.parts.map { part in
      var findings = part.findings.filter(isNew)
      if let provenance {
        let place = provenance.at(provenance.path.appending(part.suffix))
        for index in findings.indices { findings[index].provenance = place }
      }
      return suppression.judge(findings, in: part.text)
    }
  }

  // MARK: Archives

  private func opens(_ blob: Blob) -> Bool {
    blob.provenance.kind == .file && ArchiveFormat(blob.bytes) != nil
  }

  /// Scans the bytes of a blob as they are, whatever they hold.
  func scanUnopened(_ blob: Blob) -> ScanResult { scanner.scan(blob) }

  func usesUnopened(in blob: Blob) -> Set<SecretUse> { scanner.uses(in: blob).uses }

  /// Whether the configuration leaves out a member, by its path in the archive or with that of the archive before it.
  func excludes(_ names: [[UInt8]], in provenance: Provenance) -> Bool {
    guard let own = names.last else { return false }
    return excludes(RepositoryPath(bytes: own)) || excludes(provenance.path.appending(MemberPath.suffix(names)))
  }

  private func noMemory(_ blob: Blob) -> ScanResult {
    var result = scanner.scan(blob)
    let gap = ArchiveGap(names: [], kind: .limits, reason: "there was no memory to open it with")
    result.incidents.append(Incident(gap, of: blob.provenance.path))
    return result
  }
}
