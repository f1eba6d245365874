import Foundation
import Testing
import Vocabulary

@testable import Packs

struct StoredObjectReaderTests {
  private struct NoMemory: Error {}

  private static func reader(_ folders: [String], _ idLength: Int) throws -> StoredObjectReader {
    guard let reader = StoredObjectReader(StoredObjects(folders: folders, idLength: idLength)) else { throw NoMemory() }
    return reader
  }

  /// Breaks when a blob is not what git says, or anything else is taken for one.
  @Test(arguments: Layout.allCases)
  func readsBlobs(_ layout: Layout) throws {
    let sandbox = try layout.make()
    var reader = try Self.reader([sandbox.objects], sandbox.idLength)
    // Packs that only a multi-pack index names are left to git.
    let isLeft = layout == .multiPackIndex || layout == .multiPackIndexOfDuplicates
    var count = 0
    for (id, stored) in try sandbox.everything() {
      let bytes = reader.blob(id, limit: stored.bytes.count)
      if bytes != nil { count += 1 }
      if stored.kind == "blob", !isLeft {
        #expect(bytes == stored.bytes, "\(id)")
        if !stored.bytes.isEmpty { #expect(reader.blob(id, limit: stored.bytes.count - 1) == nil) }
      } else {
        #expect(bytes == nil || bytes == stored.bytes && stored.kind == "blob")
      }
    }
    #expect(isLeft || count >= 24)
    for byte in [UInt8(0), 127, 255] {
      #expect(reader.blob(ObjectID(bytes: Array(repeating: byte, count: sandbox.idLength)), limit: 1000) == nil)
    }
    #expect(reader.blob(ObjectID(bytes: [1, 2, 3]), limit: 1000) == nil)
  }

  /// Breaks when a blob of an alternate is not found, or a folder that is not there stops the others.
  @Test func readsFromSeveralFolders() throws {
    let (one, other) = (try PackSandbox(), try PackSandbox())
    let text = Array("only there\n".utf8)
    let id = try other.blob(text)
    let folders = [one.objects, one.root + "/nowhere", other.objects]
    var reader = try Self.reader(folders, 20)
    #expect(reader.blob(id, limit: 100) == text)
  }

  /// Breaks when damage crashes, hangs or gives wrong bytes: what cannot be read is left to git.
  @Test(arguments: [Layout.deltas, .references, .loose], [UInt64(1), 2])
  func damageGivesNothing(_ layout: Layout, seed: UInt64) throws {
    let sandbox = try layout.make()
    let blobs = try sandbox.everything().filter { $0.value.kind == "blob" }
    let id = try #require(blobs.keys.max { $0.bytes.lexicographicallyPrecedes($1.bytes) })
    let path =
      layout == .loose
      ? LooseFolder.path(of: id.bytes, in: sandbox.objects) : try #require(try sandbox.packFiles("pack").first)
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let sound = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    var state = seed
    for round in 0..<60 {
      var damaged = sound
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        damaged[Int(state >> 33) % damaged.count] ^= UInt8(truncatingIfNeeded: state >> 20) | 1
      }
      if round % 6 == 5 { damaged.removeLast(Int(state >> 40) % damaged.count) }
      try Data(damaged).write(to: URL(fileURLWithPath: path))
      var reader = try Self.reader([sandbox.objects], 20)
      for (id, stored) in blobs {
        let bytes = reader.blob(id, limit: 1 << 20)
        #expect(bytes == nil || bytes == stored.bytes)
      }
    }
  }
}
