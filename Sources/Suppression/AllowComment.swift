/// An allowance written into the text itself.
///
/// `stanch:allow RULE -- reason (until 2027-01-31)` on the line of the secret, `stanch:allow-next-line` on the line before,
/// `stanch:allow-file` anywhere; several rules are separated by commas. `gitleaks:allow` and `betterleaks:allow` on the line allow every rule.
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
  /// The remark of another program, where it is one.
  package let foreignForm: String?

  /// The remarks of other programs that allow whatever is on their line.
  package static let foreignForms = ["gitleaks:allow", "betterleaks:allow"]
  /// Everything that an allowance may begin with.
  package static let forms = ["stanch:allow"] + foreignForms

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
    if let form = foreignForms.first(where: line.contains) {
      comments.append(
        AllowComment(
          scope: .line, rules: nil, reason: nil, until: nil, line: number, mistake: nil, foreignForm: form))
    }
    var parts = line.split(separator: "stanch:allow", omittingEmptySubsequences: false)
    parts.removeFirst()
    return comments + parts.compactMap { AllowComment(after: $0, line: number) }
  }

  private init(
    scope: Scope, rules: [String]?, reason: String?, until: CalendarDate?, line: Int, mistake: String?,
    foreignForm: String? = nil
  ) {
    self.foreignForm = foreignForm
    self.scope = scope
    self.rules = rules
    self.reason = reason
    self.until = until
    self.line = line
    self.mistake = mistake
  }

  /// What follows `stanch:allow`; `nil` when that is part of another word.
  private init?(after text: Substring, line: Int) {
    let forms: [(String, Scope)] = [("-next-line", .nextLine), ("-file", .file), ("", .line)]
    guard let (word, scope) = forms.first(where: { text.hasPrefix($0.0) }) else { return nil }
    let rest = AllowComment.withoutCommentEnd(text.dropFirst(word.count))
    if let next = rest.first, !next.isWhitespace, next != ":" {
      guard text.hasPrefix("-") else { return nil }
      let form = text.prefix { !$0.isWhitespace }
      self.init(
        scope: .line, rules: [], reason: nil, until: nil, line: line, mistake: "there is no form stanch:allow\(form)")
      return
    }
    let (head, tail) = AllowComment.split(rest, at: " -- ")
    let names = AllowComment.names(in: head)
    let (until, mistake) = AllowComment.expiry(in: tail ?? head)
    let reason = tail.map { String(AllowComment.split($0, at: "(until").0.trimmingBlanks()) }
    self.init(
      scope: scope, rules: names.map(String.init), reason: reason, until: until, line: line,
      mistake: names.isEmpty ? "it names no rule" : mistake)
  }

  /// A comment may end on the line, with or without a blank before its end.
  private static func withoutCommentEnd(_ text: Substring) -> Substring {
    let text = text.trimmingBlanks().isEmpty ? text : text.prefix(upTo: text.trimmingBlanks().endIndex)
    for end in ["*/", "-->"] where text.hasSuffix(end) { return text.dropLast(end.count) }
    return text
  }

  private static func split(_ text: Substring, at separator: String) -> (Substring, Substring?) {
    let parts = text.split(separator: separator, maxSplits: 1, omittingEmptySubsequences: false)
    return (parts[0], parts.count > 1 ? parts[1] : nil)
  }

  /// The rules at the beginning of a text: one, and after each comma another.
  private static func names(in text: Substring) -> [Substring] {
    var names: [Substring] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let words = part.split(whereSeparator: \.isWhitespace)
      guard let name = words.first, isRuleName(name) else { break }
      names.append(name)
      if words.count > 1 { break }
    }
    return names
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
