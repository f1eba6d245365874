/// Where new lines go, and what blank lines they need round them.
struct InsertionPlace {
  let offset: Int
  let lineEnd: [UInt8]
  /// Whether the line before has no line end.
  let needsLineEnd: Bool
  let isSpacedBefore: Bool
  let isSpacedBehind: Bool

  /// Right behind a setting; with a blank line where the settings there have blank lines between them.
  init(behind anchor: DotenvSetting, in document: DotenvDocument, _ draft: DotenvDraft) {
    let line = document.lines[anchor.lines.upperBound]
    self.init(
      offset: line.range.upperBound, line, in: document,
      isSpacedBefore: InsertionPlace.isSpaced(anchor, in: document) && !draft.comments.isEmpty, isSpacedBehind: false)
  }

  /// Right before a setting and its comments.
  init(before anchor: DotenvSetting, in document: DotenvDocument, _ draft: DotenvDraft) {
    let first = document.lines[anchor.lines.lowerBound]
    let start = first.range.lowerBound == 0 ? first.text.lowerBound : first.range.lowerBound
    self.init(
      offset: first.range.lowerBound == 0 && document.bytes.first == 0xEF ? min(3, start) : first.range.lowerBound,
      nil, in: document, isSpacedBefore: false,
      isSpacedBehind: InsertionPlace.isSpaced(anchor, in: document) && !draft.comments.isEmpty)
  }

  /// Behind all that is there; a commented setting gets a blank line before it.
  init(atEndOf document: DotenvDocument, _ draft: DotenvDraft) {
    let last = document.lines.last
    let endsBlank = last.map { $0.kind == .blank } ?? true
    self.init(
      offset: document.bytes.count, last, in: document, isSpacedBefore: !endsBlank && !draft.comments.isEmpty,
      isSpacedBehind: false)
  }

  private init(
    offset: Int, _ line: DotenvLine?, in document: DotenvDocument, isSpacedBefore: Bool, isSpacedBehind: Bool
  ) {
    self.offset = offset
    lineEnd = document.lineEnd(of: line)
    needsLineEnd = line.map { $0.range.upperBound == $0.text.upperBound && !$0.text.isEmpty } ?? false
    self.isSpacedBefore = isSpacedBefore
    self.isSpacedBehind = isSpacedBehind
  }

  /// Whether a setting has comments of its own and a blank line before them or behind it.
  private static func isSpaced(_ anchor: DotenvSetting, in document: DotenvDocument) -> Bool {
    guard anchor.lines.count > 1 else { return false }
    let (before, behind) = (anchor.lines.lowerBound - 1, anchor.lines.upperBound + 1)
    return before >= 0 && document.lines[before].kind == .blank
      || behind < document.lines.count && document.lines[behind].kind == .blank
  }
}
