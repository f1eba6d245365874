import Foundation
import Testing

@testable import Walks

@Suite struct FileReaderTests {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "stanch-reader-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func read(_ path: String, limit: Int = 1 << 20, followsLinks: Bool = false) -> String {
    let path = path.hasPrefix("/") ? path : folder + "/" + path
    return switch FileReader(limit: limit, followsLinks: followsLinks).read(Array(path.utf8)) {
    case .bytes(let bytes): "bytes \(String(decoding: bytes, as: UTF8.self))"
    case .link(let target): "link \(String(decoding: target, as: UTF8.self))"
    case .oversize(let size): "oversize \(size)"
    case .directory: "directory"
    case .special: "special"
    case .absent: "absent"
    case .failed(let reason): "failed \(reason)"
    }
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
  }

  /// Breaks when a byte is lost or a limit is off by one.
  @Test(arguments: [0, 1, 9, 10, 11, 200_000])
  func sizes(_ size: Int) throws {
    let text = String(repeating: "x", count: size)
    try write(text, to: "file")
    #expect(read("file", limit: max(1, size)) == "bytes \(text)")
    #expect(read("file", limit: 10) == (size > 10 ? "oversize \(size)" : "bytes \(text)"))
    try FileManager.default.removeItem(atPath: folder)
  }

  /// Breaks when a file whose size is not told, as the system's own, is cut off or read beyond the limit.
  @Test func filesWithoutASize() {
    #expect(read("/proc/self/status").contains("Cpus_allowed"))
    #expect(read("/proc/self/status", limit: 10).hasPrefix("oversize "))
  }

  /// Breaks when links are followed where they stand for themselves, or the other way round.
  @Test func links() throws {
    try write("text", to: "file")
    for (name, target) in [("link", "file"), ("loop", "loop"), ("dangling", "nowhere")] {
      try FileManager.default.createSymbolicLink(atPath: folder + "/" + name, withDestinationPath: target)
    }
    #expect(read("link") == "link file")
    #expect(read("loop") == "link loop")
    #expect(read("dangling") == "link nowhere")
    #expect(read("link", limit: 3) == "oversize 4")
    #expect(read("link", followsLinks: true) == "bytes text")
    #expect(read("loop", followsLinks: true).hasPrefix("failed "))
    #expect(read("dangling", followsLinks: true) == "absent")
    try FileManager.default.removeItem(atPath: folder)
  }

  /// Breaks when what is no file is waited for, or a failure is taken for nothing.
  @Test func otherThings() throws {
    #expect(unsafe mkfifo(folder + "/pipe", 0o600) == 0)
    #expect(read("pipe") == "special")
    #expect(read("/dev/null") == "special")
    #expect(read("") == "directory")
    #expect(read("missing") == "absent")
    #expect(read("pipe/below") == "absent")
    // The process's own memory can be opened and not read, by root too.
    #expect(read("/proc/self/mem").hasPrefix("failed "))
    try FileManager.default.removeItem(atPath: folder)
  }
}
