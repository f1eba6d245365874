/// A text that was taken out of a file, and where in the file each of its bytes stands.
struct PlacedText {
  let bytes: [UInt8]
  /// One more than there are bytes; none where they stand one beside the other.
  private let places: [Int]
  private let base: Int

  /// A text whose bytes stand one beside the other from `base` on.
  init(_ bytes: [UInt8], at base: Int = 0) {
    self.bytes = bytes
    self.base = base
    places = []
  }

  init(_ bytes: [UInt8], places: [Int]) {
    self.bytes = bytes
    self.places = places
    base = 0
  }

  /// Where in the file the byte at `index` stands.
  func place(_ index: Int) -> Int {
    places.isEmpty ? base + index : places[max(0, min(index, places.count - 1))]
  }

  /// A part, which knows its place too.
  func part(_ range: Range<Int>) -> PlacedText {
    places.isEmpty
      ? PlacedText(Array(bytes[range]), at: base + range.lowerBound)
      : PlacedText(Array(bytes[range]), places: Array(places[range.lowerBound...range.upperBound]))
  }
}

extension PlacedText {
  /// Another text of the same length at the same places.
  func replacing(_ bytes: [UInt8]) -> PlacedText {
    PlacedText(bytes, places: bytes.indices.map(place) + [place(bytes.count)])
  }
}
