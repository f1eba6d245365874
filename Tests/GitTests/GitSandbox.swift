import Foundation
import Testing
import Vocabulary

@testable import Git

/// A folder with a repository that real git makes and that nobody's configuration touches.
final class GitSandbox {
  let root: String
  private let environment: [String: String]

  init(_ setup: [String] = []) throws {
    let root = NSTemporaryDirectory() + "stanch-git-" + UUID().uuidString
    self.root = root
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": root, "LC_ALL": "C",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "A",
      "GIT_AUTHOR_EMAIL": "a@a.example",
      "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@a.example", "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z",
      "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    ]
    try git(["init", "--quiet", "--initial-branch=main"] + setup)
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

  /// The one line that git prints.
  func line(_ arguments: [String], input: [UInt8] = []) throws -> String {
    String(decoding: try git(arguments, input: input), as: UTF8.self).trimmingCharacters(in: .newlines)
  }

  func write(_ text: String, to path: String) throws {
    let url = URL(fileURLWithPath: root + "/" + path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Puts entries into the index, without files: (mode, object, stage, path), as `git update-index --index-info` takes them.
  func stage(_ entries: [(mode: String, object: ObjectID, stage: Int, path: [UInt8])]) throws {
    var input: [UInt8] = []
    for entry in entries {
      input += Array("\(entry.mode) \(entry.object) \(entry.stage)\t".utf8) + entry.path + [0]
    }
    try git(["update-index", "-z", "--index-info"], input: input)
  }

  func remove(_ paths: [[UInt8]]) throws {
    try git(["update-index", "-z", "--force-remove", "--stdin"], input: paths.flatMap { $0 + [0] })
  }

  /// The bytes of the index file.
  func indexBytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: root + "/.git/index"))) }

  func index() throws -> IndexFile { try IndexFile(indexBytes(), path: "index") }

  /// A name that no object needs to have, different for each number.
  static func name(_ number: Int) -> ObjectID {
    ObjectID(bytes: (0..<20).map { UInt8(truncatingIfNeeded: (number &+ 1) &* 2_654_435_761 >> ($0 % 4 * 8) &+ $0) })
  }

  func blob(_ text: String) throws -> ObjectID {
    try #require(ObjectID(hex: Array(try line(["hash-object", "-w", "--stdin"], input: Array(text.utf8)).utf8)))
  }

  /// The entries of a tree, as `git ls-tree` shows them.
  func tree(_ id: ObjectID) throws -> [TreeEntry] {
    try git(["ls-tree", "-z", id.description]).split(separator: 0).map { line in
      let tab = try #require(line.firstIndex(of: 9))
      let words = line[..<tab].split(separator: 32)
      return TreeEntry(
        name: Array(line[(tab + 1)...]),
        mode: try #require(UInt32(String(decoding: words[0], as: UTF8.self), radix: 8)),
        object: try #require(ObjectID(hex: words[2])))
    }
  }
}
