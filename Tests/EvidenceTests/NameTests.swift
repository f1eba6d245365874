import Testing
import Vocabulary

@testable import Evidence

@Suite struct NameTests {
  private func name(_ text: String) -> Name? { Name(Array(text.utf8)[...]) }

  @Test(
    "the last word that speaks of secrets decides",
    arguments: [
      ("db_password", NameClass.password), ("userPwd", .password), ("SMTP_PASS", .password), ("clientSecret", .secret),
      ("secret_token", .token), ("token_secret", .secret), ("api_key", .key), ("auth_token", .token),
      ("authKey", .key), ("basicAuth", .auth), ("mysecret", .secret), ("X-Auth-Token", .token),
    ])
  func classes(_ text: String, _ nameClass: NameClass) {
    #expect(name(text)?.nameClass == nameClass)
  }

  @Test(
    "other names have no class", arguments: ["author", "monkey", "passage", "compass_direction", "bypassed", "user"])
  func others(_ text: String) {
    #expect(name(text) == nil)
  }

  @Test(
    "words beside it make it something else",
    arguments: [
      ("password_hash", "hash"), ("tokenType", "type"), ("public_key", "public"), ("secretName", "name"),
      ("csrf_token", "csrf"), ("PASSWORD_MIN_LENGTH", "min"), ("access_key_id", "id"),
    ])
  func otherMeanings(_ text: String, _ word: String) {
    #expect(name(text)?.otherMeaning == word)
  }

  @Test("numbers and stages do not", arguments: ["password1", "password_prod", "auth_code", "license_key"])
  func sameMeaning(_ text: String) {
    #expect(name(text) != nil)
    #expect(name(text)?.otherMeaning == nil)
  }

  @Test(
    "of keys only some are secret",
    arguments: [("api_key", true), ("key", false), ("map_key", false), ("apikey", true)])
  func keys(_ text: String, _ isSecret: Bool) {
    #expect(name(text)?.isSecretKey == isSecret)
  }
}
