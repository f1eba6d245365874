import Testing

@testable import SettingDiscovery

struct PlaceholderTests {
  @Test(arguments: [
    ("${a.b}", ["a.b"], [false]), ("${a:x}", ["a"], [true]), ("http://${h}:${p:80}", ["h", "p"], [false, true]),
    ("${a:${b}}", ["a", "b"], [true, true]), ("#{x}", [], []), ("${", [], []), ("${}", [], []), ("${a b}", [], []),
    ("$", [], []),
    ("${a:}", ["a"], [true]),
  ]) func `Spring's`(text: String, keys: [String], defaults: [Bool]) {
    let found = SpringAnnotations.placeholders(text)
    #expect(found.map(\.key) == keys)
    #expect(found.map(\.hasDefault) == defaults)
  }

  @Test(
    arguments: [
      ("%env(A)%", ["A"], false, nil), ("%env(int:A)%", ["A"], false, .integer),
      ("%env(default:x:A)%", ["A"], true, nil),
      ("a%env(A)%b%env(B)%", ["A", "B"], false, nil), ("%env(json:file:A)%", ["A"], false, .json),
      ("%env(A)", [], false, nil),
      ("%env(", [], false, nil), ("%%env", [], false, nil),
    ] as [(String, [String], Bool, SettingType?)]) func `Symfony's`(
      text: String, names: [String], hasDefault: Bool, type: SettingType?
    )
  {
    let found = SymfonyPlaceholder.all(in: text)
    #expect(found.map(\.name) == names)
    #expect(found.allSatisfy { $0.hasDefault == hasDefault && $0.type == type })
  }

  @Test func `Where a name stands`() {
    #expect(SymfonyPlaceholder.all(in: "x%env(int:ABC)%").map(\.offset) == [10])
  }
}
