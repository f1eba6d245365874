import Testing

@testable import Reporting

@Suite struct StyleTests {
  private static let roles: [@Sendable (Style) -> String] = [
    { $0.error("text") }, { $0.warning("text") }, { $0.hint("text") }, { $0.strong("text") }, { $0.faint("text") },
  ]

  @Test(arguments: roles.indices)
  func changesNothingWithoutColor(role: Int) {
    #expect(StyleTests.roles[role](Style(usesColor: false)) == "text")
  }

  @Test(arguments: roles.indices)
  func wrapsAndResetsWithColor(role: Int) {
    let text = StyleTests.roles[role](Style(usesColor: true))
    #expect(text.hasPrefix("\u{1B}["))
    #expect(text.hasSuffix("mtext\u{1B}[0m"))
  }
}
