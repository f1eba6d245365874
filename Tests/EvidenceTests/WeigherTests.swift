import Patterns
import Testing
import Vocabulary

@testable import Evidence

@Suite struct WeigherTests {
  /// What is found in a line of a file of this kind.
  private func found(_ line: String, _ nameClass: NameClass, _ kind: FileKind? = .settings) throws -> [AssignedValues
    .Found]
  {
    let bytes = Array(line.utf8)
    let words = ["pass", "pwd", "secret", "token", "key", "auth"]
    let lowered = line.lowercased()
    let scratch = try PatternScratch()
    var all: [AssignedValues.Found] = []
    for word in words {
      var start = lowered.startIndex
      while let range = lowered[start...].firstRange(of: word) {
        let offset = lowered.utf8.distance(from: lowered.startIndex, to: range.lowerBound)
        all += try unsafe AssignedValues.find(
          in: bytes.span.bytes, keyword: offset..<(offset + word.utf8.count), as: nameClass, kind: kind,
          tellsObjections: true, scratch: scratch)
        start = range.upperBound
      }
    }
    return all
  }

  private func confidence(_ line: String, _ nameClass: NameClass, _ kind: FileKind? = .settings) throws -> Confidence? {
    try found(line, nameClass, kind).first?.weighing.confidence
  }

  private static let odd = ["xkqv", "zrtw"].joined()
  private static let random = ["q7Tz9", "kW3vXp", "8RmB2c"].joined()

  @Test(
    "random values under telling names are secrets",
    arguments: [
      ("password = \"\(random)\"", NameClass.password), ("password: \(odd)", .password),
      ("api_key = '\(random)'", .key),
      ("client_secret: \(random)", .secret), ("access_token=\(random)", .token),
    ])
  func secrets(_ line: String, _ nameClass: NameClass) throws {
    #expect(try #require(try confidence(line, nameClass)) >= .medium)
  }

  @Test(
    "what is no secret, and why",
    arguments: [
      ("password = \"password\"", NameClass.password, "it repeats its name"),
      ("password = \"correct horse battery\"", .password, "it has blanks, as prose has"),
      ("password: \"Passwort\"", .password, "it is a placeholder"),
      ("password: \"${DATABASE_PW}\"", .password, "it refers to a variable"),
      ("password = account.login2", .password, "it refers to something else"),
      ("password_hash = \"\(random)\"", .password, "its name says «hash», which is no secret"),
      ("password = \"changeme123\"", .password, "it is a placeholder"),
      ("password = \"s00pers3cret\"", .password, "it is a placeholder, with digits and marks for letters"),
      ("password = \"umbrella\"", .password, "it reads like a word"),
      ("token = \"2026-11-25\"", .token, "it is a date"), ("token: \"^4.0.0\"", .token, "it is a version"),
      ("api_key = \"12345678\"", .key, "it is a number"),
      ("secret = \"config/app.yml\"", .secret, "it is the path of a file"),
      ("password = \"https://login.test/x\"", .password, "it is an address"),
      ("pwd = \"abc\"", .password, "it is too short"),
      ("password = \"aaaaaaaa\"", .password, "it repeats itself"),
      ("password = \"$2y$10$abcdefghijk\"", .password, "it is the hash of a password, and not the password"),
      ("secret = \"APP_CONFIG_NAME\"", .secret, "it is the name of a constant"),
    ])
  func objections(_ line: String, _ nameClass: NameClass, _ reason: String) throws {
    let found = try #require(try found(line, nameClass).first)
    #expect(found.weighing.objection == reason)
    #expect(found.weighing.confidence == nil)
  }

  @Test("a bare word is a variable in code, and a value in settings")
  func bare() throws {
    #expect(try confidence("password = \(Self.odd)", .password, .code) == nil)
    #expect(try confidence("password = \(Self.odd)", .password, .settings) != nil)
    // Inside of a text, as in the query of an address.
    #expect(try confidence("\"user=x&password=\(Self.odd)\"", .password, .code) != nil)
    #expect(try found("password = \(Self.odd)", .password, nil).first?.dependsOnKind == true)
    #expect(try found("password = '\(Self.odd)7'", .password, nil).first?.dependsOnKind == false)
    // A word may be the translation of its name.
    #expect(try found("password = '\(Self.odd)'", .password, nil).first?.dependsOnKind == true)
    #expect(try confidence("password = '\(Self.odd)'", .password, .translation) == nil)
  }

  @Test("a key of a dictionary needs more than one of an interface")
  func keys() throws {
    #expect(try confidence("key = \"zqxwvk\"", .key) == nil)
    #expect(try confidence("api_key = \"\(Self.odd)\"", .key) != nil)
  }

  @Test("what speaks for it and against it is said in words")
  func words() throws {
    let weighing = try #require(try found("password = \"\(Self.odd.prefix(5))\"", .password).first).weighing
    #expect(weighing.forIt.contains("its name is «password»"))
    #expect(weighing.againstIt == ["it is short"])
    #expect(weighing.score > 0)
  }

  @Test("a value in a place that is known is weighed without a name")
  func placed() throws {
    let scratch = try PatternScratch()
    #expect(try Weigher.weigh(Array(Self.odd.utf8)[...], as: .password, scratch: scratch).confidence == .high)
    #expect(try Weigher.weigh(Array("password".utf8)[...], as: .password, scratch: scratch).confidence == nil)
  }
}
