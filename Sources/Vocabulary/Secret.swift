/// A value that must not be seen: it prints, logs and dumps as redacted.
package struct Secret: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  private let bytes: [UInt8]
  /// Whether the value is at hand: not so for a finding that was read from a report without its secret.
  package let isKnown: Bool

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isKnown = true
  }

  private init() {
    bytes = []
    isKnown = false
  }

  /// The secret of a finding whose report does not show it.
  package static let unknown = Secret()

  package var count: Int { bytes.count }

  package var description: String { "<redacted>" }

  package var debugDescription: String { description }

  package var customMirror: Mirror { Mirror(self, children: []) }

  /// The one way to the bytes. A report calls it only when the user asked with `--reveal`.
  package func revealedBytes() -> [UInt8] { bytes }
}
