internal import Glibc
internal import Vocabulary

/// Unpacks stored copies of objects for one worker, with memory that is used again.
@safe struct Decoder: ~Copyable {
  /// What came of an entry.
  enum Outcome {
    case object(Buffer, size: Int)
    /// Its size is over the limit, and it was not made.
    case oversize(Int)
    case failure(PackError.Code, StaticString)
  }

  /// What something is made from may be so large; git makes no deltas of files over half of this
  /// (`core.bigFileThreshold`).
  static let baseLimit = 1 << 30

  let tables: StoreTables
  private let inflater: Inflater
  private var pool = BufferPool()
  private var delta: Buffer
  private var copies = CopyList()
  private var pack: EntryTable.PackRange?
  private var packNumber = 0
  private var pages: PageMeter

  init(_ tables: StoreTables) throws(PackError) {
    self.tables = tables
    guard let inflater = Inflater(), let delta = pool.take(0) else {
      throw PackError(code: .system, subject: "objects", cause: "there is no memory")
    }
    self.inflater = inflater
    self.delta = delta
    pages = PageMeter(tables.entries.files)
  }

  deinit { unsafe free(delta.start) }

  mutating func giveBack(_ buffer: Buffer) { pool.giveBack(buffer) }

  /// What the delta that was decoded last copies.
  func writeCopies(to array: inout [CopiedRange]) { copies.write(to: &array) }

  /// An object that is stored whole.
  mutating func whole(_ entry: Int, limit: Int) -> Outcome {
    guard entry < tables.entries.looseStart else { return loose(entry, limit: limit) }
    guard let (header, source, available) = unsafe locate(entry) else {
      return .failure(.corrupt, "its header is damaged")
    }
    return unsafe unpack(source, available, size: header.size, limit: limit)
  }

  /// An object that is made from another.
  mutating func made(_ entry: Int, from base: Buffer, size baseSize: Int, limit: Int) -> Outcome {
    guard let delta = unpackDelta(entry) else { return .failure(.corrupt, "its delta is damaged") }
    guard delta.baseSize == baseSize else { return .failure(.corrupt, "its delta is made for another base") }
    guard delta.resultSize <= limit else { return .oversize(Int(clamping: delta.resultSize)) }
    let size = Int(delta.resultSize)
    guard let buffer = pool.take(size) else { return .failure(.system, "there is no memory for it") }
    guard unsafe delta.apply(to: base.start, into: buffer.start, copies: &copies) else {
      pool.giveBack(buffer)
      return .failure(.corrupt, "its delta is damaged")
    }
    return .object(buffer, size: size)
  }

  /// The size of an object that is made from another; `nil` when its delta is damaged.
  mutating func madeSize(_ entry: Int) -> Int? {
    unpackDelta(entry).map { Int(clamping: $0.resultSize) }
  }

  private mutating func unpackDelta(_ entry: Int) -> Delta? {
    guard let (header, source, available) = unsafe locate(entry), isPossible(header.size, available),
      header.size <= Decoder.baseLimit
    else { return nil }
    let size = Int(header.size)
    if size > delta.capacity {
      guard let wider = pool.take(size) else { return nil }
      pool.giveBack(delta)
      delta = wider
    }
    guard unsafe inflater.unpack(source, available: available.readable, size: size, into: delta) else { return nil }
    return unsafe Delta(delta.start, size: size)
  }

  private mutating func unpack(
    _ source: UnsafeRawPointer, _ available: Available, size: UInt64, limit: Int
  ) -> Outcome {
    guard isPossible(size, available) else { return .failure(.corrupt, "it claims more bytes than its data can give") }
    guard size <= limit else { return .oversize(Int(clamping: size)) }
    guard let buffer = pool.take(Int(size)) else { return .failure(.system, "there is no memory for it") }
    guard unsafe inflater.unpack(source, available: available.readable, size: Int(size), into: buffer) else {
      pool.giveBack(buffer)
      return .failure(.corrupt, "its data is damaged")
    }
    return .object(buffer, size: Int(size))
  }

  private func isPossible(_ size: UInt64, _ available: Available) -> Bool {
    size <= UInt64(available.own) * Inflater.greatestRatio
  }

  /// How many bytes an entry can have, and how many can be read from it on: unpacking is faster with some to spare.
  private struct Available {
    let own: Int
    let readable: Int
  }

  /// Where the compressed bytes of an entry are.
  @inline(__always)
  private mutating func locate(_ entry: Int) -> (EntryHeader, UnsafeRawPointer, Available)? {
    let entries = pack?.entries
    if entries?.contains(entry) != true {
      packNumber = tables.entries.pack(of: entry)
      pack = tables.entries.packs[packNumber]
    }
    guard let pack, let header = tables.entries.header(of: entry, in: pack, idLength: tables.idLength) else {
      return nil
    }
    let offset = Int(tables.entries.offsets[entry])
    let end = tables.entries.end(of: entry, in: pack)
    let content = offset + header.length
    pages.touch(offset, end - offset, pack: packNumber, in: tables.entries.files)
    return unsafe (
      header, pack.start + content, Available(own: max(end - content, 0), readable: pack.end - content)
    )
  }

  private mutating func loose(_ entry: Int, limit: Int) -> Outcome {
    let object: LooseObject
    do {
      object = try LooseObject(path: tables.loosePath(entry))
    } catch {
      return .failure(error.code, error.code == .system ? "its file cannot be read" : "its header is damaged")
    }
    guard object.kind.rawValue == tables.entries.kinds[entry] else { return .failure(.corrupt, "its file was changed") }
    let room = limit > Int.max - object.start ? Int.max : limit + object.start
    let size = UInt64(object.size) + UInt64(object.start)
    let available = Available(own: object.file.count, readable: object.file.count)
    switch unsafe unpack(object.file.start, available, size: size, limit: room) {
    case .object(let buffer, let size):
      let count = size - object.start
      unsafe memmove(buffer.start, buffer.start + object.start, count)
      return .object(buffer, size: count)
    case .oversize: return .oversize(object.size)
    case .failure(let code, let cause): return .failure(code, cause)
    }
  }
}
