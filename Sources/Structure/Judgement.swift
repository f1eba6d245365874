/// What a check of a secret's structure found out.
package struct Judgement: Equatable, Sendable {
  package enum Standing: Equatable, Sendable {
    /// A checksum is right, or a whole key could be read: chance does not give that.
    case proven
    /// It is built as such secrets are, which a made-up one can be too.
    case sound
    /// It is not what such a secret would be.
    case broken
  }

  package let standing: Standing
  /// What was seen, in words, and nothing of the secret.
  package let evidence: String

  static func proven(_ evidence: String) -> Judgement { Judgement(standing: .proven, evidence: evidence) }

  static func sound(_ evidence: String) -> Judgement { Judgement(standing: .sound, evidence: evidence) }

  static func broken(_ evidence: String) -> Judgement { Judgement(standing: .broken, evidence: evidence) }
}
