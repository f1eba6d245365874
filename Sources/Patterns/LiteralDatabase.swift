internal import CVectorscan

/// Many literals found in one pass over a text, by vectorscan. ASCII letters match in either case.
@safe package final class LiteralDatabase: Sendable {
  /// vectorscan never writes to a database, so threads may share it.
  nonisolated(unsafe) let database: OpaquePointer

  /// The processors that a database is made for.
  package enum Target: Sendable {
    /// The one that this program runs on.
    case native
    /// Every processor of this architecture; slower.
    case portable
  }

  /// - Parameter literals: what to find, each at least one byte; a hit names its place in this list.
  /// - Throws: `PatternError` when vectorscan refuses a literal.
  package init(_ literals: [[UInt8]], target: Target = .native) throws(PatternError) {
    // vectorscan reads past the end of an empty literal, and takes one that begins with NUL for empty.
    guard !literals.isEmpty, literals.allSatisfy({ !$0.isEmpty && $0.first != 0 }) else {
      throw PatternError(code: .engine, cause: "a literal is empty, or begins with NUL")
    }
    let (literals, identifiers) = LiteralDatabase.steadied(literals)
    let flags = [UInt32](repeating: UInt32(HS_FLAG_CASELESS), count: literals.count)
    let lengths = literals.map(\.count)
    var platform = hs_platform_info_t()
    if target == .native { unsafe hs_populate_platform(&platform) }
    var database: OpaquePointer?
    var compileError: UnsafeMutablePointer<hs_compile_error_t>?
    let arena = literals.flatMap { $0 }
    let status = unsafe arena.withUnsafeBufferPointer { bytes in
      var offset = 0
      var pointers: [UnsafePointer<CChar>?] = unsafe []
      for length in lengths {
        let literal = unsafe bytes.baseAddress.map { unsafe $0 + offset }
        unsafe pointers.append(unsafe UnsafeRawPointer(literal)?.assumingMemoryBound(to: CChar.self))
        offset += length
      }
      return unsafe hs_compile_lit_multi(
        &pointers, flags, identifiers, lengths, UInt32(lengths.count), UInt32(HS_MODE_BLOCK), &platform, &database,
        &compileError)
    }
    guard status == HS_SUCCESS, let database = unsafe database else {
      let cause = unsafe compileError.map { unsafe String(cString: $0.pointee.message) } ?? "vectorscan error \(status)"
      unsafe hs_free_compile_error(compileError)
      throw PatternError(code: .engine, cause: cause)
    }
    unsafe self.database = database
  }

  /// The identifier of a hit that means nothing.
  static let noLiteral = UInt32.max

  /// The literals with their identifiers, and one of two control characters more when they are many.
  ///
  /// vectorscan strides over a text by the length of the shortest literal, and for hundreds of them strides cost more
  /// false alarms than they save steps: measured over source code, 3,200 literals are found in 680 MB/s with strides and in
  /// 1,110 MB/s without, 800 in 1,250 and 1,920. A literal of two bytes keeps it from striding.
  private static func steadied(_ literals: [[UInt8]]) -> ([[UInt8]], [UInt32]) {
    let identifiers = literals.indices.map { UInt32($0) }
    guard literals.count >= manyLiterals else { return (literals, identifiers) }
    return (literals + [[1, 2]], identifiers + [noLiteral])
  }

  private static let manyLiterals = 250

  /// A database that `serialized` wrote.
  ///
  /// - Throws: `PatternError` when it was made for another processor or another version of vectorscan.
  package init(serialized bytes: borrowing RawSpan) throws(PatternError) {
    var database: OpaquePointer?
    let status = unsafe bytes.withUnsafeBytes { buffer in
      unsafe hs_deserialize_database(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, &database)
    }
    guard status == HS_SUCCESS, let database = unsafe database else {
      throw PatternError(code: .engine, cause: "vectorscan does not take this database here (error \(status))")
    }
    unsafe self.database = database
  }

  deinit {
    unsafe hs_free_database(database)
  }

  /// The database as bytes, for `init(serialized:)`.
  package func serialized() throws(PatternError) -> [UInt8] {
    var bytes: UnsafeMutablePointer<CChar>?
    var length = 0
    let status = unsafe hs_serialize_database(database, &bytes, &length)
    guard status == HS_SUCCESS, let bytes = unsafe bytes else {
      throw PatternError(code: .engine, cause: "vectorscan could not serialise a database (error \(status))")
    }
    defer { unsafe free(bytes) }
    return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: length))
  }
}
