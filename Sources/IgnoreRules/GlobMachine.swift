/// A pattern with wildcards, ready to match in a time that is the product of both lengths by 64, whatever the pattern.
///
/// All places that the pattern may have reached are followed at once, a bit each. So nothing is tried twice, and
/// `*a*a*a*a*b` costs no more than its length.
struct GlobMachine: Sendable {
  private enum Form {
    case short(ShortGlob)
    case long(LongGlob)
  }

  private let form: Form
  /// The least number of symbols that can match.
  private let shortest: Int

  init(_ written: [GlobToken]) {
    let tokens = GlobMachine.collapsed(written)
    if let short = ShortGlob(tokens) {
      (form, shortest) = (.short(short), short.shortest)
    } else {
      let long = LongGlob(tokens)
      (form, shortest) = (.long(long), long.shortest)
    }
  }

  /// The tokens without the second of two runs that mean the same as one.
  private static func collapsed(_ tokens: [GlobToken]) -> [GlobToken] {
    var kept: [GlobToken] = []
    for token in tokens {
      kept.append(token)
      let count = kept.count
      if count >= 2, kept[count - 1] == kept[count - 2], case .many = token { kept.removeLast() }
      if count >= 6, kept[count - 3] == .fork, kept[(count - 3)...] == kept[(count - 6)..<(count - 3)] {
        kept.removeLast(3)
      }
    }
    return kept
  }

  /// Whether the whole of `text` matches.
  func matches(_ text: some Collection<UInt32>) -> Bool {
    guard text.count >= shortest else { return false }
    return switch form {
    case .short(let glob): glob.matches(text)
    case .long(let glob): glob.matches(text)
    }
  }
}
