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
    let image = try RuleImage.make(rules: compiler.rules, allowlists: compiler.allowlists)
    try CompilerFiles.write(Array(source(of: image).utf8), to: arguments[1])
  }

  private static func source(of image: [UInt8]) -> String {
    """
    extension CompiledRules {
      /// A rule image in base 64.
      package static let image: StaticString = "\(Data(image).base64EncodedString())"
    }

    """
  }
}

struct CompilerError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
