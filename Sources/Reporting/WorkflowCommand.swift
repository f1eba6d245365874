/// One line that a GitHub Actions runner obeys. Its escapes are those of `@actions/core`, which the runner undoes.
struct WorkflowCommand {
  enum Level: String {
    case notice, warning, error
  }

  let level: Level
  let properties: [(name: String, value: String)]
  let message: String

  var line: String {
    let settings = properties.map { "\($0.name)=\(escaped($0.value, [":": "%3A", ",": "%2C"]))" }
    return "::\(level.rawValue) \(settings.joined(separator: ","))::\(escaped(message))"
  }

  /// The runner has no escape for other control characters: they are shown as on a terminal.
  private func escaped(_ text: String, _ more: [Unicode.Scalar: String] = [:]) -> String {
    let escapes = more.merging(["%": "%25", "\r": "%0D", "\n": "%0A"]) { first, _ in first }
    return text.unicodeScalars.map { escapes[$0] ?? TerminalText.escaped(String($0)) }.joined()
  }
}
