/// An allowance written into the text itself.
///
/// `stanch:allow RULE -- reason (until 2027-01-31)` on the line of the secret, `stanch:allow-next-line` on the line before,
/// `stanch:allow-file` anywhere; several rules are separated by commas. `gitleaks:allow` on the line allows every rule.
package struct AllowComment: Equatable, Sendable {
  package enum Scope: Equatable, Sendable {
    case line, nextLine, file
  }

  package let scope: Scope
  /// The rules it names; `nil` for the form that allows every one.
  package let rules: [String]?
  package let reason: String?
  /// The last day on which it holds.
  package let until: CalendarDate?
  /// The line, from 1, that it stands on.
  package let line: Int
  /// What is wrong with it; such a comment allows nothing.
  package let mistake: String?

  /// Every allowance in a text.
  package static func all(in text: [UInt8]) -> [AllowComment] {
    var comments: [AllowComment] = []
    for (index, line) in text.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      guard contains(line, Array(":allow".utf8)) else { continue }
      comments += all(onLine: String(decoding: line, as: UTF8.self), number: index + 1)
    }
    return comments
  }

  private static func contains(_ line: ArraySlice<UInt8>, _ word: [UInt8]) -> Bool {
    var rest = line
    while let start = rest.firstIndex(of: word[0]) {
      rest = rest[start...]
      if rest.starts(with: word) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  private static func all(onLine line: String, number: Int) -> [AllowComment] {
    var comments: [AllowComment] = []
    if line.contains("gitleaks:allow") {
      comments.append(AllowComment(scope: .line, rules: nil, reason: nil, until: nil, line: number, mistake: nil))
    }
    var parts = line.split(separator: "stanch:allow", omittingEmptySubsequences: false)
    parts.removeFirst()
    return comments + parts.map { AllowComment(after: $0, line: number) }
  }

  private init(
    scope: Scope, rules: [String]?, reason: String?, until: CalendarDate?, line: Int, mistake: String?
  ) {
    self.scope = scope
    self.rules = rules
    self.reason = reason
    self.until = until
    self.line = line
    self.mistake = mistake
  }

  /// What follows `stanch:allow`.
  private init(after text: Substring, line: Int) {
    var rest = text
    scope =
      if let after = AllowComment.dropping("-next-line", from: rest) {
        AllowComment.take(after, &rest, .nextLine)
      } else if let after = AllowComment.dropping("-file", from: rest) { AllowComment.take(after, &rest, .file) } else {
        .line
      }
    self.line = line
    let (head, tail) = AllowComment.split(rest, at: " -- ")
    let names = head.split { $0 == "," || $0 == " " || $0 == "\t" }.prefix(while: AllowComment.isRuleName)
    rules = names.map(String.init)
    let (until, mistake) = AllowComment.expiry(in: tail ?? head)
    self.until = until
    reason = tail.map { String(AllowComment.split($0, at: "(until").0).trimmingSpaces() }
    self.mistake = names.isEmpty ? "it names no rule" : mistake
  }

  private static func dropping(_ word: String, from text: Substring) -> Substring? {
    text.hasPrefix(word) ? text.dropFirst(word.count) : nil
  }

  private static func take(_ after: Substring, _ rest: inout Substring, _ scope: Scope) -> Scope {
    rest = after
    return scope
  }

  private static func split(_ text: Substring, at separator: String) -> (Substring, Substring?) {
    let parts = text.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
    return (parts[0], parts.count > 1 ? parts[1] : nil)
  }

  private static func isRuleName(_ word: Substring) -> Bool {
    guard let first = word.first, first.isASCII, first.isLetter || first.isNumber else { return false }
    return word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
  }

  private static func expiry(in text: Substring) -> (CalendarDate?, mistake: String?) {
    guard let clause = split(text, at: "(until").1 else { return (nil, nil) }
    let words = split(clause, at: ")").0.split(separator: " ")
    guard words.count == 1, let date = CalendarDate(words[0]) else {
      return (nil, "its «until» is not a day such as 2027-01-31")
    }
    return (date, nil)
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
