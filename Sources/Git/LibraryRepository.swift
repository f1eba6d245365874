internal import CLibgit2
internal import Glibc
internal import Vocabulary

/// A repository that libgit2 opens: its objects, references and folders.
@safe final class LibraryRepository {
  private let handle: RepositoryHandle
  private let objects: ObjectDatabaseHandle

  /// Opens the repository that the environment and the current folder mean, as git itself would.
  ///
  /// - Throws: `GitError` with code `.notARepository` where there is none, and `.refused` where libgit2 does not read it.
  init() throws(GitError) {
    try Library.start()
    let variables = Environment()
    if variables["GIT_COMMON_DIR"] != nil {
      throw GitError(code: .refused, operation: "opening the repository", cause: "GIT_COMMON_DIR is set")
    }
    var repository: OpaquePointer?
    // libgit2 stops at GIT_WORK_TREE, which changes nothing about objects, references and the index.
    let status = Environment.without("GIT_WORK_TREE") {
      unsafe git_repository_open_ext(&repository, nil, GIT_REPOSITORY_OPEN_FROM_ENV.rawValue, nil)
    }
    if status == GIT_ENOTFOUND.rawValue {
      throw GitError(
        code: .notARepository, operation: "opening the repository", cause: "there is no git repository here",
        hint: "run stanch inside a repository, or name one with -C")
    }
    try Library.check(status, "opening the repository")
    guard let repository = unsafe repository else {
      throw GitError(code: .system, operation: "opening the repository", cause: "libgit2 gave none")
    }
    handle = unsafe RepositoryHandle(repository)
    var database: OpaquePointer?
    try Library.check(unsafe git_repository_odb(&database, repository), "opening the object database")
    guard let database = unsafe database else {
      throw GitError(code: .system, operation: "opening the object database", cause: "libgit2 gave none")
    }
    objects = unsafe ObjectDatabaseHandle(database)
  }

  /// The folder of this working tree's own git data, with a `/` at its end.
  var gitFolder: String { unsafe String(cString: git_repository_path(handle.pointer)) }

  /// The root of the working tree; `nil` in a bare repository.
  var workingTree: String? {
    if let named = Environment()["GIT_WORK_TREE"] { return named }
    return unsafe git_repository_workdir(handle.pointer).map { unsafe String(cString: $0) }
  }

  /// The commits that the coming commit will have as parents: HEAD, unless it is unborn, and what is being merged.
  func parents() throws(GitError) -> [ObjectID] {
    var parents: [ObjectID] = []
    var head = git_oid()
    let status = unsafe git_reference_name_to_id(&head, handle.pointer, "HEAD")
    if status == GIT_ENOTFOUND.rawValue {
      guard try Library.check(unsafe git_repository_head_unborn(handle.pointer), "reading HEAD") == 1 else {
        throw GitError(code: .missing, operation: "reading HEAD", cause: "it names a commit that is not there")
      }
    } else {
      try Library.check(status, "reading HEAD")
      parents.append(ObjectID(head))
    }
    return try parents + mergeHeads()
  }

  private func mergeHeads() throws(GitError) -> [ObjectID] {
    try FileSystem.contents(of: gitFolder + "MERGE_HEAD").map { bytes throws(GitError) in
      try MergeHeads.parse(bytes, path: gitFolder + "MERGE_HEAD")
    } ?? []
  }

  /// The tree of a commit.
  func tree(ofCommit commit: ObjectID) throws(GitError) -> ObjectID {
    var id = git_oid(commit)
    var object: OpaquePointer?
    try Library.check(
      unsafe git_commit_lookup(&object, handle.pointer, &id), "reading the commit", commit.description)
    defer { unsafe git_commit_free(object) }
    guard let treeID = unsafe git_commit_tree_id(object) else {
      throw GitError(
        code: .corrupt, operation: "reading the commit", subject: commit.description, cause: "it names no tree")
    }
    return unsafe ObjectID(treeID.pointee)
  }

  func entries(ofTree tree: ObjectID) throws(GitError) -> [TreeEntry] {
    var id = git_oid(tree)
    var found: OpaquePointer?
    try Library.check(unsafe git_tree_lookup(&found, handle.pointer, &id), "reading the tree", tree.description)
    guard let found = unsafe found else { return [] }
    let handle = unsafe TreeHandle(found)
    return unsafe (0..<git_tree_entrycount(handle.pointer)).compactMap { position -> TreeEntry? in
      guard let entry = unsafe git_tree_entry_byindex(handle.pointer, position),
        let name = unsafe git_tree_entry_name(entry), let object = unsafe git_tree_entry_id(entry)
      else { return nil }
      return unsafe TreeEntry(
        name: Array(UnsafeRawBufferPointer(start: name, count: strlen(name))),
        mode: git_tree_entry_filemode_raw(entry).rawValue, object: ObjectID(object.pointee))
    }
  }

  /// - Parameter limit: the most bytes to read.
  func read(blob: ObjectID, limit: Int) -> BlobRead {
    do throws(GitError) {
      return try contents(of: blob, limit: limit)
    } catch {
      return .failed(error)
    }
  }

  private func contents(of blob: ObjectID, limit: Int) throws(GitError) -> BlobRead {
    var id = git_oid(blob)
    var size = 0
    var type = GIT_OBJECT_INVALID
    try Library.check(
      unsafe git_odb_read_header(&size, &type, objects.pointer, &id), "reading the object", blob.description)
    guard type == GIT_OBJECT_BLOB else {
      throw GitError(
        code: .corrupt, operation: "reading the object", subject: blob.description, cause: "it is not a blob")
    }
    guard size <= limit else { return .oversize(size) }
    var found: OpaquePointer?
    try Library.check(
      unsafe git_odb_read(&found, objects.pointer, &id), "reading the object", blob.description)
    guard let found = unsafe found else { return .bytes([]) }
    let handle = unsafe ObjectHandle(found)
    return unsafe .bytes(
      Array(
        UnsafeRawBufferPointer(start: git_odb_object_data(handle.pointer), count: git_odb_object_size(handle.pointer)))
    )
  }
}

extension ObjectID {
  init(_ id: git_oid) {
    self.init(bytes: unsafe withUnsafeBytes(of: id) { unsafe Array($0) })
  }
}

extension git_oid {
  init(_ id: ObjectID) {
    self.init()
    unsafe withUnsafeMutableBytes(of: &self) { unsafe $0.copyBytes(from: id.bytes.prefix(Int(GIT_OID_RAWSZ))) }
  }
}
