/// The file in which git has a commit message edited.
enum CommitMessage {
  /// Git cuts off this line and what follows: `git commit --verbose` puts the whole change there.
  private static let scissors = " ------------------------ >8 ------------------------"

  /// What git may keep. Comment lines are among it: whether git drops them depends on settings, and nothing secret belongs
  /// in them either.
  static func kept(of bytes: [UInt8]) -> [UInt8] {
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let kept = lines.prefix { line in
      // One comment character stands before it, `#` unless core.commentChar says otherwise.
      !(line.count == scissors.utf8.count + 1 && line.dropFirst().elementsEqual(scissors.utf8))
    }
    return Array(kept.joined(separator: [10]))
  }
}
