/// What one line of a `.dockerignore` file matches, as moby/patternmatcher compiles it.
///
/// A pattern is a path from the root of the build context: one without a slash means that root alone, and not any folder.
struct DockerPattern: Sendable {
  private enum Form {
    case exact
    /// A beginning, which `**` follows.
    case prefix([UInt8])
    /// An end, which `**` precedes.
    case suffix([UInt8])
    case glob(GlobMachine)
  }

  private let bytes: [UInt8]
  private let form: Form

  /// - Parameter bytes: the pattern without `!`, cleaned as a path.
  init(_ bytes: [UInt8]) throws(DockerGlob.Problem) {
    self.bytes = bytes
    var glob = DockerGlob(Scalars.of(bytes))
    try glob.read()
    form =
      switch glob.kind {
      case .exact: .exact
      case .prefix: .prefix(Array(bytes.dropLast(2)))
      case .suffix: .suffix(Array(bytes.dropFirst(2)))
      case .glob: .glob(GlobMachine(glob.tokens))
      }
  }

  /// - Parameters:
  ///   - path: from the root of the context.
  ///   - scalars: the same, decoded.
  func matches(_ path: ArraySlice<UInt8>, _ scalars: ArraySlice<UInt32>) -> Bool {
    switch form {
    case .exact: path.elementsEqual(bytes)
    case .prefix(let beginning): path.starts(with: beginning)
    case .suffix(let end):
      path.suffix(end.count).elementsEqual(end)
        || (end.first == UInt8(ascii: "/") && path.elementsEqual(end.dropFirst()))
    case .glob(let machine): machine.matches(scalars)
    }
  }
}
