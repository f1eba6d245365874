/// A reader of dotenv files whose rules a file can be read by. Each reads as the program of that name does.
package enum DotenvDialect: String, CaseIterable, Hashable, Sendable {
  /// Docker Compose: `env_file` and `.env` (compose-go 2.13).
  case compose
  /// `docker run --env-file`, and `env_file` with `format: raw` (docker/cli 29).
  case docker
  /// `node --env-file` and `util.parseEnv` of Node 24.
  case node
  /// The same of Node 20, whose parser is another.
  case node20
  /// python-dotenv 1.2.4, as `load_dotenv` reads: what the environment holds wins over the file.
  case python
  /// `set -a; . FILE` in bash 5, as far as nothing has to be run for it.
  case bash

  /// The readers that a file is compared by: all but outdated ones.
  package static let current: [DotenvDialect] = [.compose, .docker, .node, .python, .bash]

  /// What the reader is called in a sentence.
  package var title: String {
    switch self {
    case .compose: "Docker Compose"
    case .docker: "docker --env-file"
    case .node: "Node"
    case .node20: "Node 20"
    case .python: "python-dotenv"
    case .bash: "bash"
    }
  }
}
