import Foundation

/// What a commit waits for: the hook, beside the git that compares the same.
struct HookBenchmark {
  let options: Options
  let repository: BenchmarkRepository

  func measure(in scratch: URL, into table: inout ResultTable) throws {
    for count in [1, 30] { try measure(files: count, in: scratch, into: &table) }
    try measureWholeTree(in: scratch, into: &table)
  }

  private func measure(files count: Int, in scratch: URL, into table: inout ResultTable) throws {
    let hook = Command(words: [options.program, "hook", "run", "pre-commit"])
    let diff = Command(words: ["git", "diff", "--cached", "-U0"])
    try repository.stage(files: count)
    let measured = try Measurement(
      options.runs(for: .hook), [hook, diff], in: repository.folder, scratch: scratch)
    let name = "hook, \(count) \(count == 1 ? "file" : "files")"
    table.add("\(name): CPU over git diff --cached -U0", measured.ratio(\.cpu, of: hook, over: diff))
    table.note(
      "\(name): CPU in ms, stanch and git", [hook, diff].map { measured.median(\.cpu, of: $0) * 1000 })
    table.add("\(name): peak memory in MB", measured.median(\.peakMemory, of: hook) / 1_000_000)
  }

  private func measureWholeTree(in scratch: URL, into table: inout ResultTable) throws {
    let whole = try repository.wholeTreeStaged(in: scratch)
    let scan = Command(words: [options.program, "scan", "staged"])
    let cat = Command(words: ["git", "cat-file", "--batch"], input: whole.objectList)
    let measured = try Measurement(options.runs(for: .hook), [scan, cat], in: whole.folder, scratch: scratch)
    table.add("whole tree staged: CPU over git cat-file --batch", measured.ratio(\.cpu, of: scan, over: cat))
    table.note(
      "whole tree staged: MB per CPU second", [Double(whole.bytes) / 1_000_000 / measured.median(\.cpu, of: scan)])
  }
}
