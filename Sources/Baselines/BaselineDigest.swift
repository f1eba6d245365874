internal import Vocabulary

/// What a line of a baseline knows a secret by.
///
/// For a secret that nobody can guess, its fingerprint as reports show it. For one that may be guessed, such as a password that
/// somebody thought of, 24 bits of a digest of that fingerprint, keyed with the file's salt: enough to know it again in its
/// file, and too little to prove a guess by, since of every 16 million guesses one fits.
struct BaselineDigest: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt64
  private let isShort: Bool

  /// Bytes of the short form.
  private static let shortLength = 3
  private static let mark = UInt8(ascii: "~")

  private init(high: UInt64, low: UInt64, isShort: Bool) {
    self.high = high
    self.low = low
    self.isShort = isShort
  }

  /// A digest as it is written; `nil` for anything else. Digits are of lower case, so that a digest has one form.
  init?(_ text: ArraySlice<UInt8>) {
    let bytes = Array(text)
    self.init(bytes.span, at: 0..<bytes.count)
  }

  /// The same at a place of a file.
  init?(_ bytes: borrowing Span<UInt8>, at range: Range<Int>) {
    let start = range.lowerBound
    if range.count == 1 + 2 * BaselineDigest.shortLength, bytes[start] == BaselineDigest.mark {
      guard let value = BaselineDigest.value(bytes, (start + 1)..<range.upperBound) else { return nil }
      self.init(high: 0, low: value, isShort: true)
    } else {
      guard range.count == 32, let high = BaselineDigest.value(bytes, start..<(start + 16)),
        let low = BaselineDigest.value(bytes, (start + 16)..<range.upperBound)
      else { return nil }
      self.init(high: high, low: low, isShort: false)
    }
  }

  /// The long form.
  init?(_ fingerprint: Fingerprint) { self.init(Array(fingerprint.hex.utf8)[...]) }

  /// The short form.
  init?(_ fingerprint: Fingerprint, salt: FingerprintKey) {
    let salted = Fingerprint(rule: "baseline", secret: Secret(Array(fingerprint.hex.utf8)), key: salt)
    self.init([BaselineDigest.mark] + Array(salted.hex.utf8.prefix(2 * BaselineDigest.shortLength)))
  }

  private static func value(_ bytes: borrowing Span<UInt8>, _ digits: Range<Int>) -> UInt64? {
    var value: UInt64 = 0
    var isRight = true
    // Without a branch on each digit: those of a digest cannot be predicted.
    for place in digits {
      let (number, letter) = (bytes[place] &- UInt8(ascii: "0"), bytes[place] &- UInt8(ascii: "a"))
      isRight = isRight && (number < 10) != (letter < 6)
      value = value << 4 | UInt64(number < 10 ? number : letter &+ 10 & 15)
    }
    return isRight ? value : nil
  }
}

extension BaselineDigest: CustomStringConvertible {
  var description: String {
    func bytes(_ value: UInt64, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * (count - 1 - $0))) }
    }
    return isShort
      ? "~" + Hexadecimal.string(bytes(low, BaselineDigest.shortLength))
      : Hexadecimal.string(bytes(high, 8) + bytes(low, 8))
  }
}

extension Finding {
  /// Whether the secret may be one that somebody could guess: it was told from other text by its surroundings, or holds little.
  ///
  /// Shannon's entropy is the most that a value of such characters can hold; words hold far less, hence the generous bounds.
  var isGuessable: Bool {
    // What is about the path alone holds no secret.
    guard secret.isKnown, secret.count > 0 else { return false }
    let bits = entropy * Double(secret.count)
    return switch rule.confidence {
    case .low: true
    case .medium: bits < 128
    case .high: bits < 64
    }
  }
}
