internal import Baselines
internal import Git
internal import Scanning
internal import Vocabulary
internal import Walks

/// The texts of commits that other tools' reports name, scanned as they stood there.
struct CommitTexts {
  private let common: CommonSettings
  private let scanning: ScanSettings
  private var source: (repository: Repository, configurations: ConfigurationTree)?
  private var files: [ObjectID: [RepositoryPath: ObjectID]] = [:]

  init(_ common: CommonSettings, _ scanning: ScanSettings) {
    self.common = common
    self.scanning = scanning
  }

  /// Whether the commit is here, and has the file, that an entry names.
  mutating func hold(_ entry: ForeignEntry) async throws -> Bool {
    guard let commit = entry.commit, let path = entry.path else { return false }
    return try await files(of: commit, try await opened().repository)[path] != nil
  }

  /// What an entry is about in the commit that it names; `nil` where that is not here, or does not show it.
  mutating func finding(_ entry: ForeignEntry) async throws -> Finding? {
    guard let commit = entry.commit, let path = entry.path else { return nil }
    let (repository, configurations) = try await opened()
    guard let blob = try await files(of: commit, repository)[path] else { return nil }
    var text: [UInt8]?
    try await repository.read([blob], limit: scanning.sizeLimit) { _, read in
      if case .bytes(let bytes) = read { text = bytes }
    }
    guard let text else { return nil }
    let result = try configurations.examiner(for: path)
      .scan(Blob(provenance: Provenance(path: path, blob: blob), bytes: text))
    guard case .found(let findings) = ForeignMatcher(result.findings, text: { _ in text }).match(entry) else {
      return nil
    }
    return findings.first
  }

  private mutating func opened() async throws -> (repository: Repository, configurations: ConfigurationTree) {
    if let source { return source }
    let repository = try await Repository()
    let opened = (repository, try ConfigurationTree(root: repository.workingTree, common, scanning))
    source = opened
    return opened
  }

  private mutating func files(
    of commit: ObjectID, _ repository: Repository
  ) async throws -> [RepositoryPath: ObjectID] {
    if let known = files[commit] { return known }
    var listed: [RepositoryPath: ObjectID] = [:]
    do throws(GitError) {
      let tree = try await repository.tree(of: commit.description)
      for file in try await repository.files(ofTree: tree) { listed[file.path] = file.blob }
    } catch {
      // A commit that is not here shows nothing, and its entries are told as missed.
      listed = [:]
    }
    files[commit] = listed
    return listed
  }
}
