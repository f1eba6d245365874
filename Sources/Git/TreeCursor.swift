internal import Vocabulary

/// Goes through the entries of a tree object where they stand: `MODE NAME NUL ID` each (gitformat-pack, «object types»).
struct TreeCursor {
  private let bytes: [UInt8]
  private let idSize: Int
  /// Where the next entry begins.
  private var position = 0
  private(set) var mode: UInt32 = 0
  private var name = 0..<0
  private var object = 0..<0
  /// Whether there is an entry; the first comes with `advance`.
  private(set) var isValid = false

  init(_ bytes: [UInt8], idSize: Int) {
    self.bytes = bytes
    self.idSize = idSize
  }

  var isDirectory: Bool { mode & 0o170000 == 0o040000 }

  var nameBytes: ArraySlice<UInt8> { bytes[name] }

  var id: ObjectID { ObjectID(bytes: Array(bytes[object])) }

  /// Goes to the next entry, if there is one.
  ///
  /// - Throws: `GitError` with code `.corrupt` where an entry is not whole.
  mutating func advance(in tree: ObjectID) throws(GitError) {
    isValid = position < bytes.count
    guard isValid else { return }
    var index = position
    mode = 0
    while index < bytes.count, case let digit = bytes[index], digit != 32 {
      guard digit &- 48 < 8, index - position < 7 else { throw TreeCursor.corrupt(tree) }
      mode = mode << 3 | UInt32(digit - 48)
      index += 1
    }
    let start = index + 1
    guard index > position, start < bytes.count else { throw TreeCursor.corrupt(tree) }
    index = start
    while index < bytes.count, bytes[index] != 0 { index += 1 }
    guard index > start, index + idSize < bytes.count else { throw TreeCursor.corrupt(tree) }
    name = start..<index
    object = (index + 1)..<(index + 1 + idSize)
    position = object.upperBound
  }

  private static func corrupt(_ tree: ObjectID) -> GitError {
    GitError(
      code: .corrupt, operation: "reading the tree", subject: tree.description, cause: "an entry is not whole")
  }

  func hasSameObject(as other: TreeCursor) -> Bool { bytes[object] == other.bytes[other.object] }

  /// Where two entries stand to each other in a tree: by name, as if that of a folder ended in `/`.
  func order(against other: TreeCursor) -> Int {
    let count = min(name.count, other.name.count)
    for offset in 0..<count {
      let (left, right) = (bytes[name.lowerBound + offset], other.bytes[other.name.lowerBound + offset])
      if left != right { return left < right ? -1 : 1 }
    }
    return Int(byte(at: count)) - Int(other.byte(at: count))
  }

  private func byte(at offset: Int) -> UInt8 {
    if offset < name.count { return bytes[name.lowerBound + offset] }
    return isDirectory ? UInt8(ascii: "/") : 0
  }
}
