/// How sure a rule is that what it matches is a secret.
package enum Confidence: String, CaseIterable, Comparable, Sendable {
  /// A generic assignment: name and value look like a secret.
  case low
  /// A shape that means a secret in its context.
  case medium
  /// The shape alone is proof.
  case high

  package static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

  /// The position among all cases, from 0 (low) to 2 (high).
  package var rank: Int {
    switch self {
    case .low: 0
    case .medium: 1
    case .high: 2
    }
  }
}
