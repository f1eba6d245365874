internal import Subprocess
internal import SystemPackage

/// The git program as plumbing, for repositories that libgit2 refuses and for what only git knows.
///
/// It runs nothing that a repository configures: no hook, filter, text conversion, file-system monitor or remote helper, and
/// fetches nothing.
package struct GitProgram: Sendable {
  /// Variables beside those that every command gets.
  private let ownVariables: [String: String]

  package init() {
    ownVariables = [:]
  }

  init(variables: [String: String]) {
    ownVariables = variables
  }

  private static let options = [
    "--no-pager", "--no-replace-objects", "--no-optional-locks",
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "protocol.allow=never",
    "-c", "core.untrackedCache=false",
  ]

  private var variables: [Subprocess.Environment.Key: String?] {
    var variables = GitProgram.variables
    for (name, value) in ownVariables { variables[Subprocess.Environment.Key(stringLiteral: name)] = value }
    return variables
  }

  private static let variables: [Subprocess.Environment.Key: String?] = [
    "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0",
    "GIT_EXTERNAL_DIFF": nil, "GIT_TRACE": nil, "LC_ALL": "C",
  ]

  /// What a command of git printed, and how it ended.
  package struct Answer: Sendable {
    package let status: Int32
    package let output: [UInt8]
    /// The first lines of its standard error.
    package let complaint: String

    package var text: String {
      var text = Substring(String(decoding: output, as: UTF8.self))
      while text.last == "\n" { text.removeLast() }
      return String(text)
    }
  }

  /// Runs one command of git.
  ///
  /// - Parameters:
  ///   - arguments: the command and its arguments.
  ///   - input: what it reads from standard input.
  ///   - honoursHooksPath: leaves `core.hooksPath` as it is configured, for asking where hooks are.
  ///   - takesPatterns: leaves it to git whether a path is a pattern; a few commands refuse to be told.
  ///   - limit: the most bytes of output to take.
  /// - Throws: `GitError` when git is not there, printed more than `limit`, or was ended by a signal.
  package func run(
    _ arguments: [String], input: [UInt8] = [], honoursHooksPath: Bool = false, takesPatterns: Bool = false,
    limit: Int = 256 * 1024 * 1024
  ) async throws(GitError) -> Answer {
    let options =
      honoursHooksPath ? [] : GitProgram.options + (takesPatterns ? [] : ["--literal-pathspecs"])
    do {
      let result = try await Subprocess.run(
        .name("git"), arguments: Arguments(options + arguments),
        environment: .inherit.updating(variables), input: .array(input), output: .bytes(limit: limit),
        error: .string(limit: 64 * 1024))
      guard case .exited(let status) = result.terminationStatus else {
        throw failure(arguments, "git ended with \(result.terminationStatus)")
      }
      return Answer(status: status, output: result.standardOutput, complaint: result.standardError)
    } catch let error as GitError {
      throw error
    } catch {
      throw failure(arguments, "the git program could not be run: \(error)")
    }
  }

  /// Runs a command that has to succeed.
  package func output(_ arguments: [String], input: [UInt8] = []) async throws(GitError) -> Answer {
    let answer = try await run(arguments, input: input)
    guard answer.status == 0 else {
      let complaint = answer.complaint.split(separator: "\n").first.map(String.init)
      throw failure(arguments, complaint ?? "git ended with status \(answer.status)")
    }
    return answer
  }

  private func failure(_ arguments: [String], _ cause: String) -> GitError {
    GitError(code: .system, operation: "running git \(arguments.first ?? "")", cause: cause)
  }
}
