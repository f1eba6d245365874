import Dotenv
import Testing

@Suite struct DotenvSettingTests {
  @Test func entriesAndSettingsInComments() {
    let text = """
      # App
      A=1

      # Mail
      # SMTP_HOST=
      SMTP_PORT=25 # port
      PLAIN=

      # Example:
      # KEY=abc
      KEY=
      # LAST=
      """
    let settings = document(text).settings
    #expect(settings.map(\.name) == ["A", "SMTP_HOST", "SMTP_PORT", "PLAIN", "KEY", "LAST"])
    #expect(settings.map(\.isOptional) == [false, true, false, false, false, true])
    #expect(settings.map(\.lines) == [0...1, 3...4, 5...5, 6...6, 8...10, 11...11])
    #expect(settings.map(\.isDocumented) == [true, true, true, false, true, false])
  }

  @Test func exampleAloneDocumentsNothing() {
    let settings = document("# K=abc\nK=\n").settings
    #expect(settings.map(\.lines) == [0...1])
    #expect(settings.map(\.isDocumented) == [false])
  }

  @Test func blankLineParts() {
    #expect(document("# K=abc\n\nK=\n").settings.map(\.lines) == [0...0, 2...2])
    #expect(document("# about\n\nK=\n").settings.map(\.isDocumented) == [false])
    #expect(document("# J=abc\nK=\n").settings.map(\.name) == ["J", "K"])
  }

  @Test func placesAreThoseOfNamesAndValues() {
    let document = document("# A=x\nB='y'\n")
    #expect(document.settings.map { document.text($0.key) } == ["A", "B"])
    #expect(document.settings.map { $0.value.map(document.text) } == ["x", "'y'"])
  }
}
