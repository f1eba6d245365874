/// A path made shortest by its own text: without `.`, doubled slashes, a slash at the end, and `..` after a name.
enum CleanPath {
  /// What Go's `filepath.Clean` makes of it, which Docker applies to patterns.
  static func of(_ path: ArraySlice<UInt8>) -> [UInt8] {
    let isRooted = path.first == UInt8(ascii: "/")
    var parts: [ArraySlice<UInt8>] = []
    for part in path.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual(dot) { continue }
      guard part.elementsEqual(dots) else {
        parts.append(part)
        continue
      }
      if let last = parts.last, !last.elementsEqual(dots) {
        parts.removeLast()
      } else if !isRooted {
        parts.append(part)
      }
    }
    let joined = Array(parts.joined(separator: CollectionOfOne(UInt8(ascii: "/"))))
    if isRooted { return [UInt8(ascii: "/")] + joined }
    return joined.isEmpty ? dot : joined
  }

  private static let dot = Array(".".utf8)
  private static let dots = Array("..".utf8)
}
