/// Where in a text of UTF-8 each of its characters begins.
struct CharacterPlaces {
  private let bytes: [UInt8]
  /// The place of every `step`th character; none for a text of ASCII alone.
  private var milestones: [Int] = []
  private static let step = 64

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    var count = 0
    for place in bytes.indices where bytes[place] & 0xC0 != 0x80 {
      if count % CharacterPlaces.step == 0 { milestones.append(place) }
      count += 1
    }
  }

  /// The place of the character of that number, from 0; the end of the text where there are not so many.
  subscript(character: Int) -> Int {
    guard !milestones.isEmpty else { return min(character, bytes.count) }
    let milestone = character / CharacterPlaces.step
    guard milestone < milestones.count else { return bytes.count }
    var place = milestones[milestone]
    var left = character % CharacterPlaces.step
    while left > 0, place < bytes.count {
      place += 1
      while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
      left -= 1
    }
    return place
  }
}
