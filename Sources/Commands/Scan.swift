internal import ArgumentParser

/// `stanch scan …`: looks for secrets.
struct Scan: CommandGroup {
  static let configuration = CommandConfiguration(
    abstract: "Look for secrets.",
    subcommands: [ScanStaged.self, ScanFiles.self, ScanTree.self, ScanStdin.self, ScanRange.self, ScanHistory.self])
}
