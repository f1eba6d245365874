internal import Baselines
internal import Git
internal import Reporting
internal import Rules
internal import Scanning
internal import TOML

/// An error as the user reads it: what and where, then a hint on what to do.
struct ErrorText {
  private let message: String
  private let hint: String?

  init(_ error: any Error) {
    switch error {
    case let error as GitError:
      message = error.description
      hint = error.hint
    case let error as ConfigurationError:
      message = error.description
      hint = error.hint
    case let error as BaselineError:
      message = error.description
      hint = error.hint
    case let error as CommandError:
      message = error.description
      hint = error.hint
    default:
      message = "\(error)"
      hint = nil
    }
  }

  func text(_ style: Style) -> String {
    let error = "\(style.error("error")): \(TerminalText.escaped(message))\n"
    guard let hint else { return error }
    return error + "\n\(style.hint("hint")): \(TerminalText.escaped(hint))\n"
  }
}
