import Glibc

/// The few file operations of the rule compiler.
enum CompilerFiles {
  static func read(_ path: String) throws -> String {
    guard let file = unsafe fopen(path, "rb") else { throw CompilerError("\(path): cannot be read") }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw CompilerError("\(path): is not UTF-8") }
    return text
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = unsafe fopen(path, "wb") else { throw CompilerError("\(path): cannot be written") }
    let written = unsafe fwrite(bytes, 1, bytes.count, file)
    guard unsafe fclose(file) == 0, written == bytes.count else { throw CompilerError("\(path): cannot be written") }
  }

  static func complain(_ message: String) -> Never {
    let line = Array((message + "\n").utf8)
    _ = unsafe Glibc.write(STDERR_FILENO, line, line.count)
    exit(1)
  }
}
