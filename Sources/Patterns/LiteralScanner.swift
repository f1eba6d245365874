internal import CVectorscan

/// A literal that was found: its place in the database's list, and the offset just after it.
package struct LiteralHit: Sendable {
  package let literal: Int
  package let end: Int
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
    guard bytes.byteCount > 0 else { return [] }
    guard let length = UInt32(exactly: bytes.byteCount) else {
      throw PatternError(code: .limit, cause: "a text of \(bytes.byteCount) bytes is too long for one search")
    }
    var hits: [LiteralHit] = []
    let status = unsafe withUnsafeMutablePointer(to: &hits) { hits in
      unsafe bytes.withUnsafeBytes { buffer in
        unsafe hs_scan(
          database.database, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), length, 0, scratch,
          { literal, _, end, _, context in
            unsafe context?.assumingMemoryBound(to: [LiteralHit].self).pointee.append(
              LiteralHit(literal: Int(literal), end: Int(end)))
            return 0
          }, hits)
      }
    }
    guard status == HS_SUCCESS else {
      throw PatternError(code: .engine, cause: "vectorscan stopped (error \(status))")
    }
    return hits
  }
}
