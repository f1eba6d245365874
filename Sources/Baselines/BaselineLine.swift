internal import Suppression
internal import Vocabulary

/// One line of a baseline, looked at closely enough to know that it is right; what it means is read when it is asked for.
struct BaselineLine: Sendable {
  let digest: BaselineDigest
  /// Where the line stands in the file, without its end.
  let range: Range<Int>
  /// From 1.
  let number: Int
  private let rule: Range<Int>
  private let path: Range<Int>
  /// How much of what a person may write is there.
  private(set) var count = 1
  private(set) var isHistory = false
  private(set) var until: CalendarDate?
  private var owner: Range<Int>?
  private var reason: Range<Int>?

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

  /// - Parameter dates: days that other lines hold until; reading one costs more than the rest of a line.
  init(_ bytes: [UInt8], _ range: Range<Int>, number: Int, dates: inout [String: CalendarDate]) throws(Problem) {
    self.range = range
    self.number = number
    var words = BaselineWords(range)
    guard let first = words.next(bytes), let digest = BaselineDigest(bytes[first]) else {
      throw Problem("it does not begin with a fingerprint", hint: BaselineLine.form)
    }
    self.digest = digest
    guard let rule = words.next(bytes), let path = words.next(bytes) else {
      throw Problem("rule or path is missing", hint: BaselineLine.form)
    }
    guard BaselineWord.isRight(bytes[rule]), BaselineWord.isRight(bytes[path]) else {
      throw Problem("a % in rule or path is not followed by two hexadecimal digits", hint: "write %25 for a % itself")
    }
    self.rule = rule
    self.path = path
    while let word = words.next(bytes) {
      if bytes[word].elementsEqual("--".utf8) {
        reason = words.rest(bytes)
        break
      }
      try take(word, bytes, &dates)
    }
    for range in [owner, reason].compactMap(\.self) where String(validating: bytes[range], as: UTF8.self) == nil {
      throw Problem("it is not UTF-8", hint: "write owner and reason as UTF-8")
    }
  }

  private mutating func take(
    _ word: Range<Int>, _ bytes: [UInt8], _ dates: inout [String: CalendarDate]
  ) throws(Problem) {
    let text = bytes[word]
    if text.starts(with: "owner=".utf8), text.count > 6, owner == nil {
      owner = (word.lowerBound + 6)..<word.upperBound
    } else if text.starts(with: "until=".utf8), until == nil {
      let day = String(decoding: text.dropFirst(6), as: UTF8.self)
      guard let date = dates[day] ?? CalendarDate(day) else {
        throw Problem("«\(day)» is not a day", hint: "write it as until=2027-01-31")
      }
      dates[day] = date
      until = date
    } else if text.elementsEqual("history".utf8) {
      isHistory = true
    } else if text.first == UInt8(ascii: "x"), count == 1,
      let number = Int(String(decoding: text.dropFirst(), as: UTF8.self)), number > 1
    {
      count = number
    } else {
      throw Problem(
        "«\(String(decoding: text, as: UTF8.self))» means nothing here",
        hint: "\(BaselineLine.form); a reason stands behind --")
    }
  }

  func entry(_ bytes: [UInt8]) -> BaselineEntry {
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let rule = BaselineWord.bytes(bytes[rule]).map { String(decoding: $0, as: UTF8.self) } ?? ""
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
