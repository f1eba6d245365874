/// A script wherever one is written: in a file of its own, a step of a workflow, a recipe, an instruction.
enum ShellText {
  /// Follows a script to its end.
  ///
  /// - Parameter scope: what is known before it begins; what comes back is known after it.
  static func scope(of text: PlacedText, _ scope: ShellScope = ShellScope()) -> (
    scope: ShellScope, gap: SettingReadout.Gap?
  ) {
    var scope = scope
    scope.reads = []
    scope.written = []
    scope.dynamic = []
    scope.envFiles = []
    scope.calls = []
    var parser = ShellParser(text.bytes, scope: scope)
    if let line = firstLine(text.bytes), line.hasPrefix("#!"),
      line.split(separator: " ").dropFirst().contains(where: isStrict)
    {
      parser.scope.isStrict = true
    }
    parser.commands()
    let gap = parser.deepest.map {
      SettingReadout.Gap(offset: text.place($0), reason: "substitutions stand too deep in each other to be followed")
    }
    return (parser.scope, gap)
  }

  /// The settings of a script, and the env files that it reads.
  static func read(
    _ text: PlacedText, _ scope: ShellScope = ShellScope(), into builder: inout ReadoutBuilder
  ) -> ShellScope {
    let (scope, gap) = ShellText.scope(of: text, scope)
    builder.add(scope.references(in: text))
    for file in scope.envFiles {
      builder.add(EnvFileReference(path: file.path, isRequired: file.isRequired, offset: text.place(file.place)))
    }
    if let gap { builder.addGap(at: gap.offset, gap.reason) }
    return scope
  }

  private static func firstLine(_ bytes: [UInt8]) -> String? {
    guard bytes.first == 0x23 else { return nil }
    return String(bytes.prefix(200).prefix { $0 != 0x0A && $0 != 0x0D })
  }

  private static func isStrict(_ option: Substring) -> Bool {
    option.hasPrefix("-") && !option.hasPrefix("--") && option.contains("u")
  }
}
