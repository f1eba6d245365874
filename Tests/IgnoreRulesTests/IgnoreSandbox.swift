import Foundation
import Glibc

/// A repository on the disk that real git is asked about, which nobody's configuration touches.
final class IgnoreSandbox {
  struct Failure: Error, CustomStringConvertible { let description: String }

  /// What `git check-ignore` prints of a path.
  struct Answer: Equatable, CustomStringConvertible {
    var file: [UInt8] = []
    var line = ""
    var pattern: [UInt8] = []

    var description: String {
      "\(String(decoding: file, as: UTF8.self)):\(line):\(String(decoding: pattern, as: UTF8.self))"
    }
  }

  let root: String

  init(ignoresCase: Bool = false) throws {
    root = NSTemporaryDirectory() + "stanch-ignore-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    // A template would bring an exclude file of its own.
    _ = try run(["init", "--quiet", "--template="])
    _ = try run(["config", "core.ignoreCase", ignoresCase ? "true" : "false"])
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  /// Makes a file, or with nil a folder. Names are any bytes, which Foundation would not take.
  func make(_ path: [UInt8], _ text: [UInt8]?) throws {
    let full = (Array(root.utf8) + [47] + path + [0]).map { CChar(bitPattern: $0) }
    guard let text else {
      if unsafe mkdir(full, 0o755) != 0, errno != EEXIST { throw Failure(description: "mkdir: errno \(errno)") }
      return
    }
    let file = unsafe open(full, O_CREAT | O_WRONLY | O_TRUNC, 0o644)
    guard file >= 0 else { throw Failure(description: "open: errno \(errno)") }
    defer { close(file) }
    if unsafe write(file, text, text.count) != text.count { throw Failure(description: "write: errno \(errno)") }
  }

  func make(_ tree: RandomIgnoreTree) throws {
    if !tree.root.isEmpty { try make(tree.root, nil) }
    for entry in tree.entries { try make(entry.path, entry.isDirectory ? nil : []) }
    for file in tree.ignoreFiles { try make(file.path, file.text) }
  }

  /// git's answers, one a path.
  func answers(_ paths: [[UInt8]]) throws -> [Answer] {
    let output = try run(
      ["check-ignore", "--no-index", "-v", "-n", "--stdin", "-z"], input: paths.flatMap { $0 + [0] }, statuses: [0, 1])
    let fields = output.split(separator: 0, omittingEmptySubsequences: false).dropLast()
    guard fields.count == paths.count * 4 else {
      throw Failure(description: "\(fields.count) fields for \(paths.count) paths")
    }
    return (0..<paths.count).map { index in
      Answer(
        file: Array(fields[index * 4]), line: String(decoding: fields[index * 4 + 1], as: UTF8.self),
        pattern: Array(fields[index * 4 + 2]))
    }
  }

  private func run(_ arguments: [String], input: [UInt8] = [], statuses: Set<Int32> = [0]) throws -> [UInt8] {
    let (inputFile, outputFile) = (root + ".in", root + ".out")
    try Data(input).write(to: URL(fileURLWithPath: inputFile))
    try Data().write(to: URL(fileURLWithPath: outputFile))
    defer { for file in [inputFile, outputFile] { try? FileManager.default.removeItem(atPath: file) } }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", root] + arguments
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": root, "LC_ALL": "C",
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    ]
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: inputFile))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: outputFile))
    try process.run()
    process.waitUntilExit()
    guard statuses.contains(process.terminationStatus) else {
      throw Failure(description: "git \(arguments.joined(separator: " ")): status \(process.terminationStatus)")
    }
    return Array(try Data(contentsOf: URL(fileURLWithPath: outputFile)))
  }
}
