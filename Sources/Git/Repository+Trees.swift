package import Vocabulary

extension Repository {
  /// The tree that a revision means: a commit's, a tag's, or a tree itself (gitrevisions).
  ///
  /// - Throws: `GitError` with code `.missing` where it means none.
  package func tree(of revision: String) async throws(GitError) -> ObjectID {
    let answer = try await resolve(revision + "^{tree}")
    if let tree = answer.id { return tree }
    // After a path, as in HEAD:folder, no ^{tree} can stand; the tree is then named itself.
    if revision.contains(":"), let folder = try await resolve(revision).id,
      let tree = try await resolve("\(folder)^{tree}").id
    {
      return tree
    }
    let complaint = answer.complaint.split(separator: "\n").first.map(String.init) ?? ""
    // What git says of a name that means nothing does not say so.
    let isUnknown = complaint.isEmpty || complaint.hasSuffix("Needed a single revision")
    throw GitError(
      code: .missing, operation: "looking for the tree of", subject: revision,
      cause: isUnknown ? "nothing here has this name" : complaint,
      hint: "name a commit, branch, tag or tree of this repository")
  }

  private func resolve(_ name: String) async throws(GitError) -> (id: ObjectID?, complaint: String) {
    let answer = try await GitProgram().run(["rev-parse", "--verify", "--end-of-options", name])
    guard answer.status == 0 else { return (nil, answer.complaint) }
    return (ObjectID(hex: Array(answer.text.utf8)), "")
  }

  /// Everything below a tree. A folder that cannot be read is a failure of its own, and the others are listed.
  package func contents(ofTree tree: ObjectID) async throws(GitError) -> TreeContents {
    var contents: TreeContents
    switch backend {
    case .library(let repository): contents = repository.contents(ofTree: tree)
    case .program(let repository): contents = try await repository.contents(ofTree: tree)
    }
    contents.blobs.sort { $0.path < $1.path }
    return contents
  }
}

extension LibraryRepository {
  /// - Parameter limit: about how many paths to list at most.
  func contents(ofTree root: ObjectID, limit: Int = TreeContents.limit) -> TreeContents {
    var contents = TreeContents()
    var folders: [(path: [UInt8], tree: ObjectID)] = [([], root)]
    while let folder = folders.popLast() {
      guard contents.blobs.count + folders.count < limit else {
        contents.isCutOff = true
        break
      }
      do throws(GitError) {
        for entry in try entries(ofTree: folder.tree) {
          let path = folder.path.isEmpty ? entry.name : folder.path + [UInt8(ascii: "/")] + entry.name
          if entry.isDirectory { folders.append((path, entry.object)) } else { contents.add(path, entry) }
        }
      } catch {
        let error = error.code == .missing && isPartial ? .promised(folder.tree) : error
        contents.failures.append((RepositoryPath(bytes: folder.path), error))
      }
    }
    return contents
  }
}

extension ProgramRepository {
  func contents(ofTree root: ObjectID) async throws(GitError) -> TreeContents {
    var contents = TreeContents()
    let answer = try await git.run(["ls-tree", "-r", "-z", "--full-tree", root.description], limit: 1 << 31)
    for record in answer.output.split(separator: 0) {
      let entry = try TreeListing.entry(record)
      contents.add(entry.name, entry)
    }
    if answer.status != 0 {
      // Git goes on to the end, or stops, as it likes: nobody can say which folders are missing.
      let cause = answer.complaint.split(separator: "\n").first.map(String.init) ?? "git ended early"
      let isPartial = try await isPartial()
      contents.failures.append(
        (
          RepositoryPath(""),
          GitError(
            code: isPartial ? .promised : .corrupt, operation: "listing the tree", subject: root.description,
            cause: cause)
        ))
    }
    return contents
  }
}
