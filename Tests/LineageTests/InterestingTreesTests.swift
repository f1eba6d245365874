import Testing

import Vocabulary

@testable import Lineage

struct InterestingTreesTests {
  /// What is missing has another number in the forest than in the test: by its id.
  private func number(_ object: Int, in forest: TreeForest, _ fake: FakeForest) -> Int? {
    guard object >= fake.count else { return object }
    let id = fake.numbers.id(object)
    return (0..<forest.missing.count).first { Array(forest.missing[$0]) == id }.map { fake.count + $0 }
  }

  // Breaks when an entry that straddles what is copied is taken for an old one, when one that was removed or moved is kept, or
  // when records of several workers, or of several copies of a tree, are mixed up.
  @Test(arguments: 0..<150)
  func `the entries that lead somewhere are those of the trees themselves`(seed: UInt64) throws {
    var fake = FakeForest(seed: seed, idLength: seed % 3 == 0 ? 32 : 20)
    var random = SeededGenerator(seed: seed &+ 1000)
    let interesting = Set((0..<3).map { _ in Int.random(in: fake.treeCount..<fake.count, using: &random) })
    let forest = fake.read(interesting: interesting, visitors: 1 + Int(seed % 3))
    #expect(forest.failures.isEmpty)

    let missing = Set((fake.count..<(fake.count + 5)).filter { number($0, in: forest, fake) != nil })
    let seeds = interesting.union(missing)
    let trees = InterestingTrees(forest, seeds: interesting.union(missing.compactMap { number($0, in: forest, fake) }))
    for tree in 0..<fake.treeCount {
      let expected = try Set(
        fake.trees[tree].entries.filter {
          $0.mode != "160000"
            && (seeds.contains($0.object)
              || $0.mode == "40000" && $0.object < fake.treeCount && fake.leads($0.object, to: seeds))
        }.map { "\($0.name) \(try #require(number($0.object, in: forest, fake)))" })
      let found = trees.edges(of: trees.list(of: tree)).map {
        "\(String(decoding: forest.names[Int(trees.name(of: $0))], as: UTF8.self)) \(trees.child(of: $0))"
      }
      #expect(Set(found) == expected, "tree \(tree)")
      #expect(trees.leads(tree) == !expected.isEmpty)
    }
  }

  // Breaks when a partial clone, which lacks nearly everything, is followed entry by entry, or its objects are not counted.
  @Test func `beyond the limit missing objects are counted and not followed`() {
    var fake = FakeForest(seed: 7)
    let all = fake.read(interesting: [], visitors: 2)
    let few = fake.read(interesting: [], visitors: 1, missingLimit: 0)
    #expect(all.missing.count == few.missing.count)
    let followed = few.records.children.filter { $0 >= fake.count }.count
    #expect(followed == 1 && all.records.children.filter { $0 >= fake.count }.count > 1)
  }

  // Breaks when a tree that is not whole passes for one that was read, or ends the reading of its deltas.
  @Test(arguments: ["100644 a", "100644 a\u{0}short", "10x644 a\u{0}", " a\u{0}", "100644 \u{0}", "junk"])
  func `a malformed tree is a failure, and what stands before is read`(tail: String) {
    let numbers = FakeNumbers(count: 10, idLength: 20)
    var interesting = NumberSet(limit: 10)
    interesting.insert(5)
    var visitor = TreeVisitor(
      numbers: numbers, idLength: 20, interesting: interesting, missingLimit: 10, ids: RecordIDs(visitor: 0, of: 1))
    let bytes = FakeTree(entries: [.init(name: "k", mode: "100644", object: 5)]).bytes(numbers) + Array(tail.utf8)
    let state = unsafe visitor.visit(1, isRepeated: false, bytes: bytes.span.bytes, base: nil, copies: [])
    _ = unsafe visitor.visit(
      2, isRepeated: false, bytes: bytes.span.bytes, base: state,
      copies: [.init(source: 0, target: 0, count: bytes.count)])
    let forest = TreeForest([visitor], count: 10, missing: ByteTable())
    #expect(forest.failures.map(\.object) == [1, 2])
    let trees = InterestingTrees(forest, seeds: [5])
    #expect(trees.leads(1) && trees.leads(2))
  }
}
