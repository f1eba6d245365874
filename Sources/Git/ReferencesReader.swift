internal import Vocabulary

/// Reads what leads into a repository's history: references by way of git, and the files that git has no listing of.
struct ReferencesReader {
  private let git: GitProgram
  /// The folder of what all worktrees share.
  private let commonFolder: String
  private let idLength: Int
  private var found = References()

  init(git: GitProgram, commonFolder: String, idLength: Int) {
    self.git = git
    self.commonFolder = commonFolder
    self.idLength = idLength
  }

  mutating func read() async throws(GitError) -> References {
    let answer = try await git.run(ReferencesListing.arguments)
    let listing = ReferencesListing(output: answer.output, complaint: answer.complaint)
    guard answer.status == 0 else {
      throw GitError(code: .corrupt, operation: "listing the references", cause: answer.complaint)
    }
    found.references = listing.references
    found.broken = listing.broken
    try await readHead()
    try readShallow()
    try readFolder(commonFolder, prefix: "")
    for worktree in try ReferencesFolder.names(in: commonFolder + "/worktrees") {
      let folder = "\(commonFolder)/worktrees/\(worktree)"
      try readFolder(folder, prefix: "worktrees/\(worktree)/")
      try readWorktreeReferences(folder, prefix: "worktrees/\(worktree)/")
    }
    if !(try ReferencesFolder.names(in: commonFolder + "/reftable")).isEmpty {
      found.broken.append(
        References.Broken(name: "reftable", reason: "reflogs in this format are not read"))
    }
    return found
  }

  private mutating func readHead() async throws(GitError) {
    let head = try await git.run(["rev-parse", "--verify", "--quiet", "HEAD"])
    if head.status == 0, let id = ObjectID(hex: Array(head.text.utf8)) {
      found.head = id
      return
    }
    let branch = try await git.run(["symbolic-ref", "--quiet", "HEAD"])
    let isUnborn = branch.status == 0 && !found.references.contains { $0.name == branch.text }
    if !isUnborn || found.broken.contains(where: { $0.name == branch.text }) {
      found.broken.append(References.Broken(name: "HEAD", reason: "it names no object"))
    }
  }

  private mutating func readShallow() throws(GitError) {
    guard let bytes = try FileSystem.contents(of: commonFolder + "/shallow") else { return }
    for line in bytes.split(separator: 10) {
      guard let id = ObjectID(hex: line) else {
        found.broken.append(References.Broken(name: "shallow", reason: "a line of it names no commit"))
        continue
      }
      found.shallow.insert(id)
    }
  }

  /// What stands in a worktree's folder beside the references, and the reflogs.
  private mutating func readFolder(_ folder: String, prefix: String) throws(GitError) {
    for name in try ReferencesFolder.names(in: folder) where ReferencesFile.isPseudoreference(name) {
      guard let bytes = try FileSystem.contents(of: folder + "/" + name) else { continue }
      switch ReferencesFile(bytes, idLength: idLength) {
      // A branch of this name is in the listing, or has no commit yet.
      case .symbolic: continue
      case .broken:
        found.broken.append(References.Broken(name: prefix + name, reason: "it names no object"))
      case .objects(let ids):
        found.pseudoreferences += ids.map { References.Reference(name: prefix + name, id: $0) }
      }
    }
    for name in try ReferencesFolder.files(below: folder + "/logs") {
      guard let bytes = try FileSystem.contents(of: "\(folder)/logs/\(name)") else { continue }
      let log = ReferencesLog(bytes, idLength: idLength)
      found.malformedLogLines += log.malformedLines
      found.logged += log.ids.map { References.Reference(name: prefix + name, id: $0) }
    }
  }

  /// The references that a worktree has for itself (`refs/worktree`, `refs/bisect`): git lists those of one worktree.
  private mutating func readWorktreeReferences(_ folder: String, prefix: String) throws(GitError) {
    for name in try ReferencesFolder.files(below: folder + "/refs") where !name.hasSuffix(".lock") {
      guard let bytes = try FileSystem.contents(of: "\(folder)/refs/\(name)") else { continue }
      switch ReferencesFile(bytes, idLength: idLength) {
      case .symbolic: continue
      case .broken:
        found.broken.append(References.Broken(name: "\(prefix)refs/\(name)", reason: "it names no object"))
      case .objects(let ids):
        found.references += ids.map { References.Reference(name: "\(prefix)refs/\(name)", id: $0) }
      }
    }
  }
}
