internal import Glibc

/// A day as `2027-01-31` (ISO 8601), in UTC.
package struct CalendarDate: Comparable, Sendable, CustomStringConvertible {
  /// Its digits as one number, such as 20270131.
  private let digits: Int32

  package var year: Int { Int(digits) / 10_000 }
  package var month: Int { Int(digits) / 100 % 100 }
  package var day: Int { Int(digits) % 100 }

  /// `nil` for what is not a day of the calendar.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }), parts.map(\.count) == [4, 2, 2],
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The same from bytes, of which nothing is made: `2027-01-31` at a place.
  package init?(_ bytes: borrowing Span<UInt8>, at range: Range<Int>) {
    guard range.count == 10 else { return nil }
    var digits = 0
    for place in 0..<10 {
      let byte = bytes[range.lowerBound + place]
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard (48...57).contains(byte) else { return nil }
        digits = digits * 10 + Int(byte - 48)
      }
    }
    self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
  }

  private init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...CalendarDate.days(in: month, of: year)).contains(day) else { return nil }
    self.init(digits: year * 10_000 + month * 100 + day)
  }

  private init(digits: Int) { self.digits = Int32(digits) }

  package static func today() -> CalendarDate {
    var now = time(nil)
    var parts = unsafe tm()
    unsafe gmtime_r(&now, &parts)
    let year = unsafe Int(parts.tm_year) + 1900
    return unsafe CalendarDate(digits: year * 10_000 + (Int(parts.tm_mon) + 1) * 100 + Int(parts.tm_mday))
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.digits < right.digits
  }

  package var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
