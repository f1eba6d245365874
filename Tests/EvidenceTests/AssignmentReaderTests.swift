import Testing

@testable import Evidence

@Suite struct AssignmentReaderTests {
  /// What is assigned round the first «password» or «Password» of a text.
  private func read(_ text: String) -> (name: String, values: [String], assignment: Assignment)? {
    let bytes = Array(text.utf8)
    let word = Array("assword".utf8)
    guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: word) }), place > 0 else { return nil }
    let keyword = (place - 1)..<(place + word.count)
    let read = unsafe bytes.withUnsafeBytes { unsafe AssignmentReader.assignment(in: $0, keyword: keyword) }
    guard let assignment = read else { return nil }
    let text = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
    return (text(assignment.name), assignment.values.map(text), assignment)
  }

  @Test(
    "assignments of many languages",
    arguments: [
      ("db_password = \"v\"", "db_password"), ("\"password\": \"v\",", "password"), ("password: 'v'", "password"),
      ("let password: String = \"v\"", "password"), ("password := `v`", "password"), ("'password' => 'v'", "password"),
      ("config['password'] = 'v'", "password"), ("define('DB_password', 'v')", "DB_password"),
      ("setPassword(\"v\")", "setPassword"), ("<password>v</password>", "password"),
      ("<add key=\"Smtppassword\" value=\"v\" />", "Smtppassword"), ("--password v next", "password"),
      ("--password=v next", "password"), ("spring.datasource.password=v\n", "spring.datasource.password"),
      ("a=b&password=v&c=d", "password"), ("password = b'v'", "password"),
      ("password = Decoder.decode(\"v\")", "password"),
      ("\\\"password\\\": \\\"v\\\"", "password"), ("password = \"\"\"v\"\"\"", "password"),
      ("password\t=\tv", "password"),
      ("{ password: &quot;v&quot; }", "password"), ("if password == \"v\"", "password"),
      ("ALTER ROLE x password 'v'", "password"), ("<password>\n  v\n</password>", "password"),
      ("password:\n  - v\n", "password"),
    ])
  func assignments(_ text: String, _ name: String) throws {
    let found = try #require(read(text))
    #expect(found.name == name)
    #expect(found.values == ["v"])
  }

  @Test(
    "what is no assignment",
    arguments: [
      "password", "password)", "passwords are secret", "password::reset", "\"password\"",
      "password =\nnext", "password = \"\"", "fetch(password, 3)", "password = \"unclosed", "password?",
    ])
  func others(_ text: String) {
    #expect(read(text) == nil)
  }

  @Test("every value of a list")
  func lists() throws {
    #expect(try #require(read("passwords: [\"a1\", \"b2\",\n \"c3\"]")).values == ["a1", "b2", "c3"])
  }

  @Test("a quote that is escaped does not end a value, the outer quote of a text in a text does")
  func quotes() throws {
    #expect(try #require(read(#"password = "a\"b""#)).values == [#"a\"b"#])
    #expect(read(#""{\"password\": \"v""#) == nil)
  }

  @Test("a bracket that opened outside does not belong to a bare value")
  func brackets() throws {
    #expect(try #require(read("f(x&password=v1)")).values == ["v1"])
    #expect(try #require(read("password=a(b)c")).values == ["a(b)c"])
  }

  @Test("how name and value are joined is told")
  func joints() throws {
    #expect(try #require(read("a&password=v")).assignment.isTight)
    #expect(try !#require(read("password = v")).assignment.isTight)
    #expect(try #require(read("password = f\"{x}\"")).assignment.isInterpolated)
    #expect(try #require(read("--password v")).assignment.relation == .option)
    #expect(try #require(read("setPassword('v')")).assignment.relation == .call)
  }

  @Test("a text that ends anywhere is read without harm")
  func truncated() {
    let text = Array("config['db_password'] = Decoder.decode(\"\\\"v1\", [\"v2\", &quot;x".utf8)
    for end in 0...text.count {
      let bytes = Array(text[..<end])
      guard end >= 19 else { continue }
      _ = unsafe bytes.withUnsafeBytes { unsafe AssignmentReader.assignment(in: $0, keyword: 11..<19) }
    }
  }
}
