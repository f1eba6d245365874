package import Scanning
package import Suppression
package import Vocabulary

/// Scans blobs under one configuration, and asks what the user allowed of the findings.
package final class Examiner {
  private var scanner: Scanner
  private let suppression: Suppression

  package init(scanner: consuming Scanner, suppression: Suppression) {
    self.scanner = scanner
    self.suppression = suppression
  }

  /// Whether the configuration leaves everything under `path` out of the scan.
  package func excludes(_ path: RepositoryPath) -> Bool { scanner.excludes(path) }

  package func scan(_ blob: Blob) -> ScanResult { scanner.scan(blob) }

  package func uses(in blob: Blob) -> Set<SecretUse> { scanner.uses(in: blob).uses }

  /// Parts findings from what the user allowed; only findings for which `isNew` holds are asked about.
  ///
  /// - Parameter provenance: where the text stands, for one that was scanned once and stands in several places.
  package func judge(
    _ result: ScanResult, at provenance: Provenance? = nil, isNew: (Finding) -> Bool
  ) -> [Suppression.Judgement] {
    result.parts.map { part in
      var findings = part.findings.filter(isNew)
      if let provenance {
        for index in findings.indices { findings[index].provenance = provenance }
      }
      return suppression.judge(findings, in: part.text)
    }
  }
}
