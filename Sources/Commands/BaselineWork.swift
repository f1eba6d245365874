internal import Baselines
internal import Git
internal import Reporting
internal import Vocabulary
internal import Walks

/// One run of a command that changes a baseline: scans, has the change made, and writes it when all was looked at.
struct BaselineWork {
  /// What scans found, with nothing taken out for the baseline's sake.
  struct Found {
    var files = Verdict()
    /// `nil` where the history was not asked for.
    var history: Verdict?
    /// The root of the working tree, or the folder that takes its place.
    var root = "."
  }

  private let options: BaselineOptions
  private let session: ScanSession

  init(_ options: BaselineOptions) {
    self.options = options
    session = ScanSession(options.common.settings, options.scanning.settings, subject: .files)
  }

  /// - Parameter change: what the baseline becomes.
  func run(_ change: (BaselineFile, Found) async throws -> BaselineUpdate) async throws -> ExitStatus {
    var work: (file: BaselineFile, update: BaselineUpdate)?
    let verdict = try await session.verdict { session in
      let found = try await scan(session)
      let file = try BaselineFile(root: found.root, explicit: session.scanning.baseline, mayBeMissing: true)
      work = (file, try await change(file, found))
      var verdict = Verdict(incidents: found.files.incidents + (found.history?.incidents ?? []))
      verdict.isInterrupted = found.files.isInterrupted || found.history?.isInterrupted == true
      verdict.notices = found.files.notices + (found.history?.notices ?? [])
      return verdict
    }
    tell(verdict)
    guard verdict.isComplete, let work else {
      Console.standardError.write("stanch: not everything was looked at, so the baseline stays as it is\n")
      return ExitStatus(verdict)
    }
    try work.file.write(work.update.draft.bytes)
    try tell(work.update, work.file)
    return .clean
  }

  private func scan(_ session: ScanSession) async throws -> Found {
    var found = Found()
    let bare = options.history ? try await bareRepository() : nil
    if bare == nil {
      let selection = try await FileSelection([], session: session)
      found.files = try FilesWalk(selection.items, incidents: selection.incidents, conditions: session.conditions).run()
      found.files.opensArchives = session.scanning.archives != nil
      found.files.notices += selection.notices
      found.root = selection.root ?? "."
    }
    if options.history {
      let repository = try await Repository()
      found.history = try await ScanHistory.verdict(of: repository, HistoryWalk.Options(), cache: nil, session)
    }
    return found
  }

  /// A repository without a working tree has a history all the same; its baseline has to be named.
  private func bareRepository() async throws -> Repository? {
    let repository = try await Repository()
    guard repository.workingTree == nil else { return nil }
    guard session.scanning.baseline != nil else {
      throw CommandError(
        "this repository is bare: it has no file \(BaselineFile.name)", hint: "name the file with --baseline FILE")
    }
    return repository
  }

  // MARK: Telling

  private func tell(_ verdict: Verdict) {
    let style = Console.standardError.style(options.common.color)
    let prose = VerdictProse(subject: .files, style: style)
      .text(verdict, took: .zero, quiet: true, verbose: false, afterReport: false)
    Console.standardError.write(prose)
    guard !options.common.quiet else { return }
    for notice in Set(verdict.notices).sorted() {
      Console.standardError.write("\(style.warning("note")): \(TerminalText.escaped(notice))\n")
    }
  }

  private func tell(_ update: BaselineUpdate, _ file: BaselineFile) throws {
    guard !options.common.quiet else { return }
    let lines = update.changes.map { "\($0.kind.rawValue): \($0.rule) in \(TerminalText.escaped($0.place))\n" }
    try Presentation.write(lines.joined(), to: options.common.output)
    let counts = [BaselineUpdate.Change.Kind.added, .moved, .dropped, .expired, .missed].compactMap { kind in
      let count = update.count(kind)
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    let what = counts.isEmpty ? "nothing to change" : counts.joined(separator: ", ")
    let style = Console.standardError.style(options.common.color)
    Console.standardError.write(style.faint("stanch: \(what) in \(TerminalText.escaped(file.title))") + "\n")
    if file.baseline == nil { Console.standardError.write(try file.advice(style)) }
  }
}
