import Foundation

/// What compose-go and docker/cli made of the generated files, a number for each, as Resources/go-reader told.
///
/// They are recorded anew by `STANCH_TEST_GO_DOTENV=READER STANCH_TEST_RECORD=1 swift test --filter DotenvTests`.
struct RecordedReadings {
  let digests: [String]

  init(_ dialect: String) throws {
    let text = try String(contentsOf: RecordedReadings.file(dialect), encoding: .utf8)
    digests = text.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  static var isToBeRecorded: Bool { ProcessInfo.processInfo.environment["STANCH_TEST_RECORD"] != nil }

  static func record(_ readings: [RealReader.Reading], _ dialect: String) throws {
    let digests = readings.map(digest)
    let lines = stride(from: 0, to: digests.count, by: 13).map { start in
      digests[start..<min(start + 13, digests.count)].joined(separator: " ")
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file(dialect))
  }

  /// A reading as a number (FNV-1a), for a file of six thousand.
  static func digest(_ reading: RealReader.Reading) -> String {
    var hash: UInt32 = 2_166_136_261
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    }
    guard let reading else { return "failed" }
    for (name, value) in reading.sorted(by: { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }) {
      add("\(name.utf8.count) \(value.count) ".utf8)
      add(name.utf8)
      add(value)
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }

  private static func file(_ dialect: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Resources/\(dialect)-readings.txt")
  }
}
