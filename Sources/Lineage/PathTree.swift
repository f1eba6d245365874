internal import Vocabulary

/// Paths that share their beginnings, so that deep folders do not cost the square of their depth.
struct PathTree {
  private var nodes: [(parent: Int, name: UInt32, depth: Int)] = []

  /// The path of the root.
  static let root = -1

  /// How many names a path has.
  func depth(of node: Int) -> Int { node == PathTree.root ? 0 : nodes[node].depth }

  mutating func add(_ name: UInt32, to parent: Int) -> Int {
    nodes.append((parent, name, depth(of: parent) + 1))
    return nodes.count - 1
  }

  mutating func removeAll() { nodes.removeAll(keepingCapacity: true) }

  func path(_ name: UInt32, in parent: Int, _ names: ByteTable) -> RepositoryPath {
    var parts = [names[Int(name)]]
    var node = parent
    while node != PathTree.root {
      parts.append(names[Int(nodes[node].name)])
      node = nodes[node].parent
    }
    return RepositoryPath(bytes: Array(parts.reversed().joined(separator: [UInt8(ascii: "/")])))
  }
}
