import Testing

@testable import Evidence

@Suite struct WordCutterTests {
  @Test(
    "names are cut at marks, digits and changes of case",
    arguments: [
      ("db_password", ["db", "password"]), ("dbPassword2", ["db", "password", "2"]),
      ("HTTPServerURL", ["http", "server", "url"]), ("x-api-key", ["x", "api", "key"]),
      ("spring.datasource.password", ["spring", "datasource", "password"]), ("APIKey", ["api", "key"]),
      ("AWSSecretAccessKey", ["aws", "secret", "access", "key"]), ("A", ["a"]), ("__", []), ("été", ["t"]),
    ])
  func cuts(_ name: String, _ words: [String]) {
    #expect(WordCutter.lowercasedWords(of: Array(name.utf8)[...]).map(\.text) == words)
  }
}
