internal import Glibc

/// The file in which git has a commit message edited.
enum CommitMessage {
  /// With `git commit --verbose` the whole change stands below this line, and git cuts off both.
  private static let scissors = Array(" ------------------------ >8 ------------------------".utf8)

  /// What git may keep. Comment lines are among it: whether git drops them depends on settings, and nothing secret belongs
  /// in them either. Git sets `GIT_EDITOR` to `:` where there is no editor; it writes no scissors then, so a line that looks
  /// like them is part of the message.
  static func kept(of bytes: [UInt8], hasEditor: Bool = editorIsUsed) -> [UInt8] {
    guard hasEditor else { return bytes }
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    // One comment character stands before it, `#` unless core.commentChar says otherwise.
    guard let cut = lines.firstIndex(where: { $0.dropFirst().elementsEqual(scissors) }) else { return bytes }
    let below = lines[(cut + 1)...].drop { $0.first == lines[cut].first }
    guard below.allSatisfy(\.isEmpty) || below.first?.starts(with: Array("diff --".utf8)) == true else { return bytes }
    return Array(lines[..<cut].joined(separator: [10]))
  }

  private static var editorIsUsed: Bool {
    unsafe getenv("GIT_EDITOR").map { unsafe String(cString: $0) != ":" } ?? true
  }
}
