/// What stands before the compressed bytes of a pack's entry (gitformat-pack, «pack entries»).
@safe struct EntryHeader {
  @safe enum Content {
    case whole(ObjectKind)
    /// Made from the entry that begins so many bytes before this one.
    case offsetDelta(UInt64)
    /// Made from the object whose id stands here.
    case referenceDelta(UnsafeRawPointer)
  }

  let content: Content
  /// Of what is compressed: the object, or the delta.
  let size: UInt64
  /// Where the compressed bytes begin, from the start of the entry.
  let length: Int

  /// - Parameter available: how many bytes can be read at `start`.
  /// - Returns: `nil` for what is no header, or is cut off.
  @inline(__always)
  init?(at start: UnsafeRawPointer, available: Int, idLength: Int) {
    guard available > 0 else { return nil }
    var byte = unsafe start.load(as: UInt8.self)
    var position = 1
    let type = byte >> 4 & 7
    var size = UInt64(byte & 15)
    var shift: UInt64 = 4
    while byte & 0x80 != 0 {
      guard position < available, shift < 60 else { return nil }
      byte = unsafe start.load(fromByteOffset: position, as: UInt8.self)
      position += 1
      size |= UInt64(byte & 0x7F) << shift
      shift += 7
    }
    self.size = size
    if let kind = ObjectKind(rawValue: type) {
      content = .whole(kind)
    } else if type == 6 {
      guard let distance = unsafe EntryHeader.distance(at: start, available: available, position: &position) else {
        return nil
      }
      content = .offsetDelta(distance)
    } else if type == 7, available - position >= idLength {
      unsafe content = .referenceDelta(start + position)
      position += idLength
    } else {
      return nil
    }
    length = position
  }

  /// A number in base 128, big end first, in which every byte but the last also counts one.
  @inline(__always)
  private static func distance(at start: UnsafeRawPointer, available: Int, position: inout Int) -> UInt64? {
    guard position < available else { return nil }
    var byte = unsafe start.load(fromByteOffset: position, as: UInt8.self)
    position += 1
    var value = UInt64(byte & 0x7F)
    while byte & 0x80 != 0 {
      guard position < available, value < 1 << 55 else { return nil }
      byte = unsafe start.load(fromByteOffset: position, as: UInt8.self)
      position += 1
      value = (value + 1) << 7 | UInt64(byte & 0x7F)
    }
    return value
  }
}
