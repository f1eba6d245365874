internal import CLibgit2
internal import Vocabulary

/// A repository that libgit2 opens: its objects, references and folders.
@safe final class LibraryRepository {
  private let handle: RepositoryHandle
  private let objects: ObjectDatabaseHandle
  private let folders: ObjectFolders

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
    let common = unsafe String(cString: git_repository_commondir(repository))
    commonFolder = common.hasSuffix("/") ? String(common.dropLast()) : common
    folders = try ObjectFolders(own: commonFolder + "/objects")
    var database: OpaquePointer?
    try Library.check(unsafe git_repository_odb(&database, repository), "opening the object database")
    guard let database = unsafe database else {
      throw GitError(code: .system, operation: "opening the object database", cause: "libgit2 gave none")
    }
    objects = unsafe ObjectDatabaseHandle(database)
  }

  /// The folder of this working tree's own git data, with a `/` at its end.
  var gitFolder: String { unsafe String(cString: git_repository_path(handle.pointer)) }

  /// The folder of what all worktrees share, without a `/` at its end.
  let commonFolder: String

  var objectFolders: [String] { folders.folders }

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
    let bytes = try contents(of: commit, kind: "commit")
    let word = Array("tree ".utf8)
    guard bytes.starts(with: word), let end = bytes.firstIndex(of: 10),
      let tree = ObjectID(hex: bytes[word.count..<end])
    else {
      throw GitError(
        code: .corrupt, operation: "reading the commit", subject: commit.description, cause: "it names no tree")
    }
    return tree
  }

  func entries(ofTree tree: ObjectID) throws(GitError) -> [TreeEntry] {
    try TreeObject.entries(try contents(of: tree, kind: "tree"), id: tree)
  }

  /// - Parameter limit: the most bytes to read.
  func read(blob: ObjectID, limit: Int) -> BlobRead {
    do throws(GitError) {
      switch try object(blob, kind: "blob", limit: limit) {
      case .bytes(let bytes): return .bytes(bytes)
      case .oversize(let size): return .oversize(size)
      }
    } catch {
      return .failed(error.code == .missing && isPartial ? .promised(blob) : error)
    }
  }

  /// Whether this is a partial clone: objects that are missing were left on the server.
  lazy var isPartial: Bool = {
    var configuration: OpaquePointer?
    guard unsafe git_repository_config_snapshot(&configuration, handle.pointer) == 0 else { return false }
    defer { unsafe git_config_free(configuration) }
    var value: UnsafePointer<CChar>?
    if unsafe git_config_get_string(&value, configuration, "extensions.partialclone") == 0 { return true }
    var isPartial = false
    let note: git_config_foreach_cb = { _, found in
      unsafe found?.assumingMemoryBound(to: Bool.self).pointee = true
      return 0
    }
    let status = unsafe git_config_foreach_match(configuration, "^remote\\..*\\.promisor$", note, &isPartial)
    return status == 0 && isPartial
  }()

  func contents(of id: ObjectID, kind: String) throws(GitError) -> [UInt8] {
    switch try object(id, kind: kind, limit: LibraryRepository.structureLimit) {
    case .bytes(let bytes): return bytes
    case .oversize(let size):
      throw GitError(
        code: .corrupt, operation: "reading the \(kind)", subject: id.description, cause: "it claims \(size) bytes")
    }
  }

  /// No commit or tree is as large as this.
  private static let structureLimit = 1 << 30

  /// Loose objects are read here, packed ones by libgit2.
  private func object(_ id: ObjectID, kind: String, limit: Int) throws(GitError) -> LooseObject.Contents {
    let found: (kind: String, contents: LooseObject.Contents)
    if let loose = try folders.looseObject(id, limit: limit) {
      found = (loose.kind, loose.contents)
    } else {
      found = try packed(id, limit: limit)
    }
    guard found.kind == kind else {
      throw GitError(
        code: .corrupt, operation: "reading the object", subject: id.description,
        cause: "it is a \(found.kind) and not a \(kind)")
    }
    return found.contents
  }

  private func packed(
    _ id: ObjectID, limit: Int
  ) throws(GitError) -> (kind: String, contents: LooseObject.Contents) {
    var name = git_oid(id)
    var size = 0
    var type = GIT_OBJECT_INVALID
    try Library.check(
      unsafe git_odb_read_header(&size, &type, objects.pointer, &name), "reading the object", id.description)
    let kind = unsafe String(cString: git_object_type2string(type))
    guard size <= limit else { return (kind, .oversize(size)) }
    var found: OpaquePointer?
    try Library.check(unsafe git_odb_read(&found, objects.pointer, &name), "reading the object", id.description)
    guard let found = unsafe found else { return (kind, .bytes([])) }
    let handle = unsafe ObjectHandle(found)
    let bytes = unsafe UnsafeRawBufferPointer(
      start: git_odb_object_data(handle.pointer), count: git_odb_object_size(handle.pointer))
    return unsafe (kind, .bytes(Array(bytes)))
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
