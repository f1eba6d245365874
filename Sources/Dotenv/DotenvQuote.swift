/// How a value is quoted in the file.
package enum DotenvQuote: Hashable, Sendable {
  case none
  case single
  case double
  case backtick
  /// Several pieces that are quoted differently, as a shell allows.
  case mixed

  init(opening byte: UInt8?) {
    switch byte {
    case .some(.singleQuote): self = .single
    case .some(.doubleQuote): self = .double
    case .some(.backtick): self = .backtick
    default: self = .none
    }
  }
}
