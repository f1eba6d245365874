import Dotenv
import Glibc
import Testing

@Suite struct RoundTripTests {
  /// The lines joined have to be the file, and every entry has to be on its line.
  private func check(_ bytes: [UInt8]) {
    for dialect in DotenvDialect.allCases {
      let document = DotenvDocument(bytes, file: ".env", dialect: dialect)
      let starts = [0] + document.lines.map(\.range.upperBound)
      let areJoined = zip(starts, document.lines).allSatisfy { $0 == $1.range.lowerBound } && starts.last == bytes.count
      let areInPlace = document.entries.allSatisfy { entry in
        entry.range.upperBound <= bytes.count && document.lines[entry.line].range.contains(entry.range.lowerBound)
      }
      let areOrdered = zip(document.entries, document.entries.dropFirst()).allSatisfy {
        $0.range.upperBound <= $1.range.lowerBound
      }
      let areInside = document.problems.allSatisfy { (0...bytes.count).contains($0.offset) }
      if !(areJoined && areInPlace && areOrdered && areInside) {
        Issue.record("\(dialect): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
      _ = try? document.variables()
      _ = document.settings
    }
  }

  @Test(
    "files that are hard to keep",
    arguments: [
      "", "\n", "\r", "\r\n", "\u{FEFF}", "\u{FEFF}\r\n", "A=1", "A=1\r\nB=2\n\rC=3\r", "A=\0\nB=\0", "A='\nB='", "=",
      "==\n=",
      "A", "#", "#\r", "export", "export ", "export =", "A=\"", "A=\\", "A=$", "A=${", "A=${B:-", "A=$'", "'", "\"=\"",
    ])
  func kept(text: String) { check(Array(text.utf8)) }

  @Test func generatedFilesAreKept() {
    for seed in 0..<3_000 {
      var file = GeneratedFile(seed: UInt64(seed), isForShell: seed.isMultiple(of: 3))
      check(file.bytes())
    }
  }

  @Test func anyBytesAreKept() {
    var random = SeededGenerator(seed: 1)
    let alphabet: [UInt8] =
      Array("A=1'\"`#$\\{}:;~ \t\n\r-?+export".utf8) + [0, 0x80, 0xC3, 0xE2, 0xEF, 0xBB, 0xBF, 0xFF]
    for _ in 0..<4_000 {
      check((0..<random.number(in: 0..<40)).map { _ in random.choice(alphabet) })
    }
  }

  @Test func changedFilesAreKept() {
    var random = SeededGenerator(seed: 2)
    for seed in 0..<2_000 {
      var file = GeneratedFile(seed: UInt64(seed))
      var bytes = file.bytes()
      for _ in 0..<3 where !bytes.isEmpty {
        let index = random.number(in: 0..<bytes.count)
        switch random.number(in: 0..<3) {
        case 0: bytes[index] = UInt8(random.number(in: 0..<256))
        case 1: bytes.remove(at: index)
        default: bytes.insert(bytes[random.number(in: 0..<bytes.count)], at: index)
        }
      }
      check(bytes)
      _ = DotenvDocument(bytes, file: "", dialect: .compose).differences()
    }
  }

  @Test(
    "hostile files are read in linear time",
    arguments: [
      "A=\"x\n", "A='\nB=\"\n", "A=${", "${A:-", "A=${A:-{\n", "A=${A:-x}}}\n", "=", "\"", "A='x'", "A=\"x\" ", "#",
      "# c\n",
      "# A=1\n", "A=1\r", "${:", "export ", "export A={}${B:-\n", "\\", "\\\n", " ", "\n", "A=1;", "A=`\n", "'", "'a\n",
      "$A",
      "A=1 ", "A=\"x\ny\"B=\"z\n\"\n", "A=${X?}\"\n", "x\n", "é", "A=${A}${A}\n", "A+=x\n", "export A=$A ", "A=~:~:~\n",
      "A=$'\\x41", "A=\t#", "A = \n",
    ])
  func linear(unit: String) {
    let short = cost(of: unit, bytes: 4 << 10)
    let long = cost(of: unit, bytes: 32 << 10)
    // Eight times as many bytes: eight times the time, or sixty-four times where each byte asks for all others.
    #expect(long < short * 24 || long < .milliseconds(20))
  }

  /// What reading a file of repetitions takes the processor.
  private func cost(of unit: String, bytes count: Int) -> Duration {
    let bytes = Array(String(repeating: unit, count: count / unit.utf8.count).utf8)
    let start = processorTime()
    for dialect in DotenvDialect.allCases {
      let document = DotenvDocument(bytes, file: "", dialect: dialect)
      #expect(document.lines.last?.range.upperBound == bytes.count)
      _ = document.settings
      _ = document.duplicates
    }
    _ = DotenvDocument(bytes, file: "", dialect: .node).differences(from: [.bash, .python])
    return processorTime() - start
  }

  private func processorTime() -> Duration {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
