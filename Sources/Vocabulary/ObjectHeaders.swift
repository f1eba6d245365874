/// A commit or tag taken apart into its header lines and its message (gitformat-signature, `git cat-file -p`): lines
/// `NAME VALUE` up to an empty line, where a line that begins with a blank continues the one before.
struct ObjectHeaders {
  struct Field {
    let name: ArraySlice<UInt8>
    /// What stands on the first line after the name.
    let value: ArraySlice<UInt8>
    /// The field as it stands there, with the lines that continue it.
    var lines: ArraySlice<UInt8>

    func isNamed(_ word: String) -> Bool { name.elementsEqual(word.utf8) }
  }

  private(set) var fields: [Field] = []
  /// Everything behind the first empty line; nothing where there is none.
  private(set) var message: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    message = bytes[bytes.endIndex...]
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.endIndex
      let next = min(end + 1, bytes.endIndex)
      if end == start {
        message = bytes[next...]
        return
      }
      if bytes[start] == 32, let last = fields.indices.last {
        fields[last].lines = bytes[fields[last].lines.startIndex..<next]
      } else {
        fields.append(ObjectHeaders.field(bytes[start..<end], lines: bytes[start..<next]))
      }
      start = next
    }
  }

  private static func field(_ line: ArraySlice<UInt8>, lines: ArraySlice<UInt8>) -> Field {
    guard let space = line.firstIndex(of: 32) else {
      return Field(name: line, value: line[line.endIndex...], lines: lines)
    }
    return Field(name: line[..<space], value: line[(space + 1)...], lines: lines)
  }

  /// The message, so that lines count in it, and below it the fields from `start` on that people wrote. Signatures are none.
  func text(from start: Int) -> [UInt8] {
    var text = Array(message)
    let written = fields[min(start, fields.count)...].filter { !$0.isNamed("gpgsig") && !$0.isNamed("gpgsig-sha256") }
    if !written.isEmpty, let last = text.last, last != 10 { text.append(10) }
    for field in written { text += field.lines }
    return text
  }
}
