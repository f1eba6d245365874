/// Reads the assignment whose name holds a keyword.
struct AssignmentReader {
  private var cursor: ByteCursor
  private let name: Range<Int>
  private var relation = Assignment.Operator.equals
  private var isNameQuoted = false

  /// How far before the keyword a name may begin, and how far behind it may go on.
  private static let nameReach = (before: 64, after: 40)
  private static let longestValue = 512

  /// How many bytes before and after a keyword decide what is read.
  static let reach = (before: nameReach.before + 4, after: nameReach.after + 200 + longestValue)

  /// - Parameters:
  ///   - bytes: the text round the keyword: `reach` on both sides, or to the text's ends.
  ///   - keyword: where it stands.
  static func assignment(in text: UnsafeRawBufferPointer, keyword: Range<Int>) -> Assignment? {
    var reader = unsafe AssignmentReader(text, name: name(in: text, keyword))
    return reader.read()
  }

  init(_ text: UnsafeRawBufferPointer, name: Range<Int>) {
    self.name = name
    cursor = unsafe ByteCursor(text, at: name.upperBound)
  }

  /// The name that holds a keyword.
  static func name(in text: UnsafeRawBufferPointer, _ keyword: Range<Int>) -> Range<Int> {
    var end = keyword.upperBound
    let last = min(text.count, end + nameReach.after)
    while end < last {
      let isJoint = unsafe isJoint(text[end])
      let continues = unsafe end + 1 < text.count && isNamePart(text[end + 1])
      guard unsafe isNamePart(text[end]) || (isJoint && continues) else { break }
      end += 1
    }
    return unsafe startOfName(text, keyword.lowerBound)..<end
  }

  /// Where the name begins that goes on at `place`.
  static func startOfName(_ text: UnsafeRawBufferPointer, _ place: Int) -> Int {
    var start = place
    let first = max(0, start - nameReach.before)
    while start > first {
      let isJoint = unsafe isJoint(text[start - 1])
      let continues = unsafe start > 1 && isNamePart(text[start - 2])
      guard unsafe isNamePart(text[start - 1]) || (isJoint && continues) else { break }
      start -= 1
    }
    return start
  }

