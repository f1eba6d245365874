internal import Git
internal import Scanning
internal import Vocabulary

/// One worker of a walk over a tree.
final class TreeWalkWorker {
  private let texts: TextWorker

  init(_ conditions: WalkConditions) { texts = TextWorker(conditions) }

  var yield: WalkYield { texts.yield }

  /// Scans a blob once for all paths under one configuration, unless paths have a say in it.
  func scan(_ item: TreeWalkItem, at place: Int, read: (ObjectID) -> BlobRead) throws {
    let included = try item.places.compactMap { found in
      let examiner = try texts.examiner(of: found.configuration)
      return texts.excludes(found.path, examiner) ? nil : (found, examiner)
    }
    guard !included.isEmpty else { return texts.passBy() }
    let contents = read(item.blob)
    guard case .bytes(let bytes) = contents else {
      for (found, _) in included { texts.miss(contents, of: found.path, at: place) }
      return
    }
    texts.count(bytes)
    var results: [ObjectIdentifier: ScanResult] = [:]
    for (found, examiner) in included {
      let provenance = Provenance(path: found.path, blob: item.blob)
      let key = ObjectIdentifier(found.configuration)
      let known = found.configuration.judgesPaths ? nil : results[key]
      let result = known?.moved(to: provenance) ?? examiner.scan(Blob(provenance: provenance, bytes: bytes))
      results[key] = result
      texts.keep(result, at: place, examiner)
    }
  }
}

extension ScanResult {
  /// What the same text holds at another place.
  fileprivate func moved(to provenance: Provenance) -> ScanResult {
    var result = self
    result.incidents = incidents.map {
      Incident(kind: $0.kind, subject: provenance.path.description, reason: $0.reason, hint: $0.hint)
    }
    for part in parts.indices {
      for finding in parts[part].findings.indices {
        result.parts[part].findings[finding].provenance = provenance
      }
    }
    return result
  }
}
