internal import Glibc
internal import Vocabulary

/// How an object is made from its base (gitformat-pack, «deltified representation»): the sizes of both, and instructions
/// to copy bytes of the base or to insert new ones.
@safe struct Delta {
  let baseSize: UInt64
  let resultSize: UInt64
  private let instructions: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>

  /// - Parameter start: `size` bytes, and the slack of a buffer behind them.
  init?(_ start: UnsafeRawPointer, size: Int) {
    let bytes = unsafe start.assumingMemoryBound(to: UInt8.self)
    var position = 0
    guard let baseSize = unsafe Delta.number(bytes, &position, size),
      let resultSize = unsafe Delta.number(bytes, &position, size)
    else { return nil }
    self.baseSize = baseSize
    self.resultSize = resultSize
    unsafe instructions = bytes + position
    unsafe end = bytes + size
  }

  /// A number in base 128, small end first.
  private static func number(_ bytes: UnsafePointer<UInt8>, _ position: inout Int, _ end: Int) -> UInt64? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < end, shift < 63 {
      let byte = unsafe bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
    return nil
  }

  /// Makes the object.
  ///
  /// - Parameters:
  ///   - base: `baseSize` bytes, with a buffer's slack.
  ///   - target: room for `resultSize` bytes, with a buffer's slack.
  ///   - copies: takes what is copied, in order.
  /// - Returns: whether the instructions were sound and gave as many bytes as they should.
  func apply(to base: UnsafeRawPointer, into target: UnsafeMutableRawPointer, copies: inout CopyList) -> Bool {
    copies.removeAll()
    let (baseSize, resultSize) = (Int(self.baseSize), Int(self.resultSize))
    var next = unsafe instructions
    var made = 0
    // The copy that may yet be continued by the next one.
    var (runSource, runTarget, runCount) = (0, 0, 0)
    while unsafe next < end {
      let operation = unsafe next.pointee
      unsafe next += 1
      if operation & 0x80 != 0 {
        let (source, count) = unsafe Delta.copyOperands(operation, &next)
        guard source + count <= baseSize, count <= resultSize - made else { return false }
        unsafe Delta.move(count, from: base + source, to: target + made)
        if source == runSource + runCount, made == runTarget + runCount, runCount > 0 {
          runCount += count
        } else {
          if runCount > 0 { copies.append(CopiedRange(source: runSource, target: runTarget, count: runCount)) }
          (runSource, runTarget, runCount) = (source, made, count)
        }
        made += count
      } else {
        let count = Int(operation)
        // Zero is reserved.
        guard count > 0, count <= resultSize - made, unsafe count <= end - next else { return false }
        unsafe Delta.move(count, from: next, to: target + made)
        unsafe next += count
        made += count
      }
    }
    if runCount > 0 { copies.append(CopiedRange(source: runSource, target: runTarget, count: runCount)) }
    // Operands that were read behind the end make the last instruction a false one.
    return unsafe made == resultSize && next == end
  }

  /// Where to copy from and how much: bits say which of four bytes of the one and three of the other follow.
  @inline(__always)
  private static func copyOperands(_ operation: UInt8, _ next: inout UnsafePointer<UInt8>) -> (Int, Int) {
    var (source, count) = (0, 0)
    if operation & 0x01 != 0 { source = unsafe take(&next) }
    if operation & 0x02 != 0 { source |= unsafe take(&next) << 8 }
    if operation & 0x04 != 0 { source |= unsafe take(&next) << 16 }
    if operation & 0x08 != 0 { source |= unsafe take(&next) << 24 }
    if operation & 0x10 != 0 { count = unsafe take(&next) }
    if operation & 0x20 != 0 { count |= unsafe take(&next) << 8 }
    if operation & 0x40 != 0 { count |= unsafe take(&next) << 16 }
    return (source, count == 0 ? 0x10000 : count)
  }

  @inline(__always)
  private static func take(_ next: inout UnsafePointer<UInt8>) -> Int {
    defer { unsafe next += 1 }
    return unsafe Int(next.pointee)
  }

  /// Moves a few bytes in whole steps, into the slack if need be.
  @inline(__always)
  private static func move(_ count: Int, from source: UnsafeRawPointer, to target: UnsafeMutableRawPointer) {
    if count <= 32 {
      let first = unsafe source.loadUnaligned(as: SIMD16<UInt8>.self)
      let second = unsafe source.loadUnaligned(fromByteOffset: 16, as: SIMD16<UInt8>.self)
      unsafe target.storeBytes(of: first, as: SIMD16<UInt8>.self)
      unsafe target.storeBytes(of: second, toByteOffset: 16, as: SIMD16<UInt8>.self)
    } else {
      unsafe memcpy(target, source, count)
    }
  }
}
