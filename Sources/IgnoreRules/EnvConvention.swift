/// A tool whose documentation says that an env file of a certain name is to be committed, with values that are no secrets.
///
/// None of them says so of a `.local` file.
package enum EnvConvention: String, Sendable, CaseIterable {
  /// Since November 2018 `.env` holds defaults and is committed, as are `.env.dev`, `.env.test` and `.env.prod`:
  /// symfony.com/doc/current/configuration.html, «Configuring Environment Variables in .env Files».
  case symfony
  /// `.env`, `.env.development`, `.env.test` and `.env.production` are checked in, since what they hold is built into pages:
  /// create-react-app.dev/docs/adding-custom-environment-variables.
  case createReactApp
  /// Everything but `.local` files: github.com/kerimdzhanov/dotenv-flow, «Files under version control».
  case dotenvFlow
  /// `.env.development`, `.env.test` and `.env.production` are shared, while of `.env` it depends: github.com/bkeepers/dotenv,
  /// README, the table of files.
  case rails
  /// `.env.test` holds what all test runs share: nextjs.org/docs, «Test Environment Variables». Of all others the page says,
  /// since Next.js 15, that they are hardly ever to be committed; before it told to commit those of a stage as defaults.
  case next
  /// Only `*.local` is meant for one machine: vite.dev/guide/env-and-mode.
  case vite
  /// `.flaskenv` is for what is public, `.env` for what is private: flask.palletsprojects.com/cli, «Environment Variables From dotenv».
  case flask
  /// `.env.defaults` is committed, with safe values: github.com/mrsteele/dotenv-defaults, README.
  case dotenvDefaults

  static func all(for name: EnvNameWords) -> [EnvConvention] {
    guard !name.isBackup else { return [] }
    if name.form == .flask { return name.words.isEmpty ? [.flask] : [] }
    guard name.form == .dotted else { return [] }
    if name.words.isEmpty { return [.symfony, .createReactApp, .dotenvFlow] }
    if name.words == ["defaults"] { return [.dotenvDefaults, .dotenvFlow] }
    guard name.words.count == 1, let stage = name.stage else { return [] }
    switch (name.words[0], stage) {
    case ("dev", _), ("prod", _): return [.symfony, .dotenvFlow]
    case ("test", _): return [.symfony, .createReactApp, .dotenvFlow, .rails, .next, .vite]
    case ("development", _), ("production", _): return [.createReactApp, .dotenvFlow, .rails, .vite]
    default: return [.dotenvFlow]
    }
  }
}
