/// A secret made up while the test runs: nothing in these sources looks like one.
struct FakeSecret {
  let text: String
  let rule: String

  static func gitHubToken() -> FakeSecret {
    FakeSecret(text: "ghp" + "_" + random(36, alphanumeric), rule: "github-personal-access-token")
  }

  static func awsKeyID() -> FakeSecret {
    FakeSecret(text: "AK" + "IA" + random(16, base32), rule: "aws-access-key-id")
  }

  static func slackBotToken() -> FakeSecret {
    FakeSecret(
      text: "xo" + "xb-" + random(12, digits) + "-" + random(13, digits) + "-" + random(24, alphanumeric),
      rule: "slack-bot-token")
  }

  /// What a password has to have to be taken for one; `assignment` is the line it stands in.
  static func password() -> FakeSecret {
    FakeSecret(
      text: random(4, alphanumeric) + "!" + random(3, digits) + random(8, alphanumeric), rule: "generic-password")
  }

  /// The 40 characters that belong to an AWS key id.
  static func awsSecretKey() -> FakeSecret { FakeSecret(text: random(40, alphanumeric), rule: "aws-key-pair") }

  /// A private key in PEM form, of six lines.
  static func privateKey() -> FakeSecret {
    let label = "RSA " + "PRIVATE" + " KEY-----"
    let body = (0..<4).map { _ in random(64, alphanumeric) + "\n" }.joined()
    return FakeSecret(text: "-----BEGIN \(label)\n\(body)-----END \(label)", rule: "private-key")
  }

  var assignment: String { "password = \"\(text)\"\n" }

  var line: String { text + "\n" }

  private static let digits = "0123456789"
  private static let base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
  private static let alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

  private static func random(_ count: Int, _ alphabet: String) -> String {
    let letters = Array(alphabet)
    return String((0..<count).map { _ in letters[Int.random(in: letters.indices)] })
  }
}
