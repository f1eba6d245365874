internal import Vocabulary

/// The bytes of a tree object: `MODE NAME NUL ID` for each entry, the mode in octal (gitformat-pack, «object types»).
enum TreeObject {
  private static let idSize = 20

  static func entries(_ bytes: [UInt8], id: ObjectID) throws(GitError) -> [TreeEntry] {
    var entries: [TreeEntry] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let space = rest.firstIndex(of: 32), let mode = octal(rest[..<space]),
        let end = rest[space...].firstIndex(of: 0), end + idSize < rest.endIndex, end > space + 1
      else {
        throw GitError(
          code: .corrupt, operation: "reading the tree", subject: id.description, cause: "an entry is not whole")
      }
      let next = end + 1 + idSize
      entries.append(
        TreeEntry(
          name: Array(rest[(space + 1)..<end]), mode: mode, object: ObjectID(bytes: Array(rest[(end + 1)..<next]))))
      rest = rest[next...]
    }
    return entries
  }

  private static func octal(_ digits: ArraySlice<UInt8>) -> UInt32? {
    guard (1...7).contains(digits.count) else { return nil }
    return digits.reduce(UInt32?.some(0)) { value, digit in
      guard let value, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(digit) else { return nil }
      return value << 3 | UInt32(digit - UInt8(ascii: "0"))
    }
  }
}
