import Glibc
import Testing
import Vocabulary

@testable import Git

/// An index that is cut off or changed is read or refused, and never ends the program: each test is a process of its own.
@Suite struct DamagedIndexTests {
  @Test func cutOffAtEveryLength() async {
    await #expect(processExitsWith: .success) {
      DamagedIndex.limitTime()
      for bytes in try DamagedIndex.samples() {
        for length in 0..<bytes.count { DamagedIndex.compare(Array(bytes.prefix(length))) }
      }
    }
  }

  @Test func cutOutOfTheMiddle() async {
    await #expect(processExitsWith: .success) {
      DamagedIndex.limitTime()
      for bytes in try DamagedIndex.samples() {
        for start in stride(from: 12, to: bytes.count, by: 3) {
          for count in [1, 2, 7, 8, 62] {
            DamagedIndex.compare(Array(bytes[..<start] + bytes[start...].dropFirst(count)))
          }
        }
      }
    }
  }

  @Test("every byte in turn, at the values that break arithmetic")
  func everyByte() async {
    await #expect(processExitsWith: .success) {
      DamagedIndex.limitTime()
      for bytes in try DamagedIndex.samples() {
        for position in bytes.indices {
          for value in [0, 1, 0x2F, 0x7F, 0x80, 0xFF] as [UInt8] {
            var changed = bytes
            changed[position] = value
            DamagedIndex.compare(changed)
          }
        }
      }
    }
  }

  @Test("many bytes at once")
  func randomBytes() async {
    await #expect(processExitsWith: .success) {
      DamagedIndex.limitTime()
      var random = Seeded(seed: 11)
      for bytes in try DamagedIndex.samples() {
        for _ in 0..<3000 {
          var changed = bytes
          for _ in 0..<Int.random(in: 1...12, using: &random) {
            changed[Int.random(in: 4..<changed.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
          }
          DamagedIndex.compare(changed)
        }
      }
    }
  }

  @Test(
    "numbers in the cached trees that do not fit",
    arguments: [
      "9223372036854775807", "9223372036854775806", "4611686018427387904", "99999999999999999999", "0", "-0", "+1", "3",
      "1000",
    ])
  func cachedTreeNumbers(number: String) async {
    // The trap and the hang of each number are in processes of their own, so that they cannot hide one another.
    await #expect(processExitsWith: .success) { [number] in
      DamagedIndex.limitTime()
      let sandbox = try GitSandbox()
      try sandbox.stage([
        ("100644", try sandbox.blob("1"), 0, Array("a/x".utf8)),
        ("100644", try sandbox.blob("2"), 0, Array("b/y/z".utf8)),
        ("100644", try sandbox.blob("3"), 0, Array("c".utf8)),
      ])
      try sandbox.git(["write-tree"])
      for word in ["a\01 0", "b\01 1", "y\01 0", "\03 2"] {
        let changed = try DamagedIndex.replacing(word, count: number, in: sandbox.indexBytes())
        DamagedIndex.compare(changed)
      }
    }
  }

  @Test("folders in folders, as many as a path may hold", arguments: [200, 1000])
  func depth(count: Int) async {
    await #expect(processExitsWith: .success) { [count] in
      let sandbox = try GitSandbox()
      let path = Array(Array(repeating: [UInt8(ascii: "d")], count: count).joined(separator: [UInt8(ascii: "/")]))
      try sandbox.stage([("100644", GitSandbox.name(1), 0, path)])
      DamagedIndex.compare(try sandbox.indexBytes())
    }
  }

  @Test("cached trees in cached trees", arguments: [500, 4000, 5000])
  func cachedTreeDepth(count: Int) async {
    await #expect(processExitsWith: .success) { [count] in
      let nested = String(repeating: "d\0-1 1\n", count: count)
      #expect(throws: GitError.self) { try DamagedIndex.withCachedTrees(nested) }
    }
  }
}

/// Reading and comparing damaged bytes; called in processes of their own.
enum DamagedIndex {
  /// Ends the process when it takes longer than any honest comparison.
  static func limitTime() { alarm(60) }

  /// Reads an index and compares it with no parent: what is damaged is refused, or compared to the end.
  static func compare(_ bytes: [UInt8]) {
    do throws(GitError) {
      var comparison = IndexComparison(try IndexFile(bytes, path: "index")) { _ throws(GitError) in [] }
      try comparison.compare(with: nil)
    } catch {
      #expect(!error.cause.isEmpty)
    }
  }

  /// Small indexes with everything that an index can hold, in each version.
  static func samples() throws -> [[UInt8]] {
    try [2, 3, 4].map { version in
      let sandbox = try GitSandbox()
      for path in ["a", "a.b", "dir/b", "dir/sub/c", "e/f"] { try sandbox.write(path, to: path) }
      try sandbox.git(["add", "."])
      try sandbox.git(["write-tree"])
      try sandbox.stage([
        ("100644", GitSandbox.name(1), 1, Array("k".utf8)), ("100644", GitSandbox.name(2), 2, Array("k".utf8)),
      ])
      if version == 3 {
        try sandbox.write("n", to: "n")
        try sandbox.git(["add", "-N", "n"])
      }
      try sandbox.git(["update-index", "--index-version=\(version)", "--force-write-index"])
      return try sandbox.indexBytes()
    }
  }

  /// An index without entries, and with cached trees as they are given.
  static func withCachedTrees(_ text: String) throws(GitError) -> IndexFile {
    let size = UInt32(text.utf8.count)
    let bytes =
      Array("DIRC\0\0\0\u{2}\0\0\0\0TREE".utf8) + (0..<4).map { UInt8(truncatingIfNeeded: size >> (24 - 8 * $0)) }
      + Array(text.utf8) + [UInt8](repeating: 0, count: 20)
    return try IndexFile(bytes, path: "index")
  }

  /// The index with another number of entries in the cached tree that `word` begins.
  static func replacing(_ word: String, count: String, in bytes: [UInt8]) throws -> [UInt8] {
    let pattern = Array(word.utf8)
    let section = try #require(bytes.indices.first { bytes[$0...].starts(with: Array("TREE".utf8)) })
    let place = try #require(bytes[section...].indices.first { bytes[$0...].starts(with: pattern) })
    let nul = try #require(bytes[place...].firstIndex(of: 0))
    let blank = try #require(bytes[nul...].firstIndex(of: 32))
    let changed = Array(bytes[..<(nul + 1)] + Array(count.utf8) + bytes[blank...])
    let grown = changed.count - bytes.count
    var result = changed
    let size = bytes[(section + 4)..<(section + 8)].reduce(0) { $0 << 8 | Int($1) } + grown
    for position in 0..<4 { result[section + 4 + position] = UInt8(truncatingIfNeeded: size >> (24 - 8 * position)) }
    return result
  }
}
