/// What the sign after a variable's name asks for: `${NAME:-word}`, `${NAME+word}`, `${NAME:?word}`.
struct VariableForm: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// `-`: the word where the variable is not set.
    case otherwise
    /// `+`: the word where the variable is set.
    case instead
    /// `?`: an error where the variable is not set.
    case orFail

    init?(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "-"): self = .otherwise
      case UInt8(ascii: "+"): self = .instead
      case UInt8(ascii: "?"): self = .orFail
      default: return nil
      }
    }
  }

  let kind: Kind
  /// Whether a colon stands before the sign.
  let countsEmptyAsUnset: Bool
}
