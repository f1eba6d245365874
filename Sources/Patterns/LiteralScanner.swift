internal import CVectorscan

/// A literal that was found: its place in the database's list, and the offset just after it.
package struct LiteralHit: Hashable, Sendable {
  private let number: UInt32
  private let offset: UInt32

  package var literal: Int { Int(number) }
  package var end: Int { Int(offset) }

  package init(literal: UInt32, end: UInt32) {
    number = literal
    offset = end
  }

  /// The same literal `distance` bytes further on, which has to be within the text.
  package func moved(by distance: Int) -> LiteralHit {
    LiteralHit(literal: number, end: UInt32(truncatingIfNeeded: end + distance))
  }
}

/// What one worker needs to search with a literal database.
@safe package struct LiteralScanner: ~Copyable {
  private let database: LiteralDatabase
  private var scratch: OpaquePointer

  package init(_ database: LiteralDatabase) throws(PatternError) {
    var scratch: OpaquePointer?
    let status = unsafe hs_alloc_scratch(database.database, &scratch)
    guard status == HS_SUCCESS, let scratch = unsafe scratch else {
      throw PatternError(code: .engine, cause: "vectorscan could not get scratch memory (error \(status))")
    }
    self.database = database
    unsafe self.scratch = scratch
  }

  deinit {
    unsafe hs_free_scratch(scratch)
  }

  /// Every literal in `bytes`, in the order of their ends.
  ///
  /// - Throws: `PatternError` when vectorscan stopped before the end.
  package mutating func hits(in bytes: borrowing RawSpan) throws(PatternError) -> [LiteralHit] {
    var hits: [LiteralHit] = []
    try search(bytes, 0..<bytes.byteCount, into: &hits)
    return hits
  }

  /// Adds every literal that stands wholly in `range` of `bytes`, in the order of their ends.
  ///
  /// - Throws: `PatternError` when vectorscan stopped before the end.
  package mutating func search(
    _ bytes: borrowing RawSpan, _ range: Range<Int>, into hits: inout [LiteralHit]
  ) throws(PatternError) {
    guard !range.isEmpty else { return }
    guard UInt32(exactly: bytes.byteCount) != nil else {
      throw PatternError(code: .limit, cause: "a text of \(bytes.byteCount) bytes is too long for one search")
    }
    let start = UInt32(range.lowerBound)
    let first = hits.count
    let status = unsafe withUnsafeMutablePointer(to: &hits) { hits in
      unsafe bytes.extracting(range).withUnsafeBytes { buffer in
        unsafe hs_scan(
          database.database, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(buffer.count), 0, scratch,
          { literal, _, end, _, context in
            guard literal != LiteralDatabase.noLiteral else { return 0 }
            unsafe context?.assumingMemoryBound(to: [LiteralHit].self).pointee.append(
              LiteralHit(literal: literal, end: UInt32(truncatingIfNeeded: end)))
            return 0
          }, hits)
      }
    }
    guard status == HS_SUCCESS else {
      throw PatternError(code: .engine, cause: "vectorscan stopped (error \(status))")
    }
    guard start > 0 else { return }
    for place in first..<hits.count { hits[place] = hits[place].moved(by: range.lowerBound) }
  }
}
