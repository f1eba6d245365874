/// Takes a program's text apart, so that what is code can be told from comments and from the contents of strings.
///
/// It goes once through the text with a stack of what it is in the middle of, since strings hold code and code holds strings.
/// It does not parse: a file that does not compile is read as well as one that does.
struct Lexer {
  let bytes: [UInt8]
  let syntax: LexicalSyntax
  let classes = ByteClass.table
  var at = 0
  var tokens: [Token] = []
  var gaps: [SettingReadout.Gap] = []
  var frames: [LexerFrame] = []
  var brackets = BracketStack()
  var lineIsFresh = true
  /// Heredocs whose text begins after this line.
  var heredocs: [LexerFrame] = []
  /// Where the text of the last of them ends.
  var heredocEnd = 0
  /// How many were named and have no end.
  var missingHeredocs = 0
  /// Up to there no regular expression can begin, since one was looked for and did not end.
  var regexIsVoidUntil = 0

  init(_ bytes: [UInt8], _ syntax: LexicalSyntax) {
    self.bytes = bytes
    self.syntax = syntax
    tokens.reserveCapacity(bytes.count / 6)
  }

  /// What looked like an element and does not end was none: `<` is an operator too.
  static func read(_ bytes: [UInt8], _ syntax: LexicalSyntax) -> LexedText {
    let text = Lexer.readOnce(bytes, syntax)
    guard !text.gaps.isEmpty, syntax.traits.contains(.elements) else { return text }
    var plain = syntax
    plain.traits.remove(.elements)
    let other = Lexer.readOnce(bytes, plain)
    return other.gaps.isEmpty ? other : text
  }

  private static func readOnce(_ bytes: [UInt8], _ syntax: LexicalSyntax) -> LexedText {
    var lexer = Lexer(bytes, syntax)
    lexer.begin()
    lexer.run()
    return LexedText(bytes: bytes, tokens: lexer.tokens, gaps: lexer.gaps)
  }

  private mutating func begin() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    if isNext("#!"), !isNext("#![") { at = endOfLine(from: at) }
    let kind: LexerFrame.Kind =
      !syntax.traits.isDisjoint(with: [.phpTags, .percentTags])
      ? .page : syntax.traits.contains(.markup) ? .markup : .code
    frames = [LexerFrame(kind: kind, limit: bytes.count)]
    if syntax.traits.contains(.frontMatter) { beginFrontMatter() }
    if syntax.traits.contains(.rubyLiterals), kind == .code { skipRubyBlocks() }
  }

  private mutating func run() {
    while let frame = frames.last {
      guard at < frame.limit else {
        leave()
        continue
      }
      switch frame.kind {
      case .code: code()
      case .string: string(frame)
      case .formatSpecification: formatSpecification()
      case .tag: tag()
      case .children: children()
      case .markup: markup()
      case .page: page()
      }
    }
  }

  /// At the limit of what it is in the middle of.
  private mutating func leave() {
    let frame = frames[frames.count - 1]
    switch frame.kind {
    case .string:
      if !frame.form.endsAtLimit { report("a string begins here and does not end", at: frame.token) }
      finishString(closedBy: 0)
    case .tag, .children:
      report("an element begins here and does not end", at: frame.token)
      frames.removeLast()
    default: frames.removeLast()
    }
    if let resume = frame.resume { at = max(at, resume) }
  }

  /// Of things that are in one another only the outermost is told.
  private mutating func report(_ reason: String, at token: Int) {
    let offset = token >= 0 ? Int(tokens[token].start) : at
    while let last = gaps.last, last.offset >= offset { gaps.removeLast() }
    gaps.append(SettingReadout.Gap(offset: offset, reason: reason))
  }
}

extension Lexer {
  var limit: Int { frames.last?.limit ?? bytes.count }

  func byte(_ distance: Int = 0) -> UInt8 { at + distance < bytes.count ? bytes[at + distance] : 0 }

  func isNext(_ text: StaticString, from place: Int? = nil) -> Bool {
    let start = place ?? at
    guard start + text.utf8CodeUnitCount <= bytes.count else { return false }
    for index in 0..<text.utf8CodeUnitCount where unsafe bytes[start + index] != text.utf8Start[index] { return false }
    return true
  }

  func endOfLine(from place: Int) -> Int {
    var end = place
    while end < bytes.count, bytes[end] != 10 { end += 1 }
    return end
  }

  /// Where `text` stands next, or nil.
  func find(_ text: StaticString, from place: Int, limit: Int) -> Int? {
    var place = place
    while place < limit {
      if isNext(text, from: place) { return place }
      place += 1
    }
    return nil
  }

  mutating func append(_ kind: Token.Kind, from start: Int, to end: Int, symbol: UInt32 = 0) {
    var token = Token(kind: kind, start: Int32(start), end: Int32(end), symbol: symbol)
    token.beginsLine = lineIsFresh
    lineIsFresh = false
    tokens.append(token)
  }
}
