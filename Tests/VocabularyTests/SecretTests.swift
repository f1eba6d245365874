import Testing

@testable import Vocabulary

@Suite struct SecretTests {
  private struct Holder {
    let secret: Secret
    let list: [Secret]
  }

  private let text = "value-" + String((0..<24).map { _ in "abcdefghjkmnpqrstuvwxyz".randomElement() ?? "a" })
  private var secret: Secret { Secret(Array(text.utf8)) }

  private static func dumped(_ value: some Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
  }

  @Test func neverPrints() {
    let holder = Holder(secret: secret, list: [secret])
    let bytes = "\(Array(text.utf8))".dropFirst().dropLast()
    for shown in [
      "\(secret)", String(reflecting: secret), String(describing: Optional(secret)), "\(holder)",
      String(reflecting: holder), SecretTests.dumped(secret), SecretTests.dumped(holder), "\([secret: 1])",
    ] {
      #expect(!shown.contains(text))
      #expect(!shown.contains(bytes))
      #expect(!shown.contains("\(text.utf8.first ?? 0), \(text.utf8.dropFirst().first ?? 0)"))
    }
    #expect("\(secret)" == "<redacted>")
  }

  @Test func hidesItselfFromMirrors() {
    #expect(Mirror(reflecting: secret).children.isEmpty)
  }

  @Test func hasOneWayToItsBytes() {
    #expect(secret.revealedBytes() == Array(text.utf8))
    #expect(secret.count == 30)
  }

  @Test func isEqualByItsBytes() {
    #expect(secret == Secret(Array(text.utf8)))
    #expect(secret != Secret(Array((text + "x").utf8)))
  }

  /// Breaks when a secret that a report does not show passes for an empty one.
  @Test func anUnknownSecretIsNotAnEmptyOne() {
    #expect(!Secret.unknown.isKnown && Secret([]).isKnown)
    #expect(Secret.unknown != Secret([]))
    #expect(Secret.unknown.revealedBytes().isEmpty)
  }
}
