/// What kind of text a file holds, by its name: it decides what a value without quotes means.
package enum FileKind: Sendable, CaseIterable {
  /// A programming language: a value without quotes is a variable.
  case code
  /// JSON, XML and recordings: text is in quotes.
  case data
  /// Settings and shell scripts: text needs no quotes.
  case settings
  /// Prose with examples of all kinds.
  case document
  case other
  /// Texts in the languages of users: what stands beside «password» is the word for it.
  case translation
  /// Locked versions and their digests, styles: what stands there is no secret.
  case generated

  /// - Parameter path: relative, with slashes.
  package init(path: [UInt8]) {
    let start = path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    let name = FileKind.lowercased(path[start...])
    let kind = FileKind.byName(name)
    self = kind != .code && FileKind.isOfTranslations(path[..<start]) ? .translation : kind
  }

  /// Of a file that is scanned this is asked first, and of most files nothing else: hence bytes, which are compared as they are.
  private static func lowercased(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.map { $0 &- 65 < 26 ? $0 | 32 : $0 }
  }

  private static func byName(_ name: [UInt8]) -> FileKind {
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")) else { return .settings }
    let ending = String(decoding: name[(dot + 1)...], as: UTF8.self)
    if translationEndings.contains(ending) || isTranslation(name, ending) { return .translation }
    if generatedEndings.contains(ending) || generatedNames.contains(String(decoding: name, as: UTF8.self)) {
      return .generated
    }
    if name.starts(with: ".env".utf8) { return .settings }
    return byExtension[ending] ?? .other
  }

  private static let translationEndings: Set = ["po", "pot", "resx", "strings", "xlf", "arb", "ftl"]

  private static let generatedEndings: Set = ["css", "scss", "less", "sum", "lock", "svg"]

  private static func isTranslation(_ name: [UInt8], _ ending: String) -> Bool {
    ending == "properties" && ["messages", "strings", "translations"].contains { name.starts(with: $0.utf8) }
  }

  private static func isOfTranslations(_ folders: ArraySlice<UInt8>) -> Bool {
    folders.split(separator: UInt8(ascii: "/")).contains { folder in
      (4..<13).contains(folder.count)
        && translationFolders.contains(String(decoding: lowercased(folder), as: UTF8.self))
    }
  }

  private static let translationFolders: Set = [
    "locale", "locales", "i18n", "l10n", "lang", "langs", "language", "languages", "translation", "translations",
  ]

  private static let generatedNames: Set = [
    "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "composer.lock", "gemfile.lock",
    "cargo.lock", "poetry.lock", "pipfile.lock", "go.sum", "package.resolved", "flake.lock", "mix.lock",
    "packages.lock.json", "deno.lock", "bun.lock", "uv.lock",
  ]

  private static let byExtension: [String: FileKind] = {
    let kinds: [(FileKind, String)] = [
      (
        .code,
        "py rb go java kt kts swift js jsx mjs cjs ts tsx c cc cpp cxx h hpp cs php rs scala hs lua pl pm ex exs erl "
          + "clj dart m mm groovy gradle vb fs r nix bats vue svelte zig nim jl ml mli sol proto graphql"
      ),
      (.data, "json har xml tfstate xlf plist csv jsonl ndjson ipynb resx"),
      (
        .settings,
        "yml yaml toml ini cfg conf cnf env properties config sh bash zsh fish ps1 bat cmd tf tfvars hcl netrc npmrc"
      ),
      (.document, "md mdx rst txt html htm adoc asciidoc org tex 1 5 8"),
    ]
    var result: [String: FileKind] = [:]
    for (kind, extensions) in kinds {
      for name in extensions.split(separator: " ") { result[String(name)] = kind }
    }
    return result
  }()
}
