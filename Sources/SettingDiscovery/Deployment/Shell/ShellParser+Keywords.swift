extension ShellParser {
  /// Adds a word to the command, or does what a keyword says.
  mutating func take(_ word: ShellWord, into command: inout ShellCommand, floor: Int) {
    if frames.count > floor, frames.last?.kind == .patterns {
      if word.keyword == "esac" {
        frames.removeLast()
        command = ShellCommand()
      }
      return
    }
    if command.isEmpty, let keyword = word.keyword, take(keyword: keyword, command: &command, floor: floor) { return }
    if command.words.isEmpty, let assignment = word.assignment {
      command.assignments.append(assignment)
      return
    }
    if command.isTest, word.keyword == "]]" {
      command.isTest = false
      return
    }
    if let name = functionHead(command), word.keyword == "{" {
      frames.append(ShellFrame(kind: .brace, function: name))
      command = ShellCommand()
      return
    }
    command.words.append(word)
    if command.words.count == 1, word.keyword == "[[" { command.isTest = true }
    if command.name == "case", command.words.count >= 3, word.keyword == "in" {
      frames.append(ShellFrame(kind: .patterns))
      command = ShellCommand()
    }
  }

  /// `function name`
  private func functionHead(_ command: ShellCommand) -> String? {
    command.words.count == 2 && command.name == "function" ? command.words[1].keyword : nil
  }

  private mutating func take(keyword: String, command: inout ShellCommand, floor: Int) -> Bool {
    switch keyword {
    case "{":
      frames.append(ShellFrame(kind: .brace, function: pendingFunction, guards: lineGuards))
      pendingFunction = nil
      lineGuards = []
    case "}": close([.brace], floor: floor)
    case "if": frames.append(ShellFrame(kind: .condition))
    case "elif":
      close([.consequence], floor: floor, isKept: true)
      change(to: .condition, floor: floor)
    case "then": change(to: .consequence, floor: floor)
    case "else":
      close([.consequence], floor: floor, isKept: true)
      change(to: .alternative, floor: floor)
    case "fi": close([.condition, .consequence, .alternative], floor: floor)
    case "do": frames.append(ShellFrame(kind: .loop))
    case "done": close([.loop], floor: floor)
    case "esac": close([.branch], floor: floor)
    case "while", "until", "time", "coproc": break
    case "!": command.isNegated.toggle()
    default: return false
    }
    return true
  }

  /// Ends the innermost of such compound commands, and what was left open in it.
  private mutating func close(_ kinds: [ShellFrame.Kind], floor: Int, isKept: Bool = false) {
    guard let index = frames[floor...].lastIndex(where: { kinds.contains($0.kind) }) else { return }
    frames.removeLast(frames.count - index - (isKept ? 1 : 0))
  }

  private mutating func change(to kind: ShellFrame.Kind, floor: Int) {
    guard frames.count > floor, let frame = frames.last else { return }
    guard [.condition, .consequence, .alternative].contains(frame.kind) else { return }
    let guards = kind == .consequence && !frame.isVoid ? frame.guards : []
    frames[frames.count - 1] = ShellFrame(kind: kind, function: frame.function, guards: guards)
  }
}
