import Testing
import Vocabulary

@testable import Rules
@testable import Scanning

/// A rule may ask for another's match beside its own.
@Suite struct CompositionTests {
  private static func pack(_ required: String, component: String = "") -> String {
    """
    [[rules]]
    id = 'id'
    regex = '\\bid[0-9]{3}'
    keywords = ['id']
    severity = 'critical'
    \(required)
    [[rules]]
    id = 'secret'
    regex = '\\bkey[0-9]{3}'
    keywords = ['key']
    \(component)
    [[rules]]
    id = 'other'
    regex = '\\bother[0-9]{3}'
    keywords = ['other']
    """
  }

  private func found(_ text: String, _ rules: String) throws -> [String] {
    try scan(Array(text.utf8), rules).findings.map { "\($0.rule.id) \($0.rule.severity)\($0.isAlone ? " alone" : "")" }
  }

  /// Breaks when a distance is counted in another way than gitleaks counts it.
  @Test(arguments: [
    ("withinLines = 2", "id123\n\nkey456", true), ("withinLines = 2", "id123\n\n\nkey456", false),
    ("withinLines = 2", "key456\n\nid123", true), ("withinLines = 0", "id123 key456", true),
    ("withinLines = 0", "id123\nkey456", false), ("withinColumns = 6", "id123 key456", true),
    ("withinColumns = 5", "id123 key456", false), ("withinColumns = 3", "id123\n\n\n   key456", true),
    ("withinLines = 1\nwithinColumns = 3", "id123\n    key456", false),
    ("", "id123" + String(repeating: "\n", count: 500) + "key456", true),
    ("", "id123 other456", false), ("within = '1L'", "id123\nkey456", true), ("within = '-1L'", "id123\nkey456", false),
    ("within = '-1L'", "key456\nid123", true), ("within = '+2L,4C'", "id123\n\n    key456", true),
    ("within = '+2L,4C'", "id123\n\n     key456", false), ("within = '6'", "id123 key456", true),
  ])
  func distances(within: String, text: String, isFound: Bool) throws {
    let rules = Self.pack("[[rules.required]]\nid = 'secret'\n\(within)")
    #expect(try found(text, rules).contains("id critical") == isFound)
  }

  /// Breaks when a rule without its companion is lost, or is as grave as with it.
  @Test func aRuleMayStandAlone() throws {
    let rules = Self.pack("[[rules.required]]\nid = 'secret'\nwithinLines = 1\nalone = 'low'")
    #expect(try found("id123\nkey456", rules) == ["id critical", "secret high"])
    #expect(try found("id123\n\nkey456", rules) == ["id low alone", "secret high"])
    let evidence = try scan(Array("id123".utf8), rules).findings.first?.evidence.joined()
    #expect(evidence?.contains("not beside it secret") == true)
  }

  /// Breaks when one of several companions is enough, or none of those that may stand for each other is.
  @Test func allAndAny() throws {
    let all = Self.pack("[[rules.required]]\nid = 'secret'\n[[rules.required]]\nid = 'other'")
    #expect(try found("id123 key456", all) == ["secret high"])
    #expect(try found("id123 key456 other789", all).contains("id critical"))
    let any = Self.pack("[[rules.required]]\nids = ['secret', 'other']")
    for text in ["id123 key456", "id123 other456"] { #expect(try found(text, any).contains("id critical")) }
  }

  /// Breaks when a component is reported by itself, or its secret is shown.
  @Test func aComponentIsNotReported() throws {
    let rules = Self.pack("[[rules.required]]\nid = 'secret'", component: "skipReport = true")
    #expect(try found("key456", rules) == [])
    let finding = try #require(try scan(Array("id123 key456".utf8), rules).findings.first)
    #expect(finding.components.map(\.rule) == ["secret"])
    #expect(!finding.excerpt.pieces.contains { if case .text(let text) = $0 { text.contains("456") } else { false } })
  }

  /// Breaks when betterleaks' optional components are asked for.
  @Test func optionalComponents() throws {
    let rules = Self.pack("components = [{ id = 'secret', optional = true }, { id = 'other', within = '1L' }]")
    #expect(try found("id123 other456", rules).contains("id critical"))
    #expect(try !found("id123 key456", rules).contains("id critical"))
  }

  /// Breaks when what completes a secret is not new, or what was complete before is new alone.
  @Test func whatIsNew() throws {
    let alone = Self.pack("[[rules.required]]\nid = 'secret'\nalone = 'low'")
    let hidden = Self.pack("[[rules.required]]\nid = 'secret'", component: "skipReport = true")
    for (rules, before, after, isNew) in [
      (alone, "id123", "id123 key456", true), (alone, "id123 key456", "id123", false), (alone, "id123", "id123", false),
      (hidden, "id123", "id123 key456", true), (hidden, "id123 key456", "id123 key789", true),
      (hidden, "id123 key456", "x id123 key456", false),
    ] {
      let scanner = try Scanner(ruleSet(rules))
      let known = scanner.uses(in: blob(Array(before.utf8))).uses
      let findings = scanner.scan(blob(Array(after.utf8))).findings.filter { $0.rule.id == "id" }
      #expect(findings.contains { $0.isNew(after: known) } == isNew, "\(before) → \(after)")
    }
  }
}
