internal import Glibc
package import Vocabulary

/// Reads single blobs straight from packs and loose files, for one worker.
@safe package struct StoredObjectReader: ~Copyable {
  private let objects: StoredObjects
  private let inflater: Inflater
  private var pool = BufferPool()
  private var copies = CopyList()

  /// What something is made from may be so large.
  private static let baseLimit = 1 << 30
  /// No writer of packs makes longer chains (`pack.depth`).
  private static let depthLimit = 4096

  /// `nil` when there is no memory.
  package init?(_ objects: StoredObjects) {
    guard let inflater = Inflater() else { return nil }
    self.objects = objects
    self.inflater = inflater
  }

  /// The contents of a blob; `nil` when it cannot be read here, is no blob, or has more bytes than `limit`.
  package mutating func blob(_ id: ObjectID, limit: Int) -> [UInt8]? {
    guard id.bytes.count == objects.idLength else { return nil }
    for pack in objects.packs {
      let offset = unsafe id.bytes.withUnsafeBytes { bytes in
        unsafe bytes.baseAddress.flatMap { unsafe pack.offset(of: $0, length: bytes.count) }
      }
      if let offset, let bytes = packed(in: pack, at: offset, limit: limit) { return bytes }
    }
    for folder in objects.folders {
      if let bytes = loose(LooseFolder.path(of: id.bytes, in: folder), limit: limit) { return bytes }
    }
    return nil
  }

  private mutating func packed(in pack: StoredObjects.Pack, at offset: Int, limit: Int) -> [UInt8]? {
    guard let chain = chain(in: pack, from: offset), let base = chain.last else { return nil }
    var limits = chain.count == 1 ? limit : StoredObjectReader.baseLimit
    guard var object = unpacked(base, in: pack, limit: limits) else { return nil }
    defer { pool.giveBack(object.buffer) }
    for (depth, entry) in chain.enumerated().dropLast().reversed() {
      if depth == 0 { limits = limit }
      guard let next = made(entry, from: object, in: pack, limit: limits) else { return nil }
      pool.giveBack(object.buffer)
      object = next
    }
    return unsafe Array(UnsafeRawBufferPointer(start: object.buffer.start, count: object.size))
  }

  private typealias Object = (buffer: Buffer, size: Int)

  /// The compressed bytes of an entry.
  private struct Entry {
    let start: Int
    let size: UInt64
  }

  /// An entry, what it is made from, and so on to one that is stored whole and is a blob.
  private func chain(in pack: StoredObjects.Pack, from offset: Int) -> [Entry]? {
    var chain: [Entry] = []
    var offset = offset
    while let header = pack.header(at: offset, idLength: objects.idLength), chain.count < Self.depthLimit {
      chain.append(Entry(start: offset + header.length, size: header.size))
      switch header.content {
      case .whole(let kind): return kind == .blob ? chain : nil
      case .offsetDelta(let distance):
        guard distance > 0, distance < UInt64(offset) else { return nil }
        offset -= Int(distance)
      case .referenceDelta(let id):
        guard let base = unsafe pack.offset(of: id, length: objects.idLength) else { return nil }
        offset = base
      }
    }
    return nil
  }

  private mutating func unpacked(_ entry: Entry, in pack: StoredObjects.Pack, limit: Int) -> Object? {
    let available = pack.file.end - entry.start
    return unsafe unpacked(pack.file.file.start + entry.start, available, size: entry.size, limit: limit)
  }

  private mutating func unpacked(_ source: UnsafeRawPointer, _ available: Int, size: UInt64, limit: Int) -> Object? {
    // What claims more than a stream of this length can give is damaged, and not worth the memory.
    guard available > 0, size <= UInt64(limit), size <= UInt64(available) &* Inflater.greatestRatio,
      let buffer = pool.take(Int(size))
    else { return nil }
    guard unsafe inflater.unpack(source, available: available, size: Int(size), into: buffer) else {
      pool.giveBack(buffer)
      return nil
    }
    return (buffer, Int(size))
  }

  private mutating func made(_ entry: Entry, from base: Object, in pack: StoredObjects.Pack, limit: Int) -> Object? {
    guard let packed = unpacked(entry, in: pack, limit: Self.baseLimit) else { return nil }
    defer { pool.giveBack(packed.buffer) }
    guard let delta = unsafe Delta(packed.buffer.start, size: packed.size), delta.baseSize == UInt64(base.size),
      delta.resultSize <= UInt64(limit), let buffer = pool.take(Int(delta.resultSize))
    else { return nil }
    guard unsafe delta.apply(to: base.buffer.start, into: buffer.start, copies: &copies) else {
      pool.giveBack(buffer)
      return nil
    }
    return (buffer, Int(delta.resultSize))
  }

  private mutating func loose(_ path: String, limit: Int) -> [UInt8]? {
    guard unsafe access(path, F_OK) == 0 else { return nil }
    let object: LooseObject
    do throws(PackError) {
      object = try LooseObject(path: path)
    } catch {
      // Git says what is wrong with it.
      return nil
    }
    guard object.kind == .blob, object.size <= limit else { return nil }
    let (size, room) = (UInt64(object.size) + UInt64(object.start), object.size + object.start)
    guard let whole = unsafe unpacked(object.file.start, object.file.count, size: size, limit: room) else { return nil }
    defer { pool.giveBack(whole.buffer) }
    return unsafe Array(UnsafeRawBufferPointer(start: whole.buffer.start + object.start, count: object.size))
  }
}
