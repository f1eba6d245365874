internal import FoundationEssentials
internal import Glibc

/// A folder for objects that git writes while it only compares, so that a scan leaves the repository as it was.
struct ScratchObjects {
  private let folder: String
  private let real: String

  /// - Parameter real: the repository's own folder of objects, which stays readable.
  init(real: String) throws(GitError) {
    let base = Environment()["TMPDIR"] ?? "/tmp"
    var template = Array("\(base)/stanch-XXXXXX".utf8CString)
    let made = unsafe template.withUnsafeMutableBufferPointer { buffer in
      unsafe buffer.baseAddress.map { unsafe mkdtemp($0) != nil } ?? false
    }
    guard made else {
      throw GitError(
        code: .system, operation: "making a scratch folder in", subject: base,
        cause: unsafe String(cString: strerror(errno)))
    }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    self.real = real.hasPrefix("/") ? real : FileManager.default.currentDirectoryPath + "/" + real
  }

  /// What makes git write here, and read there too.
  var variables: [String: String] {
    let others = Environment()["GIT_ALTERNATE_OBJECT_DIRECTORIES"].map { ":" + $0 } ?? ""
    return ["GIT_OBJECT_DIRECTORY": folder, "GIT_ALTERNATE_OBJECT_DIRECTORIES": real + others]
  }

  func remove() {
    do {
      try FileManager.default.removeItem(atPath: folder)
    } catch {
      // Left in the system's folder for temporary files, which the system cleans; it holds nothing but trees.
    }
  }
}