  static func isNamePart(_ byte: UInt8) -> Bool {
    WordCutter.isAlphanumeric(byte) || byte == UInt8(ascii: "_")
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "{")
  }

  private static func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") }

  mutating func read() -> Assignment? {
    endName()
    guard takeOperator() else { return nil }
    let beforeBlanks = cursor.place
    cursor.skipBlanks()
    takeType()
    guard takeLineEnd(), !cursor.isAtEnd else { return nil }
    if relation == .blank, !blankMayAssign { return nil }
    let wrapper = takeWrapper()
    var values = ValueReader(cursor)
    guard let first = values.first(after: relation) else { return nil }
    let isTight = relation == .equals && first.lowerBound == beforeBlanks && beforeBlanks == name.upperBound + 1
    let isList = wrapper.contains { AssignmentReader.isOpening(cursor.byte(at: $0)) }
    return Assignment(
      name: name, relation: relation, isQuoted: values.isQuoted, isInterpolated: values.isInterpolated,
      wrapper: wrapper,
      values: [first] + (isList && values.isQuoted ? values.others() : []), isTight: isTight)
  }

  /// Goes past the quotes and brackets that close the name.
  private mutating func endName() {
    if cursor.peek() == UInt8(ascii: "\\"), isQuote(cursor.peek(1)) { cursor.place += 1 }
    if isQuote(cursor.peek()) {
      isNameQuoted = true
      cursor.place += 1
    } else if cursor.take("&#39;") || cursor.take("&quot;") || cursor.take("&#34;") {
      isNameQuoted = true
    }
    cursor.skip(4) { $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: ")") }
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
  }

  private mutating func takeOperator() -> Bool {
    let end = cursor.place
    if isNameQuoted, takeValueAttribute() { return true }
    cursor.skipBlanks(24)
    switch cursor.peek() {
    case UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: "!"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "-"):
      if takeEquals() { return true }
    case UInt8(ascii: ">") where cursor.place == end:
      cursor.place += 1
      relation = .tag
      return true
    case UInt8(ascii: ",") where isNameQuoted:
      cursor.place += 1
      relation = .comma
      return true
    case UInt8(ascii: "(") where cursor.place <= end + 1 && !isNameQuoted:
      cursor.place += 1
      relation = .call
      return true
    default: break
    }
    guard !isNameQuoted, cursor.place > end else { return false }
    relation = isOption ? .option : .blank
    return true
  }

  private mutating func takeEquals() -> Bool {
    if cursor.startsWith("::") || cursor.startsWith("=~") { return false }
    // Where there is nothing behind the mark to make it longer.
    if cursor.peek() == UInt8(ascii: "=") || cursor.peek() == UInt8(ascii: ":"), !isOperatorPart(cursor.peek(1)) {
      cursor.place += 1
      return true
    }
    // The longest first.
    return cursor.take("===") || cursor.take("!==") || cursor.take("||=") || cursor.take("??=") || cursor.take(":=")
      || cursor.take("=>") || cursor.take("->") || cursor.take("==") || cursor.take("!=") || cursor.take("?=")
      || cursor.take("+=") || cursor.take(".=") || cursor.take("?:") || cursor.take("=") || cursor.take(":")
  }

  private func isOperatorPart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "~")
  }

  /// ` value="`, after the quote that closes the name.
  private mutating func takeValueAttribute() -> Bool {
    var ahead = cursor
    ahead.skipBlanks(4)
    guard ahead.place > cursor.place, ahead.take("value") || ahead.take("VALUE") else { return false }
    ahead.skipBlanks(2)
    guard ahead.take("=") else { return false }
    cursor = ahead
    relation = .attribute
    return true
  }

  /// A type between a name and its value: `name: String = "…"`.
  private mutating func takeType() {
    guard relation == .equals, WordCutter.isAlphanumeric(cursor.peek()) || cursor.peek() == UInt8(ascii: "&") else {
      return
    }
    var ahead = cursor
    ahead.skip(32) { AssignmentReader.isNamePart($0) || AssignmentReader.isOfTypes($0) }
    guard ahead.peek() == UInt8(ascii: "="), ahead.peek(1) != UInt8(ascii: "=") else { return }
    ahead.place += 1
    ahead.skipBlanks(4)
    guard isQuote(ahead.peek()) else { return }
    cursor = ahead
  }

  private static func isOfTypes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "?"), UInt8(ascii: "!"), 32:
      true
    default: false
    }
  }

  /// A value may stand on the next line after a colon or in an element; nowhere else.
  private mutating func takeLineEnd() -> Bool {
    guard cursor.peek() == 10 || cursor.peek() == 13 else { return true }
    guard relation == .tag || (relation == .equals && cursor.peek(-1) == UInt8(ascii: ":")) else { return false }
    cursor.skip(2) { $0 == 10 || $0 == 13 }
    cursor.skipBlanks()
    _ = cursor.take("- ")
    if relation == .equals { relation = .lineBefore }
    return cursor.peek() != 10 && cursor.peek() != 13
  }

  private var isOption: Bool {
    cursor.byte(at: name.lowerBound - 1) == UInt8(ascii: "-")
      && cursor.byte(at: name.lowerBound - 2) == UInt8(ascii: "-")
  }

  /// `PASSWORD 'x'` of SQL, `password x` of netrc, `ENV PASSWORD x` of a Dockerfile, and any name before a quote.
  private var blankMayAssign: Bool {
    isQuote(cursor.peek()) || isAfterSettingWord
      || (name.count == 8 && Word(cursor.array(name)[...]) == "password")
  }

  /// Whether the word before the name sets what follows: `ENV`, `setenv`.
  private var isAfterSettingWord: Bool {
    guard cursor.byte(at: name.lowerBound - 1) == 32 else { return false }
    let line = cursor.array(max(0, name.lowerBound - 12)..<name.lowerBound)
    let words = line.split { $0 <= 32 }
    return ["ENV", "setenv"].contains(String(decoding: words.last ?? [], as: UTF8.self))
  }

  /// A list's or call's beginning between operator and value: `[`, `Base64.decode(`, `new URL(`.
  private mutating func takeWrapper() -> Range<Int> {
    let start = cursor.place
    var ahead = cursor
    if ahead.peek() == UInt8(ascii: "[") || ahead.peek() == UInt8(ascii: "{") {
      ahead.place += 1
      ahead.skipBlanks(4)
    }
    _ = ahead.take("new ")
    let isWord = LanguageModel.isLetter(ahead.peek()) || ahead.peek() == UInt8(ascii: "_")
    if isWord {
      let word = ahead.place
      ahead.skip(40) { AssignmentReader.isNamePart($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":") }
      if ahead.peek() == UInt8(ascii: "(") { ahead.place += 1 } else { ahead.place = word }
    }
    guard ValueReader(ahead).standsAtQuote else { return start..<start }
    cursor = ahead
    return start..<ahead.place
  }
}
