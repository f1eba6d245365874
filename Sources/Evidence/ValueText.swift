internal import Glibc

/// A value, and what can be counted in it.
struct ValueText {
  let bytes: ArraySlice<UInt8>
  let digits: Int
  let lowercase: Int
  let uppercase: Int
  /// How often a digit stands beside a letter.
  let changes: Int
  let language: LanguageModel.Reading?

  /// White space at the ends does not count.
  init(_ text: ArraySlice<UInt8>) {
    let isBlank = { (byte: UInt8) in byte <= 32 }
    let start = text.firstIndex { !isBlank($0) } ?? text.endIndex
    let end = text.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    bytes = text[start..<end]
    var (digits, lowercase, uppercase, changes) = (0, 0, 0, 0)
    var last: UInt8 = 0
    for byte in bytes {
      let isDigit = WordCutter.isDigit(byte)
      if isDigit { digits += 1 }
      if WordCutter.isLower(byte) { lowercase += 1 }
      if WordCutter.isUpper(byte) { uppercase += 1 }
      if isDigit ? LanguageModel.isLetter(last) : WordCutter.isDigit(last) && LanguageModel.isLetter(byte) {
        changes += 1
      }
      last = byte
    }
    self.digits = digits
    self.lowercase = lowercase
    self.uppercase = uppercase
    self.changes = changes
    language = LanguageModel.reading(of: bytes)
  }

  var count: Int { bytes.count }
  var letters: Int { lowercase + uppercase }
  /// Everything that is neither letter nor digit.
  var marks: Int { count - digits - letters }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The share of the value that is letters in a row.
  var wordShare: Double { Double(language?.letters ?? 0) / Double(max(1, count)) }

  /// Digits and letters of base 16, both of them, in one case.
  var isHexadecimal: Bool {
    guard digits > 0, letters > 0, digits + letters == count, lowercase == 0 || uppercase == 0 else { return false }
    return bytes.allSatisfy { WordCutter.isDigit($0) || ($0 | 32) &- 97 < 6 }
  }

  /// Shannon entropy over what a text of this length can have at most, from 0 to 1.
  var evenness: Double {
    var counts = [Int](repeating: 0, count: 256)
    for byte in bytes { counts[Int(byte)] += 1 }
    let total = Double(max(1, count))
    let entropy = counts.reduce(0) { sum, count in
      guard count > 0 else { return sum }
      let share = Double(count) / total
      return sum - share * log2(share)
    }
    return entropy / log2(Double(max(2, min(count, 64))))
  }

  /// Whether it reads less like words than this: see `LanguageModel.Reading`.
  func isRare(_ limit: Double) -> Bool { (language?.likelihood ?? -99) <= limit }

  func contains(_ part: StaticString) -> Bool {
    let length = part.utf8CodeUnitCount
    guard count >= length else { return false }
    return bytes.indices.dropLast(length - 1).contains { start in
      for offset in 0..<length where unsafe bytes[start + offset] != part.utf8Start[offset] { return false }
      return true
    }
  }

  func starts(with part: StaticString) -> Bool {
    count >= part.utf8CodeUnitCount
      && (0..<part.utf8CodeUnitCount).allSatisfy { unsafe bytes[bytes.startIndex + $0] == part.utf8Start[$0] }
  }
}
