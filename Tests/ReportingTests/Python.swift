import Foundation

/// Runs Python: another reader of the formats we write.
enum Python {
  /// How a script ended.
  struct Answer {
    let status: Int32
    let output: String
    let errors: String
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// What a script of the standard library prints, given `input`.
  static func output(_ script: String, input: String) throws -> String {
    let answer = try run(["/usr/bin/env", "python3", "-I", "-c", script], input: input)
    guard answer.status == 0 else { throw Failure(description: "python3: \(answer.errors)") }
    return answer.output
  }

  /// A script in Resources, run by the Python that `scripts/test` sets up.
  static func validation(_ resource: String, input: String) throws -> Answer {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    let python =
      ProcessInfo.processInfo.environment["STANCH_TEST_PYTHON"]
      ?? root.appending(path: ".build/venv/bin/python3").path(percentEncoded: false)
    guard FileManager.default.isExecutableFile(atPath: python) else {
      throw Failure(description: "no Python at \(python): run scripts/test, which makes a virtual environment there")
    }
    let script = tests.appending(path: "Resources/\(resource)").path(percentEncoded: false)
    let answer = try run([python, "-I", script], input: input)
    guard answer.status < 2 else { throw Failure(description: "\(resource): \(answer.errors)") }
    return answer
  }

  private static func run(_ command: [String], input: String) throws -> Answer {
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "PYTHONUTF8": "1"]
    let (standardInput, standardOutput, standardError) = (Pipe(), Pipe(), Pipe())
    process.standardInput = standardInput
    process.standardOutput = standardOutput
    process.standardError = standardError
    try process.run()
    try standardInput.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try standardInput.fileHandleForWriting.close()
    let output = try standardOutput.fileHandleForReading.readToEnd() ?? Data()
    let errors = try standardError.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      errors: String(decoding: errors, as: UTF8.self))
  }
}
