import Testing

@testable import SettingDiscovery

/// A generator of numbers that says the same every time.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var number = state
    number = (number ^ (number >> 30)) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ (number >> 27)) &* 0x94D0_49BB_1331_11EB
    return number ^ (number >> 31)
  }
}

func readout(_ reader: any SettingReader.Type, _ text: [UInt8]) -> SettingReadout {
  unsafe reader.references(in: text.span.bytes, conventions: SettingConventions())
}

@Suite struct DeploymentFuzzTests {
  /// Bytes that mean something somewhere.
  private static let telling = Array("$${}()[]<>\"'`\\#:;|&=-!%@,.*?+~ \t\n\r{{}}<<EOF".utf8) + [0, 0x80, 0xC3, 0xFF]

  /// Breaks when bytes can make a reader crash, or name a place that is not in the text.
  @Test(arguments: 0..<3) func mutations(seed: Int) {
    var numbers = SeededNumbers(seed: UInt64(seed))
    for snippet in LabelledSnippet.all {
      for _ in 0..<8 {
        var text = snippet.text
        for _ in 0..<Int.random(in: 1...6, using: &numbers) { mutate(&text, &numbers) }
        check(snippet.path, text)
      }
    }
  }

  /// Breaks when a reader expects what only its own files hold.
  @Test func everyReaderOnEveryFile() {
    for snippet in LabelledSnippet.all {
      for reader in DeploymentReaders.all {
        let found = readout(reader, snippet.text)
        #expect(found.references.allSatisfy { (0...snippet.text.count).contains($0.offset) })
      }
    }
  }

  /// Breaks when a reader runs over the end of a text that stops anywhere.
  @Test func beginnings() {
    for snippet in LabelledSnippet.all {
      for length in stride(from: 0, to: snippet.text.count, by: 5) {
        check(snippet.path, Array(snippet.text.prefix(length)))
      }
    }
  }

  private func mutate(_ text: inout [UInt8], _ numbers: inout SeededNumbers) {
    guard !text.isEmpty else { return }
    let place = Int.random(in: 0..<text.count, using: &numbers)
    switch Int.random(in: 0..<5, using: &numbers) {
    case 0: text[place] = DeploymentFuzzTests.telling.randomElement(using: &numbers) ?? 0
    case 1: text.insert(DeploymentFuzzTests.telling.randomElement(using: &numbers) ?? 0, at: place)
    case 2: text.remove(at: place)
    case 3: text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...20, using: &numbers)))
    default:
      let other = Int.random(in: 0..<text.count, using: &numbers)
      text.insert(contentsOf: text[min(place, other)..<min(text.count, min(place, other) + 20)], at: place)
    }
  }

  private func check(_ path: String, _ text: [UInt8]) {
    let beginning = unsafe text.span.bytes
    guard let reader = DeploymentReaders.reader(for: path, beginning: beginning) else { return }
    let found = readout(reader, text)
    let places = found.references.map(\.offset) + found.gaps.map(\.offset) + found.envFiles.map(\.offset)
    #expect(places.allSatisfy { (0...text.count).contains($0) }, "\(path): \(places) of \(text.count)")
    #expect(found.references.map(\.offset) == found.references.map(\.offset).sorted())
  }
}
