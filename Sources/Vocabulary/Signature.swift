/// Who made a commit or tag, and when: `NAME <ADDRESS> SECONDS ZONE`.
///
/// Git takes commits in which parts of it are missing or are no numbers, so nothing here fails.
struct Signature {
  /// Name and address, as they are written.
  let person: String
  let time: GitTime

  static let none = Signature(person: "", time: GitTime(seconds: 0, zone: 0))

  private init(person: String, time: GitTime) {
    self.person = person
    self.time = time
  }

  init(_ value: ArraySlice<UInt8>) {
    guard let end = value.lastIndex(of: UInt8(ascii: ">")) else {
      self.init(person: String(decoding: value, as: UTF8.self), time: Signature.none.time)
      return
    }
    let words = value[(end + 1)...].split(separator: 32)
    self.init(
      person: String(decoding: value[...end], as: UTF8.self),
      time: GitTime(
        seconds: words.first.map(Signature.seconds) ?? 0, zone: words.count > 1 ? Signature.zone(words[1]) : 0))
  }

  /// The moments that RFC 3339 can write in every zone: the years 1 to 9998.
  private static let earliest = -62_135_596_800
  private static let latest = 253_370_764_799

  private static func seconds(_ word: ArraySlice<UInt8>) -> Int {
    let isNegative = word.first == UInt8(ascii: "-")
    let digits = isNegative ? word.dropFirst() : word
    guard let number = number(digits, limit: latest) else { return 0 }
    return isNegative ? max(-number, earliest) : number
  }

  /// `+HHMM` in minutes; what is no zone counts as UTC.
  private static func zone(_ word: ArraySlice<UInt8>) -> Int {
    guard let sign = word.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let number = number(word.dropFirst(), limit: 9999), number / 100 < 24, number % 100 < 60
    else { return 0 }
    let minutes = number / 100 * 60 + number % 100
    return sign == UInt8(ascii: "-") ? -minutes : minutes
  }

  /// A number in decimal digits, at most `limit`; `nil` for anything else.
  private static func number(_ digits: ArraySlice<UInt8>, limit: Int) -> Int? {
    guard !digits.isEmpty else { return nil }
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = min(limit, number * 10 + Int(digit - UInt8(ascii: "0")))
    }
    return number
  }
}
