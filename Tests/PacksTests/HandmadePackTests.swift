import Foundation
import Testing
import Vocabulary

@testable import Packs

struct HandmadePackTests {
  private let sandbox: PackSandbox

  init() throws { sandbox = try PackSandbox() }

  private static func id(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 20) }

  private func visit(sizeLimit: Int = .max) async throws -> (store: ObjectStore, seen: Collector) {
    let store = try sandbox.store()
    return (store, try await Collector.collect(store, .blob, sizeLimit: sizeLimit))
  }

  // Breaks when a base is sought in its own pack only: a thin pack's is elsewhere, loose or in another pack.
  @Test func basesMayBeElsewhere() async throws {
    let loose = try sandbox.blob(Array("loose base\n".utf8))
    var (first, second) = (HandmadePack(), HandmadePack())
    first.add(Self.id(1), madeFrom: loose.bytes, HandmadePack.delta(base: 11, appending: Array("one".utf8)))
    second.add(Self.id(2), madeFrom: Self.id(1), HandmadePack.delta(base: 14, appending: Array("two".utf8)))
    try first.write(to: sandbox.objects, name: "z")
    try second.write(to: sandbox.objects, name: "a")
    let (store, seen) = try await visit()
    #expect(seen.failed.isEmpty && seen.wrongCopies.isEmpty)
    #expect(
      Set(seen.visits.map { String(decoding: $0.bytes, as: UTF8.self) }) == [
        "loose base\n", "loose base\none", "loose base\nonetwo",
      ])
    let last = try #require(store.number(of: ObjectID(bytes: Self.id(2))))
    #expect(seen.visits.first { $0.object == last }?.copies == [CopiedRange(source: 0, target: 0, count: 14)])
  }

  // Breaks when deltas that go round in circles hang, or the objects in or behind the circle are not failed once each.
  @Test func circlesFail() async throws {
    var pack = HandmadePack()
    let delta = HandmadePack.delta(base: 5, appending: [65])
    pack.add(Self.id(1), madeFrom: Self.id(2), delta)
    pack.add(Self.id(2), madeFrom: Self.id(3), delta)
    pack.add(Self.id(3), madeFrom: Self.id(1), delta)
    pack.add(Self.id(4), madeFrom: Self.id(3), delta)
    pack.add(Self.id(5), madeFrom: Self.id(5), delta)
    pack.add(Self.id(6), type: 3, Array("whole".utf8))
    try pack.write(to: sandbox.objects, name: "a")
    let (store, seen) = try await visit()
    #expect(seen.failed.sorted() == [0, 1, 2, 3, 4])
    #expect(seen.visits.map(\.object) == [5])
    for object in 0..<5 {
      #expect(store.kind(of: object) == nil)
      #expect(throws: PackError.self) { try store.contents(of: object, limit: .max) }
    }
  }

  // Breaks when an object is lost without a word as its base is.
  @Test func missingBasesFail() async throws {
    var pack = HandmadePack()
    let start = pack.end
    pack.add(Self.id(1), madeFrom: Self.id(9), HandmadePack.delta(base: 5, appending: [65]))
    pack.add(Self.id(2), distance: pack.end - start, HandmadePack.delta(base: 6, appending: [65]))
    pack.add(Self.id(3), distance: pack.end - start - 1, HandmadePack.delta(base: 6, appending: [65]))
    pack.add(Self.id(4), distance: 100_000, HandmadePack.delta(base: 6, appending: [65]))
    try pack.write(to: sandbox.objects, name: "a")
    let seen = try await visit().seen
    #expect(seen.failed.sorted() == [0, 1, 2, 3])
    #expect(seen.errors[0]?.cause == "the object it is made from is missing")
  }

  // Breaks when a size that the data cannot give is believed, and memory is asked for it.
  @Test(arguments: [Int.max >> 8, 1 << 40, 1 << 33, 100_000])
  func sizesAreNotBelieved(_ size: Int) async throws {
    var pack = HandmadePack()
    let start = pack.end
    pack.add(Self.id(1), type: 3, Array("short".utf8), statedSize: size)
    pack.add(Self.id(2), distance: pack.end - start, HandmadePack.delta(base: 5, appending: [65]))
    try pack.write(to: sandbox.objects, name: "a")
    let seen = try await visit().seen
    #expect(seen.failed.sorted() == [0, 1])
    #expect(seen.passed.isEmpty)
  }

  /// Deltas for a base of five bytes, and what is wrong with them.
  private static let unsound: [(String, [UInt8])] = [
    ("nothing", []),
    ("half a number", [0x85]),
    ("another base", HandmadePack.delta(base: 6, appending: [65])),
    ("a copy beyond the base", [5, 6, 0x90, 6]),
    ("a copy from beyond the base", [5, 1, 0x91, 5, 1]),
    ("a copy from far beyond", [5, 1, 0x9F, 255, 255, 255, 255, 1]),
    ("a copy that is too long for the object", [5, 4, 0x90, 5]),
    ("too little", [5, 6, 0x90, 5]),
    ("an insert that is cut off", [5, 10, 0x90, 5, 5, 65]),
    ("a copy that is cut off", [5, 10, 0x90, 5, 0xFF]),
    ("the reserved instruction", [5, 5, 0x90, 5, 0]),
    ("a huge object", [5] + HandmadePack.number7(1 << 30) + [0x90, 5]),
    ("an object beyond all measure", [5] + [UInt8](repeating: 255, count: 8) + [127, 0x90, 5]),
    ("a number without end", [UInt8](repeating: 255, count: 30)),
  ]

  // Breaks when a delta is followed out of its base, its object or itself, or what it gives is taken for sound.
  @Test(arguments: unsound.indices) func unsoundDeltasFail(_ number: Int) async throws {
    let (what, delta) = Self.unsound[number]
    var pack = HandmadePack()
    let start = pack.end
    pack.add(Self.id(1), type: 3, Array("whole".utf8))
    let made = pack.end
    pack.add(Self.id(2), distance: made - start, delta)
    pack.add(Self.id(3), distance: pack.end - made, HandmadePack.delta(base: 6, appending: [65]))
    try pack.write(to: sandbox.objects, name: "a")
    let seen = try await visit(sizeLimit: 1 << 31).seen
    #expect(seen.visits.map(\.object) == [0], "\(what)")
    #expect(Set(seen.failed).union(seen.passed.keys) == [1, 2], "\(what)")
  }

  // Breaks when copies of 64 KB that continue each other stay apart, or others are joined.
  @Test func neighboursAreJoined() async throws {
    let base = (0..<60_000).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 7) }
    var pack = HandmadePack()
    let start = pack.end
    pack.add(Self.id(1), type: 3, base)
    // Twice 20,000 that continue each other, the first 100 again, one byte, and 100 that continue in the base only.
    let delta = HandmadePack.number7(60_000) + HandmadePack.number7(40_201)
    let copies: [UInt8] = [0xB0, 0x20, 0x4E, 0xB3, 0x20, 0x4E, 0x20, 0x4E, 0x90, 100, 1, 65, 0x91, 100, 100]
    pack.add(Self.id(2), distance: pack.end - start, delta + copies)
    try pack.write(to: sandbox.objects, name: "a")
    let seen = try await visit().seen
    #expect(seen.failed.isEmpty && seen.wrongCopies.isEmpty)
    #expect(
      seen.visits.last?.copies == [
        CopiedRange(source: 0, target: 0, count: 40_000), CopiedRange(source: 0, target: 40_000, count: 100),
        CopiedRange(source: 100, target: 40_101, count: 100),
      ])
  }

  // Breaks when an object that is passed is taken for the base of what is made from it.
  @Test func passedBasesAreNotTold() async throws {
    var pack = HandmadePack()
    let start = pack.end
    pack.add(Self.id(1), type: 3, [UInt8](repeating: 65, count: 100))
    let middle = pack.end
    pack.add(Self.id(2), distance: pack.end - start, [100, 10, 0x90, 10])
    pack.add(Self.id(3), distance: pack.end - middle, HandmadePack.delta(base: 10, appending: [66]))
    try pack.write(to: sandbox.objects, name: "a")
    let seen = try await visit(sizeLimit: 50).seen
    #expect(seen.passed == [0: 100])
    #expect(seen.visits.map(\.base?.count) == [nil, 10])
    #expect(seen.wrongCopies.isEmpty)
  }

  // Breaks when the walk does not go on after a part of a family that failed, or goes through that part again.
  @Test func failuresEndWithWhatIsMadeFromThem() async throws {
    var pack = HandmadePack()
    var places = [pack.end]
    pack.add(Self.id(1), type: 3, Array("whole".utf8))
    // Number, what it is made from, how many bytes that has.
    for (number, base, size) in [
      (2, 1, 6), (3, 2, 6), (4, 3, 7), (5, 1, 5), (6, 5, 6), (7, 6, 7), (8, 7, 8), (9, 8, 9),
    ] {
      places.append(pack.end)
      let delta = HandmadePack.delta(base: size, appending: [65])
      pack.add(Self.id(UInt8(number)), distance: pack.end - places[base - 1], delta)
    }
    try pack.write(to: sandbox.objects, name: "a")
    let seen = try await visit().seen
    #expect(seen.failed == [1, 2, 3])
    #expect(seen.visits.map(\.object) == [0, 4, 5, 6, 7, 8])
  }

  // Breaks when the child with most below it is not the last, so that all of a long chain stays in memory.
  @Test func chainsWithSideBranchesStaySmall() async throws {
    var pack = HandmadePack()
    var base = pack.end
    pack.add(Self.id(0), type: 3, Array("whole".utf8))
    for length in 0..<60 {
      let next = pack.end
      let delta = HandmadePack.delta(base: 5 + length, appending: [65])
      pack.add(Self.id(UInt8(1 + length)), distance: next - base, delta)
      pack.add(Self.id(UInt8(101 + length)), distance: pack.end - base, delta)
      base = next
    }
    try pack.write(to: sandbox.objects, name: "a")
    let visitors = try await sandbox.store().visit(
      kind: .blob, workers: 1, sizeLimit: .max, makeVisitor: { StateCounter() })
    #expect(visitors[0].visits == 121)
    #expect(visitors[0].most <= 3)
  }

  // Breaks when an index that names one place twice, or places outside of the pack, traps.
  @Test func offsetsMayBeAnything() async throws {
    var pack = HandmadePack()
    pack.add(Self.id(1), type: 3, Array("whole".utf8))
    try pack.write(to: sandbox.objects, name: "a")
    let path = sandbox.objects + "/pack/pack-a.idx"
    let sound = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for offset in [[0, 0, 0, 0], [0, 0, 0, 11], [0, 0, 0, 13], [0, 0, 0, 255], [255, 255, 255, 255]] as [[UInt8]] {
      try Data(sound[..<1024] + offset + sound[1028...]).write(to: URL(fileURLWithPath: path))
      #expect(try await visit().seen.failed == [0])
    }
  }
}
