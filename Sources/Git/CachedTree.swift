package import Vocabulary

/// A folder of the index of which git knows the tree it will write: the extension `TREE` of gitformat-index.
package struct CachedTree {
  package let name: [UInt8]
  /// How many index entries lie in it and below; `nil` when something in it has changed since.
  package let entryCount: Int?
  /// The tree, when it is known.
  package let tree: ObjectID?
  package let children: [CachedTree]

  package func child(_ name: ArraySlice<UInt8>) -> CachedTree? {
    children.first { $0.name.elementsEqual(name) }
  }
}

extension CachedTree {
  init(_ contents: ArraySlice<UInt8>, path: String, objectSize: Int) throws(GitError) {
    var rest = contents
    self = try CachedTree.read(&rest, path, objectSize, depth: 0)
  }

  private static func read(
    _ rest: inout ArraySlice<UInt8>, _ path: String, _ objectSize: Int, depth: Int
  ) throws(GitError) -> CachedTree {
    guard depth < 4096, let name = field(&rest, end: 0), let count = number(&rest, end: 32),
      let childCount = number(&rest, end: 10), childCount >= 0
    else { throw corrupt(path) }
    var tree: ObjectID?
    if count >= 0 {
      guard rest.count >= objectSize else { throw corrupt(path) }
      tree = ObjectID(bytes: Array(rest.prefix(objectSize)))
      rest = rest.dropFirst(objectSize)
    }
    var children: [CachedTree] = []
    for _ in 0..<childCount { children.append(try read(&rest, path, objectSize, depth: depth + 1)) }
    return CachedTree(name: Array(name), entryCount: count >= 0 ? count : nil, tree: tree, children: children)
  }

  private static func corrupt(_ path: String) -> GitError {
    GitError(code: .corrupt, operation: "reading the index", subject: path, cause: "its cached trees are cut off")
  }

  private static func field(_ rest: inout ArraySlice<UInt8>, end: UInt8) -> ArraySlice<UInt8>? {
    guard let index = rest.firstIndex(of: end) else { return nil }
    defer { rest = rest[(index + 1)...] }
    return rest[..<index]
  }

  private static func number(_ rest: inout ArraySlice<UInt8>, end: UInt8) -> Int? {
    field(&rest, end: end).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
  }
}
