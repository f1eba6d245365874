/// PHP: `getenv`, `$_ENV`, `$_SERVER`, Laravel, Symfony and phpdotenv.
package enum PHPReader: CodeLanguage {
  static let extensions: Set<String> = ["php", "phtml", "inc"]
  static let interpreters: Set<String> = ["php"]
  static let words = WordFilter(["env", "_server"])
  static let ownWords = DigestSet(
    ["Autowire"])
  static let traits = CodeTraits(memberNeedsValue: false, transparentFunctions: ["isset", "trim", "strval"])

  static func syntax(_ path: String) -> LexicalSyntax { .php }

  /// What the server puts into `$_SERVER`, by the beginnings and names in the manual.
  private static let served: Set<String> = [
    "argv", "argc", "PHP_SELF", "GATEWAY_INTERFACE", "SERVER_ADDR", "SERVER_NAME", "SERVER_SOFTWARE", "SERVER_PROTOCOL",
    "REQUEST_METHOD", "REQUEST_TIME", "REQUEST_TIME_FLOAT", "QUERY_STRING", "DOCUMENT_ROOT", "HTTPS", "REMOTE_ADDR",
    "REMOTE_HOST", "REMOTE_PORT", "REMOTE_USER", "REDIRECT_REMOTE_USER", "SCRIPT_FILENAME", "SERVER_ADMIN",
    "SERVER_PORT",
    "SERVER_SIGNATURE", "PATH_TRANSLATED", "SCRIPT_NAME", "REQUEST_URI", "PHP_AUTH_DIGEST", "PHP_AUTH_USER",
    "PHP_AUTH_PW",
    "AUTH_TYPE", "PATH_INFO", "ORIG_PATH_INFO", "CONTENT_TYPE", "CONTENT_LENGTH", "REQUEST_SCHEME", "SCRIPT_URL",
    "SCRIPT_URI", "REDIRECT_STATUS", "REDIRECT_URL", "UNIQUE_ID", "LOCAL_ADDR",
  ]

  static let idioms = IdiomTable([
    .call("getenv", .optional), .call("env", .optional, fallback: 1),
    .call("putenv", .written) { $0.naming = .assignment },
    .call("Env.get", .optional, fallback: 1), .call("*.Env.get", .optional, fallback: 1),
    .call("*.Env.getOrFail", .required),
    .mapping("$_ENV", Idiom.Mapping(subscripted: .optional)),
    .mapping("$_SERVER", Idiom.Mapping(subscripted: .optional, excluded: served)),
    .call("*.$dotenv.required", .required), .call("*.$dotenv.ifPresent", .optional),
  ])

  static func read(_ reading: inout CodeReading, at index: Int) {
    let code = reading.code
    guard code.isOperator(index + 1, "("), code.isOperator(index - 1, "[") || code.isOperator(index - 1, "\\") else {
      return
    }
    guard let argument = reading.arguments(index + 1).first(where: { $0.label == "env" }) else { return }
    for name in code.names(in: argument.range, reading.constants) {
      reading.add(
        SettingReference(
          name: String(name.text.split(separator: ":").last ?? ""), need: .required, offset: name.offset,
          idiom: "#[Autowire(env: …)]"))
    }
  }

  static func finish(_ reading: inout CodeReading) {
    reading.found.removeAll { $0.idiom.hasPrefix("$_SERVER") && $0.name.hasPrefix("HTTP_") }
    for index in 0..<reading.code.count where reading.code.kind(index) == .string {
      let token = reading.code.tokens[index]
      let content = reading.code.bytes[Int(token.contentStart)..<Int(token.contentEnd)]
      guard content.count > 6, content.contains(UInt8(ascii: "%")), let text = reading.code.value(index) else {
        continue
      }
      for name in SymfonyPlaceholder.all(in: text) {
        reading.add(
          SettingReference(
            name: name.name, need: name.hasDefault ? .optional : .required,
            offset: Int(token.contentStart) + name.offset,
            idiom: "%env(…)%", type: name.type))
      }
    }
  }
}
