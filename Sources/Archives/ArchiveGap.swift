/// Something in an archive that was not looked at, and why.
package struct ArchiveGap: Hashable, Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// Over one of the limits that keep bombs from going off.
    case limits
    /// Over the limit on the size of a text.
    case oversize
    /// Damaged, encrypted, or in a form that is not known.
    case unreadable
  }

  /// The names that lead there, each in the archive before; none for the outermost archive.
  package let names: [[UInt8]]
  package let kind: Kind
  package let reason: String

  package init(names: [[UInt8]], kind: Kind, reason: String) {
    self.names = names
    self.kind = kind
    self.reason = reason
  }
}

/// Why a member could not be unpacked.
struct MemberFailure: Error, Hashable {
  let kind: ArchiveGap.Kind
  let reason: String

  static func unreadable(_ reason: String) -> MemberFailure { MemberFailure(kind: .unreadable, reason: reason) }
  static func limits(_ reason: String) -> MemberFailure { MemberFailure(kind: .limits, reason: reason) }
}
