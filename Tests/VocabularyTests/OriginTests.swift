import Testing

@testable import Vocabulary

/// Breaks when a date is a day off, or a zone is applied the wrong way. The expected forms are those of `date -u -d @…` and git.
@Suite struct OriginTests {
  @Test(arguments: [
    (0, 0, "1970-01-01T00:00:00Z"),
    (951_782_400, 0, "2000-02-29T00:00:00Z"),
    (1_700_000_000, 60, "2023-11-14T23:13:20+01:00"),
    (1_700_000_000, -330, "2023-11-14T16:43:20-05:30"),
    (4_107_542_400, 0, "2100-03-01T00:00:00Z"),
    (-1, 0, "1969-12-31T23:59:59Z"),
    (-30_610_224_000, 0, "1000-01-01T00:00:00Z"),
    (-30_610_224_001, 0, "0999-12-31T23:59:59Z"),
    (-62_135_596_800, 0, "0001-01-01T00:00:00Z"),
    (-62_167_219_201, 0, "-0001-12-31T23:59:59Z"),
    (253_402_300_800, 0, "10000-01-01T00:00:00Z"),
  ])
  func aMomentIsWrittenInItsZone(_ seconds: Int, _ zone: Int, _ text: String) {
    #expect(GitTime(seconds: seconds, zone: zone).description == text)
  }

  /// Breaks when the numbers of a commit's header stop the program, whatever they are.
  @Test(arguments: [Int.min, .min + 1, -1 << 62, -86_400, 0, 1 << 62, .max - 1, .max])
  func noNumberIsTooLarge(_ number: Int) {
    for other in [Int.min, -1 << 62, -60, 0, 60, 1 << 62, .max] {
      #expect(GitTime(seconds: number, zone: other).description.contains("T"))
      #expect(GitTime(seconds: other, zone: number).description.contains("T"))
    }
  }
}

@Suite struct TraceTests {
  /// Breaks when a report of a repository with thousands of pull requests is made of their names.
  @Test func ofVeryManyReferencesTheFirstAreKept() {
    let names = (1000..<3000).map { "refs/pull/\($0)/head" }
    let trace = Trace(paths: [], isInHead: nil, references: names, reach: .reference, order: 0)
    #expect(trace.references == Array(names.prefix(100)))
  }
}
