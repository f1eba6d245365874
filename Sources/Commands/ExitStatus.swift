internal import ArgumentParser
internal import Vocabulary

/// What the program ends with. No other file knows these numbers.
enum ExitStatus: Int32, Error {
  /// Everything asked for was looked at, and nothing was found.
  case clean = 0
  case findings = 1
  /// Something could not be looked at, or the program failed.
  case incomplete = 2
  /// EX_USAGE of sysexits.h.
  case usage = 64

  init(_ verdict: Verdict) {
    if !verdict.findings.isEmpty {
      self = .findings
    } else {
      self = verdict.isComplete ? .clean : .incomplete
    }
  }

  /// The status for an error that came of reading the command line: help and the version are none.
  init(parsing error: any Error) {
    self = Stanch.exitCode(for: error).isSuccess ? .clean : .usage
  }
}
