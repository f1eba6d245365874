import Foundation
import Testing
import Vocabulary

@testable import Git

@Suite struct LooseObjectTests {
  private func file(_ id: ObjectID, in sandbox: GitSandbox) throws -> [UInt8] {
    let name = id.description
    return Array(
      try Data(contentsOf: URL(fileURLWithPath: "\(sandbox.root)/.git/objects/\(name.prefix(2))/\(name.dropFirst(2))")))
  }

  /// What a file holds, in words; what is wrong with it after an exclamation mark.
  private func read(_ bytes: [UInt8], limit: Int = 1 << 20) -> String {
    do throws(GitError) {
      let object = try LooseObject(bytes, id: GitSandbox.name(1), limit: limit)
      switch object.contents {
      case .bytes(let bytes): return "\(object.kind) " + String(decoding: bytes, as: UTF8.self)
      case .oversize(let size): return "\(object.kind) of \(size)"
      }
    } catch {
      return "!\(error.code) \(error.subject ?? "")"
    }
  }

  private static let corrupt = "!corrupt \(GitSandbox.name(1))"

  @Test(
    "blobs of every length round that of the first step",
    arguments: [0, 1, 20, 22, 23, 24, 25, 31, 32, 33, 64, 4096, 100_000])
  func lengths(count: Int) throws {
    let sandbox = try GitSandbox()
    let text = String((0..<count).map { Character(UnicodeScalar(UInt8(32 + $0 % 90))) })
    #expect(try read(file(sandbox.blob(text), in: sandbox)) == "blob " + text)
  }

  @Test("a limit is asked before the contents are unpacked", arguments: [(100, true), (99, false), (0, false)])
  func limits(limit: Int, isRead: Bool) throws {
    let sandbox = try GitSandbox()
    let text = String(repeating: "a", count: 100)
    #expect(try read(file(sandbox.blob(text), in: sandbox), limit: limit) == (isRead ? "blob " + text : "blob of 100"))
  }

  @Test("objects of other kinds")
  func kinds() throws {
    let sandbox = try GitSandbox()
    try sandbox.write("a", to: "a")
    try sandbox.git(["add", "."])
    try sandbox.git(["commit", "--quiet", "-m", "message"])
    let commit = try #require(ObjectID(hex: Array(try sandbox.line(["rev-parse", "HEAD"]).utf8)))
    let tree = try #require(ObjectID(hex: Array(try sandbox.line(["rev-parse", "HEAD^{tree}"]).utf8)))
    #expect(try read(file(commit, in: sandbox)).hasPrefix("commit tree \(tree)\n"))
    #expect(try read(file(tree, in: sandbox)).hasPrefix("tree 100644 a\0"))
  }

  @Test(
    "a file that is cut off anywhere is corrupt", arguments: ["", "short", String(repeating: "0123456789", count: 40)])
  func cutOff(text: String) throws {
    let sandbox = try GitSandbox()
    let bytes = try file(sandbox.blob(text), in: sandbox)
    for length in 0..<bytes.count {
      #expect(read(Array(bytes.prefix(length))) == Self.corrupt, "\(length) of \(bytes.count)")
    }
  }

  @Test("a changed byte never passes for the contents")
  func changed() throws {
    let sandbox = try GitSandbox()
    let text = String(repeating: "some words of text, ", count: 20)
    let bytes = try file(sandbox.blob(text), in: sandbox)
    for position in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[position] ^= 1 << bit
        let found = read(changed)
        // A few bits of the zlib header say how it was packed, and nothing else.
        #expect(found == Self.corrupt || found == "blob " + text || found.hasPrefix("blob of "))
      }
    }
  }

  @Test(
    "bytes that are no object",
    arguments: [[], [0], [0x78, 0x9C], [0x78, 0x01, 0, 0, 0], Array(repeating: 0xFF, count: 300)] as [[UInt8]])
  func garbage(bytes: [UInt8]) { #expect(read(bytes) == Self.corrupt) }
}
