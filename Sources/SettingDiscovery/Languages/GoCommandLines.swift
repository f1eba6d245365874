/// Flags of urfave/cli that can be given by the environment.
enum GoCommandLines {
  /// `EnvVars: []string{"A", "B"}`, `EnvVar: "A,B"`, `Sources: cli.EnvVars("A")`
  static func read(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    let isCall = code.isOperator(index - 1, ".") && code.isOperator(index + 1, "(")
    guard isCall || code.isOperator(index + 1, ":") else { return }
    var place = index + 2
    if code.isOperator(place, "["), code.isOperator(place + 1, "]") { place += 4 }
    let need: SettingReference.Need = isRequired(code, round: index) ? .required : .optional
    var isFirst = true
    while code.kind(place) == .string {
      for part in (code.value(place) ?? "").split(separator: ",") {
        reading.add(
          SettingReference(
            name: part.filter { $0 != " " }, need: isFirst ? need : .optional, offset: code.offset(place),
            idiom: "EnvVars: …"))
        isFirst = false
      }
      place += code.isOperator(place + 1, ",") ? 2 : 1
    }
  }

  /// Whether the literal that this belongs to says `Required: true`.
  private static func isRequired(_ code: LexedText, round index: Int) -> Bool {
    var start = index
    for _ in 0..<60 where start > 0 && !code.isOperator(start, "{") {
      start -= 1
      if let partner = code.partner(start), partner < start { start = partner - 1 }
    }
    guard code.isOperator(start, "{"), let end = code.partner(start), end - start < 200 else { return false }
    return (start..<end).contains { code.isWord($0, "Required") && code.isWord($0 + 2, "true") }
  }
}
