package import Vocabulary

/// What speaks for a value being a secret, what against it, and what follows.
package struct Weighing: Sendable, Equatable {
  /// The logarithm of the odds, in tenths, as fitted on labelled code (docs/quality.md); higher is surer.
  package private(set) var score = 0
  /// What speaks for it, in words, the weightiest first.
  package var forIt: [String] { reasons.filter { $0.weight > 0 }.map(\.text) }
  /// What speaks against it, in words, the weightiest first.
  package var againstIt: [String] { reasons.filter { $0.weight < 0 }.reversed().map(\.text) }
  /// Why it cannot be a secret, whatever else there is; `nil` when it can.
  package let objection: String?
  private var reasons: [Reason] = []

  private struct Reason: Equatable {
    let weight: Int
    let text: String
  }

  /// From this score on a value is a finding whose confidence is medium, or high.
  static let medium = 0
  static let high = 25
  /// Below this one it is not worth a look.
  static let low = -15

  init(objection: String) {
    self.objection = objection
  }

  init() {
    objection = nil
  }

  /// - Parameter text: what is said about it; `nil` for what goes without saying.
  mutating func add(_ weight: Int, _ text: String?) {
    score += weight
    guard let text else { return }
    let place = reasons.firstIndex { $0.weight < weight } ?? reasons.count
    reasons.insert(Reason(weight: weight, text: text), at: place)
  }

  /// How sure it is that this is a secret; `nil` when it is taken for none.
  package var confidence: Confidence? {
    if objection != nil || score < Weighing.low { return nil }
    if score < Weighing.medium { return .low }
    return score < Weighing.high ? .medium : .high
  }
}
