import Packs
import Vocabulary

@testable import Lineage

/// Random trees, made from each other by deltas and holding each other, and what is true of them.
struct FakeForest {
  /// Trees have the numbers from 0, blobs follow; what is from `count` on is missing.
  let treeCount: Int
  let count: Int
  let numbers: FakeNumbers
  private(set) var trees: [FakeTree] = []
  private var random: SeededGenerator

  init(seed: UInt64, trees treeCount: Int = 60, idLength: Int = 20) {
    self.treeCount = treeCount
    count = treeCount + 30
    numbers = FakeNumbers(count: count, idLength: idLength)
    random = SeededGenerator(seed: seed)
    for number in 0..<treeCount { trees.append(tree(number)) }
  }

  private mutating func tree(_ number: Int) -> FakeTree {
    var tree = number == 0 ? FakeTree() : trees[Int.random(in: 0..<number, using: &random)]
    let (treeCount, count) = (treeCount, count)
    var choice = random
    for _ in 0..<(number < 3 ? 6 : 1) {
      tree.edit(&random) { entry in
        switch Int.random(in: 0..<8, using: &choice) {
        case 0..<3 where number > 0: (entry.mode, entry.object) = ("40000", Int.random(in: 0..<number, using: &choice))
        case 3: (entry.mode, entry.object) = ("160000", Int.random(in: 0..<(count + 9), using: &choice))
        case 4: entry.object = Int.random(in: count..<(count + 5), using: &choice)
        default: (entry.mode, entry.object) = ("100644", Int.random(in: treeCount..<count, using: &choice))
        }
      }
    }
    random = choice
    return tree
  }

  /// Shows all trees to visitors, each as a delta of another or whole, some twice.
  mutating func read(interesting: Set<Int>, visitors visitorCount: Int, missingLimit: Int = 100) -> TreeForest {
    var set = NumberSet(limit: count)
    for object in interesting where object < count { set.insert(object) }
    var visitors = (0..<visitorCount).map {
      TreeVisitor(
        numbers: numbers, idLength: numbers.idLength, interesting: set, missingLimit: missingLimit,
        ids: RecordIDs(visitor: $0, of: visitorCount))
    }
    var states: [(tree: Int, state: TreeState)] = []
    for (number, tree) in trees.enumerated() {
      for copy in 0...(Int.random(in: 0..<6, using: &random) / 5) {
        let base = Int.random(in: 0..<4, using: &random) == 0 ? nil : states.randomElement(using: &random)
        let bytes = tree.bytes(numbers)
        var copied: [CopiedRange] = []
        if let base { copied = copies(from: trees[base.tree].bytes(numbers), to: bytes, &random) }
        let visitor = Int.random(in: 0..<visitorCount, using: &random)
        let state = unsafe visitors[visitor].visit(
          number, isRepeated: copy == 1, bytes: bytes.span.bytes, base: base?.state, copies: copied)
        states.append((number, state))
      }
    }
    return TreeForest(visitors, count: count, missing: ByteTable())
  }

  /// Whether a tree leads to one of some objects.
  func leads(_ tree: Int, to seeds: Set<Int>) -> Bool {
    trees[tree].entries.contains { entry in
      entry.mode != "160000"
        && (seeds.contains(entry.object)
          || entry.mode == "40000" && entry.object < treeCount && leads(entry.object, to: seeds))
    }
  }

  /// The entries of a tree that lead to some objects, as `NAME OBJECT`.
  func list(of tree: Int, seeds: Set<Int>) -> Set<String> {
    Set(
      trees[tree].entries.filter { entry in
        entry.mode != "160000"
          && (seeds.contains(entry.object)
            || entry.mode == "40000" && entry.object < treeCount && leads(entry.object, to: seeds))
      }.map { "\($0.name) \($0.object)" })
  }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
