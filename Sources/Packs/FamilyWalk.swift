internal import Vocabulary

/// Goes depth first through families of objects, each object made from its base while that is in memory.
///
/// The base goes when the last of its children has been made, which is the one with most below it; so of a chain of any
/// length two objects are in memory, and of a tree no more than the logarithm of its size.
struct FamilyWalk: ~Copyable {
  /// An object in memory from which others are yet to be made.
  private struct Base {
    let buffer: Buffer
    let size: Int
    /// Whether the visitor saw it.
    let isTold: Bool
    var nextChild: UInt32
  }

  /// What the object made last takes from its base.
  private(set) var copies: [CopiedRange] = []
  let tables: StoreTables
  let sizeLimit: Int
  private var decoder: Decoder
  private var bases: [Base] = []
  /// The object that was made last, when nothing is made from it.
  private var leaf: Buffer?
  /// What is made from an object that could not be had.
  private var orphans: Orphans?

  init(_ tables: StoreTables, sizeLimit: Int) throws(PackError) {
    self.tables = tables
    self.sizeLimit = sizeLimit
    decoder = try Decoder(tables)
  }

  /// Begins a family.
  ///
  /// - Parameter root: an entry that is stored whole.
  mutating func begin(_ root: Int) -> WalkStep {
    settle(root, decoder.whole(root, limit: limit(root)), base: nil, lastUsed: nil)
  }

  /// Makes the next object of the family; `nil` when there is none.
  mutating func next() -> WalkStep? {
    releaseLeaf()
    if let orphan = orphans?.next(in: tables) { return orphanStep(orphan) }
    orphans = nil
    guard let base = bases.last else { return nil }
    let (top, child) = (bases.count - 1, Int(base.nextChild))
    let state = base.isTold ? top : nil
    let outcome = decoder.made(child, from: base.buffer, size: base.size, limit: limit(child))
    let sibling = tables.forest.links[child].nextSibling
    guard sibling == EntryTable.none else {
      bases[top].nextChild = sibling
      return settle(child, outcome, base: state, lastUsed: nil)
    }
    bases.removeLast()
    decoder.giveBack(base.buffer)
    return settle(child, outcome, base: state, lastUsed: top)
  }

  /// Gives up the family.
  mutating func abandon() {
    releaseLeaf()
    orphans = nil
    while let base = bases.popLast() { decoder.giveBack(base.buffer) }
  }

  private mutating func releaseLeaf() {
    if let buffer = leaf { decoder.giveBack(buffer) }
    leaf = nil
  }

  /// What others are made from is made even when it is not to be visited.
  private func limit(_ entry: Int) -> Int {
    tables.forest.links[entry].firstChild == EntryTable.none ? sizeLimit : max(sizeLimit, Decoder.baseLimit)
  }

  private mutating func settle(_ entry: Int, _ outcome: Decoder.Outcome, base: Int?, lastUsed: Int?) -> WalkStep {
    switch outcome {
    case .object(let buffer, let size):
      if base == nil { copies.removeAll(keepingCapacity: true) } else { decoder.writeCopies(to: &copies) }
      return settle(entry, buffer, size, base: base, lastUsed: lastUsed)
    case .oversize(let size):
      orphans = Orphans(of: entry, cause: "it is made from an object that is too large")
      return step(entry, .oversize(size), lastUsed: lastUsed)
    case .failure(let code, let cause):
      if case .object(let buffer, let size)? = decoder.otherCopy(of: entry, limit: limit(entry)) {
        copies.removeAll(keepingCapacity: true)
        return settle(entry, buffer, size, base: nil, lastUsed: lastUsed)
      }
      orphans = Orphans(of: entry, cause: "what it is made from is damaged")
      return step(entry, .failure(code, cause), lastUsed: lastUsed)
    }
  }

  private mutating func settle(_ entry: Int, _ buffer: Buffer, _ size: Int, base: Int?, lastUsed: Int?) -> WalkStep {
    let object = tables.object(of: entry)
    let isTold = object != nil && size <= sizeLimit
    let child = tables.forest.links[entry].firstChild
    var slot: Int?
    if child == EntryTable.none {
      leaf = buffer
    } else {
      slot = isTold ? bases.count : nil
      bases.append(Base(buffer: buffer, size: size, isTold: isTold, nextChild: child))
    }
    guard let object, isTold else { return step(entry, .oversize(size), lastUsed: lastUsed) }
    let content = unsafe WalkStep.Content.made(
      UnsafeRawPointer(buffer.start), size: size, isRepeated: !tables.isCounted(entry))
    return WalkStep(object, content, base: base, lastUsed: lastUsed, slot: slot)
  }

  /// A step without contents, which is told of the copy that counts only.
  private func step(_ entry: Int, _ content: WalkStep.Content, lastUsed: Int?) -> WalkStep {
    guard let object = tables.object(of: entry), tables.isCounted(entry) else {
      return WalkStep(0, .untold, base: nil, lastUsed: lastUsed, slot: nil)
    }
    return WalkStep(object, content, base: nil, lastUsed: lastUsed, slot: nil)
  }

  /// Does what can be done for an object whose base cannot be had.
  private mutating func orphanStep(_ entry: Int) -> WalkStep {
    guard let object = tables.object(of: entry), tables.isCounted(entry) else { return WalkStep(0, .untold) }
    if case .object(let buffer, let size)? = decoder.otherCopy(of: entry, limit: sizeLimit) {
      copies.removeAll(keepingCapacity: true)
      leaf = buffer
      return unsafe WalkStep(object, .made(UnsafeRawPointer(buffer.start), size: size, isRepeated: false))
    }
    if let size = decoder.madeSize(entry), size > sizeLimit { return WalkStep(object, .oversize(size)) }
    return WalkStep(object, .failure(.corrupt, orphans?.cause ?? "what it is made from is damaged"))
  }

  func error(_ object: Int, _ code: PackError.Code, _ cause: StaticString) -> PackError {
    PackError(code: code, subject: tables.id(of: object).description, cause: "\(cause)")
  }
}
