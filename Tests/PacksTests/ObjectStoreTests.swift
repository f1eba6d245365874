import Foundation
import Testing
import Vocabulary

@testable import Packs

struct ObjectStoreTests {
  // Breaks when one object, its kind, size or number is not what git says.
  @Test(arguments: Layout.allCases)
  func readsSingleObjects(_ layout: Layout) throws {
    let sandbox = try layout.make()
    let store = try sandbox.store()
    for (id, stored) in try sandbox.everything() {
      let object = try #require(store.number(of: id))
      #expect(store.id(of: object) == id)
      #expect(
        unsafe id.bytes.withUnsafeBytes { unsafe $0.baseAddress.map { unsafe store.number(ofBytes: $0) } } == object)
      #expect(store.kind(of: object).map { "\($0)" } == stored.kind)
      if let size = store.size(of: object) { #expect(size == stored.bytes.count) }
      let (kind, contents) = try store.contents(of: object, limit: stored.bytes.count)
      #expect("\(kind)" == stored.kind)
      guard case .bytes(let bytes) = contents else {
        Issue.record("\(id) is said to be too large")
        continue
      }
      #expect(bytes == stored.bytes)
    }
  }

  // Breaks when an object over the limit is unpacked all the same, or its size is wrong.
  @Test(arguments: [Layout.deltas, .loose, .references])
  func tellsTheSizeOfWhatIsLarger(_ layout: Layout) throws {
    let sandbox = try layout.make()
    let store = try sandbox.store()
    for (id, stored) in try sandbox.everything() where !stored.bytes.isEmpty {
      let object = try #require(store.number(of: id))
      guard case .oversize(let size) = try store.contents(of: object, limit: stored.bytes.count - 1).contents else {
        Issue.record("\(id) is not said to be too large")
        continue
      }
      #expect(size == stored.bytes.count)
    }
  }

  // Breaks when the numbers do not follow the order of the ids, or an id that is not there gets one.
  @Test func numbersFollowIds() throws {
    let store = try Layout.packedAndLoose.make().store()
    let ids = (0..<store.count).map { store.id(of: $0).bytes }
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    for byte in [UInt8(0), 7, 255] {
      #expect(store.number(of: ObjectID(bytes: [UInt8](repeating: byte, count: 20))) == nil)
      #expect(store.number(of: ObjectID(bytes: [UInt8](repeating: byte, count: 32))) == nil)
    }
  }

  // Breaks when the digest changes by itself, or does not change with what is stored.
  @Test func digestNamesTheStore() throws {
    let sandbox = try Layout.packedAndLoose.make()
    let first = try sandbox.store().digest
    #expect(first.count == 32)
    #expect(try sandbox.store().digest == first)
    _ = try sandbox.blob(Array("one more\n".utf8))
    let second = try sandbox.store().digest
    #expect(second != first)
    try sandbox.git(["repack", "-adfq"])
    #expect(try sandbox.store().digest != second)
  }

  // Breaks when a folder without objects is an error, or a missing one is not.
  @Test func foldersMayBeEmptyButNotMissing() throws {
    let sandbox = try PackSandbox()
    #expect(try sandbox.store().count == 0)
    #expect(throws: PackError.self) { try ObjectStore(folders: [sandbox.root + "/none"]) }
    let store = try ObjectStore(folders: [sandbox.objects, sandbox.root + "/none"])
    #expect(store.damages.count == 1)
  }

  // Breaks when a pack that git passes by is read, or complained of.
  @Test func passesByPacksWithoutIndex() throws {
    let sandbox = try Layout.deltas.make()
    for index in try sandbox.packFiles(".idx") { try FileManager.default.removeItem(atPath: index) }
    let store = try sandbox.store()
    #expect(store.count == 0)
    #expect(store.damages.isEmpty)
  }
}
