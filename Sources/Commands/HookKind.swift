internal import ArgumentParser
internal import CHookShims

/// The hooks of git that stanch serves.
enum HookKind: String, ExpressibleByArgument, CaseIterable {
  case preCommit = "pre-commit"
  case commitMessage = "commit-msg"
  case prePush = "pre-push"
  case preReceive = "pre-receive"

  /// Whether git runs it in a bare repository, such as a server has, or in one with a working tree; pushes leave both.
  func serves(isBare: Bool) -> Bool {
    switch self {
    case .preCommit, .commitMessage: !isBare
    case .prePush: true
    case .preReceive: isBare
    }
  }

  /// The hook that is installed when none is named, and whose state `hook status` ends with.
  static func first(isBare: Bool) -> HookKind { isBare ? .preReceive : .preCommit }

  /// What it stops when it fails.
  var subject: String {
    switch self {
    case .preCommit, .commitMessage: "commit"
    case .prePush, .preReceive: "push"
    }
  }

  /// The shim as it stands in hooks/, with the program's place filled in.
  func shim(program: String) -> [UInt8] {
    let text = String(decoding: template, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line == "program=" && !program.isEmpty ? "program=" + ShellWord.quoted(program) : String(line)
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  private var template: [UInt8] {
    var size = 0
    let first =
      switch self {
      case .preCommit: unsafe stanch_pre_commit_shim(&size)
      case .commitMessage: unsafe stanch_commit_msg_shim(&size)
      case .prePush: unsafe stanch_pre_push_shim(&size)
      case .preReceive: unsafe stanch_pre_receive_shim(&size)
      }
    return unsafe Array(UnsafeBufferPointer(start: first, count: size))
  }
}
