internal import ArgumentParser
internal import Baselines
internal import Vocabulary
internal import Walks

/// `stanch scan files [PATH...]`: files as they stand on the disk.
struct ScanFiles: StatusCommand {
  static let configuration = CommandConfiguration(
    commandName: "files",
    abstract: "Scan the working tree, or any files and folders.",
    discussion: """
      In a repository: tracked files, and untracked ones that are not ignored, as they stand in the working tree. A file \
      that is named is scanned even if it is ignored. Outside a repository: the files and folders named, and all below them.
      """)

  @Argument(help: "Files and folders; the whole working tree when none is named.")
  var paths: [String] = []

  @OptionGroup var common: CommonOptions
  @OptionGroup var scanning: ScanOptions

  mutating func execute() async throws -> ExitStatus {
    let paths = paths
    return try await ScanSession(common.settings, scanning.settings, subject: .files).run { session in
      let selection = try await FileSelection(paths, session: session)
      let baseline = try BaselineFile(root: selection.root ?? ".", explicit: session.scanning.baseline)
      var verdict = try FilesWalk(
        selection.items, incidents: selection.incidents, conditions: session.conditions
      ).run()
      verdict.notices += selection.notices
      verdict.opensArchives = session.scanning.archives != nil
      baseline.settle(&verdict, paths.isEmpty ? .files(isCurrent: session.isUsual) : baseline.someFiles)
      return verdict
    }
  }
}
