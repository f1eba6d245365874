/// Rust: `std::env`, the macros that read the environment of the build, dotenvy, clap and envy.
package enum RustReader: CodeLanguage {
  static let extensions: Set<String> = ["rs"]
  static let words = WordFilter(["env"])
  static let ownWords = DigestSet(
    ["use", "env", "option_env", "arg", "clap", "from_env"])
  static let traits = CodeTraits(
    assigns: false, demandingMethods: ["expect", "unwrap", "unwrap_or_log", "expect_or_log"],
    copingMethods: [
      "unwrap_or", "unwrap_or_else", "unwrap_or_default", "is_ok", "is_err", "map_or", "map_or_else", "is_some",
      "is_none",
      "ok_and_then", "is_ok_and",
    ], questionPropagates: true, letElse: true)

  static func syntax(_ path: String) -> LexicalSyntax { .rust }

  private static let owners = ["std.env", "env", "dotenvy", "dotenv"]

  static let idioms = IdiomTable(
    owners.flatMap { owner -> [Idiom] in
      let name = owner.replacing(".", with: "::")
      return [
        .call("\(owner).var", .optional, idiom: "\(name)::var(…)"),
        .call("\(owner).var_os", .optional, idiom: "\(name)::var_os(…)"),
        .call("\(owner).set_var", .written, idiom: "\(name)::set_var(…)"),
        .call("\(owner).remove_var", .written, idiom: "\(name)::remove_var(…)"),
      ]
    })

  static func read(_ reading: inout CodeReading, at index: Int) {
    switch reading.code.text(index) {
    case "use": readUse(&reading, at: index)
    case "env", "option_env": readMacro(&reading, at: index)
    case "from_env": RustStructs.readEnvy(&reading, at: index)
    default: RustStructs.readArgument(&reading, at: index)
    }
  }

  /// `use std::env::{self, var as v};`
  private static func readUse(_ reading: inout CodeReading, at index: Int) {
    var place = index + 1
    bind(&reading, &place, [])
  }

  private static func bind(_ reading: inout CodeReading, _ place: inout Int, _ owner: [String]) {
    let code = reading.code
    var path = owner
    while code.isWord(place), path.count < 16 {
      if code.isWord(place, "self") { break }
      path.append(code.text(place))
      place += 1
      guard code.isOperator(place, "::") else { break }
      place += 1
    }
    if code.isWord(place, "self") { place += 1 }
    if code.isOperator(place, "{"), let close = code.partner(place) {
      place += 1
      while place < close {
        let start = place
        bind(&reading, &place, path)
        place = max(place + 1, start + 1)
      }
      return
    }
    guard let last = path.last, path.first == "std" || path.first == "dotenvy" || path.first == "dotenv" else { return }
    if code.isWord(place, "as"), code.isWord(place + 1) {
      reading.locals.set(code.text(place + 1), to: path)
      place += 2
    } else {
      reading.locals.set(last, to: path)
    }
  }

  /// `env!("X")`, `option_env!("X")`
  private static func readMacro(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index + 1, "!"), code.isOperator(index + 2, "("),
      let argument = reading.arguments(index + 2).first
    else { return }
    for name in code.names(in: argument.range, reading.constants) where !name.isDynamic {
      reading.add(
        SettingReference(
          name: name.text, need: code.isWord(index, "env") ? .required : .optional, origin: .build, offset: name.offset,
          idiom: "\(code.text(index))!(…)"))
    }
  }
}
