extension Repository {
  /// All that keeps parts of the history from being dropped.
  ///
  /// - Throws: `GitError` where references cannot be listed or a file of theirs cannot be read; a broken reference is no error
  ///   and is told with the others.
  package func references() async throws(GitError) -> References {
    switch backend {
    case .library(let repository):
      var reader = ReferencesReader(
        git: GitProgram(), commonFolder: repository.commonFolder, idLength: 20)
      return try await reader.read()
    case .program(let repository):
      return try await repository.references()
    }
  }

  /// The folders of objects: the repository's own and its alternates, as the environment has them too.
  package func objectFolders() async throws(GitError) -> [String] {
    switch backend {
    case .library(let repository): repository.objectFolders
    case .program(let repository): try await repository.objectFolders()
    }
  }

  /// How many bytes the name of an object has here: 20 (SHA-1) or 32 (SHA-256).
  package func idLength() async throws(GitError) -> Int {
    switch backend {
    case .library: 20
    case .program(let repository): try await repository.idLength()
    }
  }
}
