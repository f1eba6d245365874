import Foundation
import Testing
import Vocabulary

@testable import Packs

struct DamageTests {
  /// Linear congruential, so that a failure can be had again.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  private enum Target: String, CaseIterable {
    case pack, idx, multiPackIndex = "multi-pack-index"

    var layout: Layout { self == .multiPackIndex ? .multiPackIndexOfDuplicates : .deltas }
  }

  // Breaks when damage crashes or hangs, gives wrong bytes, or makes an object disappear without a word.
  @Test(arguments: Target.allCases, [UInt64(1), 2, 3])
  private func flippedBytesAreNoticed(_ target: Target, seed: UInt64) async throws {
    let sandbox = try target.layout.make()
    let everything = try sandbox.everything()
    let path = try #require(try sandbox.packFiles(target.rawValue).first)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let sound = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    var generator = Generator(state: seed)
    for _ in 0..<40 {
      var damaged = sound
      // The header and the ends hold most of what can go wrong.
      let region = [0..<min(64, sound.count), 0..<sound.count, max(0, sound.count - 64)..<sound.count]
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let range = region[Int.random(in: 0..<3, using: &generator)]
        damaged[Int.random(in: range, using: &generator)] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      }
      if Int.random(in: 0..<8, using: &generator) == 0 {
        damaged.removeLast(Int.random(in: 1..<damaged.count, using: &generator))
      }
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      try await expectRightOrFailed(sandbox, everything, namesAreSound: target == .pack)
    }
  }

  private func expectRightOrFailed(
    _ sandbox: PackSandbox, _ everything: [ObjectID: PackSandbox.Stored], namesAreSound: Bool
  ) async throws {
    let store = try sandbox.store()
    var accounted: Set<Int> = []
    for kind in ObjectKind.allCases {
      let seen = try await Collector.collect(store, kind, workers: 2)
      #expect(seen.wrongCopies.isEmpty)
      #expect(Set(seen.failed).count == seen.failed.count)
      for visit in seen.visits where namesAreSound {
        #expect(everything[store.id(of: visit.object)]?.bytes == visit.bytes)
      }
      accounted.formUnion(seen.failed)
      accounted.formUnion(seen.visits.map(\.object))
    }
    #expect(accounted.count == store.count)
    #expect(store.count == everything.count || !store.damages.isEmpty || !namesAreSound)
  }

  // Breaks when a pack that is cut off is not told of, or what is left of it is not read.
  @Test func readsWhatIsLeftOfAPack() async throws {
    let sandbox = try Layout.deltas.make()
    let everything = try sandbox.everything()
    let path = try #require(try sandbox.packFiles(".pack").first)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let sound = try Data(contentsOf: URL(fileURLWithPath: path))
    try sound.prefix(sound.count * 2 / 3).write(to: URL(fileURLWithPath: path))
    let store = try sandbox.store()
    #expect(store.damages.count == 1)
    #expect(store.count == everything.count)
    var (right, failed) = (0, Set<Int>())
    for kind in ObjectKind.allCases {
      let seen = try await Collector.collect(store, kind)
      right += seen.visits.count { everything[store.id(of: $0.object)]?.bytes == $0.bytes }
      failed.formUnion(seen.failed)
    }
    #expect(right > 0 && !failed.isEmpty)
    #expect(right + failed.count == everything.count)
  }

  // Breaks when another copy of an object is not taken where one is damaged, or one that is sound fails with it.
  @Test func takesTheOtherCopy() async throws {
    let sandbox = try Layout.duplicates.make()
    let everything = try sandbox.everything()
    let path = try #require(try sandbox.packFiles(".pack").max { fileSize($0) < fileSize($1) })
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    var bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    for position in stride(from: 40, to: bytes.count - 40, by: 50) { bytes[position] ^= 0x02 }
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let store = try sandbox.store()
    let seen = try await Collector.collect(store, .blob)
    #expect(seen.failed.isEmpty)
    let counted = seen.visits.filter { !$0.isRepeated }
    #expect(counted.count == everything.values.count { $0.kind == "blob" })
    #expect(counted.allSatisfy { everything[store.id(of: $0.object)]?.bytes == $0.bytes })
    for visit in counted {
      guard case .bytes(let bytes) = try store.contents(of: visit.object, limit: .max).contents else { continue }
      #expect(bytes == visit.bytes)
    }
  }

  private func fileSize(_ path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }

  // Breaks when a damaged loose object, or one that is gone since, is passed over.
  @Test(arguments: [true, false]) func looseObjectsFail(_ isRemoved: Bool) async throws {
    let sandbox = try PackSandbox()
    let id = try sandbox.blob(Array("some text that is long enough to be compressed\n".utf8))
    let path = LooseFolder.path(of: id.bytes, in: sandbox.objects)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let sound = try Data(contentsOf: URL(fileURLWithPath: path))
    if !isRemoved { try sound.dropLast(6).write(to: URL(fileURLWithPath: path)) }
    let store = try sandbox.store()
    if isRemoved { try FileManager.default.removeItem(atPath: path) }
    let seen = try await Collector.collect(store, .blob)
    #expect(seen.visits.isEmpty)
    #expect(seen.failed == [0])
    #expect(seen.errors[0]?.code == (isRemoved ? .system : .corrupt))
  }
}
