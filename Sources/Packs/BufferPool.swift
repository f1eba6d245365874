internal import Glibc

/// Memory for one object, with room behind it that may be overwritten.
@safe struct Buffer {
  let start: UnsafeMutableRawPointer
  let capacity: Int
  /// Which of the pool's sizes it has.
  fileprivate let rank: Int

  fileprivate init(start: UnsafeMutableRawPointer, capacity: Int, rank: Int) {
    unsafe self.start = start
    self.capacity = capacity
    self.rank = rank
  }
}

/// Buffers of one worker, used again and again: asking the system for each object's memory costs more than filling it.
@safe struct BufferPool: ~Copyable {
  /// Behind each buffer, so that short pieces can be moved in whole steps, and libdeflate stays on its fast path,
  /// which leaves off 299 bytes before the end.
  static let slack = 320
  /// More than this is given back to the system.
  private static let keptLimit = 16 << 20
  private static let smallest = 4096
  private static let ranks = 84

  /// The first buffer of each size; each begins with the address of the next.
  private let free = unsafe Table<UnsafeMutableRawPointer?>(count: BufferPool.ranks, repeating: nil)
  private var kept = 0

  deinit {
    for rank in 0..<BufferPool.ranks {
      while let buffer = unsafe pop(rank) { unsafe Glibc.free(buffer) }
    }
  }

  /// A buffer for `size` bytes; `nil` when there is no memory.
  mutating func take(_ size: Int) -> Buffer? {
    guard size >= 0, size < 1 << 44 else { return nil }
    let (rank, capacity) = BufferPool.place(of: size)
    if let start = unsafe pop(rank) {
      kept -= capacity
      return unsafe Buffer(start: start, capacity: capacity, rank: rank)
    }
    guard let start = unsafe malloc(capacity + BufferPool.slack) else { return nil }
    return unsafe Buffer(start: start, capacity: capacity, rank: rank)
  }

  mutating func giveBack(_ buffer: Buffer) {
    guard kept + buffer.capacity <= BufferPool.keptLimit else {
      unsafe Glibc.free(buffer.start)
      return
    }
    unsafe buffer.start.storeBytes(of: free[buffer.rank], as: UnsafeMutableRawPointer?.self)
    unsafe free[buffer.rank] = buffer.start
    kept += buffer.capacity
  }

  private func pop(_ rank: Int) -> UnsafeMutableRawPointer? {
    guard let start = unsafe free[rank] else { return nil }
    unsafe free[rank] = start.load(as: UnsafeMutableRawPointer?.self)
    return unsafe start
  }

  /// Sizes grow by half and by a third in turn: 4096, 6144, 8192 and so on.
  private static func place(of size: Int) -> (rank: Int, capacity: Int) {
    guard size > smallest else { return (0, smallest) }
    let power = Int.bitWidth - (size - 1).leadingZeroBitCount
    let whole = 1 << power
    let rank = 2 * (power - 12)
    return size <= whole / 4 * 3 ? (rank - 1, whole / 4 * 3) : (rank, whole)
  }
}
