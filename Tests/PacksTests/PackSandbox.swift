import Foundation
import Testing
import Vocabulary

@testable import Packs

/// A repository that real git makes and packs, and that nobody's configuration touches.
final class PackSandbox {
  let root: String
  let idLength: Int
  private let environment: [String: String]

  init(_ setup: [String] = []) throws {
    let root = NSTemporaryDirectory() + "stanch-packs-" + UUID().uuidString
    self.root = root
    idLength = setup.contains("--object-format=sha256") ? 32 : 20
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": root, "LC_ALL": "C",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "A",
      "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@a.example",
      "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    ]
    try git(["init", "--quiet", "--initial-branch=main"] + setup)
    try git(["config", "gc.auto", "0"])
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  struct GitFailure: Error, CustomStringConvertible { let description: String }

  /// Runs git in the repository; its output.
  @discardableResult
  func git(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", root] + arguments
    process.environment = environment
    let (standardInput, output) = (Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Written beside the reading, so that neither side waits for the other.
    let writing = Thread {
      try? standardInput.fileHandleForWriting.write(contentsOf: Data(input))
      try? standardInput.fileHandleForWriting.close()
    }
    writing.start()
    let bytes = Array(try output.fileHandleForReading.readToEnd() ?? Data())
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw GitFailure(description: "git \(arguments.joined(separator: " ")): status \(process.terminationStatus)")
    }
    return bytes
  }

  func line(_ arguments: [String], input: [UInt8] = []) throws -> String {
    String(decoding: try git(arguments, input: input), as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  /// Where the objects are.
  var objects: String { root + "/.git/objects" }

  func store() throws -> ObjectStore { try ObjectStore(folders: [objects], idLength: idLength) }

  /// The files of the folder `pack` that end so.
  func packFiles(_ suffix: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: objects + "/pack").filter { $0.hasSuffix(suffix) }.sorted()
      .map { objects + "/pack/" + $0 }
  }

  func blob(_ bytes: [UInt8]) throws -> ObjectID {
    try #require(ObjectID(hex: Array(try line(["hash-object", "-w", "--stdin"], input: bytes).utf8)))
  }

  /// Commits versions of a few files: each version changes some lines of the one before. No two blobs have one size.
  func commitVersions(_ versions: Range<Int>, files: Int = 2, lines: Int = 60) throws {
    var stream: [UInt8] = []
    for version in versions {
      stream += Array("commit refs/heads/main\ncommitter A <a@a.example> \(1_700_000_000 + version) +0000\n".utf8)
      stream += Array("data 8\nversion\n".utf8)
      if version > 0, version == versions.lowerBound { stream += Array("from refs/heads/main^0\n".utf8) }
      for file in 0..<files {
        let text = PackSandbox.text(version, file: file, lines: lines)
        stream += Array("M 100644 inline folder\(file % 2)/file\(file).txt\ndata \(text.count)\n".utf8) + text + [10]
      }
    }
    try git(["-c", "fastimport.unpackLimit=0", "fast-import", "--quiet"], input: stream)
  }

  static func text(_ version: Int, file: Int, lines: Int) -> [UInt8] {
    var text: [UInt8] = []
    for line in 0..<(lines + version) {
      let changed = version / (1 + line % 7)
      text += Array("file \(file) line \(line) \((line &* 2_654_435_761 &+ changed &* 40_503) & 0xFF_FFFF)\n".utf8)
    }
    return text + [UInt8](repeating: 46, count: file)
  }

  /// Set before what git needs for its list is removed.
  var remembered: [ObjectID: Stored]?

  typealias Stored = (kind: String, bytes: [UInt8])

  /// Every object as git itself reads it.
  func everything() throws -> [ObjectID: Stored] {
    if let remembered { return remembered }
    let output = try git(["cat-file", "--batch-all-objects", "--batch"])
    var everything: [ObjectID: Stored] = [:]
    var position = 0
    while position < output.count {
      let end = try #require(output[position...].firstIndex(of: 10))
      let words = output[position..<end].split(separator: 32)
      let size = try #require(Int(String(decoding: words[2], as: UTF8.self)))
      let id = try #require(ObjectID(hex: words[0]))
      everything[id] = (String(decoding: words[1], as: UTF8.self), Array(output[(end + 1)..<(end + 1 + size)]))
      position = end + size + 2
    }
    return everything
  }
}
