/// The line round a value, in which a spelling is tried.
struct SpellingTrial {
  /// From the beginning of the line to the value.
  let before: [UInt8]
  /// From the value to the end of the line, without the line end.
  let behind: [UInt8]
  let lineEnd: [UInt8]
  let name: [UInt8]

  /// Behind the line come a comment in which an open quote would find its end, and a setting that has to be read as it stands.
  private static let comment = Array("# ' \" `\n".utf8)
  private static let next = Array("STANCH_NEXT_LINE=1\n".utf8)

  /// The plainest spelling of `value` that all of these dialects take for it.
  func spelling(of value: [UInt8], in dialects: [DotenvDialect]) -> [UInt8]? {
    DotenvSpelling.candidates(for: value).first { candidate in
      dialects.allSatisfy { reads(candidate, as: value, $0) }
    }
  }

  /// Which of these dialects have no spelling for `value` here.
  func unable(toHold value: [UInt8], among dialects: [DotenvDialect]) -> [DotenvDialect] {
    dialects.filter { spelling(of: value, in: [$0]) == nil }
  }

  private func reads(_ candidate: [UInt8], as value: [UInt8], _ dialect: DotenvDialect) -> Bool {
    let text = before + candidate + behind + lineEnd + SpellingTrial.comment
    let document = DotenvDocument(text + SpellingTrial.next, file: "", dialect: dialect)
    guard document.problems.isEmpty, document.entries.count == 2 else { return false }
    let (entry, next) = (document.entries[0], document.entries[1])
    return entry.name == name && entry.value == value && next.range.lowerBound == text.count
      && next.value == [UInt8(ascii: "1")]
  }
}
