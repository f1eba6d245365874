internal import Archives
internal import Git
internal import Scanning
internal import Vocabulary

/// One worker of a walk over a tree.
final class TreeWalkWorker {
  private let texts: TextWorker

  init(_ conditions: WalkConditions) { texts = TextWorker(conditions) }

  var yield: WalkYield { texts.yield }

  /// The paths of a blob that the configuration does not leave out; none when it leaves out all, and then they are counted.
  func selection(_ item: TreeWalkItem) throws -> Selection? {
    var selection = Selection()
    for place in item.places {
      let examiner = try texts.examiner(of: place.configuration)
      if examiner.excludes(place.path) {
        selection.excluded += 1
      } else {
        selection.included.append((place, examiner))
      }
    }
    if !selection.included.isEmpty { return selection }
    texts.countExcluded(selection.excluded)
    texts.passBy()
    return nil
  }

  struct Selection {
    fileprivate(set) var included: [(place: TreeWalkItem.Place, examiner: Examiner)] = []
    fileprivate(set) var excluded = 0
  }

  /// What reads a text in one way, wherever it stands.
  private struct Reader: Hashable {
    let configuration: ObjectIdentifier
    let kind: FileKind
  }

  /// Scans a blob once for all paths of one kind under one configuration, unless paths have a say in it.
  func scan(_ item: TreeWalkItem, _ selection: Selection, at place: Int, _ contents: BlobRead) {
    texts.countExcluded(selection.excluded)
    guard case .bytes(let bytes) = contents else {
      for (found, _) in selection.included { texts.miss(contents, of: found.path, at: place) }
      return
    }
    texts.count(bytes)
    var results: [Reader: ScanResult] = [:]
    for (found, examiner) in selection.included {
      let provenance = Provenance(path: found.path, blob: item.blob)
      let key = Reader(configuration: ObjectIdentifier(found.configuration), kind: FileKind(path: found.path.bytes))
      let isOpened = found.configuration.archives != nil && ArchiveFormat(bytes) != nil
      let known = found.configuration.judgesPaths || isOpened ? nil : results[key]
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
    result.dropped = dropped.map { $0.moved(to: provenance.path) }
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
