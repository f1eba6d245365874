internal import Vocabulary

/// The file of a reflog: `OLD NEW WHO TIME ZONE TAB MESSAGE`, a line for each time that a reference was set.
struct ReferencesLog {
  /// Every object that was named, once.
  private(set) var ids: Set<ObjectID> = []
  private(set) var malformedLines = 0

  /// - Parameter idLength: how many bytes an object's name has.
  init(_ bytes: [UInt8], idLength: Int) {
    let digits = idLength * 2
    for line in bytes.split(separator: 10) {
      guard line.count > digits * 2 + 1, line[line.startIndex + digits] == 32,
        line[line.startIndex + digits * 2 + 1] == 32, let old = ObjectID(hex: line.prefix(digits)),
        let new = ObjectID(hex: line.dropFirst(digits + 1).prefix(digits))
      else {
        malformedLines += 1
        continue
      }
      for id in [old, new] where !id.isZero { ids.insert(id) }
    }
  }
}
