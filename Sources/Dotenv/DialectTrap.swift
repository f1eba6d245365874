/// Why readers take the same line for different things.
package enum DialectTrap: String, CaseIterable, Hashable, Sendable {
  case byteOrderMark
  case export
  case name
  case noValue
  case colon
  case blanksAroundSign
  /// Nothing but blanks where the value would be.
  case blankValue
  case carriageReturn
  case hashAfterSign
  case hash
  case unterminatedQuote
  case multiLine
  case backtick
  case quotes
  case textAfterQuote
  case dollarInSingleQuotes
  case dollar
  case backslash
  case blank
  case shellSign
  case tilde
  /// What is a comment or nothing to others is a setting.
  case addition
  /// A variable in it, or a line before it, is read in another way.
  case consequence

  init(_ evidence: TrapEvidence, for dialect: DotenvDialect, problem: DotenvProblem?) {
    self =
      DialectTrap.ofName(evidence, dialect)
      ?? DialectTrap.ofSign(evidence, dialect)
      ?? DialectTrap.ofValue(evidence, dialect, problem)
      ?? .consequence
  }

  private static func ofName(_ evidence: TrapEvidence, _ dialect: DotenvDialect) -> DialectTrap? {
    // Compose takes a name at the end of the file for a value without a name.
    if evidence.entry.name.isEmpty { return .noValue }
    switch dialect {
    case .bash, .node, .node20:
      if evidence.isFirstAfterMark { return .byteOrderMark }
      if dialect == .bash, !evidence.isPOSIXName { return .name }
      if dialect != .bash, evidence.hasExportOddly { return .export }
    case .docker:
      if evidence.entry.hasExport { return .export }
    case .compose:
      let isPlain = evidence.entry.name.allSatisfy { $0.continuesName || "-.[]".utf8.contains($0) || $0 >= 0x80 }
      if !isPlain { return .name }
    case .python: break
    }
    return evidence.entry.rawValue == nil ? .noValue : nil
  }

  private static func ofSign(_ evidence: TrapEvidence, _ dialect: DotenvDialect) -> DialectTrap? {
    if evidence.sign.contains(.colon) { return .colon }
    let hasBlanks = evidence.sign.contains(where: \.isBlank) || evidence.isBlankValue
    let startsWithHash = evidence.raw.first == .hash || evidence.raw.isEmpty && evidence.rest.contains(.hash)
    if hasBlanks || evidence.rest.first?.isBlank == true, startsWithHash { return .hashAfterSign }
    if evidence.isBlankValue, dialect == .node { return .blankValue }
    return hasBlanks && (dialect == .bash || dialect == .docker) ? .blanksAroundSign : nil
  }

  private static func ofValue(
    _ evidence: TrapEvidence, _ dialect: DotenvDialect, _ problem: DotenvProblem?
  ) -> DialectTrap? {
    let (entry, raw) = (evidence.entry, evidence.raw)
    if problem?.code == .unterminatedQuote || entry.quote == .none && DotenvQuote(opening: raw.first) != .none {
      return raw.first == .backtick ? .backtick : .unterminatedQuote
    }
    if entry.quote == .backtick { return .backtick }
    if dialect == .docker, entry.quote != .none { return raw.contains(.newline) ? .multiLine : .quotes }
    if evidence.hasTextBehindQuotes { return .textAfterQuote }
    if entry.quote == .none || dialect == .docker, evidence.hasHash { return .hash }
    if dialect == .bash, let trap = ofShell(evidence) { return trap }
    if raw.contains(.dollar) { return entry.quote == .single ? .dollarInSingleQuotes : .dollar }
    if raw.contains(.backslash) { return .backslash }
    return raw.contains(.newline) ? .multiLine : nil
  }

  private static func ofShell(_ evidence: TrapEvidence) -> DialectTrap? {
    if evidence.raw.contains(.backtick), evidence.entry.quote != .single { return .backtick }
    if evidence.hasBlankInValue { return .blank }
    if evidence.hasShellSign { return evidence.raw.contains(.dollar) ? .dollar : .shellSign }
    if evidence.raw.contains(UInt8(ascii: "~")), evidence.entry.quote == .none { return .tilde }
    if evidence.hasInnerQuotes { return .quotes }
    return evidence.endsWithCarriageReturn ? .carriageReturn : nil
  }
}
