/// C, C++ and Objective-C: `getenv`.
package enum CReader: CodeLanguage {
  static let extensions: Set<String> = ["c", "h", "cc", "cpp", "cxx", "hpp", "hh", "m", "mm"]
  static let words = WordFilter(["getenv", "environment", "setenv"])
  static let traits = CodeTraits()

  static func syntax(_ path: String) -> LexicalSyntax { .c }

  static let idioms = IdiomTable([
    .call("getenv", .optional), .call("std.getenv", .optional, idiom: "std::getenv(…)"),
    .call("secure_getenv", .optional),
    .call("setenv", .written), .call("unsetenv", .written), .call("putenv", .written) { $0.naming = .assignment },
    .call("qgetenv", .optional), .call("qEnvironmentVariable", .optional, fallback: 1), .call("g_getenv", .optional),
  ])
}
