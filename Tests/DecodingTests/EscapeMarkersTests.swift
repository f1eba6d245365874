import Testing

@testable import Decoding

@Suite struct EscapeMarkersTests {
  @Test("every marker begins something that is decoded")
  func decoded() {
    for marker in EscapeMarkers.literals {
      let text = String(decoding: marker, as: UTF8.self)
      let whole = [text, text + "3d", text + "4;", text + "3d;", text + "9;"]
      #expect(
        whole.contains { text in
          unsafe EscapeDecoder.text(in: 0..<text.utf8.count, of: Array(text.utf8).span.bytes) != nil
        }, "\(text)")
    }
  }

  @Test func differ() {
    #expect(Set(EscapeMarkers.literals).count == EscapeMarkers.literals.count)
    #expect(EscapeMarkers.literals.allSatisfy { $0.count >= 3 })
  }
}
