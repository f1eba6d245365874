/// One hook as it stands in the hooks folder.
struct HookFile {
  let kind: HookKind
  let path: String

  /// Where a hook that was there before is kept; the shim runs it first.
  var earlierPath: String { path + ".before-stanch" }

  enum State: Equatable {
    case absent
    /// Written by stanch, to run the program at this place; empty for the one on PATH.
    case ours(program: String)
    /// Runs stanch, but is not what this version would write.
    case changed(program: String)
    case foreign
  }

  func state() throws -> State {
    guard let bytes = try Files.contents(of: path) else { return .absent }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.contains(where: { $0.contains("\"$program\" hook run ") }),
      let place = lines.first(where: { $0.hasPrefix("program=") })
    else { return .foreign }
    let program = HookFile.unquoted(place.dropFirst("program=".count))
    return bytes == kind.shim(program: program) ? .ours(program: program) : .changed(program: program)
  }

  /// Undoes `ShellWord.quoted`.
  private static func unquoted(_ word: Substring) -> String {
    guard word.hasPrefix("'"), word.hasSuffix("'"), word.count > 1 else { return String(word) }
    return word.dropFirst().dropLast().split(separator: "'\\''", omittingEmptySubsequences: false)
      .joined(separator: "'")
  }
}
