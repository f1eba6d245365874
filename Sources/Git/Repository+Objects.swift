package import Vocabulary

extension Repository {
  /// Reads commits, trees or tags whole.
  ///
  /// - Parameter kind: `commit`, `tree` or `tag`; an object of another kind is a failure.
  package func objects(
    _ ids: [ObjectID], kind: String
  ) async throws(GitError) -> [ObjectID: Result<[UInt8], GitError>] {
    switch backend {
    case .library(let repository):
      var objects: [ObjectID: Result<[UInt8], GitError>] = [:]
      for id in ids where objects[id] == nil { objects[id] = repository.object(id, kind: kind) }
      return objects
    case .program(let repository): return try await repository.objects(ids, kind: kind)
    }
  }

  /// What each tree holds that none of those holds which it is compared with, path by path.
  package func changes(of pairs: [TreePair]) async throws(GitError) -> [TreeChanges] {
    var comparison = TreeComparison(pairs)
    var cache = TreeCache()
    try await comparison.run { ids throws(GitError) in
      cache.add(try await objects(cache.unknown(ids), kind: "tree"))
      return cache.trees
    }
    return comparison.changes
  }
}

extension LibraryRepository {
  func object(_ id: ObjectID, kind: String) -> Result<[UInt8], GitError> {
    do throws(GitError) {
      return .success(try contents(of: id, kind: kind))
    } catch {
      return .failure(error.code == .missing && isPartial ? .promised(id) : error)
    }
  }
}
