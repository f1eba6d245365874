internal import Synchronization
package import Vocabulary

/// All objects of a repository's object folders: packs, loose objects, alternates.
///
/// Objects are numbered in the order of their ids. Of an object that is stored more than once the first copy counts:
/// packs before loose objects, the repository's own before its alternates'.
@safe package final class ObjectStore: Sendable {
  /// What an object holds.
  package enum Contents: Sendable {
    case bytes([UInt8])
    /// Its size, over the limit.
    case oversize(Int)
  }

  /// Names exactly this set of packs and loose objects: 128 bits in base 16.
  package let digest: String
  /// What could not be read and is no single object: a damaged index, a pack that is cut off.
  package let damages: [PackError]

  let tables: StoreTables
  /// Decoders for single objects, kept for the next one.
  private let idleDecoders = Mutex<[DecoderBox]>([])

  /// Lists the folders and reads the header of every object in them.
  ///
  /// - Parameters:
  ///   - folders: the paths of `objects` folders, the repository's own first.
  ///   - idLength: how many bytes an id has: 20 for SHA-1, 32 for SHA-256.
  ///   - known: ids of objects that need not be visited, one behind the other.
  /// - Throws: when the repository's own objects cannot be listed; everything else is told by `damages`.
  package init(folders: [String], idLength: Int = 20, known: [UInt8] = []) throws(PackError) {
    precondition(idLength == 20 || idLength == 32)
    let sources = try ObjectSources(folders: folders, idLength: idLength)
    digest = StoreDigest(sources).description
    damages = sources.damages
    tables = try StoreTables(sources, idLength: idLength, known: known)
  }

  /// How many distinct objects there are; their numbers are less.
  package var count: Int { tables.names.count }

  package func id(of object: Int) -> ObjectID { tables.id(of: object) }

  package func number(of id: ObjectID) -> Int? {
    guard id.bytes.count == tables.idLength else { return nil }
    return unsafe id.bytes.withUnsafeBytes { bytes in
      unsafe bytes.baseAddress.flatMap { unsafe tables.names.number(of: $0) }
    }
  }

  /// The number of the object whose id stands at a place: 20 or 32 bytes, as the store was told.
  package func number(ofBytes id: UnsafeRawPointer) -> Int? { unsafe tables.names.number(of: id) }

  /// The kind of an object; `nil` when it cannot be known, as its header or what it is made from cannot be read.
  package func kind(of object: Int) -> ObjectKind? {
    ObjectKind(rawValue: tables.entries.kinds[Int(tables.copies.first[object])])
  }

  /// How many objects of a kind there are.
  package func count(of kind: ObjectKind) -> Int {
    (0..<count).count { tables.entries.kinds[Int(tables.copies.first[$0])] == kind.rawValue }
  }

  /// The unpacked size of an object that is stored whole in a pack, as its header states it; `nil` for others, whose size
  /// costs more to find out.
  package func size(of object: Int) -> Int? {
    let (entries, entry) = (tables, Int(tables.copies.first[object]))
    guard entry < entries.entries.looseStart, entries.entries.bases[entry] == EntryTable.none else { return nil }
    let pack = entries.entries.packs[entries.entries.pack(of: entry)]
    return entries.entries.header(of: entry, in: pack, idLength: tables.idLength).map { Int(clamping: $0.size) }
  }

  /// One object, unpacked by way of what it is made from.
  ///
  /// - Parameter limit: of an object that is larger only the size is given.
  package func contents(of object: Int, limit: Int) throws(PackError) -> (kind: ObjectKind, contents: Contents) {
    let box = try takeDecoder()
    defer { idleDecoders.withLock { $0.append(box) } }
    let entry = Int(tables.copies.first[object])
    var outcome = box.decoder.chain(entry, limit: limit)
    if case .failure = outcome, let other = box.decoder.otherCopy(of: entry, limit: limit) { outcome = other }
    switch (outcome, ObjectKind(rawValue: tables.entries.kinds[entry])) {
    case (.object(let buffer, let size), let kind?):
      defer { box.decoder.giveBack(buffer) }
      return (kind, .bytes(unsafe Array(UnsafeRawBufferPointer(start: buffer.start, count: size))))
    case (.oversize(let size), let kind?): return (kind, .oversize(size))
    case (.failure(let code, let cause), _):
      throw PackError(code: code, subject: id(of: object).description, cause: "\(cause)")
    case (_, nil): throw PackError.corrupt(id(of: object).description, "its kind cannot be known")
    }
  }

  private func takeDecoder() throws(PackError) -> DecoderBox {
    if let box = idleDecoders.withLock({ $0.popLast() }) { return box }
    return try DecoderBox(tables)
  }
}

/// A decoder that belongs to whoever took it, one at a time.
private final class DecoderBox: @unchecked Sendable {
  var decoder: Decoder

  init(_ tables: StoreTables) throws(PackError) { decoder = try Decoder(tables) }
}
