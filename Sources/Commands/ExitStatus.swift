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
  /// The user ended it early, as a shell says it of SIGINT; what was found until then is reported.
  case interrupted = 130

  init(_ verdict: Verdict) {
    if verdict.isInterrupted {
      self = .interrupted
    } else if verdict.fails {
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
