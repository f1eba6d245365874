/// The commit or tag that a text belongs to, or that first brought it in.
package struct Origin: Hashable, Sendable {
  package let id: ObjectID
  /// Name and address, as git wrote them.
  package let author: String
  /// When it was made: seconds since 1970 and minutes east of UTC.
  package let time: GitTime

  package init(id: ObjectID, author: String, time: GitTime) {
    self.id = id
    self.author = author
    self.time = time
  }
}

/// A moment as git writes it: seconds since 1970 and the author's distance from UTC.
package struct GitTime: Hashable, Sendable, CustomStringConvertible {
  package let seconds: Int
  /// Minutes east of UTC.
  package let zone: Int

  package init(seconds: Int, zone: Int) {
    self.seconds = seconds
    self.zone = zone
  }

  /// RFC 3339, in the author's zone. Years of more than four digits, which it has no form for, are written as they are.
  package var description: String {
    let local = localSeconds
    let day = (local >= 0 ? local : local - 86_399) / 86_400
    let second = local - day * 86_400
    // Days to civil date: Howard Hinnant, «chrono-Compatible Low-Level Date Algorithms».
    let shifted = day + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthPrime = (5 * dayOfYear + 2) / 153
    let month = monthPrime < 10 ? monthPrime + 3 : monthPrime - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    func two(_ number: some BinaryInteger) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let digits = String(year.magnitude)
    let padding = String(repeating: "0", count: max(4 - digits.count, 0))
    let date =
      "\(year < 0 ? "-" : "")\(padding)\(digits)-\(two(month))-\(two(dayOfYear - (153 * monthPrime + 2) / 5 + 1))"
    let clock = "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60))"
    let sign = zone < 0 ? "-" : "+"
    let offset = zone == 0 ? "Z" : "\(sign)\(two(zone.magnitude / 60)):\(two(zone.magnitude % 60))"
    return "\(date)T\(clock)\(offset)"
  }

  /// Beyond this no date has a meaning, and within it nothing that is made of one overflows.
  private static let limit = Int.max / 4

  /// Seconds since 1970 on the author's clock: a commit's header may hold any numbers.
  private var localSeconds: Int {
    func clamped(_ number: Int, _ limit: Int) -> Int { min(max(number, -limit), limit) }
    return clamped(seconds, GitTime.limit) + clamped(zone, GitTime.limit / 60) * 60
  }
}
