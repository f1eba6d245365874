internal import CPCRE2

/// Why a pattern or a literal database could not be made or used.
package struct PatternError: Error, Sendable, CustomStringConvertible {
  package enum Code: Sendable, Equatable {
    /// The expression is not valid; `offset` is where, in bytes.
    case syntax(offset: Int)
    /// A match, depth, heap or stack limit was reached: what was matched so far is not all there is.
    case limit
    /// The library could not work at all, for want of memory or of a matching processor.
    case engine
  }

  package let code: Code
  /// The library's own words.
  package let cause: String

  package init(code: Code, cause: String) {
    self.code = code
    self.cause = cause
  }

  package var description: String {
    switch code {
    case .syntax(let offset): "\(cause) at offset \(offset)"
    case .limit, .engine: cause
    }
  }
}

extension PatternError {
  /// What PCRE2 says of one of its codes.
  static func message(for code: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 160)
    let length = unsafe pcre2_get_error_message_8(code, &buffer, buffer.count)
    return length < 0 ? "PCRE2 error \(code)" : String(decoding: buffer.prefix(Int(length)), as: UTF8.self)
  }
}
