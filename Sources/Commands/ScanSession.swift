internal import Vocabulary
internal import Walks

/// One run of a command that may scan for long: what the user asked for, how far it has come, and whether it is to end.
struct ScanSession {
  let common: CommonSettings
  let scanning: ScanSettings
  let conditions: WalkConditions
  private let subject: Presentation.Subject
  private let clock = ContinuousClock()

  init(_ common: CommonSettings, _ scanning: ScanSettings, subject: Presentation.Subject) {
    self.common = common
    self.scanning = scanning
    self.subject = subject
    conditions = WalkConditions(
      sizeLimit: scanning.sizeLimit, threads: common.threads ?? Processors.count,
      interruption: InterruptSignals.interruption)
  }

  /// Whether rules and threshold are those of every scan here, so that what is not found is gone.
  var isUsual: Bool { common.config == nil && scanning.confidence == nil }

  /// Runs a scan from the folder that was asked for to the status, with progress on a terminal. A user who interrupts it gets
  /// the report of what was found until then.
  func run(_ scan: (ScanSession) async throws -> Verdict) async throws -> ExitStatus {
    let start = clock.now
    let verdict = try await verdict(of: scan)
    return try Presentation(common, subject: subject).present(verdict, took: start.duration(to: clock.now))
  }

  /// What a scan comes to, from the folder that was asked for, with progress on a terminal.
  func verdict(of scan: (ScanSession) async throws -> Verdict) async throws -> Verdict {
    try common.enterFolder()
    InterruptSignals.install()
    let progress = common.quiet ? nil : ProgressLine(conditions.meter, on: .standardError)
    var verdict: Verdict
    do {
      verdict = try await scan(self)
    } catch {
      progress?.end()
      // Ctrl-C reaches a git that is running for the scan too, which then fails.
      guard conditions.interruption.isRequested else { throw error }
      verdict = Verdict()
    }
    progress?.end()
    if conditions.interruption.isRequested { verdict.isInterrupted = true }
    verdict.tolerated = scanning.tolerated
    return verdict
  }
}
