import Testing

@testable import Vocabulary

@Suite struct GitTimeTests {
  /// Breaks when a date that a report holds is read as another moment: around leap days, centuries and years before 0.
  @Test(arguments: [
    0, 1, -1, 86_399, 86_400, 951_782_400, 951_868_800, 1_709_164_800, 4_107_542_400, -2_208_988_800, -62_135_596_800,
    -62_167_219_201, -62_193_744_000, 31_000_000_000_000_000, 253_402_300_799, 253_370_764_799,
  ])
  func isReadAsItIsWritten(seconds: Int) {
    for zone in [0, 1, -1, 120, -570, 840, -1439, 1439] {
      let time = GitTime(seconds: seconds, zone: zone)
      #expect(GitTime(rfc3339: time.description) == time, "\(time)")
    }
  }

  @Test(arguments: (0..<40).map { $0 * 86_400 * 97 * 31 - 60_000_000_000 })
  func isReadAsItIsWrittenOnAnyDay(seconds: Int) {
    #expect(GitTime(rfc3339: GitTime(seconds: seconds, zone: 60).description) == GitTime(seconds: seconds, zone: 60))
  }

  /// Breaks when what is no date is read as one, or stops the program.
  @Test(arguments: [
    "", "2024-01-02", "2024-01-02T03:04:05", "2024-00-02T03:04:05Z", "2024-13-02T03:04:05Z", "2024-01-32T03:04:05Z",
    "2024-01-02T24:04:05Z", "2024-01-02T03:60:05Z", "2024-01-02T03:04:61Z", "2024-01-02T03:04:05z",
    "2024-01-02T03:04:05+2:0:0", "2024-01-02T03:04:05ZZ", "2024-01-02 03:04:05Z", "x024-01-02T03:04:05Z",
    "99999999999999999999-01-02T03:04:05Z", "2024-01-02T03:04:05+99999999:00", "--2024-01-02T03:04:05Z",
  ])
  func readsNothingElse(text: String) {
    #expect(GitTime(rfc3339: text) == nil)
  }

  /// Breaks when the largest year that is read overflows.
  @Test func aYearBeyondAllMeaningIsHarmless() {
    #expect(GitTime(rfc3339: "999999999-12-31T23:59:59-999999:59") != nil)
    #expect(GitTime(rfc3339: "-999999999-01-01T00:00:00+999999:59") != nil)
  }
}
