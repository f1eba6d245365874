/// A line of a dotenv file, or several that belong together because a value goes over them.
package struct DotenvLine: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case blank
    /// A comment, which may hold a setting.
    case comment(DotenvOptionalSetting?)
    /// One entry, or several, by their numbers in the document.
    case entries(Range<Int>)
    /// Text of which the dialect makes nothing.
    case unread
  }

  /// The whole of it, with its line end.
  package let range: Range<Int>
  /// Without blanks before it and without its line end.
  package let text: Range<Int>
  package let kind: Kind
}

/// A setting that stands in a comment, `# NAME=value`, and so is documented as one that may be set.
package struct DotenvOptionalSetting: Hashable, Sendable {
  package let name: String
  package let key: Range<Int>
  package let value: Range<Int>

  /// A comment, without its line end, whose first word is a name with `=` after it.
  ///
  /// Of prose such as `# mode=fast is the default` it is none: a name in lower case has to have one word after it.
  init?(_ bytes: [UInt8], comment: Range<Int>) {
    var start = comment.lowerBound
    guard start < comment.upperBound, bytes[start] == .hash else { return nil }
    start += 1
    DotenvOptionalSetting.skipBlanks(in: bytes, from: &start, to: comment.upperBound)
    if bytes[start..<comment.upperBound].starts(with: "export ".utf8) {
      start += 7
      DotenvOptionalSetting.skipBlanks(in: bytes, from: &start, to: comment.upperBound)
    }
    guard start < comment.upperBound, bytes[start].beginsName,
      let keyEnd = bytes[start..<comment.upperBound].firstIndex(where: { !$0.continuesName }),
      bytes[keyEnd] == .equals
    else { return nil }
    key = start..<keyEnd
    name = String(decoding: bytes[key], as: UTF8.self)
    var valueEnd = comment.upperBound
    while valueEnd > keyEnd + 1, bytes[valueEnd - 1].isBlank { valueEnd -= 1 }
    value = (keyEnd + 1)..<valueEnd
    let isLower = bytes[key].contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    if isLower, bytes[value].contains(where: \.isBlank) { return nil }
  }

  private static func skipBlanks(in bytes: [UInt8], from start: inout Int, to end: Int) {
    while start < end, bytes[start].isBlank { start += 1 }
  }
}
