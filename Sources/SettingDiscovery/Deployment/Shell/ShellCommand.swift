/// A word of a command, as far as it is written and not made when the script runs.
struct ShellWord {
  /// Without quotes and expansions.
  var text: [UInt8] = []
  /// Where it begins and ends in the script.
  var place: Range<Int>
  var isLiteral = true
  var hasQuotes = false
  /// The read that the word consists of: `"$X"`, `${X:-}`.
  var onlyRead: Int?
  /// The variable that `X=…` would assign.
  var assignment: Assignment?

  struct Assignment {
    var name: String
    var place: Int
  }

  var string: String { String(text) }
  /// A literal without quotes, which is what keywords and commands are.
  var keyword: String? { isLiteral && !hasQuotes ? string : nil }
  var literal: String? { isLiteral ? string : nil }
}

/// A simple command while it is being read.
struct ShellCommand {
  var words: [ShellWord] = []
  /// `X=1` before the command's name, or alone.
  var assignments: [ShellWord.Assignment] = []
  var isNegated = false
  /// Whether it is `[[ … ]]`, in which operators are words.
  var isTest = false
  var hasAnd = false

  var isEmpty: Bool { words.isEmpty && assignments.isEmpty }
  var name: String? { words.first?.keyword }
}

/// What ends a command.
enum ShellSeparator {
  case line, and, or, pipe
}

/// A compound command whose end is not there yet.
struct ShellFrame {
  enum Kind {
    case brace, subshell, condition, consequence, alternative, loop, patterns, branch
  }

  var kind: Kind
  /// The function whose body this is.
  var function: String?
  /// Reads that are known to be empty within.
  var guards: [Int] = []
  /// Whether the condition asks for more than that one of them is empty.
  var isVoid = false
}
