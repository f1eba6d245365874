extension ShellParser {
  /// Does what a simple command does to variables.
  mutating func finish(_ command: inout ShellCommand, _ separator: ShellSeparator, floor: Int) {
    defer { command = ShellCommand() }
    if frames.count > floor, frames.last?.kind == .patterns { return }
    guard !command.isEmpty else { return }
    let guards = lineGuards
    lineGuards = []
    if command.words.isEmpty {
      for assignment in command.assignments { scope.assign(assignment.name, in: function) }
      return
    }
    for assignment in command.assignments { scope.written.append((assignment.name, assignment.place, "…= command")) }
    let words = unwrapped(command.words)
    guard let name = words.first?.keyword else { return }
    if ["[", "[[", "test"].contains(name) { return judge(words, command, separator) }
    if ShellParser.fails(name, words) {
      mark(guards)
      if let frame = frames.last, [.consequence, .brace].contains(frame.kind) { mark(frame.guards) }
    }
    run(name, Array(words.dropFirst()))
  }

  private mutating func mark(_ reads: [Int]) {
    for read in reads { scope.reads[read].isGuarded = true }
  }

  /// The command behind others that only run it.
  private mutating func unwrapped(_ words: [ShellWord]) -> [ShellWord] {
    var rest = words[...]
    while let name = rest.first?.keyword, ["env", "sudo", "command", "builtin", "exec", "nohup", "exec"].contains(name)
    {
      guard rest.count > 1 else { break }
      rest = rest.dropFirst()
      while let word = rest.first {
        if let assignment = word.assignment, name == "env" || name == "sudo" {
          scope.written.append((assignment.name, assignment.place, "\(name) …="))
        } else if word.keyword == "-u" {
          rest = rest.dropFirst()
        } else if word.keyword?.hasPrefix("-") != true {
          break
        }
        rest = rest.dropFirst()
      }
    }
    return Array(rest)
  }

  /// Whether the script, or its function, stops with this command and says that something went wrong.
  private static func fails(_ name: String, _ words: [ShellWord]) -> Bool {
    switch name {
    case "exit": words.dropFirst().first?.literal != "0"
    case "return": words.count > 1 && words[1].literal != "0"
    case "die", "fail", "fatal", "abort", "bail", "panic", "error_exit", "err_exit", "exit_with_error", "usage": true
    default: false
    }
  }

  /// `[ -z "$X" ]` and its like: which reads are empty where it holds, and which where it does not.
  private mutating func judge(_ words: [ShellWord], _ command: ShellCommand, _ separator: ShellSeparator) {
    let arguments = words.dropFirst().filter { $0.keyword != "]" && $0.keyword != "]]" }
    var test = ShellTest(arguments)
    for (name, place) in test.names { test.add(read(name, at: place, form: .tested)) }
    for index in test.empty + test.filled { scope.reads[index].isTested = true }
    let (empty, filled) = command.isNegated ? (test.filled, test.empty) : (test.empty, test.filled)
    let isVoid = command.hasAnd || test.hasAnd
    if let frame = frames.last, frame.kind == .condition {
      frames[frames.count - 1].guards += empty
      if isVoid || separator == .and { frames[frames.count - 1].isVoid = true }
    } else if separator == .and, !isVoid {
      lineGuards = empty
    } else if separator == .or, !command.hasAnd {
      lineGuards = filled
    }
  }
}

/// What a test asks of variables.
private struct ShellTest {
  var empty: [Int] = []
  var filled: [Int] = []
  var hasAnd = false
  /// `-v NAME`: a name and its place.
  var names: [(String, Int)] = []
  private var isNamesNegated = false

  init(_ words: [ShellWord]) {
    var index = 0
    var isNegated = false
    while index < words.count {
      let word = words[index]
      let next = index + 1 < words.count ? words[index + 1] : nil
      switch word.keyword {
      case "-a": hasAnd = true
      case "!":
        isNegated.toggle()
        index += 1
        continue
      case "-z", "-n":
        if let read = next?.onlyRead { add(read, isEmpty: (word.keyword == "-z") != isNegated) }
        index += 1
      case "-v":
        if let next, let name = next.literal, name.isVariableName { names.append((name, next.place.lowerBound)) }
        isNamesNegated = isNegated
        index += 1
      case "=", "==", "!=":
        if let read = index > 0 ? words[index - 1].onlyRead : nil, let next, next.literal == "" {
          filled.removeAll { $0 == read }
          empty.removeAll { $0 == read }
          add(read, isEmpty: (word.keyword != "!=") != isNegated)
        } else if let read = index > 0 ? words[index - 1].onlyRead : nil {
          filled.removeAll { $0 == read }
          empty.removeAll { $0 == read }
        }
        index += 1
      case .some(let operation) where operation.hasPrefix("-") && operation.utf8.count <= 3: index += 1
      default:
        if let read = word.onlyRead { add(read, isEmpty: isNegated) }
      }
      isNegated = false
      index += 1
    }
  }

  mutating func add(_ read: Int) { add(read, isEmpty: isNamesNegated) }

  private mutating func add(_ read: Int, isEmpty: Bool) {
    if isEmpty { empty.append(read) } else { filled.append(read) }
  }
}
