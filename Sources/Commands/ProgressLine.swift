internal import Glibc
internal import Synchronization
internal import Walks

/// The line on a terminal that shows how far a scan has come, while it goes on.
///
/// It comes only after half a second, and goes before anything else is written.
final class ProgressLine: Sendable {
  private let signal: ProgressSignal
  private let thread: WorkerThread?

  /// `nil` where nobody would see it: standard error is no terminal, or one that cannot go back in a line.
  init?(_ meter: ScanMeter, on console: Console) {
    let isDumb = unsafe getenv("TERM").map { unsafe String(cString: $0) == "dumb" } ?? true
    guard console.isTerminal, !isDumb else { return nil }
    let signal = ProgressSignal()
    self.signal = signal
    thread = WorkerThread {
      ProgressLine.show(meter, console, until: signal)
    }
  }

  /// Takes the line away.
  func end() {
    signal.end()
    thread?.join()
  }

  private static func show(_ meter: ScanMeter, _ console: Console, until signal: ProgressSignal) {
    let clock = ContinuousClock()
    let start = clock.now
    guard !signal.waits(milliseconds: 500) else { return }
    repeat {
      let text = ProgressText(meter.reading, elapsed: start.duration(to: clock.now)).text
      console.write("\r\(text.prefix(width(of: console)))\u{1B}[K")
    } while !signal.waits(milliseconds: 200)
    console.write("\r\u{1B}[K")
  }

  /// How many characters fit without a line break, which the line could not take back.
  private static func width(of console: Console) -> Int {
    var size = winsize()
    guard unsafe ioctl(console.descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 79 }
    return Int(size.ws_col) - 1
  }
}
