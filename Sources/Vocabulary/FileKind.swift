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
  /// Locked versions and their digests, translations, styles: what stands there is no secret.
  case generated

  /// - Parameter path: relative, with slashes.
  package init(path: [UInt8]) {
    let name = String(decoding: path.split(separator: UInt8(ascii: "/")).last ?? [], as: UTF8.self).lowercased()
    if FileKind.isGenerated(name) {
      self = .generated
    } else if name.hasPrefix(".env") {
      self = .settings
    } else if let dot = name.lastIndex(of: ".") {
      self = FileKind.byExtension[String(name[name.index(after: dot)...])] ?? .other
    } else {
      self = .settings
    }
  }

  private static func isGenerated(_ name: String) -> Bool {
    generatedNames.contains(name)
      || [".po", ".pot", ".css", ".scss", ".less", ".sum", ".lock", ".svg"].contains {
        name.hasSuffix($0)
      } || ["messages", "strings", "translations"].contains { name.hasPrefix($0) && name.hasSuffix(".properties") }
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
