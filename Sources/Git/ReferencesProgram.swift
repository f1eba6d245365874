extension ProgramRepository {
  func references() async throws(GitError) -> References {
    let common = try await git.output(["rev-parse", "--git-common-dir"]).text
    var reader = ReferencesReader(git: git, commonFolder: common, idLength: try await idLength())
    return try await reader.read()
  }

  func objectFolders() async throws(GitError) -> [String] {
    try ObjectFolders(own: try await git.output(["rev-parse", "--git-path", "objects"]).text).folders
  }

  func idLength() async throws(GitError) -> Int {
    try await git.output(["rev-parse", "--show-object-format"]).text == "sha256" ? 32 : 20
  }
}
