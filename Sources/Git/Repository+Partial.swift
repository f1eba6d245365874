extension Repository {
  /// Whether this is a partial clone: objects that are missing were left on the server.
  package func isPartial() async throws(GitError) -> Bool {
    switch backend {
    case .library(let repository): repository.isPartial
    case .program(let repository): try await repository.isPartial()
    }
  }
}
