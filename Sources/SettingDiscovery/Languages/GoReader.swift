/// Go: `os.Getenv`, the tags of structs that libraries fill from the environment, viper and the flags of command lines.
package enum GoReader: CodeLanguage {
  static let extensions: Set<String> = ["go"]
  static let words = WordFilter(["getenv", "env:", "envconfig", "lookupenv", "bindenv", "envvar", "setenv", "env("])
  static let ownWords = DigestSet(
    ["EnvVars", "EnvVar"])
  static let traits = CodeTraits()

  static func syntax(_ path: String) -> LexicalSyntax { .go }

  static let idioms = IdiomTable([
    .call("os.Getenv", .optional), .call("os.LookupEnv", .optional), .call("syscall.Getenv", .optional),
    .call("os.Setenv", .written), .call("os.Unsetenv", .written), .call("*.t.Setenv", .written),
    .call("*.b.Setenv", .written), .call("*.MustGetenv", .required), .call("envy.Get", .optional, fallback: 1),
    .call("envy.MustGet", .required),
  ])

  static func read(_ reading: inout CodeReading, at index: Int) {
    GoCommandLines.read(&reading, at: index)
  }

  static func finish(_ reading: inout CodeReading) {
    GoStructs.read(&reading)
    GoViper.read(&reading)
  }
}
