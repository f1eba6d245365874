/// What imports and bindings make of the names in a file of JavaScript.
enum JavaScriptImports {
  /// The modules whose names lead to settings, and what they are called here.
  private static let modules: [String: [String]] = [
    "process": ["process"], "node:process": ["process"], "env-var": ["env-var"], "bun": ["Bun"],
    "$env/dynamic/private": ["$env", "dynamic"], "$env/dynamic/public": ["$env", "dynamic"],
  ]

  /// `import { env as e } from "node:process"`, `import process from …`, `import * as env from "env-var"`
  static func readImport(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard !code.isOperator(index - 1, "."), !code.isOperator(index + 1, ".") else { return }
    var place = index + 1
    let limit = min(code.count, index + 2000)
    while place < limit, !code.isWord(place, "from"), code.kind(place) != .string { place = code.after(place) }
    guard code.isWord(place, "from"), let module = code.value(place + 1) else { return }
    if module.hasPrefix("$env/static/") { return readStatic(&reading, index + 1..<place) }
    guard let path = modules[module] else { return }
    bind(&reading, index + 1..<place, to: path)
  }

  private static func bind(_ reading: inout CodeReading, _ clause: Range<Int>, to path: [String]) {
    let code = reading.code
    if code.isWord(clause.lowerBound) { reading.locals.set(code.text(clause.lowerBound), to: path) }
    for index in clause {
      if code.isOperator(index, "*"), code.isWord(index + 1, "as") {
        reading.locals.set(code.text(index + 2), to: path)
      } else if code.isOperator(index, "{") {
        bindNames(&reading, index, to: path)
      }
    }
  }

  private static func bindNames(_ reading: inout CodeReading, _ open: Int, to path: [String]) {
    let code = reading.code
    for argument in reading.arguments(open) {
      let first = argument.label == nil ? argument.range.lowerBound : argument.range.lowerBound - 2
      guard code.isWord(first) else { continue }
      let isRenamed = code.isWord(first + 1, "as") || code.isOperator(first + 1, ":")
      reading.locals.set(code.text(isRenamed ? first + 2 : first), to: path + [code.text(first)])
    }
  }

  /// `import { SECRET } from "$env/static/private"`: the build fails without it.
  private static func readStatic(_ reading: inout CodeReading, _ clause: Range<Int>) {
    let code = reading.code
    guard let open = clause.first(where: { code.isOperator($0, "{") }) else { return }
    for argument in reading.arguments(open) where code.isWord(argument.range.lowerBound) {
      let name = argument.range.lowerBound
      reading.add(
        SettingReference(
          name: code.text(name), need: .required, offset: code.offset(name), idiom: "import { … } from \"$env/static\"")
      )
    }
  }

  /// `const { env } = require("process")`, `const env = require("env-var")`
  static func readRequire(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index + 1, "("), let module = code.value(index + 2), let path = modules[module] else {
      return
    }
    if let name = reading.assignedName(index) {
      reading.locals.set(name, to: code.isOperator(index + 4, ".") ? path + [code.text(index + 5)] : path)
    } else if code.isOperator(index - 1, "="), code.isOperator(index - 2, "}"), let open = code.partner(index - 2) {
      bindNames(&reading, open, to: path)
    }
  }

  /// `const { env } = process`
  static func readProcess(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index - 1, "="), code.isOperator(index - 2, "}"), let open = code.partner(index - 2),
      !code.isOperator(index + 1, ".")
    else { return }
    bindNames(&reading, open, to: ["process"])
  }

  /// `const env = loadEnv(mode, process.cwd(), "")` of Vite.
  static func readLoaded(_ reading: inout CodeReading, at index: Int) {
    guard reading.code.isOperator(index + 1, "(") else { return }
    if let name = reading.assignedName(index) {
      reading.locals.set(name, to: ["import", "meta", "env"], indentation: reading.code.indentation(index))
    }
  }
}
