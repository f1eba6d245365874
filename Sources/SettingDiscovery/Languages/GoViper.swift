/// viper, which takes the names of variables from its keys.
enum GoViper {
  static func read(_ reading: inout CodeReading) {
    let code = reading.code
    let digests = Set(["BindEnv", "MustBindEnv", "SetEnvPrefix", "AutomaticEnv"].map(WordDigest.of))
    let places = (0..<code.count).filter { code.kind($0) == .word && digests.contains(code.tokens[$0].symbol) }
    guard !places.isEmpty else { return }
    let prefix = places.filter { code.isWord($0, "SetEnvPrefix") }.last.flatMap { code.value($0 + 2) }
    let start = prefix.map { $0.isEmpty ? "" : $0.uppercased() + "_" } ?? ""
    for place in places where code.isWord(place, in: ["BindEnv", "MustBindEnv"]) { readBinding(&reading, place, start) }
    if places.contains(where: { code.isWord($0, "AutomaticEnv") }) { readKeys(&reading, start) }
  }

  /// `BindEnv("key", "NAME", …)`, and without a name that of the key.
  private static func readBinding(_ reading: inout CodeReading, _ index: Int, _ prefix: String) {
    guard reading.code.isOperator(index + 1, "(") else { return }
    let arguments = reading.arguments(index + 1)
    for argument in arguments.count > 1 ? arguments.dropFirst() : arguments[...] {
      for name in reading.code.names(in: argument.range, reading.constants) {
        let text = arguments.count > 1 ? name.text : prefix + name.text.uppercased()
        add(&reading, text, name, "viper.BindEnv(…)")
      }
    }
  }

  private static let getters: Set<String> = [
    "Get", "GetString", "GetInt", "GetBool", "GetDuration", "GetFloat64", "GetStringSlice", "GetInt64", "SetDefault",
  ]

  /// With `AutomaticEnv` every key can be set by a variable; a replacer makes underscores of dots.
  private static func readKeys(_ reading: inout CodeReading, _ prefix: String) {
    let code = reading.code
    let replaces = (0..<code.count).contains { code.isWord($0, "SetEnvKeyReplacer") }
    for index in 0..<code.count where code.isWord(index, "viper") || code.isWord(index, "v") {
      guard code.isOperator(index + 1, "."), code.isWord(index + 2, in: getters), code.isOperator(index + 3, "("),
        let argument = reading.arguments(index + 3).first
      else { continue }
      for name in code.names(in: argument.range, reading.constants) where !name.isDynamic {
        let key = prefix + name.text.uppercased()
        add(
          &reading, replaces ? SettingNaming.underscored.name(of: key) : key, name, "viper.\(code.text(index + 2))(…)")
      }
    }
  }

  private static func add(_ reading: inout CodeReading, _ text: String, _ name: SettingName, _ idiom: String) {
    guard name.isPlausible else { return }
    reading.add(
      SettingReference(
        name: text, need: name.isDynamic ? .dynamic : .optional, offset: name.offset, idiom: idiom))
  }
}
