internal import Glibc
internal import Reporting

/// Where text is written to: standard output, standard error, or another open file.
struct Console: Sendable {
  static let standardOutput = Console(descriptor: STDOUT_FILENO)
  static let standardError = Console(descriptor: STDERR_FILENO)

  let descriptor: Int32

  /// Writes all of `text`; answers whether that went well.
  @discardableResult
  func write(_ text: String) -> Bool { write(Array(text.utf8)[...]) }

  func write(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Colours as asked for; when nothing was, only on a terminal, and not where `NO_COLOR` (no-color.org) is set.
  func style(_ choice: ColorChoice?) -> Style {
    switch choice ?? .auto {
    case .always: return Style(usesColor: true)
    case .never: return Style(usesColor: false)
    case .auto:
      let refuses = unsafe getenv("NO_COLOR").map { unsafe $0.pointee != 0 } ?? false
      let isDumb = unsafe getenv("TERM").map { unsafe String(cString: $0) == "dumb" } ?? true
      return Style(usesColor: isTerminal && !refuses && !isDumb)
    }
  }
}
