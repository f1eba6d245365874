internal import Suppression
internal import Vocabulary

/// One line of a baseline, looked at closely enough to know that it is right; what it means is read when it is asked for.
struct BaselineLine: Sendable {
  let digest: BaselineDigest
  // There are many lines, and a page that is not touched costs nothing: places are kept in 32 bits.
  private let place: Range<UInt32>
  private let line: UInt32
  private let rule: Range<UInt32>
  private let path: Range<UInt32>
  /// How much of what a person may write is there.
  private(set) var count = 1
  private(set) var isHistory = false
  private(set) var until: CalendarDate?
  private var owner: Range<UInt32>?
  private var reason: Range<UInt32>?

  static let longestFile = Int(UInt32.max)

  /// Where the line stands in the file, without its end.
  var range: Range<Int> { BaselineLine.wide(place) }
  /// From 1.
  var number: Int { Int(line) }

  private static func narrow(_ range: Range<Int>) -> Range<UInt32> {
    UInt32(range.lowerBound)..<UInt32(range.upperBound)
  }

  private static func wide(_ range: Range<UInt32>) -> Range<Int> { Int(range.lowerBound)..<Int(range.upperBound) }

  /// Why a line is none.
  struct Problem: Error {
    let text: String
    let hint: String?

    init(_ text: String, hint: String? = nil) {
      self.text = text
      self.hint = hint
    }
  }

  static let form = "a line is: FINGERPRINT RULE PATH [xN] [history] [owner=NAME] [until=YYYY-MM-DD] [-- REASON]"

  /// - Parameter bytes: of the whole file, which is no longer than `longestFile`.
  init(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>, number: Int) throws(Problem) {
    place = BaselineLine.narrow(range)
    line = UInt32(number)
    var words = BaselineWords(range)
    guard let first = words.next(bytes), let digest = BaselineDigest(bytes, at: first) else {
      throw Problem("it does not begin with a fingerprint", hint: BaselineLine.form)
    }
    self.digest = digest
    guard let rule = words.next(bytes), let path = words.next(bytes) else {
      throw Problem("rule or path is missing", hint: BaselineLine.form)
    }
    guard BaselineWord.isRight(bytes, rule), BaselineWord.isRight(bytes, path) else {
      throw Problem("a % in rule or path is not followed by two hexadecimal digits", hint: "write %25 for a % itself")
    }
    self.rule = BaselineLine.narrow(rule)
    self.path = BaselineLine.narrow(path)
    while let word = words.next(bytes) {
      if BaselineLine.isEqual(bytes, word, "--") {
        reason = words.rest(bytes).map(BaselineLine.narrow)
        break
      }
      try take(word, bytes)
    }
    if let owner { try BaselineLine.check(bytes, owner) }
    if let reason { try BaselineLine.check(bytes, reason) }
  }

  private static func check(_ bytes: borrowing Span<UInt8>, _ range: Range<UInt32>) throws(Problem) {
    var all: UInt8 = 0
    for place in wide(range) { all |= bytes[place] }
    guard all >= 0x80 else { return }
    if String(validating: BaselineLine.array(bytes, wide(range)), as: UTF8.self) == nil {
      throw Problem("it is not UTF-8", hint: "write owner and reason as UTF-8")
    }
  }

  private static func array(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var array: [UInt8] = []
    for place in range { array.append(bytes[place]) }
    return array
  }

  private static func text(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: array(bytes, range), as: UTF8.self)
  }

  private static func isEqual(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ text: StaticString) -> Bool {
    range.count == text.utf8CodeUnitCount && begins(bytes, range, text)
  }

  /// Whether a word begins with a text of ASCII.
  private static func begins(_ bytes: borrowing Span<UInt8>, _ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count >= text.utf8CodeUnitCount else { return false }
    for place in 0..<text.utf8CodeUnitCount {
      if unsafe bytes[range.lowerBound + place] != text.utf8Start[place] { return false }
    }
    return true
  }

  private mutating func take(_ word: Range<Int>, _ bytes: borrowing Span<UInt8>) throws(Problem) {
    let start = word.lowerBound
    if BaselineLine.begins(bytes, word, "owner="), word.count > 6, owner == nil {
      owner = BaselineLine.narrow((start + 6)..<word.upperBound)
    } else if BaselineLine.begins(bytes, word, "until="), until == nil {
      let day = (start + 6)..<word.upperBound
      guard let date = CalendarDate(bytes, at: day) else {
        throw Problem("«\(BaselineLine.text(bytes, day))» is not a day", hint: "write it as until=2027-01-31")
      }
      until = date
    } else if BaselineLine.isEqual(bytes, word, "history") {
      isHistory = true
    } else if bytes[start] == UInt8(ascii: "x"), count == 1,
      let number = Int(BaselineLine.text(bytes, (start + 1)..<word.upperBound)), number > 1
    {
      count = number
    } else {
      throw Problem(
        "«\(BaselineLine.text(bytes, word))» means nothing here",
        hint: "\(BaselineLine.form); a reason stands behind --")
    }
  }

  func entry(_ bytes: [UInt8]) -> BaselineEntry {
    func text(_ range: Range<UInt32>) -> String { String(decoding: bytes[BaselineLine.wide(range)], as: UTF8.self) }
    let path = BaselineLine.wide(path)
    let rule = BaselineWord.bytes(bytes[BaselineLine.wide(rule)]).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let isEverywhere = bytes[path].elementsEqual("*".utf8)
    var entry = BaselineEntry(
      digest: digest, rule: RuleID(rule),
      path: isEverywhere ? nil : BaselineWord.bytes(bytes[path]).map(RepositoryPath.init(bytes:)))
    entry.count = count
    entry.isHistory = isHistory
    entry.owner = owner.map(text)
    entry.until = until
    entry.reason = reason.map(text)
    return entry
  }
}
