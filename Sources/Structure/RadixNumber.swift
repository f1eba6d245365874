/// A number written with a fixed count of digits, filled with zeros from the left.
package enum RadixNumber {
  /// Digits, then capital letters, then small ones.
  package static let base62 = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
  /// Digits, then small letters.
  package static let base36 = Array("0123456789abcdefghijklmnopqrstuvwxyz".utf8)

  package static func digits(_ number: UInt32, _ alphabet: [UInt8], count: Int) -> [UInt8] {
    var rest = Int(number)
    var digits: [UInt8] = []
    for _ in 0..<count {
      digits.append(alphabet[rest % alphabet.count])
      rest /= alphabet.count
    }
    return digits.reversed()
  }

  /// The number that a few digits mean; `nil` when one of them is none.
  package static func value(_ digits: some Sequence<UInt8>, _ alphabet: [UInt8]) -> Int? {
    var value = 0
    for digit in digits.prefix(8) {
      guard let number = alphabet.firstIndex(of: digit) else { return nil }
      value = value * alphabet.count + number
    }
    return value
  }
}
