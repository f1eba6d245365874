import Testing
import Vocabulary

@testable import Reporting

@Suite struct HistorySentencesTests {
  private let secret = Sample.randomSecret()
  private let first = "first in cdcdcdcdcd by Ada <ada@example.org>, 2024-01-02"

  /// Breaks when a message is shown as a file that nobody can open.
  @Test(arguments: [
    (Provenance.Kind.commitMessage, "commit cdcdcdcdcd (message), line 7"),
    (.tagMessage, "tag cdcdcdcdcd (message), line 7"), (.file, "COMMIT_EDITMSG:7:10"),
  ])
  func placeOfAMessage(kind: Provenance.Kind, place: String) {
    #expect(Sample.traced(secret, kind: kind, paths: []).place == place)
  }

  /// Breaks when a message that is in no commit yet has no place.
  @Test func placeOfAMessageWithoutACommit() {
    let finding = Sample.finding(secret, path: "COMMIT_EDITMSG")
    let message = Finding(
      rule: finding.rule, secret: finding.secret,
      provenance: Provenance(path: finding.provenance.path, kind: .commitMessage), region: finding.region,
      excerpt: finding.excerpt, fingerprint: finding.fingerprint, entropy: 0, evidence: [])
    #expect(message.place == "commit message, line 7")
    #expect(message.history == nil)
  }

  /// Breaks when a part of the history is left out, or said of a finding that it is not true of.
  @Test(arguments: [
    (["a"], true, ["refs/heads/main"], "still in HEAD; reached by refs/heads/main"),
    (
      ["b"], false, ["refs/heads/main", "refs/x"],
      "in 1 path: b; no longer in HEAD; reached by refs/heads/main and 1 other"
    ),
    (["a", "b", "c"], nil, [], "in 3 paths: a, b, c; reached by a reference"),
    (
      ["a", "b", "c", "d", "e", "f", "g"], true, ["r", "s", "t"],
      "in 7 paths: a, b, c, d, e and 2 others; still in HEAD; reached by r and 2 others"
    ),
  ])
  func historyOfAFile(paths: [String], isInHead: Bool?, references: [String], rest: String) {
    let finding = Sample.traced(secret, path: "a", paths: paths, isInHead: isInHead, references: references)
    #expect(finding.history == "\(first); \(rest)")
  }

  /// Breaks when it is not said that only git's own memory keeps a secret.
  @Test(arguments: [
    (Trace.Reach.stash, "only the stash leads to it"), (.reflog, "only the reflog leads to it"),
    (.nothing, "nothing leads to it any more"),
  ])
  func reach(reach: Trace.Reach, sentence: String) {
    let finding = Sample.traced(secret, path: "a", paths: ["a"], isInHead: nil, references: [], reach: reach)
    #expect(finding.history == "\(first); \(sentence)")
  }

  /// Breaks when a message is said to be in paths, or its author left out.
  @Test func historyOfAMessage() {
    let finding = Sample.traced(secret, kind: .commitMessage, paths: [], isInHead: nil, references: ["refs/tags/v1"])
    #expect(finding.history == "written by Ada <ada@example.org>, 2024-01-02; reached by refs/tags/v1")
    #expect(finding.sentenceWithHistory.contains(". In commit cdcdcdcdcd (message). Seen: written by "))
  }

  /// Breaks when findings of the index get a history that they do not have.
  @Test func nothingIsSaidOfAFindingWithoutAHistory() {
    let finding = Sample.finding(secret, path: "a")
    #expect(finding.history == nil)
    #expect(finding.sentenceWithHistory == finding.sentence)
  }

  /// Breaks when an author's name reaches the terminal as it is.
  @Test func authorsAreEscapedInText() throws {
    let text = Sample.history.report(.text)
    #expect(text.contains(#"= seen: written by Eve\u{1b}[2J\u{202e} <eve@example.org>, 2024-01-02"#))
  }
}
