/// An object in a file of its own (gitformat-loose): `KIND SIZE NUL CONTENTS`, packed by zlib.
@safe struct LooseObject {
  let file: MappedFile
  let kind: ObjectKind
  let size: Int
  /// Where the contents begin in what is unpacked.
  let start: Int

  /// Longer than any header: `commit`, a blank, 19 digits and a NUL.
  private static let headerLimit = 32

  /// Reads the header only.
  init(path: String) throws(PackError) {
    guard let file = try MappedFile(path: path) else {
      throw PackError(code: .system, subject: path, cause: "it is gone")
    }
    guard let bytes = unsafe Inflater.beginning(file.start, available: file.count, limit: LooseObject.headerLimit),
      let header = LooseObject.header(bytes)
    else { throw PackError.corrupt(path, "its header is damaged") }
    self.file = file
    (kind, size, start) = header
  }

  private static func header(_ bytes: [UInt8]) -> (ObjectKind, Int, Int)? {
    guard let end = bytes.firstIndex(of: 0) else { return nil }
    let words = bytes[..<end].split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
    guard words.count == 2, let kind = ObjectKind(name: words[0]), let first = words[1].first,
      first != UInt8(ascii: "+"), let size = Int(String(decoding: words[1], as: UTF8.self)), size >= 0
    else { return nil }
    return (kind, size, end + 1)
  }
}

extension ObjectKind {
  /// The kind that git calls so.
  init?(name: some Collection<UInt8>) {
    for kind in ObjectKind.allCases where name.elementsEqual(kind.name.utf8) {
      self = kind
      return
    }
    return nil
  }

  private var name: String {
    switch self {
    case .commit: "commit"
    case .tree: "tree"
    case .blob: "blob"
    case .tag: "tag"
    }
  }
}
