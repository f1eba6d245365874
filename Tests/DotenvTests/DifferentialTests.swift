import Dotenv
import Testing

/// Our readings beside those of the programs themselves, over generated files.
@Suite struct DifferentialTests {
  private static let count = 6_000

  private func files(_ count: Int = count, isForShell: Bool = false) -> [[UInt8]] {
    (0..<count).map { number in
      var file = GeneratedFile(seed: UInt64(number), isForShell: isForShell)
      return file.bytes()
    }
  }

  private func reading(_ file: [UInt8], _ dialect: DotenvDialect) -> RealReader.Reading {
    let document = DotenvDocument(
      file, file: ".env", dialect: dialect, environment: DotenvEnvironment(GeneratedFile.environment))
    guard let variables = try? document.variables() else { return nil }
    return Dictionary(
      variables.map { (String(decoding: $0.name, as: UTF8.self), $0.value) }, uniquingKeysWith: { $1 })
  }

  private func compare(_ files: [[UInt8]], _ readings: [RealReader.Reading], _ dialect: DotenvDialect) {
    var differences = 0
    for (file, real) in zip(files, readings) {
      let own = reading(file, dialect)
      guard own != real else { continue }
      differences += 1
      if differences <= 5 {
        Issue.record("\(dialect.title) of \(shown(file)):\n   real \(shown(real))\n    own \(shown(own))")
      }
    }
    #expect(differences == 0)
  }

  private func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }

  private func shown(_ reading: RealReader.Reading) -> String {
    guard let reading else { return "fails" }
    return reading.sorted { $0.key < $1.key }.map { "\($0.key.debugDescription): \(shown($0.value))" }
      .joined(separator: ", ")
  }

  @Test func node() throws {
    let files = files()
    compare(files, try RealReader.node().readings(of: files), .node)
  }

  /// A file is read as a string is.
  @Test func nodeReadsFilesInTheSameWay() throws {
    let file = Array("\u{FEFF}X=0\r\nA='1' x\r\n  C_1 = a#b\nFOO=\"x\\ny\nz\"\nlower=\n\nexport _x=`'`\nK=\n L=2".utf8)
    let names = ["X", "A", "C_1", "FOO", "lower", "_x", "K", "L"]
    let real = try RealReader.nodeVariables(of: file, names: names)
    let own = try #require(reading(file, .node))
    for name in names {
      let value = own[name].map { String(decoding: $0, as: UTF8.self) }
      #expect(real[name] == value.map { "\"\($0.replacing("\n", with: "\\n"))\"" } ?? "undefined")
    }
  }

  @Test func node20() throws {
    switch RealReader.node20() {
    case .success(let reader):
      let files = files()
      compare(files, try reader.readings(of: files), .node20)
    case .failure(let reason):
      print("warning: the dialect of Node 20 was NOT compared with Node 20: \(reason)")
      withKnownIssue("not compared with Node 20: \(reason)") { Issue.record("\(reason)") }
    }
  }

  @Test func pythonDotenv() throws {
    let files = files()
    compare(files, try RealReader.python().readings(of: files), .python)
  }

  /// Only files that are read without a problem are given to bash, and no command may come of any.
  @Test func bash() throws {
    let candidates = files(9_000, isForShell: true) + files()
    let files = candidates.filter { reading($0, .bash) != nil }
    #expect(files.count >= 5_000)
    let empty = try #require(try RealReader.bashReadings(of: [[]])[0])
    var readings = try RealReader.bashReadings(of: files)
    for (index, file) in files.enumerated() {
      // What was there before is still there, but for what the file sets.
      let set = reading(file, .bash) ?? [:]
      readings[index] = readings[index]?.filter { set[$0.key] != nil || empty[$0.key] != $0.value }
    }
    compare(files, readings, .bash)
  }

  /// No Go is needed: what the readers said was recorded.
  @Test(arguments: [DotenvDialect.compose, .docker])
  func recorded(dialect: DotenvDialect) throws {
    let files = files()
    if let reader = RealReader.go(dialect.rawValue) {
      let readings = try reader.readings(of: files)
      compare(files, readings, dialect)
      if RecordedReadings.isToBeRecorded { try RecordedReadings.record(readings, dialect.rawValue) }
    }
    let digests = try RecordedReadings(dialect.rawValue).digests
    #expect(digests.count == files.count)
    #expect(digests.count { $0 != "failed" } >= 1_500)
    let different = zip(files, digests).filter { RecordedReadings.digest(reading($0, dialect)) != $1 }
    for (file, _) in different.prefix(5) {
      Issue.record("\(dialect.title) read \(shown(file)) otherwise than as \(shown(reading(file, dialect)))")
    }
    #expect(different.isEmpty)
  }
}
