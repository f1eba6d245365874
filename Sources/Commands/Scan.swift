internal import ArgumentParser

/// `stanch scan …`: looks for secrets.
struct Scan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look for secrets.", subcommands: [ScanStaged.self])
}
