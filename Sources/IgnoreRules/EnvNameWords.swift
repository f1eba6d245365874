/// The words of an env file's name: `.env.test.local` has «test» and «local».
struct EnvNameWords {
  enum Form {
    /// `.env`, and what follows it.
    case dotted
    /// `env.example`, without a dot before it.
    case bare
    /// `prod.env`
    case suffix
    /// `.envrc`
    case direnv
    /// `.flaskenv`
    case flask
  }

  let form: Form
  /// In small letters.
  let words: [String]
  let isBackup: Bool

  static let local: Set<String> = ["local", "private", "personal"]
  private static let template: Set<String> = [
    "example", "examples", "sample", "samples", "template", "templates", "tpl", "tmpl", "tftpl", "ctmpl", "dist",
    "schema",
    "skel", "skeleton", "stub", "placeholder", "j2", "jinja", "jinja2", "erb", "mustache", "hbs", "reference",
  ]
  private static let keys: Set<String> = ["keys", "me"]
  private static let encrypted: Set<String> = [
    "vault", "encrypted", "enc", "gpg", "asc", "age", "sops", "secret", "crypt", "kms",
  ]
  private static let backup: Set<String> = [
    "bak", "backup", "old", "orig", "save", "saved", "copy", "previous", "prev", "swp", "tmp", "new",
  ]

  init?(_ name: ArraySlice<UInt8>) {
    // A name that is longer is none that anyone would give.
    guard name.count <= 255, name.contains(where: { folded($0) == UInt8(ascii: "v") }) else { return nil }
    // Other letters than those of ASCII say nothing, and could join with a dot to one character.
    var text = String(decoding: name.map { $0 < 128 ? folded($0) : UInt8(ascii: "?") }, as: UTF8.self)
    let isLeft = text.hasSuffix("~")
    if isLeft { text.removeLast() }
    guard let (form, rest) = EnvNameWords.form(text) else { return nil }
    var words = rest.split { $0 == "." || $0 == "-" || $0 == "_" }.map(String.init)
    // A text file is what its other words say.
    if words.last == "txt" { words.removeLast() }
    self.form = form
    self.words = words
    isBackup = isLeft || words.contains { EnvNameWords.backup.contains($0) }
    guard isPlausible(rest) else { return nil }
  }

  /// Which form the name has, and what of it is not the form's own.
  private static func form(_ text: String) -> (Form, Substring)? {
    for (beginning, form): (String, Form) in [
      (".envrc", .direnv), (".flaskenv", .flask), (".env", .dotted), ("env", .bare), ("dotenv", .bare),
    ] where text.hasPrefix(beginning) {
      let rest = text.dropFirst(beginning.count)
      if rest.isEmpty || rest.first == "." || rest.first == "-" || rest.first == "_" { return (form, rest) }
    }
    if text.hasSuffix(".env") { return (.suffix, text.dropLast(4)) }
    for end in ["-env", "_env"] where text.hasSuffix(end) { return (.bare, text.dropLast(4)) }
    return nil
  }

  /// Whether the name speaks of settings, and not of code or prose about them.
  private func isPlausible(_ rest: Substring) -> Bool {
    if let last = words.last, Self.otherFiles.contains(last), rest.contains(".") { return isScript && form == .dotted }
    guard form == .bare else { return true }
    // Without the dot, the other words have to say it: folders of Python are called «env» too.
    guard !words.isEmpty, !has(["d", "types"]) else { return false }
    return words.allSatisfy { Self.template.contains($0) || Self.local.contains($0) || EnvStage.words[$0] != nil }
      || has(Self.template)
  }

  /// Extensions of files that hold code, data of another form, or prose.
  private static let otherFiles: Set<String> = [
    "ts", "tsx", "mts", "cts", "js", "jsx", "mjs", "cjs", "vue", "svelte", "astro", "py", "pyi", "pyc", "rb", "go",
    "rs", "swift", "php",
    "java", "kt", "kts", "scala", "groovy", "gradle", "cs", "fs", "vb", "c", "h", "cc", "cpp", "hpp", "m", "mm", "ex",
    "exs", "erl",
    "hs", "clj", "lua", "pl", "r", "dart", "zig", "nix", "sql", "md", "mdx", "rst", "adoc", "html", "htm", "css",
    "scss", "less",
    "json", "json5", "jsonc", "yml", "yaml", "toml", "xml", "ini", "cfg", "conf", "properties", "plist", "tf", "tfvars",
    "hcl", "lock",
    "map", "snap", "svg", "png", "jpg", "gif", "pdf", "zip", "gz", "tar", "log", "sh", "bash", "zsh", "fish", "ps1",
    "bat", "cmd", "csv",
    "glsl", "hdr", "exr", "proto", "graphql", "ipynb", "service", "dockerfile",
  ]
  private static let scripts: Set<String> = ["sh", "bash", "zsh", "fish", "ps1"]

  private var isScript: Bool { words.last.map { Self.scripts.contains($0) } ?? false }

  func has(_ set: Set<String>) -> Bool { words.contains { set.contains($0) } }

  var stage: EnvStage? { words.lazy.compactMap { EnvStage.words[$0] }.first }

  var kind: EnvFileName.Kind {
    if has(Self.template) { return .template }
    switch form {
    case .direnv: return .script
    case .flask: return words.isEmpty ? .shared : .values
    case .dotted where isScript: return .script
    case .dotted where words == ["defaults"] || words == ["default"]: return .shared
    case .dotted where words.count == 1 && has(Self.keys): return .keys
    case .dotted where words.last.map { Self.encrypted.contains($0) } ?? false: return .encrypted
    default: return .values
    }
  }
}
