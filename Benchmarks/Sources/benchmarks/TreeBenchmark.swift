import Foundation

/// What CI waits for: all files of one commit, beside one pass of ripgrep over the same files.
struct TreeBenchmark {
  /// Ten forms of secrets, which is what a search by hand would be.
  private static let alternation = [
    #"AKIA[0-9A-Z]{16}"#, #"ghp_[A-Za-z0-9]{36}"#, #"xox[bpars]-[0-9A-Za-z-]{10,}"#, #"sk_live_[0-9a-zA-Z]{24}"#,
    #"-----BEGIN [A-Z ]*PRIVATE KEY-----"#, #"AIza[0-9A-Za-z_-]{35}"#, #"glpat-[0-9A-Za-z_-]{20}"#,
    #"npm_[A-Za-z0-9]{36}"#, #"SG\.[\w-]{22}\.[\w-]{43}"#, #"eyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]+"#,
  ].joined(separator: "|")

  let options: Options
  let repository: BenchmarkRepository

  func measure(in scratch: URL, into table: inout ResultTable) throws {
    let scans = ["tree", "files"]
    guard Machine.has(program: "rg") else {
      for scan in scans {
        table.skip(name(of: scan), because: "there is no rg in PATH; it is Debian's package ripgrep")
      }
      return
    }
    try repository.restore()
    let commands = scans.map { Command(words: [options.program, "scan", $0, "--threads", "1"], statuses: 0...2) }
    let search = Command(
      words: ["rg", "--no-config", "--no-messages", "--count", "-j1", "-e", TreeBenchmark.alternation, "."])
    let unpack = Command(words: ["git", "cat-file", "--batch"], input: try repository.objectsOfTree(in: scratch))
    let measured = try Measurement(
      options.runs(for: .tree), commands + [search, unpack], in: repository.folder, scratch: scratch)
    for (scan, command) in zip(scans, commands) {
      table.note("scan \(scan): ended with", try measured.ending(of: command))
      let ratio = measured.ratio(\.cpu, of: command, over: search)
      // The bar is for real repositories: the made-up one is dense in keywords on purpose.
      if options.repository == nil { table.note(name(of: scan), [ratio]) } else { table.add(name(of: scan), ratio) }
      table.note(
        "scan \(scan): CPU in ms, stanch and ripgrep",
        [command, search].map { measured.median(\.cpu, of: $0) * 1000 })
    }
    // ripgrep reads files that somebody has unpacked, and a scan of a commit has to unpack them first.
    table.note("scan tree: CPU over git cat-file --batch", [measured.ratio(\.cpu, of: commands[0], over: unpack)])
    table.note("git cat-file --batch: CPU over ripgrep", [measured.ratio(\.cpu, of: unpack, over: search)])
  }

  private func name(of scan: String) -> String { "scan \(scan): CPU over ripgrep with ten branches" }
}
