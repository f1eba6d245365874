/// What the names of a file stand for: imports, and variables that hold the environment.
struct LocalNames {
  private struct Meaning {
    var path: [String]
    /// It ends with the first line that is indented less.
    var indentation: Int
    /// It ends with the block that it was set in.
    var end: Int
  }

  /// The ends of the blocks that are open.
  private var blocks: [Int] = []

  private var meanings: [String: Meaning] = [:]
  private(set) var digests = DigestSet()
  private var deepest = 0
  private var pinned: Set<String> = []

  mutating func set(_ name: String, to path: [String], indentation: Int = 0) {
    meanings[name] = Meaning(path: path, indentation: indentation, end: blocks.last ?? Int.max)
    digests.insert(WordDigest.of(name))
    deepest = max(deepest, indentation)
  }

  /// The same for the whole file, whatever is assigned later.
  mutating func pin(_ name: String, to path: [String]) {
    set(name, to: path)
    pinned.insert(name)
  }

  mutating func forget(_ name: String) {
    if !pinned.contains(name) { meanings[name] = nil }
  }

  func path(_ name: String, at index: Int = 0) -> [String]? {
    guard let meaning = meanings[name], index < meaning.end else { return nil }
    return meaning.path
  }

  mutating func open(blockEndingAt end: Int) { blocks.append(end) }

  mutating func close(at index: Int) {
    while let last = blocks.last, last <= index { blocks.removeLast() }
  }

  /// A line begins: names of deeper blocks mean nothing any more.
  mutating func beginLine(indentation: () -> Int) {
    guard deepest > 0 else { return }
    let indentation = indentation()
    guard indentation < deepest else { return }
    meanings = meanings.filter { $0.value.indentation <= indentation }
    deepest = meanings.values.map(\.indentation).max() ?? 0
  }
}
