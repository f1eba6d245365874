internal import Git
internal import Scanning
internal import Vocabulary

/// The secrets that earlier versions of files hold: what a later version may repeat without being new.
struct KnownUses {
  /// A version of a file, and what is to look at it.
  struct Version {
    let blob: ObjectID
    let path: RepositoryPath
    let configuration: ScanConfiguration

    var text: ScannedText { ScannedText(blob: blob, path: path, configuration) }
  }

  private let repository: Repository
  private let worker: TextWorker
  private let sizeLimit: Int
  private var uses: [ScannedText: Set<SecretUse>] = [:]

  init(_ repository: Repository, worker: TextWorker, sizeLimit: Int) {
    self.repository = repository
    self.worker = worker
    self.sizeLimit = sizeLimit
  }

  mutating func read(_ versions: [Version]) async throws {
    var unknown: [(version: Version, examiner: Examiner)] = []
    for version in versions where uses.updateValue([], forKey: version.text) == nil {
      unknown.append((version, try worker.examiner(of: version.configuration)))
    }
    try await repository.read(unknown.map(\.version.blob), limit: sizeLimit) { place, read in
      // A version that cannot be read cannot excuse anything.
      guard case .bytes(let bytes) = read else { return }
      let (version, examiner) = unknown[place]
      uses[version.text] = examiner.uses(in: Blob(provenance: Provenance(path: version.path), bytes: bytes))
    }
  }

  /// What any of some versions holds.
  func union(_ versions: [Version]) -> Set<SecretUse> {
    versions.reduce(into: []) { known, version in
      if let uses = uses[version.text], !uses.isEmpty { known.formUnion(uses) }
    }
  }
}
