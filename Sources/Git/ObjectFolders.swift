internal import Vocabulary

/// The folders that hold a repository's objects: its own, and its alternates (gitrepository-layout).
struct ObjectFolders {
  let folders: [String]

  /// As deep as git follows alternates of alternates.
  private static let depth = 5
  private static let startSize = 4096

  /// - Parameter own: the repository's folder `objects`; `GIT_OBJECT_DIRECTORY` takes its place.
  init(own: String) throws(GitError) {
    let variables = Environment()
    var folders: [String] = []
    try ObjectFolders.add(variables["GIT_OBJECT_DIRECTORY"] ?? own, to: &folders, depth: 0)
    for folder in (variables["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "").split(separator: ":") {
      try ObjectFolders.add(String(folder), to: &folders, depth: 0)
    }
    self.folders = folders
  }

  private static func add(_ folder: String, to folders: inout [String], depth: Int) throws(GitError) {
    guard depth <= ObjectFolders.depth, !folders.contains(folder) else { return }
    folders.append(folder)
    guard let list = try FileSystem.contents(of: folder + "/info/alternates") else { return }
    for line in list.split(separator: 10) where line.first != UInt8(ascii: "#") {
      let path = String(decoding: line, as: UTF8.self)
      try add(path.hasPrefix("/") ? path : folder + "/" + path, to: &folders, depth: depth + 1)
    }
  }

  /// A loose object; `nil` when it is in none of the folders.
  func looseObject(_ object: ObjectID, limit: Int) throws(GitError) -> LooseObject? {
    let name = object.description
    for folder in folders {
      let file = "\(folder)/\(name.prefix(2))/\(name.dropFirst(2))"
      // The header is in the first bytes: what is over the limit is not read.
      guard let start = try FileSystem.contents(of: file, limit: ObjectFolders.startSize) else { continue }
      if start.count < ObjectFolders.startSize { return try LooseObject(start, id: object, limit: limit) }
      if let size = LooseObject.oversize(start, limit: limit) { return size }
      if let whole = try FileSystem.contents(of: file) { return try LooseObject(whole, id: object, limit: limit) }
    }
    return nil
  }
}
