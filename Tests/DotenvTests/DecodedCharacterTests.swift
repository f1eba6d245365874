import Testing

@testable import Dotenv

@Suite struct DecodedCharacterTests {
  private func characters(_ bytes: [UInt8]) -> [DecodedCharacter] {
    var (found, index): ([DecodedCharacter], Int) = ([], 0)
    while index < bytes.count {
      let character = DecodedCharacter(bytes, at: index, end: bytes.count)
      found.append(character)
      index += character.count
    }
    return found
  }

  @Test func everyScalarIsDecoded() {
    for value in stride(from: UInt32(0), through: 0x10FFFF, by: 37) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      #expect(characters(bytes).map(\.scalar) == [scalar])
    }
  }

  @Test(
    "what is no UTF-8",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func invalid(bytes: [UInt8]) {
    let first = DecodedCharacter(bytes, at: 0, end: bytes.count)
    #expect(first.scalar == nil)
    #expect(first.count == 1)
  }

  @Test func randomBytesAreJudgedAsTheStandardLibraryDoes() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let bytes = (0..<4).map { _ in
        random.choice([0x41, 0xC3, 0xA9, 0xE2, 0x82, 0xAC, 0xF0, 0x9F, 0x94, 0x91]) as UInt8
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(characters(bytes).allSatisfy { $0.scalar != nil } == isValid)
    }
  }

  @Test func spacesOfGoAndPython() {
    let go: [UInt32] = [
      9, 10, 11, 12, 13, 32, 0x85, 0xA0, 0x1680, 0x2000, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
    ]
    let python = go + [0x1C, 0x1D, 0x1E, 0x1F]
    for value in UInt32(0)...0x3100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let character = DecodedCharacter(
        Array(String(Character(scalar)).utf8), at: 0, end: String(Character(scalar)).utf8.count)
      let isBetween = (0x2000...0x200A).contains(value)
      #expect(character.isGoSpace == (go.contains(value) || isBetween))
      #expect(character.isPythonSpace == (python.contains(value) || isBetween))
      #expect(character.isComposeBlank == [9, 11, 12, 13, 32, 0x85, 0xA0].contains(value))
    }
  }

  @Test(arguments: [
    ("a", true), ("é", true), ("я", true), ("5", true), ("²", true), ("Ⅷ", true), ("_", false), ("-", false),
  ])
  func lettersAndNumbers(text: String, expected: Bool) {
    #expect(DecodedCharacter(Array(text.utf8), at: 0, end: text.utf8.count).isGoLetterOrNumber == expected)
  }
}
