import Foundation

/// What an audit waits for: every object of a repository, beside the git that unpacks the same ones.
struct HistoryBenchmark {
  /// Objects above which git's own cost is all unpacking, and a scan is held to less than that.
  private static let largeFrom = 300_000

  let options: Options
  let repository: HistoryRepository

  func measure(in scratch: URL, into table: inout ResultTable) throws {
    let one = Command(words: [options.program, "scan", "history", "--threads", "1"], statuses: 0...2)
    let two = Command(words: [options.program, "scan", "history", "--threads", "2"], statuses: 0...2)
    let cat = Command(words: ["git", "cat-file", "--batch-all-objects", "--unordered", "--batch"], statuses: 0...0)
    let objects = try repository.objectCount()
    table.note("history: objects that git unpacks", "\(objects)")
    let measured = try Measurement(
      options.runs(for: .history), [one, cat, two], in: repository.folder, scratch: scratch)
    table.note("history, 1 thread: ended with", try measured.ending(of: one))
    table.note("history, 2 threads: ended with", try measured.ending(of: two))
    let size = objects > HistoryBenchmark.largeFrom ? "over" : "up to"
    let name = "history, \(size) 300,000 objects: CPU over git cat-file --batch-all-objects"
    let ratio = measured.ratio(\.cpu, of: one, over: cat)
    // The bar is for real repositories: the made-up one is dense in keywords on purpose.
    if options.repository == nil { table.note(name, [ratio]) } else { table.add(name, ratio) }
    table.note(
      "history: CPU in s, stanch with 1 thread, git, stanch with 2 threads",
      [one, cat, two].map { measured.median(\.cpu, of: $0) })
    table.add("history: wall time of 2 threads over 1", measured.ratio(\.wall, of: two, over: one))
    table.note(
      "history: wall time in s, stanch with 1 thread, git, stanch with 2 threads",
      [one, cat, two].map { measured.median(\.wall, of: $0) })
    table.add("history, 2 threads: peak memory in MB", measured.median(\.peakMemory, of: two) / 1_000_000)
    table.note("history, 1 thread: peak memory in MB", [measured.median(\.peakMemory, of: one) / 1_000_000])
  }
}
