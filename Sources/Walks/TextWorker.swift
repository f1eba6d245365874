internal import Git
internal import Scanning
internal import Suppression
internal import Vocabulary

/// One worker of a walk: scans texts one after the other, and keeps what came of them.
final class TextWorker {
  private let conditions: WalkConditions
  /// A configuration is matched with scratch memory of the worker's own.
  private var examiners: [ObjectIdentifier: Examiner] = [:]
  private var last: (configuration: ScanConfiguration, examiner: Examiner)?
  private(set) var yield = WalkYield()

  init(_ conditions: WalkConditions) {
    self.conditions = conditions
  }

  /// What examines texts under a configuration.
  func examiner(of configuration: ScanConfiguration) throws -> Examiner {
    if let last, last.configuration === configuration { return last.examiner }
    let key = ObjectIdentifier(configuration)
    let examiner = try examiners[key] ?? configuration.examiner()
    examiners[key] = examiner
    last = (configuration, examiner)
    return examiner
  }

  /// Counts paths that the configuration leaves out.
  func countExcluded(_ count: Int) {
    yield.coverage.excluded += count
  }

  /// Counts a text that was read.
  func count(_ bytes: [UInt8]) {
    yield.coverage.blobs += 1
    yield.coverage.bytes += bytes.count
    conditions.meter.add(objects: 1, bytes: bytes.count)
  }

  /// Keeps what a scan of one text found, less what the user allowed.
  func keep(_ result: ScanResult, at place: Int, _ examiner: Examiner) {
    yield.coverage.add(result.coverage)
    yield.add(result.incidents, at: place)
    yield.add(result.dropped, at: place)
    guard !result.parts.isEmpty else { return }
    let judgements = examiner.judge(result) { _ in true }
    conditions.meter.add(findings: judgements.reduce(0) { $0 + $1.findings.count })
    yield.add(judgements, at: place)
  }

  /// Notes that a text could not be read.
  func miss(_ read: BlobRead, of path: RepositoryPath, at place: Int) {
    var verdict = Verdict()
    _ = verdict.take(read, at: path, limit: conditions.sizeLimit)
    for incident in verdict.incidents { miss(incident, at: place) }
  }

  func miss(_ incident: Incident, at place: Int) {
    passBy()
    yield.add([incident], at: place)
  }

  /// Notes an entry that holds no content of its own.
  func passBySubmodule() {
    passBy()
    yield.coverage.submodules += 1
  }

  /// Notes something that is no text.
  func passBy() { conditions.meter.add(objects: 1) }
}
