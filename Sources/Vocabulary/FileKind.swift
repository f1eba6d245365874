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
    let parts = path.split(separator: UInt8(ascii: "/"))
    let name = String(decoding: parts.last ?? [], as: UTF8.self).lowercased()
    let kind = FileKind.byName(name)
    self = kind != .code && FileKind.isOfTranslations(parts.dropLast()) ? .translation : kind
  }

  private static func byName(_ name: String) -> FileKind {
    if isTranslation(name) { return .translation }
    if isGenerated(name) { return .generated }
    if name.hasPrefix(".env") { return .settings }
    guard let dot = name.lastIndex(of: ".") else { return .settings }
    return byExtension[String(name[name.index(after: dot)...])] ?? .other
  }

  private static func isTranslation(_ name: String) -> Bool {
    [".po", ".pot", ".resx", ".strings", ".xlf", ".arb", ".ftl"].contains(where: name.hasSuffix)
      || (name.hasSuffix(".properties") && ["messages", "strings", "translations"].contains(where: name.hasPrefix))
  }

  private static func isOfTranslations(_ folders: ArraySlice<ArraySlice<UInt8>>) -> Bool {
    folders.contains { folder in
      folder.count < 13 && translationFolders.contains(String(decoding: folder, as: UTF8.self).lowercased())
    }
  }

  private static let translationFolders: Set = [
    "locale", "locales", "i18n", "l10n", "lang", "langs", "language", "languages", "translation", "translations",
  ]

  private static func isGenerated(_ name: String) -> Bool {
    generatedNames.contains(name)
      || [".css", ".scss", ".less", ".sum", ".lock", ".svg"].contains(where: name.hasSuffix)
  }

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
