internal import ArgumentParser

/// `stanch scan staged`: what the coming commit would add.
struct ScanStaged: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "staged",
    abstract: "Scan what the coming commit would add: the index against HEAD.",
    discussion: """
      Every changed file is matched as a whole, as it stands in the index. What HEAD, or in a merge any other parent, \
      already held at the same path is not reported again.
      """)

  @OptionGroup var common: CommonOptions
  @OptionGroup var scanning: ScanOptions

  mutating func execute() async throws -> ExitStatus {
    try await StagedScan(common.settings, scanning.settings).run()
  }
}
