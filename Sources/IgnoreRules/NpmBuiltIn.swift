/// What npm does with every package, as docs.npmjs.com tells of `files` in package.json and npm-packlist does it.
enum NpmBuiltIn {
  /// Left out in every folder, unless a line takes it in.
  static let defaults = [
    ".npmignore", ".gitignore", "**/.git", "**/.svn", "**/.hg", "**/CVS", "**/.git/**", "**/.svn/**", "**/.hg/**",
    "**/CVS/**",
    "/.lock-wscript", "/.wafpickle-*", "/build/config.gypi", "npm-debug.log", "**/.npmrc", ".*.swp", ".DS_Store",
    "**/.DS_Store/**", "._*", "**/._*/**", "*.orig", "/archived-packages/**",
  ]
  /// The last word at the root of a package: with `!` always published, without it never.
  static let strict = [
    "/.git", "!/package.json", "!/readme{,.*[^~$]}", "!/copying{,.*[^~$]}", "!/license{,.*[^~$]}",
    "!/licence{,.*[^~$]}",
    "/.git", "/node_modules", ".npmrc", "/package-lock.json", "/yarn.lock", "/pnpm-lock.yaml",
  ]
  /// The last word in other folders.
  static let strictBelow = ["/.git"]

  static func rules(_ patterns: [String]) -> [NpmRule] {
    patterns.compactMap { NpmRule($0.utf8, source: .builtIn($0)) }
  }
}
