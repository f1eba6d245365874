/// What one line of an ignore file matches.
struct GitPattern: Sendable {
  private enum Form {
    /// A name or path without wildcards.
    case literal
    /// `*` and then no more wildcards, for names: what follows ends the name.
    case suffix
    /// A beginning without wildcards, and the machine for what follows.
    case glob(prefix: Int, GlobMachine)
    case nothing
  }

  /// Whether a name anywhere below the file is meant, and not a path from there.
  let matchesNames: Bool
  private let bytes: ArraySlice<UInt8>
  private let form: Form
  private let ignoresCase: Bool
  /// What a match ends with, in its small form: nearly every line is done with by that. Zero where it may be any byte.
  private let last: UInt8

  /// - Parameter pattern: the line without `!` before it and without a slash after it.
  init(_ pattern: ArraySlice<UInt8>, ignoresCase: Bool) {
    matchesNames = !pattern.contains(UInt8(ascii: "/"))
    self.ignoresCase = ignoresCase
    let bytes = pattern.first == UInt8(ascii: "/") ? pattern.dropFirst() : pattern
    self.bytes = bytes
    form = GitPattern.form(bytes, matchesNames, ignoresCase)
    // After a wildcard, a bracket or a backslash a last byte may mean something else than itself.
    let end = bytes.last ?? 0
    let isPlain = bytes.lastIndex(where: GitPattern.isSpecial).map {
      bytes[$0] == UInt8(ascii: "*") && $0 < bytes.endIndex - 1
    }
    let isInBracket = bytes.contains(UInt8(ascii: "["))
    last = (isPlain ?? true) && !isInBracket ? folded(end) : 0
  }

  private static func form(_ bytes: ArraySlice<UInt8>, _ matchesNames: Bool, _ ignoresCase: Bool) -> Form {
    guard !bytes.isEmpty else { return .nothing }
    guard let wildcard = bytes.firstIndex(where: isSpecial) else { return .literal }
    if matchesNames, wildcard == bytes.startIndex, bytes.first == UInt8(ascii: "*"),
      !bytes.dropFirst().contains(where: isSpecial)
    {
      return .suffix
    }
    // git compares a path's beginning first and then matches what is left, so `a**/b` is matched as `**/b` after an «a».
    let start = matchesNames ? bytes.startIndex : wildcard
    guard
      let tokens = GitGlob.tokens(bytes[start...], matchesPaths: !matchesNames, ignoresCase: ignoresCase)
    else { return .nothing }
    return .glob(prefix: start - bytes.startIndex, GlobMachine(tokens))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "\\")
  }

  /// - Parameter subject: the name or the path from the file's folder, as `matchesNames` asks.
  @inline(__always)
  func matches(_ subject: ArraySlice<UInt8>) -> Bool {
    if last != 0, subject.isEmpty || folded(subject[subject.endIndex - 1]) != last { return false }
    return matchesWhole(subject)
  }

  private func matchesWhole(_ subject: ArraySlice<UInt8>) -> Bool {
    switch form {
    case .nothing: return false
    case .literal: return bytes.equals(subject, ignoringCase: ignoresCase)
    case .suffix:
      return subject.count >= bytes.count - 1
        && bytes.dropFirst().equals(subject.suffix(bytes.count - 1), ignoringCase: ignoresCase)
    case .glob(let prefix, let machine):
      guard subject.count >= prefix,
        bytes.prefix(prefix).equals(subject.prefix(prefix), ignoringCase: ignoresCase)
      else { return false }
      return machine.matches(subject.dropFirst(prefix).lazy.map(UInt32.init))
    }
  }
}
