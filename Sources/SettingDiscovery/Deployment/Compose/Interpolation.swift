/// Variables in a value, as compose writes them: `$X`, `${X}`, `${X:-d}`, `${X:?e}`, `${X:+a}`, and `$$` for a dollar.
struct Interpolation {
  struct Variable {
    var name: String
    /// In the value.
    var place: Int
    /// What follows the name, of `:?`, `?`, `:-`, `-`, `:+`, `+`, and `:=`; empty where nothing does.
    var operation: String
  }

  /// All of a value, those in defaults too.
  static func variables(in text: [UInt8]) -> [Variable] {
    var variables: [Variable] = []
    var place = 0
    while let dollar = text[place...].firstIndex(of: UInt8(ascii: "$")) {
      var start = dollar + 1
      place = start
      guard start < text.count else { break }
      if text[start] == "$" {
        place = start + 1
        continue
      }
      let isBraced = text[start] == "{"
      if isBraced { start += 1 }
      let end = text.endOfVariable(at: start, limit: text.count)
      guard end > start else { continue }
      place = end
      variables.append(
        Variable(name: text.string(start..<end), place: start, operation: isBraced ? operation(text, at: end) : ""))
    }
    return variables
  }

  private static func operation(_ text: [UInt8], at place: Int) -> String {
    for operation in [":?", ":-", ":+", ":=", "?", "-", "+"] where text.holds(operation, at: place) { return operation }
    return ""
  }
}

extension Interpolation.Variable {
  var need: SettingReference.Need {
    switch operation {
    case ":-", "-", ":+", "+", ":=": .optional
    default: .required
    }
  }

  var idiom: String { operation.isEmpty ? "${…}" : "${…\(operation)}" }
}
