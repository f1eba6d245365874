/// What about an entry may be read in more than one way.
struct TrapEvidence {
  /// How far is looked behind a value: a line may hold many entries.
  private static let reach = 1_000

  let entry: DotenvEntry
  /// The value as written, with quotes.
  let raw: ArraySlice<UInt8>
  /// What stands between the name and the value.
  let sign: ArraySlice<UInt8>
  /// What stands behind the value on its line.
  let rest: ArraySlice<UInt8>
  let isFirstAfterMark: Bool
  let endsWithCarriageReturn: Bool
  private let hasTabAfterExport: Bool

  init(_ entry: DotenvEntry, in document: DotenvDocument) {
    self.entry = entry
    let bytes = document.bytes
    let value = entry.rawValue ?? entry.key.upperBound..<entry.key.upperBound
    let line = document.lines[entry.line]
    raw = bytes[value]
    sign = bytes[entry.key.upperBound..<max(value.lowerBound, entry.key.upperBound)]
    rest = bytes[min(value.upperBound, line.text.upperBound)..<line.text.upperBound].prefix(TrapEvidence.reach)
    hasTabAfterExport = bytes[entry.range.lowerBound..<entry.key.lowerBound].contains(.tab)
    isFirstAfterMark = line.range.lowerBound == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    endsWithCarriageReturn = bytes[line.text.upperBound..<line.range.upperBound].first == .carriageReturn
  }

  /// Whether a comment, or what looks like one, stands in or behind the value.
  var hasHash: Bool { raw.contains(.hash) || rest.contains(.hash) }

  var hasBlankInValue: Bool { entry.quote == .none && raw.contains(where: \.isBlank) }

  /// A byte that a shell takes for more than text, outside quotes.
  var hasShellSign: Bool { entry.quote == .none && raw.contains { ";&|<>()".utf8.contains($0) } }

  var hasTextBehindQuotes: Bool {
    entry.quote != .none && rest.contains { !$0.isBlank } && rest.first { !$0.isBlank } != .hash
  }

  /// Nothing but blanks stands where the value would be.
  var isBlankValue: Bool { raw.isEmpty && !rest.isEmpty && rest.allSatisfy(\.isBlank) }

  var hasInnerQuotes: Bool {
    entry.quote == .none && raw.contains { $0 == .singleQuote || $0 == .doubleQuote }
  }

  /// `export` without one space behind it, or with no value behind the sign, which Node takes for a part of the name.
  var hasExportOddly: Bool {
    entry.hasExport && (raw.isEmpty || entry.key.lowerBound - entry.range.lowerBound != 7 || hasTabAfterExport)
  }

  var isPOSIXName: Bool {
    (entry.name.first?.beginsName ?? false) && entry.name.allSatisfy(\.continuesName)
  }
}
