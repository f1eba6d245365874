import Testing

@testable import YAML

@Suite struct CharacterPlacesTests {
  /// Breaks when one character is miscounted, far into a long text too.
  @Test(arguments: ["", "abc", "é", "aé😀b\nя", String(repeating: "añ😀", count: 100)])
  func eachCharacter(text: String) {
    let places = CharacterPlaces(Array(text.utf8))
    var expected = 0
    for (number, character) in text.unicodeScalars.enumerated() {
      #expect(places[number] == expected)
      expected += character.utf8.count
    }
    #expect(places[text.unicodeScalars.count] == expected)
    #expect(places[100_000] == expected)
  }
}
