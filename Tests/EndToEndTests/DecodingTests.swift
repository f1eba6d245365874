import FoundationEssentials
import Testing

/// Secrets that stand encoded in a text are found where they stand, by every scan, once.
@Suite struct DecodingTests {
  private let token = FakeSecret.gitHubToken()
  private let repository: GitRepository

  init() throws {
    repository = try GitRepository()
    try repository.commit("plain.txt", "nothing\n")
  }

  enum Encoding: CaseIterable, CustomTestStringConvertible {
    case base64, base64url, wide, hexadecimal, percent, unicode, entities, nested

    var testDescription: String { "\(self)" }

    func encode(_ text: String) -> String {
      func digits(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }
      func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
      }
      return switch self {
      case .base64: digits(Array(text.utf8))
      case .base64url:
        String(digits(Array(text.utf8)).filter { $0 != "=" }.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
      case .wide: digits(text.utf8.flatMap { [$0, 0] })
      case .hexadecimal: text.utf8.map(hexadecimal).joined()
      case .percent: text.replacing("_", with: "%5f").replacing("\"", with: "%22")
      case .unicode: text.replacing("_", with: "\\u005f").replacing("\"", with: "\\u0022")
      case .entities: text.replacing("_", with: "&#95;").replacing("\"", with: "&quot;")
      case .nested: Encoding.base64.encode("x: " + Encoding.hexadecimal.encode("y: " + Encoding.percent.encode(text)))
      }
    }
  }

  private func text(_ encoding: Encoding, _ tail: String = "") -> String {
    "first\ndata: \(encoding.encode("token \"\(token.text)\" end"))\(tail)\nlast\n"
  }

  /// Breaks when a kind of scan does not decode, reports what it decoded elsewhere, or more than once.
  @Test(arguments: Encoding.allCases)
  func everyScanFindsIt(_ encoding: Encoding) throws {
    let place = ["a.txt:2 \(token.rule)"]
    try repository.stage("a.txt", text(encoding))
    #expect(try repository.scan().places == place)
    #expect(try repository.stanch().scan(["scan", "files"]).places == place)
    let commit = try repository.commit()
    // A later version made from it by a delta holds it too, and a copy is the same secret.
    try repository.commit("a.txt", "another line\n" + String(repeating: "much text\n", count: 50) + text(encoding))
    for arguments in [["range", "HEAD~2..HEAD"], ["history"], ["history", "--exhaustive"]] {
      let report = try repository.stanch().scan(["scan"] + arguments)
      #expect(report.places == place, "\(arguments): \(report)")
      #expect(report.verdict?.findings.first?.commit?.id == commit)
    }
    #expect(try repository.stanch().scan(["scan", "tree"]).places == ["a.txt:53 \(token.rule)"])
  }

  /// Breaks when the finding does not say what it was decoded from, or shows the secret.
  @Test func theReportSaysWhatWasDecoded() throws {
    try repository.stage("a.txt", text(.base64))
    let ending = try repository.stanch().run("scan", "staged")
    #expect(ending.text.contains("decoded from base64"), "\(ending.text)")
    #expect(!ending.text.contains(token.text))
    // What stands there stands for the secret: it is masked too.
    #expect(!ending.text.contains(Encoding.base64.encode("token \"\(token.text)\" end")))
  }

  /// Breaks when the same secret, plain and encoded beside it, has two fingerprints.
  @Test func plainAndEncodedAreOneSecret() throws {
    try repository.stage("a.txt", token.line + text(.base64))
    let findings = try #require(try repository.scan().verdict).findings
    #expect(findings.map(\.startLine) == [1, 3])
    #expect(Set(findings.map(\.fingerprint)).count == 1)
  }

  /// Breaks when a comment on the line of the encoded text does not allow it, in a file or in the history.
  @Test(arguments: [Encoding.base64, .percent, .nested])
  func commentsAllowIt(_ encoding: Encoding) throws {
    let allow = ["stanch", "allow"].joined(separator: ":")
    try repository.stage("a.txt", text(encoding, " # \(allow) \(token.rule) -- a test"))
    let staged = try repository.scan()
    #expect(staged.status == 0 && staged.allowedPlaces == ["a.txt:2 \(token.rule)"], "\(staged)")
    try repository.commit()
    let history = try repository.stanch().scan(["scan", "history"])
    #expect(history.status == 0 && history.allowedPlaces == ["a.txt:2 \(token.rule)"], "\(history)")
  }

  /// Breaks when the baseline does not know an encoded secret again, or takes another one for it.
  @Test(arguments: [Encoding.base64, .unicode])
  func theBaselineKnowsIt(_ encoding: Encoding) throws {
    try repository.stage("a.txt", text(encoding))
    #expect(try repository.stanch().run("baseline", "create").status == 0)
    try repository.stage("a.txt", "moved\n" + text(encoding))
    #expect(try repository.stanch().scan(["scan", "files"]).status == 0)
    #expect(try repository.scan().status == 0)
    let other = DecodingTests.encoded(FakeSecret.gitHubToken().text, encoding)
    try repository.stage("a.txt", "moved\n" + other)
    #expect(try repository.scan().places == ["a.txt:2 \(token.rule)"])
  }

  private static func encoded(_ text: String, _ encoding: Encoding) -> String {
    "data: \(encoding.encode("token \"\(text)\" end"))\n"
  }

  /// Breaks when what HEAD held encoded counts as new, or what it held plain and is encoded now.
  @Test func whatHeadHeldIsNotNew() throws {
    try repository.commit("a.txt", text(.base64))
    try repository.stage("a.txt", "x\n" + text(.base64))
    #expect(try repository.scan().isClean)
    try repository.stage("a.txt", text(.hexadecimal))
    #expect(try repository.scan().isClean)
  }
}
