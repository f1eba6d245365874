/// A line of an ignore file that holds a pattern.
package struct IgnoreLine: Sendable {
  /// From 1.
  package let number: Int
  /// The pattern as git prints it: with `!` before it and `/` after it, without blanks at the end.
  package let text: [UInt8]
  package let isNegated: Bool
  /// Whether it means folders alone, by a slash at the end.
  package let isForFolders: Bool
  let pattern: GitPattern

  init(_ text: ArraySlice<UInt8>, number: Int, ignoresCase: Bool) {
    self.number = number
    self.text = Array(text)
    isNegated = text.first == UInt8(ascii: "!")
    var pattern = isNegated ? text.dropFirst() : text
    isForFolders = pattern.last == UInt8(ascii: "/")
    if isForFolders { pattern.removeLast() }
    self.pattern = GitPattern(pattern, ignoresCase: ignoresCase)
  }

  /// - Parameters:
  ///   - path: from the root of the repository.
  ///   - base: how many bytes of it lead to the file's folder, a slash included.
  func matches(_ path: ArraySlice<UInt8>, base: Int, name: ArraySlice<UInt8>, isDirectory: Bool) -> Bool {
    if isForFolders, !isDirectory { return false }
    return pattern.matches(pattern.matchesNames ? name : path.dropFirst(base))
  }
}
