internal import Glibc
internal import Walks

/// Ctrl-C and a request to end, as the wish to end a scan early.
enum InterruptSignals {
  /// Asked by walks between two texts.
  static let interruption = Interruption()

  private static let signals = [SIGINT, SIGTERM]

  /// From now on the first signal asks the scan to end, and the second ends the program at once.
  ///
  /// Only for commands that scan for long. A signal that was ignored when the program started stays so, as for every
  /// program that a shell starts with `nohup` or in the background.
  static func install() {
    // Made here, as a handler may not wait for a value that is made when it is first used.
    _ = interruption.isRequested
    for signal in signals {
      var current = sigaction()
      guard unsafe sigaction(signal, nil, &current) == 0, !ignores(current) else { continue }
      var action = sigaction()
      unsafe action.__sigaction_handler.sa_handler = { _ in
        InterruptSignals.interruption.request()
        Glibc.signal(SIGINT, SIG_DFL)
        Glibc.signal(SIGTERM, SIG_DFL)
      }
      unsafe sigemptyset(&action.sa_mask)
      // Calls that the signal meets are taken up again: whoever waits for long asks for the wish in between.
      action.sa_flags = SA_RESTART
      unsafe sigaction(signal, &action, nil)
    }
  }

  private static func ignores(_ action: sigaction) -> Bool {
    let handler = unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
    let ignored = unsafe unsafeBitCast(SIG_IGN, to: Int.self)
    return handler == ignored
  }
}
