/// Something that was asked for and could not be looked at. A scan with incidents is never clean.
package struct Incident: Hashable, Comparable, Sendable {
  /// Why it was not looked at. The raw values are what `--tolerate` takes and what reports carry.
  package enum Kind: String, CaseIterable, Sendable {
    /// Beyond a shallow clone's boundary.
    case shallow
    /// An object that a partial clone left on the server.
    case partial
    /// A blob or file over the size limit.
    case oversize
    /// A missing, corrupt or unreadable object or file, or an unmerged path.
    case unreadable
    /// A pattern that reached its match, depth or heap limit.
    case limits
  }

  package let kind: Kind
  /// The path, object or setting it is about.
  package let subject: String
  package let reason: String
  /// What the user can do about it.
  package let hint: String?

  package init(kind: Kind, subject: String, reason: String, hint: String? = nil) {
    self.kind = kind
    self.subject = subject
    self.reason = reason
    self.hint = hint
  }

  package static func < (left: Incident, right: Incident) -> Bool {
    (left.subject, left.kind.rawValue, left.reason) < (right.subject, right.kind.rawValue, right.reason)
  }
}
