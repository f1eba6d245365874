/// Swift: `ProcessInfo`, `getenv`, Vapor, Hummingbird and swift-configuration.
///
/// swift-syntax would parse it, and is too heavy for a scanner that is built in seconds and starts in two milliseconds: a lexer
/// that knows strings, comments and interpolations tells what is asked for here.
package enum SwiftReader: CodeLanguage {
  static let extensions: Set<String> = ["swift"]
  static let interpreters: Set<String> = ["swift"]
  static let words = WordFilter(["environment", "getenv", "setenv", "forkey:"])
  static let ownWords = DigestSet(
    ["Environment", "scoped"] + SwiftConfiguration.methods.keys)
  static let traits = CodeTraits(
    bangUnwraps: true, demandingFunctions: ["XCTUnwrap", "precondition", "unwrap"],
    transparentFunctions: ["String", "Int", "URL", "Bool", "Double", "UInt16", "Int32"])

  static func syntax(_ path: String) -> LexicalSyntax { .swift }

  static let idioms = IdiomTable([
    .mapping(
      "*.ProcessInfo.processInfo.environment",
      Idiom.Mapping(subscripted: .optional, methods: ["keys": Idiom.Call(argument: 99, need: .optional)]),
      idiom: "ProcessInfo.processInfo.environment"),
    .call("getenv", .optional), .call("Glibc.getenv", .optional), .call("Darwin.getenv", .optional),
    .call("setenv", .written), .call("unsetenv", .written), .call("Environment.get", .optional),
    .mapping("Environment.process", Idiom.Mapping(member: .optional)),
    .call("Environment().get", .optional) { $0.naming = .prefixed("") },
    .call("Environment().require", .required) { $0.naming = .prefixed("") },
  ])

  static func read(_ reading: inout CodeReading, at index: Int) {
    switch reading.code.text(index) {
    case "Environment": readInstance(&reading, at: index)
    case "scoped": SwiftConfiguration.readScope(&reading, at: index)
    default: SwiftConfiguration.read(&reading, at: index)
    }
  }

  /// `let env = Environment()`, `let env = try await Environment.dotEnv()`
  private static func readInstance(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index + 1, "(") || code.isOperator(index + 1, ".") && code.isWord(index + 2, "dotEnv") else {
      return
    }
    var start = index
    while code.isWord(start - 1, in: ["try", "await"]) || code.isOperator(start - 1, "?") { start -= 1 }
    if let name = reading.assignedName(start) {
      reading.locals.set(name, to: ["Environment()"], indentation: code.indentation(index))
    }
  }
}
