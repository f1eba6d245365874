internal import Suppression
internal import Vocabulary

/// One accepted secret at one path: a line of a baseline.
///
/// `DIGEST RULE PATH [xN] [history] [owner=NAME] [until=DAY] [-- REASON]`
struct BaselineEntry: Equatable, Sendable {
  var digest: BaselineDigest
  /// Told to people; the digest holds it too.
  var rule: RuleID
  /// The file that holds the secret; `nil` for an entry that holds everywhere, written `*`.
  var path: RepositoryPath?
  /// How often the file holds it.
  var count = 1
  /// Whether only the past of the repository may hold it: such an entry covers nothing in the files of today.
  var isHistory = false
  var owner: String?
  /// The last day on which it holds.
  var until: CalendarDate?
  var reason: String?

  init(digest: BaselineDigest, rule: RuleID, path: RepositoryPath?) {
    self.digest = digest
    self.rule = rule
    self.path = path
  }

  func holds(on day: CalendarDate) -> Bool { until.map { $0 >= day } ?? true }

  /// The line, without its end.
  var text: String {
    var words = [
      digest.description, BaselineWord.text(Array(rule.name.utf8)), path.map { BaselineWord.text($0.bytes) } ?? "*",
    ]
    if count > 1 { words.append("x\(count)") }
    if isHistory { words.append("history") }
    if let owner { words.append("owner=\(owner)") }
    if let until { words.append("until=\(until)") }
    if let reason { words.append("-- \(reason)") }
    return words.joined(separator: " ")
  }
}
