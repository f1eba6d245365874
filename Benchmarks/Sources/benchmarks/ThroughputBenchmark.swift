import Foundation

/// How many bytes of source code a core looks through in a second, with the whole catalogue: plain files in a plain folder,
/// beside a program that only reads them.
struct ThroughputBenchmark {
  private static let name = "plain files of source code: CPU seconds a GB over reading them"

  let options: Options
  let repository: BenchmarkRepository

  func measure(in scratch: URL, into table: inout ResultTable) throws {
    let folder = scratch.appending(path: "plain").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try shell("git archive HEAD | tar -x -C '\(folder)'", in: repository.folder)
    let size = try bytes(in: folder)
    guard size > 0 else { throw BenchmarkError("\(folder) holds no files") }
    let scan = Command(words: [options.program, "scan", "files", "--threads", "1"], statuses: 0...2)
    let read = Command(words: ["sh", "-c", "find . -type f -print0 | xargs -0 cat"])
    let measured = try Measurement(options.runs(for: .throughput), [scan, read], in: folder, scratch: scratch)
    table.note("plain files: ended with", try measured.ending(of: scan))
    table.note("plain files: MB", [size / 1_000_000])
    let gigabytes = size / 1_000_000_000
    let seconds = [scan, read].map { measured.median(\.cpu, of: $0) / gigabytes }
    table.note("plain files: CPU seconds a GB, stanch and cat", seconds)
    // The bar is for real repositories: the made-up one is dense in keywords on purpose.
    if options.repository == nil {
      table.note(ThroughputBenchmark.name, [seconds[0] - seconds[1]])
    } else {
      table.add(ThroughputBenchmark.name, seconds[0] - seconds[1])
    }
  }

  private func bytes(in folder: String) throws -> Double {
    var total = 0.0
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(path)")
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      total += (attributes[.size] as? NSNumber)?.doubleValue ?? 0
    }
    return total
  }
}
