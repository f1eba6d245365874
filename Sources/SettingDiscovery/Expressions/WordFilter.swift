/// Tells quickly whether any of some words stands in a text, whatever the case of its letters.
///
/// Most files of a repository ask for no setting, and are passed over at the speed of this. A shift table over pairs of bytes
/// says how far the next place can be where a word ends (Wu and Manber).
struct WordFilter: Sendable {
  private let words: [[UInt8]]
  private let shortest: Int
  private let shifts: [UInt8]

  init(_ words: [String]) {
    self.words = words.map { $0.utf8.map { $0 | 0x20 } }
    let shortest = self.words.map(\.count).min() ?? 0
    self.shortest = shortest
    var shifts = [UInt8](repeating: UInt8(clamping: max(1, shortest - 1)), count: 1024)
    for word in self.words where shortest >= 2 {
      for end in 1..<shortest {
        let slot = WordFilter.slot(word[end - 1], word[end])
        shifts[slot] = min(shifts[slot], UInt8(clamping: shortest - 1 - end))
      }
    }
    self.shifts = shifts
  }

  private static func slot(_ first: UInt8, _ second: UInt8) -> Int { (Int(first & 31) << 5) | Int(second & 31) }

  func matches(_ text: RawSpan) -> Bool {
    guard shortest >= 2 else { return !words.isEmpty }
    return unsafe text.withUnsafeBytes { buffer in
      unsafe shifts.withUnsafeBufferPointer { shifts in
        var end = shortest - 1
        while end < buffer.count {
          let slot = WordFilter.slot(unsafe buffer[end - 1], unsafe buffer[end])
          let shift = unsafe Int(shifts[slot])
          if shift == 0 {
            if unsafe isWord(endingBefore: end - shortest + 1, buffer) { return true }
            end += 1
          } else {
            end += shift
          }
        }
        return false
      }
    }
  }

  private func isWord(endingBefore start: Int, _ buffer: UnsafeRawBufferPointer) -> Bool {
    for word in words where start + word.count <= buffer.count {
      var isEqual = true
      for (index, byte) in word.enumerated() where unsafe buffer[start + index] | 0x20 != byte {
        isEqual = false
        break
      }
      if isEqual { return true }
    }
    return false
  }
}

extension SettingConventions {
  /// Whether one of the project's functions is named in the text.
  func mayOccur(in text: RawSpan) -> Bool {
    if functions.isEmpty { return false }
    return WordFilter(
      functions.map { String($0.name.split { $0 == "." || $0 == ":" }.last ?? "") }.filter { !$0.isEmpty }
    )
    .matches(text)
  }
}
