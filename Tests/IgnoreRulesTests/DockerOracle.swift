import Foundation

/// moby/patternmatcher itself, as a program that reads cases and prints what it makes of them.
///
/// `STANCH_DOCKER_ORACLE` names the program. It reads lines of two words in hexadecimal, the text of a `.dockerignore` file and
/// a path, and prints `1` for ignored, `0` for not, and `E` where Docker refuses the file.
struct DockerOracle {
  static let program = ProcessInfo.processInfo.environment["STANCH_DOCKER_ORACLE"]

  func answers(_ cases: [(text: [UInt8], path: [UInt8])]) throws -> [Character] {
    let file = NSTemporaryDirectory() + "stanch-docker-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: file) }
    let lines = cases.map { "\(hexadecimal($0.text)) \(hexadecimal($0.path))\n" }.joined()
    try Data(lines.utf8).write(to: URL(fileURLWithPath: file))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: DockerOracle.program ?? "/bin/false")
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self).filter { $0 != "\n" }.map { $0 }
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    "x" + bytes.map { (($0 < 16) ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
