internal import Git
internal import Scanning
package import Vocabulary

/// Files as they stand on the disk.
package struct FilesWalk {
  private let items: [FilesWalkItem]
  /// What could not be listed.
  private let incidents: [Incident]
  private let conditions: WalkConditions

  package init(_ items: [FilesWalkItem], incidents: [Incident] = [], conditions: WalkConditions) {
    self.items = items
    self.incidents = incidents
    self.conditions = conditions
  }

  /// - Throws: `ScannerError` when nothing can be scanned at all.
  package func run() throws -> Verdict {
    conditions.meter.expect(objects: items.count)
    let (items, conditions) = (items, conditions)
    let yields = try WorkerPool(conditions).run(items.count) { _, queue in
      let worker = FilesWalkWorker(conditions)
      while let places = queue.take() {
        for place in places where !conditions.interruption.isRequested {
          try worker.scan(items[place], at: place)
        }
      }
      return worker.yield
    }
    var verdict = WalkYield.verdict(yields)
    verdict.incidents = incidents + verdict.incidents
    verdict.isInterrupted = conditions.interruption.isRequested
    return verdict
  }
}

/// One thread of a walk over files.
private final class FilesWalkWorker {
  private let texts: TextWorker
  private let conditions: WalkConditions

  init(_ conditions: WalkConditions) {
    texts = TextWorker(conditions)
    self.conditions = conditions
  }

  var yield: WalkYield { texts.yield }

  func scan(_ item: FilesWalkItem, at place: Int) throws {
    let examiner = try texts.examiner(of: item.configuration)
    if examiner.excludes(item.path) {
      texts.countExcluded(1)
      return texts.passBy()
    }
    switch FileReader(limit: conditions.sizeLimit, followsLinks: item.followsLinks).read(item.location) {
    case .bytes(let bytes), .link(let bytes):
      let blob = Blob(provenance: Provenance(path: item.path), bytes: bytes)
      texts.count(bytes)
      texts.keep(examiner.scan(blob), at: place, examiner)
    case .oversize(let size):
      texts.miss(.oversize(size), of: item.path, at: place)
    case .failed(let reason):
      texts.miss(Incident.unreadable(item.path, reason), at: place)
    case .directory:
      // Where git has a file there is a folder: a submodule, or another repository that is not tracked.
      texts.passBySubmodule()
    case .special, .absent:
      texts.passBy()
    }
  }
}

extension Incident {
  /// A file or folder that the system does not let be read.
  package static func unreadable(_ path: RepositoryPath, _ reason: String) -> Incident {
    Incident(
      kind: .unreadable, subject: path.description, reason: "it cannot be read: \(reason)",
      hint: "make it readable, or accept the gap with --tolerate unreadable")
  }
}
