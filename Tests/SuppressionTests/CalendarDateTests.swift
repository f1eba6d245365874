import Suppression
import Testing

@Suite struct CalendarDateTests {
  @Test(
    "days of the calendar",
    arguments: [
      "2027-01-31", "2024-02-29", "2000-02-29", "2027-12-31", "2027-04-30", "2027-02-28", "0001-01-01", "9999-12-31",
    ])
  func valid(text: String) { #expect(CalendarDate(text)?.description == text) }

  @Test(
    "what is no day",
    arguments: [
      "2027-02-29", "1900-02-29", "2100-02-29", "2027-04-31", "2027-06-31", "2027-09-31", "2027-11-31", "2027-01-32",
      "2027-00-10", "2027-13-01", "2027-01-00", "2027-1-31", "27-01-31", "2027-01-1", "2027/01/31", "2027-01-31 ", "",
      "tomorrow",
      "2027-01", "2027-01-31-", "-027-01-31", "２０２７-01-31", "2027-01-3x", "2027-01-31T00:00", "20270131",
    ])
  func invalid(text: String) { #expect(CalendarDate(text) == nil) }

  @Test("a sign is no digit", arguments: ["2027-+1-31", "+027-01-31", "2027-01-+3"])
  func signs(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test(
    "days are ordered by year, month and day",
    arguments: [
      ("2026-12-31", "2027-01-01"), ("2027-01-31", "2027-02-01"), ("2027-02-01", "2027-02-02"),
      ("0999-12-31", "1000-01-01"),
    ])
  func order(earlier: String, later: String) throws {
    let (one, other) = (try #require(CalendarDate(earlier)), try #require(CalendarDate(later)))
    #expect(one < other)
    #expect(!(other < one))
    #expect(try #require(CalendarDate(earlier)) == one)
  }

  @Test(
    "bytes of a file are read as text is",
    arguments: [
      "2027-01-31", "2024-02-29", "0001-01-01", "9999-12-31", "2027-02-29", "2027-13-01", "2027-00-10", "2027-01-00",
      "2027-1-31", "2027/01/31", "2027-+1-31", "20270131", "2027-01-3x", "-027-01-31", "2027-01-311", "",
    ])
  func bytes(text: String) {
    let bytes = Array("x\(text)y".utf8)
    #expect(CalendarDate(bytes.span, at: 1..<(bytes.count - 1)) == CalendarDate(text))
  }

  @Test func todayIsADay() {
    let today = CalendarDate.today()
    #expect(CalendarDate(today.description) == today)
    #expect(today.year >= 2025)
  }
}
