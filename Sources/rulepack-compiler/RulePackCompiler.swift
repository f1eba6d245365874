import FoundationEssentials
import Rules

/// Compiles rule packs at build time: `rulepack-compiler --output FILE PACK...`
///
/// Writes a Swift source with the rule image (see `RuleImage`) in base 64: a target of C takes no file that the build makes, and
/// a string literal is the one form of data that the Swift compiler takes in quickly.
@main
enum RulePackCompiler {
  static func main() {
    do {
      try compile(Array(CommandLine.arguments.dropFirst()))
    } catch {
      // The build shows this beside the pack that it is about.
      CompilerFiles.complain("error: \(error)")
    }
  }

  private static func compile(_ arguments: [String]) throws {
    guard arguments.count > 2, arguments[0] == "--output" else {
      throw CompilerError("usage: rulepack-compiler --output FILE PACK...")
    }
    let packs = try arguments.dropFirst(2).sorted().map { try WrittenPack(CompilerFiles.read($0), file: $0) }
    if let notice = packs.flatMap(\.notices).first { throw CompilerError(notice) }
    var compiler = RuleCompiler(keywordsStandInMatches: true)
    try compiler.add(packs)
    let image = try RuleImage(rules: compiler.rules, allowlists: compiler.allowlists)
    try CompilerFiles.write(Array(source(of: image).utf8), to: arguments[1])
  }

  private static func source(of image: RuleImage) -> String {
    """
    extension CompiledRules {
      /// The text of a rule image.
      package static let text: StaticString = "\(literal(String(decoding: image.text, as: UTF8.self)))"

      /// The database of a rule image, in base 64.
      package static let database: StaticString = "\(Data(image.database).base64EncodedString())"
    }

    """
  }

  /// A text as the inside of a Swift string literal.
  private static func literal(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case _ where scalar.value < 32 || scalar.value == 127: result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

struct CompilerError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
