extension Decoder {
  /// An entry by way of everything it is made from.
  mutating func chain(_ entry: Int, limit: Int) -> Outcome {
    var path = [entry]
    // Only what comes from an entry that is stored whole has a kind, so this ends.
    guard tables.entries.kinds[entry] != 0 else { return tables.unreadable(entry) }
    while tables.entries.bases[path[path.count - 1]] != EntryTable.none {
      path.append(Int(tables.entries.bases[path[path.count - 1]]))
    }
    let root = path.removeLast()
    if path.isEmpty { return whole(root, limit: limit) }
    guard let size = madeSize(entry) else { return .failure(.corrupt, "its delta is damaged") }
    guard size <= limit else { return .oversize(size) }
    var outcome = whole(root, limit: Decoder.baseLimit)
    while let next = path.popLast() {
      guard case .object(let base, let size) = outcome else { break }
      outcome = made(next, from: base, size: size, limit: path.isEmpty ? limit : Decoder.baseLimit)
      giveBack(base)
    }
    switch outcome {
    case .object: return outcome
    case .oversize where path.isEmpty: return outcome
    case .oversize: return .failure(.corrupt, "it is made from an object that is too large")
    case .failure(let code, let cause): return .failure(code, path.isEmpty ? cause : "what it is made from is damaged")
    }
  }

  /// Another copy of the same object, when one cannot be read.
  mutating func otherCopy(of entry: Int, limit: Int) -> Outcome? {
    let object = tables.entries.objects[entry]
    guard object != EntryTable.none else { return nil }
    var copy = Int(tables.copies.first[Int(object)])
    while true {
      if copy != entry, case .object(let buffer, let size) = chain(copy, limit: limit) {
        return .object(buffer, size: size)
      }
      guard let next = tables.copies.next(after: copy) else { return nil }
      copy = next
    }
  }
}
