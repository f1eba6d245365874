extension GitTime {
  /// Reads what `description` writes, also with a zone that RFC 3339 does not allow and git does; `nil` for anything else.
  package init?(rfc3339 text: String) {
    var rest = Array(text.utf8)[...]
    let isBeforeZero = GitTime.take("-", from: &rest)
    guard let year = GitTime.number(upTo: 9, from: &rest), GitTime.take("-", from: &rest),
      let month = GitTime.number(upTo: 2, from: &rest), (1...12).contains(month), GitTime.take("-", from: &rest),
      let day = GitTime.number(upTo: 2, from: &rest), (1...31).contains(day), GitTime.take("T", from: &rest),
      let hour = GitTime.number(upTo: 2, from: &rest), hour < 24, GitTime.take(":", from: &rest),
      let minute = GitTime.number(upTo: 2, from: &rest), minute < 60, GitTime.take(":", from: &rest),
      let second = GitTime.number(upTo: 2, from: &rest), second < 60,
      let zone = GitTime.zone(from: &rest), rest.isEmpty
    else { return nil }
    let days = GitTime.days(year: isBeforeZero ? -year : year, month: month, day: day)
    self.init(seconds: days * 86_400 + hour * 3600 + minute * 60 + second - zone * 60, zone: zone)
  }

  /// Days since 1970: Howard Hinnant, «chrono-Compatible Low-Level Date Algorithms».
  private static func days(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func zone(from rest: inout ArraySlice<UInt8>) -> Int? {
    if take("Z", from: &rest) { return 0 }
    let isWest = take("-", from: &rest)
    guard isWest || take("+", from: &rest), let hours = number(upTo: 6, from: &rest), take(":", from: &rest),
      let minutes = number(upTo: 2, from: &rest), minutes < 60
    else { return nil }
    return (isWest ? -1 : 1) * (hours * 60 + minutes)
  }

  private static func take(_ letter: Character, from rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == letter.asciiValue else { return false }
    rest.removeFirst()
    return true
  }

  private static func number(upTo digits: Int, from rest: inout ArraySlice<UInt8>) -> Int? {
    let taken = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !taken.isEmpty, taken.count <= digits else { return nil }
    rest = rest.dropFirst(taken.count)
    return taken.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }
}
