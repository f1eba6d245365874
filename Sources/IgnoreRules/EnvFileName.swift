/// What a file is by its name, where the name is one of those that hold settings for the environment.
///
/// It tells facts; whether a file may be committed is for a policy to say.
package struct EnvFileName: Equatable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// Values, as `.env`, `.env.local` or `prod.env` hold them.
    case values
    /// Names and no values: `.env.example` and the like, made to be committed.
    case template
    /// A shell script of direnv, `.envrc`, or one that exports settings, `.env.sh`.
    case script
    /// Keys that open encrypted env files, such as `.env.keys` of dotenvx, or a login, as `.env.me` of dotenv-vault.
    case keys
    /// Values that are encrypted, such as `.env.vault`: fit to be committed.
    case encrypted
    /// Values that are public by what the tool says that reads them, such as `.flaskenv`: made to be committed.
    case shared
  }

  package let kind: Kind
  /// The environment that the name speaks of, in small letters, such as `production`; nil if it names none that is known.
  package let stage: EnvStage?
  /// Whether the name says that the file is one machine's own: `.env.local`, `.env.test.local`.
  package let isLocal: Bool
  /// Whether it is what an editor or a careful person left behind: `.env.bak`, `.env~`.
  package let isBackup: Bool
  /// Who asks that a file of this name be committed.
  package let conventions: [EnvConvention]

  /// - Parameter path: of the file; only its last part counts.
  /// - Returns: nil for a name that has nothing to do with settings, such as `env.d.ts` or `.environment`.
  package init?(path: String) { self.init(path: Array(path.utf8)) }

  package init?(path: [UInt8]) {
    let name = path[(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
    guard let words = EnvNameWords(name) else { return nil }
    kind = words.kind
    stage = words.stage
    isLocal = words.has(EnvNameWords.local)
    isBackup = words.isBackup
    conventions = EnvConvention.all(for: words)
  }

  /// Whether it holds settings for tests alone, as its name says.
  package var isForTests: Bool { stage == .test || stage == .continuousIntegration }
}
