/// A part of an npm pattern between slashes.
enum NpmSegment: Sendable {
  /// `**`: any number of folders.
  case folders
  case name([UInt32])
  case glob(GlobMachine)

  /// - Returns: nil for a form that is not understood: `+(a|b)` and its kin.
  init?(_ text: ArraySlice<UInt32>) {
    if text.elementsEqual(["*", "*"]) {
      self = .folders
      return
    }
    guard let tokens = NpmGlob.tokens(text) else { return nil }
    var name: [UInt32] = []
    for token in tokens {
      guard case .symbol(let symbol) = token else {
        self = .glob(GlobMachine(tokens))
        return
      }
      name.append(symbol)
    }
    self = .name(name)
  }

  var isFolders: Bool {
    if case .folders = self { true } else { false }
  }

  /// - Parameter part: a name, folded; empty for what follows a slash at the end.
  func matches(_ part: [UInt32]) -> Bool {
    switch self {
    case .folders: false
    case .name(let name): name == part
    case .glob(let machine): !part.isEmpty && machine.matches(part)
    }
  }
}
