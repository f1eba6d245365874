/// What Python's import statements make of the names in a file.
enum PythonImports {
  /// `import os`, `import os as o, sys`
  static func readImport(_ reading: inout CodeReading, at index: Int) {
    guard reading.code.beginsLine(index) || reading.code.isOperator(index - 1, in: [";", ":"]) else { return }
    var place = index + 1
    repeat {
      var path: [String] = []
      (path, place) = dotted(reading.code, place)
      guard !path.isEmpty else { return }
      if reading.code.isWord(place, "as"), reading.code.isWord(place + 1) {
        bind(&reading, reading.code.text(place + 1), path, at: index)
        place += 2
      }
      place += 1
    } while reading.code.isOperator(place - 1, ",")
  }

  /// `from os import environ as e, getenv`
  static func readFrom(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.beginsLine(index) || code.isOperator(index - 1, in: [";", ":"]) else { return }
    var (path, place) = dotted(code, index + 1)
    guard code.isWord(place, "import"), !path.isEmpty else { return }
    place += 1
    if code.isOperator(place, "(") { place += 1 }
    while code.isWord(place) {
      let name = code.text(place)
      let isRenamed = code.isWord(place + 1, "as") && code.isWord(place + 2)
      bind(&reading, isRenamed ? code.text(place + 2) : name, path + [name], at: index)
      place += isRenamed ? 3 : 1
      guard code.isOperator(place, ",") else { return }
      place += 1
    }
  }

  /// Only what leads to settings is kept; anything else takes a name's meaning away.
  private static func bind(_ reading: inout CodeReading, _ name: String, _ path: [String], at index: Int) {
    guard modules.contains(path[0]) else { return reading.locals.forget(name) }
    reading.locals.set(name, to: path, indentation: reading.code.indentation(index))
  }

  private static let modules: Set<String> = [
    "os", "decouple", "environs", "environ", "starlette", "dynaconf", "pydantic", "pydantic_settings",
  ]

  private static func dotted(_ code: LexedText, _ index: Int) -> ([String], Int) {
    var path: [String] = []
    var place = index
    while code.isWord(place) {
      path.append(code.text(place))
      place += 1
      guard code.isOperator(place, ".") else { break }
      place += 1
    }
    return (path, place)
  }
}
