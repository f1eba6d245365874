import Foundation
import Packs
import Vocabulary

@testable import Lineage

/// A repository that real git makes, out of reach of anybody's configuration.
final class HistorySandbox {
  let root: String
  private let environment: [String: String]
  let idLength: Int

  init(idLength: Int = 20) throws {
    root = NSTemporaryDirectory() + "stanch-lineage-" + UUID().uuidString
    self.idLength = idLength
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": root, "LC_ALL": "C",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "A",
      "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@a.example",
      "GIT_AUTHOR_DATE": "2026-01-01T00:00:00Z", "GIT_COMMITTER_DATE": "2026-01-01T00:00:00Z",
    ]
    try git(["init", "--quiet", "--initial-branch=b0", "--object-format=\(idLength == 32 ? "sha256" : "sha1")"])
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  struct GitFailure: Error, CustomStringConvertible { let description: String }

  @discardableResult
  func git(_ arguments: [String], input: [UInt8] = []) throws -> String {
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
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw GitFailure(description: "git \(arguments.joined(separator: " ")): status \(process.terminationStatus)")
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func lines(_ arguments: [String], input: [UInt8] = []) throws -> [String] {
    try git(arguments, input: input).split(whereSeparator: \.isNewline).map(String.init)
  }

  func line(_ arguments: [String], input: [UInt8] = []) throws -> String {
    try lines(arguments, input: input).first ?? ""
  }

  func blob(_ text: String) throws -> String { try line(["hash-object", "-w", "--stdin"], input: Array(text.utf8)) }

  /// A commit of files made one by one, on top of others; no reference leads to it.
  func commit(_ files: [(path: String, blob: String)], on parents: [String] = []) throws -> String {
    try git(["read-tree", "--empty"])
    for file in files { try git(["update-index", "--add", "--cacheinfo", "100644,\(file.blob),\(file.path)"]) }
    return try commit(tree: line(["write-tree"]), on: parents)
  }

  func commit(tree: String, on parents: [String] = []) throws -> String {
    try line(["commit-tree", tree, "-m", "change"] + parents.flatMap { ["-p", $0] })
  }

  /// What leads into the history, as this room wants to be told.
  func tips() throws -> [Tip] {
    var tips: [Tip] = []
    for line in try lines(["for-each-ref", "--format=%(objectname) %(refname)"]) {
      let words = line.split(separator: " ").map(String.init)
      guard let id = ObjectID(hex: Array(words[0].utf8)) else { continue }
      tips.append(Tip(name: words[1], id: id, reach: words[1] == "refs/stash" ? .stash : .reference))
    }
    let logs = root + "/.git/logs/"
    for file in FileManager.default.enumerator(atPath: logs)?.compactMap({ $0 as? String }) ?? [] {
      guard let text = try? String(contentsOfFile: logs + file, encoding: .utf8) else { continue }
      for line in text.split(separator: "\n") {
        for id in line.split(separator: " ").prefix(2).compactMap({ ObjectID(hex: Array($0.utf8)) }) where !id.isZero {
          tips.append(Tip(name: nil, id: id, reach: file == "refs/stash" ? .stash : .reflog))
        }
      }
    }
    return tips
  }

  func store() throws -> ObjectStore { try ObjectStore(folders: [root + "/.git/objects"], idLength: idLength) }

  func lineage(_ store: ObjectStore, workers: Int = 1) async throws -> Lineage {
    let shallow = (try? String(contentsOfFile: root + "/.git/shallow", encoding: .utf8)) ?? ""
    let graph = try await CommitGraph.read(
      store, idLength: idLength,
      shallow: Set(shallow.split(separator: "\n").compactMap { ObjectID(hex: Array($0.utf8)) }), workers: workers)
    let head = try? ObjectID(hex: Array(line(["rev-parse", "--verify", "--quiet", "HEAD"]).utf8))
    return Lineage(store: store, idLength: idLength, graph: graph, tips: try tips(), head: head)
  }
}

extension ObjectStore {
  /// The number of the object with a hexadecimal name.
  func number(_ hex: String) -> Int? { ObjectID(hex: Array(hex.utf8)).flatMap { number(of: $0) } }
}
