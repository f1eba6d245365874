internal import Vocabulary

/// An object in a file of its own (gitformat-loose): `KIND SIZE NUL CONTENTS`, packed by zlib.
///
/// Read here, as libgit2 1.5 never comes to an end on one that is cut off.
struct LooseObject {
  let kind: String
  let contents: Contents

  enum Contents {
    case bytes([UInt8])
    /// The size that the header states, over the limit.
    case oversize(Int)
  }

  private static let headerCapacity = 32

  private init(kind: String, contents: Contents) {
    self.kind = kind
    self.contents = contents
  }

  /// - Throws: `GitError` with code `.corrupt`.
  init(_ packed: [UInt8], id: ObjectID, limit: Int) throws(GitError) {
    func corrupt(_ cause: String) -> GitError {
      GitError(code: .corrupt, operation: "reading the object", subject: id.description, cause: cause)
    }
    guard var inflater = Inflater(packed), let start = inflater.next(LooseObject.headerCapacity) else {
      throw corrupt("its file is damaged or cut off")
    }
    guard let (kind, size, end) = LooseObject.header(start) else { throw corrupt("its header is not git's") }
    self.kind = kind
    guard size <= limit else {
      contents = .oversize(size)
      return
    }
    var bytes = Array(start[end...])
    // One byte more than there should be, so that what is too long is seen, and the stream's own check is reached.
    guard bytes.count <= size + 1, let rest = inflater.next(size + 1 - bytes.count), inflater.isAtEnd else {
      throw corrupt("its file is damaged or cut off")
    }
    bytes += rest
    guard bytes.count == size else { throw corrupt("it is not as long as its header says") }
    contents = .bytes(bytes)
  }

  /// The object whose file begins with `start`, if its header states more than `limit` bytes.
  static func oversize(_ start: [UInt8], limit: Int) -> LooseObject? {
    guard var inflater = Inflater(start), let unpacked = inflater.next(headerCapacity),
      let (kind, size, _) = header(unpacked), size > limit
    else { return nil }
    return LooseObject(kind: kind, contents: .oversize(size))
  }

  private static func header(_ start: [UInt8]) -> (kind: String, size: Int, end: Int)? {
    guard let end = start.firstIndex(of: 0) else { return nil }
    let words = String(decoding: start[..<end], as: UTF8.self).split(separator: " ")
    guard words.count == 2, let size = Int(words[1]), size >= 0 else { return nil }
    return (String(words[0]), size, end + 1)
  }
}
