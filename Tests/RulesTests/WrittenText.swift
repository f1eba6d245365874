import Rules
import TOML
import Testing

/// A pack read from `text` under the name `pack.toml`.
func pack(_ text: String) throws -> WrittenPack { try WrittenPack(text, file: "pack.toml") }

/// The definitions of the rules in `text`, judged.
func definitions(_ text: String, builtIn: Bool = false) throws -> [RuleDefinition] {
  var compiler = RuleCompiler(keywordsStandInMatches: builtIn)
  try compiler.add([pack(text)])
  return compiler.rules
}

/// The mistake that reading and judging `text` finds.
func mistake(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> ConfigurationError {
  let error = #expect(throws: ConfigurationError.self, sourceLocation: sourceLocation) { try definitions(text) }
  return try #require(error, sourceLocation: sourceLocation)
}
