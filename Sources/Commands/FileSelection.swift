internal import FoundationEssentials
internal import Git
internal import Glibc
internal import Vocabulary
internal import Walks

/// What `scan files` is to read: the files that the paths on the command line stand for.
struct FileSelection {
  private(set) var items: [FilesWalkItem] = []
  private(set) var incidents: [Incident] = []
  private(set) var notices: [String] = []
  private let session: ScanSession
  private let repository: ConfigurationTree?
  /// The root of the working tree, with every link in it resolved.
  let root: String?

  /// - Parameter paths: as they were typed; none means the whole working tree, or the current folder outside a repository.
  init(_ paths: [String], session: ScanSession) async throws {
    self.session = session
    root = try await FileSelection.workingTree(needed: paths.isEmpty).map { try FileSelection.resolved($0) }
    repository = try root.map { try ConfigurationTree(root: $0, session.common, session.scanning) }
    var tracked: [String] = []
    for path in paths.isEmpty ? [root ?? "."] : paths {
      try await select(path, &tracked)
    }
    if !tracked.isEmpty { try await list(tracked) }
    if paths.count > 1 {
      var seen: Set<[UInt8]> = []
      items = items.filter { seen.insert($0.location).inserted }
    }
    notices += repository?.notices ?? []
  }

  /// - Parameter needed: whether there is nothing to do without one.
  private static func workingTree(needed: Bool) async throws -> String? {
    do throws(GitError) {
      let tree = try await Repository().workingTree
      guard tree != nil || !needed else {
        throw GitError(
          code: .refused, operation: "scanning files", cause: "this repository is bare: it has no working tree",
          hint: "scan what is committed: stanch scan tree")
      }
      return tree
    } catch {
      guard error.code == .notARepository else { throw error }
      return nil
    }
  }

  private mutating func select(_ path: String, _ tracked: inout [String]) async throws {
    let place = try NamedPath(path)
    guard let root, let below = place.path(below: root), !isInAnotherRepository(below) else {
      return try addPlain(place)
    }
    guard place.isFolder, !place.isLink else {
      return try addTracked(RepositoryPath(below))
    }
    let isIgnored = try await below.isEmpty ? false : GitProgram().ignores(place.real)
    if isIgnored {
      try addIgnored(place, below)
    } else {
      tracked.append(place.real)
    }
  }

  /// Whether a path lies in git's own folder, in a submodule or in another repository below the root: git lists nothing there.
  private func isInAnotherRepository(_ path: String) -> Bool {
    guard let root else { return true }
    var folder = ""
    for part in path.split(separator: "/") {
      if part == ".git" { return true }
      folder += "/" + part
      if Files.exists(root + folder + "/.git") { return true }
    }
    return false
  }

  private mutating func list(_ paths: [String]) async throws {
    let listing = try await GitProgram().files(under: paths)
    var folders = RealFolders(below: root ?? ".")
    var last: RepositoryPath?
    for path in listing.paths where path != last {
      last = path
      if folders.hold(path) { try addTracked(path) }
    }
  }

  /// A file that git sees, or one in the working tree that was named.
  private mutating func addTracked(_ path: RepositoryPath) throws {
    guard let root, let repository else { return }
    items.append(
      FilesWalkItem(
        path: path, location: Array(root.utf8) + [UInt8(ascii: "/")] + path.bytes,
        configuration: try repository.configuration(for: path)))
  }

  /// A folder that git ignores and that was named all the same.
  private mutating func addIgnored(_ place: NamedPath, _ below: String) throws {
    let listing = listFolder(place.real, named: below, prefix: Array((below + "/").utf8))
    for file in listing { try addTracked(RepositoryPath(bytes: Array(below.utf8) + [UInt8(ascii: "/")] + file)) }
  }

  /// A file or folder that has nothing to do with this repository.
  private mutating func addPlain(_ place: NamedPath) throws {
    let tree = try ConfigurationTree(root: place.folder, session.common, session.scanning)
    if place.isFolder {
      let prefix = place.prefix
      for file in listFolder(place.typed, named: place.typed, prefix: prefix) {
        items.append(
          FilesWalkItem(
            path: RepositoryPath(bytes: prefix + file),
            location: Array(place.typed.utf8) + [UInt8(ascii: "/")] + file,
            configuration: try tree.configuration(for: RepositoryPath(bytes: file))))
      }
    } else {
      items.append(
        FilesWalkItem(
          path: RepositoryPath(place.typed), location: Array(place.typed.utf8),
          configuration: try tree.configuration(for: RepositoryPath("")), followsLinks: true))
    }
    notices += tree.notices
  }

  private mutating func listFolder(_ folder: String, named name: String, prefix: [UInt8]) -> [[UInt8]] {
    let listing = FolderListing(Array(folder.utf8), interruption: session.conditions.interruption)
    incidents += listing.failures.map { failure in
      let path = failure.folder.isEmpty ? Array(name.utf8) : prefix + failure.folder
      return .unreadable(RepositoryPath(bytes: path), failure.reason)
    }
    return listing.files
  }

  static func resolved(_ path: String) throws -> String {
    guard let resolved = unsafe realpath(path, nil) else {
      throw CommandError("\(path): cannot be found: \(unsafe String(cString: strerror(errno)))")
    }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
