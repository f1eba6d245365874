/// A word of a shell that stands for one string: pieces of text and variables.
struct ShellWord: Hashable, Sendable {
  indirect enum Piece: Hashable, Sendable {
    case text([UInt8])
    case variable([UInt8])
    case formed([UInt8], VariableForm, ShellWord)
    /// `~` at the beginning of a path, which stands for `HOME`.
    case home
  }

  var pieces: [Piece] = []
  /// How the pieces are quoted.
  var quotes: Set<DotenvQuote> = []

  mutating func append(_ byte: UInt8) { append(contentsOf: CollectionOfOne(byte)) }

  mutating func append(contentsOf bytes: some Collection<UInt8>) {
    guard case .text(var text) = pieces.last else { return pieces.append(.text(Array(bytes))) }
    // Taken out first, so that the bytes are not copied.
    pieces.removeLast()
    text += bytes
    pieces.append(.text(text))
  }

  var quote: DotenvQuote { quotes.count > 1 ? .mixed : quotes.first ?? .none }
}

/// The values of words, by what the shell's variables hold.
extension ShellWord {
  func expanded(in scope: inout DotenvScope) throws(DotenvProblem.Code) -> [UInt8] {
    var result: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let text): result += text
      case .home: try append(try ShellWord.value(of: Array("HOME".utf8), in: &scope) ?? [], to: &result, in: &scope)
      case .variable(let name): try append(try ShellWord.value(of: name, in: &scope) ?? [], to: &result, in: &scope)
      case .formed(let name, let form, let word):
        let value = try ShellWord.value(of: name, in: &scope)
        let stands = value.map { !form.countsEmptyAsUnset || !$0.isEmpty } ?? false
        switch form.kind {
        case .otherwise where !stands, .instead where stands: result += try word.expanded(in: &scope)
        case .orFail where !stands: throw .required(name)
        case .instead: break
        default: try append(value ?? [], to: &result, in: &scope)
        }
      }
    }
    return result
  }

  private func append(
    _ value: [UInt8], to result: inout [UInt8], in scope: inout DotenvScope
  ) throws(DotenvProblem.Code) {
    try scope.count(value.count)
    result += value
  }

  private static func value(
    of name: [UInt8], in scope: inout DotenvScope
  ) throws(DotenvProblem.Code) -> [UInt8]? {
    if let value = scope.shellValue(of: name) { return value }
    if ShellVariables.isSetByShell(name) {
      throw .notStatic("\(String(decoding: name, as: UTF8.self)) is set by the shell itself")
    }
    return nil
  }
}
