internal import Vocabulary

/// Blobs asked of `git cat-file --batch` in one go, so many that their contents fit in memory; by their places in a list.
struct ObjectBatch {
  private static let capacity = 64 * 1024 * 1024
  private var places: [Int] = []
  private var size = 0

  func fits(_ size: Int) -> Bool { places.isEmpty || self.size + size <= ObjectBatch.capacity }

  mutating func append(_ place: Int, size: Int) {
    places.append(place)
    self.size += size
  }

  mutating func take() -> [Int] {
    defer {
      places = []
      size = 0
    }
    return places
  }

  static func request(_ blobs: [ObjectID]) -> [UInt8] {
    blobs.flatMap { Array($0.description.utf8) + [10] }
  }

  /// The size in a line `<name> blob <size>`; anything else says why there is none.
  static func header(_ line: ArraySlice<UInt8>, of blob: ObjectID) -> Result<Int, GitError> {
    let words = line.split(separator: 32).map { String(decoding: $0, as: UTF8.self) }
    if words.count == 3, words[1] == "blob", let size = Int(words[2]), size >= 0 { return .success(size) }
    let isMissing = words.last == "missing"
    return .failure(
      GitError(
        code: isMissing ? .missing : .corrupt, operation: "reading the object", subject: blob.description,
        cause: isMissing ? "it is not there" : "it is not a blob"))
  }

  /// Git ended before it came to this object.
  static func unanswered(_ blob: ObjectID, _ complaint: String) -> GitError {
    let cause = complaint.split(separator: "\n").first.map(String.init)
    return GitError(
      code: .corrupt, operation: "reading the object", subject: blob.description, cause: cause ?? "git ended early")
  }

  /// One answer: a header line, the contents, and a line end.
  static func next(in rest: inout ArraySlice<UInt8>, expecting blob: ObjectID, complaint: String) -> BlobRead {
    guard let end = rest.firstIndex(of: 10) else {
      let cause = complaint.split(separator: "\n").first.map(String.init)
      return .failed(
        GitError(
          code: .corrupt, operation: "reading the object", subject: blob.description, cause: cause ?? "git ended early")
      )
    }
    let line = rest[..<end]
    rest = rest[(end + 1)...]
    switch header(line, of: blob) {
    case .failure(let error): return .failed(error)
    case .success(let size):
      guard rest.count > size else {
        rest = []
        return .failed(unanswered(blob, complaint))
      }
      defer { rest = rest.dropFirst(size + 1) }
      return .bytes(Array(rest.prefix(size)))
    }
  }
}
