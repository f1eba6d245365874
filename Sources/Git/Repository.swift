package import Vocabulary

/// The repository that git means here: read by libgit2, or through the git program where libgit2 refuses it.
package final class Repository {
  enum Backend {
    case library(LibraryRepository)
    case program(ProgramRepository)
  }

  private(set) var backend: Backend

  /// Opens the repository that the environment (`GIT_DIR`, `GIT_INDEX_FILE`, …) and the current folder mean.
  ///
  /// - Throws: `GitError`, with code `.notARepository` where there is none.
  package init() async throws(GitError) {
    do throws(GitError) {
      backend = .library(try LibraryRepository())
    } catch {
      guard error.code != .notARepository else { throw error }
      backend = .program(try await Repository.program(insteadOf: error))
    }
  }

  /// The root of the working tree; `nil` in a bare repository.
  package var workingTree: String? {
    let path =
      switch backend {
      case .library(let repository): repository.workingTree
      case .program(let repository): repository.workingTree
      }
    guard let path, path.count > 1, path.hasSuffix("/") else { return path }
    return String(path.dropLast())
  }

  /// What the coming commit changes: the index against HEAD and, in a merge, the other parents.
  package func stagedChanges() async throws(GitError) -> StagedChanges {
    if case .library(let repository) = backend {
      do throws(GitError) {
        return try Repository.changes(in: repository)
      } catch {
        guard error.code == .refused else { throw error }
        backend = .program(try await Repository.program(insteadOf: error))
      }
    }
    guard case .program(let repository) = backend else { return StagedChanges() }
    return try await repository.changes()
  }

  /// Reads blobs; `body` gets the place of each in `blobs`, in no promised order, and what came of it.
  ///
  /// - Parameter limit: blobs of more bytes are not read.
  package func read(
    _ blobs: [ObjectID], limit: Int, _ body: (Int, BlobRead) -> Void
  ) async throws(GitError) {
    switch backend {
    case .library(let repository):
      for (place, blob) in blobs.enumerated() { body(place, repository.read(blob: blob, limit: limit)) }
    case .program(let repository):
      try await repository.read(blobs, limit: limit, body)
    }
  }

  private static func program(insteadOf refusal: GitError) async throws(GitError) -> ProgramRepository {
    do throws(GitError) {
      return try await ProgramRepository()
    } catch {
      throw GitError(
        code: error.code, operation: refusal.operation, subject: refusal.subject,
        cause: "\(refusal.cause); and through the git program: \(error.cause)", hint: error.hint)
    }
  }

  private static func changes(in repository: LibraryRepository) throws(GitError) -> StagedChanges {
    let path = Environment.indexFile(under: repository.workingTree) ?? repository.gitFolder + "index"
    // Where nothing was ever staged there is no index: an empty one.
    let index = try FileSystem.contents(of: path).map { bytes throws(GitError) in try IndexFile(bytes, path: path) }
    let parents = try repository.parents()
    var trees: [ObjectID?] = []
    for parent in parents { trees.append(try repository.tree(ofCommit: parent)) }
    if trees.isEmpty { trees = [nil] }
    return try StagedChanges(index: index ?? IndexFile(), parents: trees) { id throws(GitError) in
      try repository.entries(ofTree: id)
    }
  }
}
