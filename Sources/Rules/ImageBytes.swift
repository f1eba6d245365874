/// The bytes of a rule image, where they stand: in the program itself, or in memory of their own.
///
/// A program that starts for every commit must not copy megabytes to read a few rules of them.
@safe package struct ImageBytes: Sendable {
  /// Nobody writes to them.
  nonisolated(unsafe) private let start: UnsafePointer<UInt8>
  package let count: Int
  private let owner: Memory?

  @safe private final class Memory: Sendable {
    nonisolated(unsafe) let start: UnsafeMutablePointer<UInt8>

    init(_ bytes: [UInt8]) {
      unsafe start = .allocate(capacity: bytes.count + 1)
      unsafe start.initialize(from: bytes, count: bytes.count)
    }

    deinit {
      unsafe start.deallocate()
    }
  }

  /// - Parameter text: a text of more than one character, which stands in the program as bytes.
  package init(_ text: StaticString) {
    unsafe start = text.utf8Start
    count = text.utf8CodeUnitCount
    owner = nil
  }

  package init(_ bytes: [UInt8]) {
    let memory = Memory(bytes)
    unsafe start = UnsafePointer(memory.start)
    count = bytes.count
    owner = memory
  }

  func array(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe Array(UnsafeBufferPointer(start: start + range.lowerBound, count: range.count))
  }

  func string(_ range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe String(
      decoding: UnsafeBufferPointer(start: start + range.lowerBound, count: range.count), as: UTF8.self)
  }

  /// A number of three groups of seven bits: see `ImageWriter`.
  func small(at position: Int) -> Int {
    precondition(position >= 0 && position + 3 <= count)
    return unsafe Int(start[position]) | Int(start[position + 1]) << 7 | Int(start[position + 2]) << 14
  }
}

extension ImageBytes: RandomAccessCollection, Equatable {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(position: Int) -> UInt8 {
    precondition(position >= 0 && position < count)
    return unsafe start[position]
  }

  package static func == (left: ImageBytes, right: ImageBytes) -> Bool { left.elementsEqual(right) }
}
