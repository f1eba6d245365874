import TOML
import Testing

@Suite struct ConfigurationErrorTests {
  @Test(
    arguments: [
      (nil, nil, "f: no"), (3, nil, "f:3: no"), (nil, "rule x, key y", "f: rule x, key y: no"),
      (3, "rule x", "f:3: rule x: no"),
    ] as [(Int?, String?, String)])
  func sentence(line: Int?, place: String?, expected: String) {
    #expect(ConfigurationError(file: "f", line: line, place: place, cause: "no").description == expected)
  }
}
