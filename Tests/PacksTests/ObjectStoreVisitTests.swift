import Foundation
import Testing
import Vocabulary

@testable import Packs

struct ObjectStoreVisitTests {
  // Breaks when an object of any layout is left out, visited as another or twice, or its bytes or copies are wrong.
  @Test(arguments: Layout.allCases)
  func visitsWhatGitReads(_ layout: Layout) async throws {
    let sandbox = try layout.make()
    let (store, everything) = (try sandbox.store(), try sandbox.everything())
    #expect(store.count == everything.count)
    #expect(store.damages.isEmpty)
    for kind in ObjectKind.allCases {
      let seen = try await Collector.collect(store, kind)
      #expect(seen.failed.isEmpty && seen.passed.isEmpty)
      #expect(seen.wrongCopies.isEmpty)
      #expect(seen.visits.allSatisfy { everything[store.id(of: $0.object)]?.bytes == $0.bytes })
      let counted = seen.visits.filter { !$0.isRepeated }.map(\.object)
      #expect(Set(counted).count == counted.count)
      #expect(Set(counted.map(store.id)) == Set(everything.filter { $0.value.kind == "\(kind)" }.keys))
      #expect(store.count(of: kind) == counted.count)
    }
  }

  // Breaks when the layouts that are meant to have deltas have none, so that the test above proves less than it says.
  @Test(arguments: [Layout.deltas, .references, .longChain, .severalPacks, .indexVersion1, .multiPackIndex])
  func layoutsHaveDeltas(_ layout: Layout) async throws {
    let seen = try await Collector.collect(try layout.make().store(), .blob)
    #expect(seen.visits.count { $0.base != nil && !$0.copies.isEmpty } > 20)
  }

  // Breaks when what is visited depends on how many workers there are.
  @Test(arguments: [Layout.deltas, .duplicates, .references])
  func workersChangeNothing(_ layout: Layout) async throws {
    let store = try layout.make().store()
    let one = try await Collector.collect(store, .blob)
    for workers in [2, 4] {
      let several = try await Collector.collect(store, .blob, workers: workers)
      #expect(several.visits.count == one.visits.count)
      #expect(Set(several.visits) == Set(one.visits))
    }
  }

  // Breaks when shares overlap, or leave something out.
  @Test(arguments: [Layout.deltas, .duplicates, .loose])
  func sharesAreTheWhole(_ layout: Layout) async throws {
    let store = try layout.make().store()
    var shares: [Collector.Visit] = []
    for index in 0..<3 { shares += try await Collector.collect(store, .blob, share: (index, 3)).visits }
    let whole = try await Collector.collect(store, .blob).visits
    #expect(shares.count == whole.count)
    #expect(Set(shares) == Set(whole))
  }

  // Breaks when objects over the limit are visited, are not told, or what is made from them is lost.
  @Test(arguments: [Layout.deltas, .loose])
  func passesWhatIsLarger(_ layout: Layout) async throws {
    let sandbox = try layout.make()
    let (store, everything) = (try sandbox.store(), try sandbox.everything())
    let sizes = everything.values.filter { $0.kind == "blob" }.map(\.bytes.count).sorted()
    let limit = sizes[sizes.count / 2]
    let seen = try await Collector.collect(store, .blob, sizeLimit: limit)
    #expect(seen.failed.isEmpty && seen.wrongCopies.isEmpty)
    #expect(Set(seen.visits.map(\.bytes.count)) == Set(sizes.filter { $0 <= limit }))
    #expect(seen.passed.values.sorted() == sizes.filter { $0 > limit })
    #expect(seen.visits.allSatisfy { ($0.base?.count ?? 0) <= limit })
  }

  // Breaks when alternates' objects are left out, or one that both have is visited twice.
  @Test func readsAlternates() async throws {
    let (own, other) = (try Layout.packedAndLoose.make(), try Layout.loose.make())
    _ = try other.blob(Array("only here\n".utf8))
    let store = try ObjectStore(folders: [own.objects, other.objects])
    let everything = try own.everything().merging(try other.everything()) { one, _ in one }
    let seen = try await Collector.collect(store, .blob)
    #expect(seen.visits.count == everything.values.count { $0.kind == "blob" })
    #expect(Set(seen.visits.map(\.bytes)) == Set(everything.values.filter { $0.kind == "blob" }.map(\.bytes)))
  }

  // Breaks when what is told of the progress does not add up to what there is.
  @Test func tellsOfAllThatWasDone() async throws {
    let store = try Layout.duplicates.make().store()
    let (objects, bytes) = (Counter(), Counter())
    let visits = try await store.visit(
      kind: .blob, workers: 2, sizeLimit: .max,
      progress: { more, moreBytes in
        objects.add(more)
        bytes.add(moreBytes)
      }, makeVisitor: { Collector() }
    ).flatMap(\.visits).filter { !$0.isRepeated }
    #expect(objects.value == visits.count)
    #expect(bytes.value == visits.reduce(0) { $0 + $1.bytes.count })
  }

  // Breaks when a visit that is cancelled goes on to the end.
  @Test func stopsWhenCancelled() async throws {
    let sandbox = try PackSandbox()
    try sandbox.commitVersions(0..<400, files: 2, lines: 5)
    try sandbox.git(["repack", "-adfq"])
    let visitors = try await sandbox.store().visit(
      kind: .blob, workers: 1, sizeLimit: .max, isCancelled: { true }, makeVisitor: { Collector() })
    #expect((1..<800).contains(visitors[0].visits.count))
  }

  // Breaks when states of objects live on after all that is made from them was visited.
  @Test func statesAreLetGo() async throws {
    let store = try Layout.longChain.make().store()
    let visitors = try await store.visit(kind: .blob, workers: 1, sizeLimit: .max, makeVisitor: { StateCounter() })
    #expect(visitors[0].visits > 400)
    #expect(visitors[0].most <= 12)
  }
}
