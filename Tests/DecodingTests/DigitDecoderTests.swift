import Structure
import Testing

@testable import Decoding

@Suite struct DigitDecoderTests {
  private static let words = "password = some words here"

  private static func decoded(_ text: String) -> DecodedText? {
    let bytes = Array(text.utf8)
    return unsafe DigitDecoder.text(in: 0..<bytes.count, of: bytes.span.bytes)
  }

  private static func base64(_ text: String, _ alphabet: Base64.Alphabet = .url) -> String {
    String(decoding: Base64.encoded(Array(text.utf8), alphabet).filter { $0 != 61 }, as: UTF8.self)
  }

  private static func hexadecimal(_ text: String) -> String {
    text.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test("texts of every length", arguments: 18..<60)
  func lengths(count: Int) throws {
    let text = String(String(repeating: Self.words, count: 3).prefix(count))
    for encoded in [
      Self.base64(text), Self.base64(text, .standard), Self.hexadecimal(text), Self.hexadecimal(text).uppercased(),
    ] {
      let decoded = try #require(Self.decoded(encoded))
      #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
      #expect(decoded.source(of: 0..<count) == 0..<encoded.utf8.count)
    }
    #expect(Self.decoded(Self.base64(text))?.encoding == "base64")
    #expect(Self.decoded(Self.hexadecimal(text))?.encoding == "hexadecimal")
  }

  @Test("of each byte it is known where it was", arguments: 0..<24)
  func places(start: Int) throws {
    let decoded = try #require(Self.decoded(Self.base64(Self.words)))
    let source = decoded.source(of: start..<(start + 2))
    let digits = Array(Self.base64(Self.words).utf8)
    // The whole groups round the range decode to something that holds it.
    let groups = (source.lowerBound / 4 * 4)..<min(digits.count, (source.upperBound + 3) / 4 * 4)
    let part = String(decoding: try #require(Base64.decoded(digits[groups])), as: UTF8.self)
    #expect(part.contains(String(Self.words.dropFirst(start).prefix(2))))
    #expect(source.count <= 5)
  }

  @Test(
    "what holds no text is not decoded",
    arguments: [
      "getElementsByClassNameAndSoOnAndSoOn", "0123456789abcdef0123456789abcdef01234567",
      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
      "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACN", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      "path/to/some/folder/with/a/name/of/length",
      "------------------------------------", "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj",
    ])
  func noTexts(run: String) {
    #expect(Self.decoded(run) == nil)
  }

  @Test("a name before it that ends in a digit which separates", arguments: ["token_", "a-b-", "x/", "my_token_"])
  func names(name: String) throws {
    let decoded = try #require(Self.decoded(name + Self.base64(Self.words)))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == Self.words)
    #expect(decoded.source(of: 0..<3).lowerBound == name.utf8.count)
  }

  @Test("one digit more than whole groups belongs to something else")
  func oneMore() throws {
    let decoded = try #require(Self.decoded(Self.base64("some words that fill groups") + "x"))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == "some words that fill groups")
  }

  @Test("UTF-16 in base 64")
  func wide() throws {
    let bytes = Array(Self.words.utf8).flatMap { [$0, 0] as [UInt8] }
    let digits = String(decoding: Base64.encoded(bytes), as: UTF8.self).filter { $0 != "=" }
    let decoded = try #require(Self.decoded(digits))
    #expect(String(decoding: decoded.bytes, as: UTF8.self) == Self.words)
    #expect(decoded.encoding == "base64 of UTF-16")
    #expect(decoded.source(of: 3..<6) == 8..<16)
  }

  @Test("a text that turns into something else is none")
  func mixed() {
    let noise = (0..<200).map { UInt8($0 % 32) }
    let digits = Base64.encoded(Array("some words at first ".utf8) + noise, .url)
    #expect(Self.decoded(String(decoding: digits, as: UTF8.self)) == nil)
  }
}
