internal import Vocabulary

/// Finds what one tree holds of interest, at which paths, that none of some other trees holds at the same path.
struct TreeComparison {
  struct Place {
    let path: RepositoryPath
    let object: Int
  }

  private let trees: InterestingTrees
  private var paths = PathTree()
  private var folders: [Folder] = []
  /// How many folders may still be looked into.
  private var budget: Int
  /// Whether something was left out: trees can be so made that there is no end to their paths.
  private(set) var isCut = false

  private struct Folder {
    let tree: Int
    let others: [Int]
    let path: Int
  }

  /// As deep as git itself goes by default (`core.maxTreeDepth`), and then some.
  private static let depthLimit = 4096
  /// How many folders are looked into in all, for all commits.
  private static let folderLimit = 50_000_000
  /// How many places of one tree are told.
  private let placeLimit: Int

  init(_ trees: InterestingTrees, placeLimit: Int) {
    self.trees = trees
    self.placeLimit = placeLimit
    budget = TreeComparison.folderLimit
  }

  /// - Parameters:
  ///   - tree: the root; may itself be interesting, as one that cannot be read is.
  ///   - others: other roots.
  mutating func places(in tree: Int, against others: [Int]) -> [Place] {
    guard !others.contains(tree) else { return [] }
    var places: [Place] = []
    if trees.seeds.contains(tree) { places.append(Place(path: RepositoryPath(bytes: []), object: tree)) }
    guard trees.leads(tree) else { return places }
    paths.removeAll()
    folders = [Folder(tree: tree, others: others.filter { trees.leads($0) }, path: PathTree.root)]
    while let folder = folders.popLast() {
      guard budget > 0, places.count < placeLimit else {
        isCut = true
        break
      }
      budget -= 1
      look(into: folder, &places)
    }
    return places
  }

  private mutating func look(into folder: Folder, _ places: inout [Place]) {
    let list = trees.list(of: folder.tree)
    let others = folder.others.map { trees.list(of: $0) }
    guard !others.contains(list) else { return }
    let lists = others.map { trees.edges(of: $0) }
    var last: (name: UInt32, child: Int)?
    for edge in trees.edges(of: list) {
      let (name, child) = (trees.name(of: edge), trees.child(of: edge))
      // A malformed tree can name one thing twice.
      if let last, last == (name, child) { continue }
      last = (name, child)
      guard let rivals = self.others(than: child, named: name, in: lists) else { continue }
      if trees.seeds.contains(child) {
        places.append(Place(path: paths.path(name, in: folder.path, trees.forest.names), object: child))
      }
      guard trees.leads(child) else { continue }
      let path = paths.add(name, to: folder.path)
      guard paths.depth(of: path) <= TreeComparison.depthLimit else {
        isCut = true
        continue
      }
      folders.append(Folder(tree: child, others: rivals, path: path))
    }
  }

  /// The folders that have a name in some lists; `nil` where one of the lists has `child` itself by that name.
  private func others(than child: Int, named name: UInt32, in lists: [ArraySlice<UInt32>]) -> [Int]? {
    var others: [Int] = []
    for list in lists {
      var (low, high) = (list.startIndex, list.endIndex)
      while low < high {
        let middle = (low + high) / 2
        if trees.name(of: list[middle]) < name { low = middle + 1 } else { high = middle }
      }
      while low < list.endIndex, trees.name(of: list[low]) == name {
        let other = trees.child(of: list[low])
        if other == child { return nil }
        if trees.leads(other), !others.contains(other) { others.append(other) }
        low += 1
      }
    }
    return others
  }

  /// Every interesting object under a tree, and the tree itself if it is one.
  static func objects(under tree: Int, _ trees: InterestingTrees) -> Set<Int> {
    var objects: Set<Int> = trees.seeds.contains(tree) ? [tree] : []
    var seen: Set<Int> = [tree]
    var stack = [tree]
    while let tree = stack.popLast() {
      for edge in trees.edges(of: trees.list(of: tree)) {
        let child = trees.child(of: edge)
        if trees.seeds.contains(child) { objects.insert(child) }
        if trees.leads(child), seen.insert(child).inserted { stack.append(child) }
      }
    }
    return objects
  }
}
