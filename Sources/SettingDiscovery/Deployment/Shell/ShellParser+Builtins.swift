extension ShellParser {
  /// What a command with arguments does to variables; of other programs, those whose arguments are names of variables.
  mutating func run(_ name: String, _ arguments: [ShellWord]) {
    switch name {
    case "export", "declare", "typeset", "local", "readonly", "integer": declare(name, arguments)
    case "read": readCommand(arguments)
    case "for", "select", "unset", "let", "getopts", "mapfile", "readarray": assignNames(name, arguments)
    case "printf" where arguments.first?.keyword == "-v": assign(arguments.dropFirst().first)
    case "set": set(arguments)
    case ".", "source": source(arguments.first)
    case "printenv":
      for word in arguments where word.keyword?.isVariableName == true { take(word, form: .command) }
    case "stanch", "stanch-secrets":
      let words = arguments.filter { $0.keyword?.hasPrefix("-") != true && $0.keyword != "secrets" }
      if words.first?.keyword == "get", words.count > 1 { take(words[1], form: .resolver) }
    case "docker", "podman", "nerdctl", "docker-compose": containerOptions(arguments)
    case "envsubst": substituted(arguments)
    case "sh", "bash", "zsh", "dash", "ksh": script(arguments)
    case "echo", "printf":
      for word in arguments { if let assignment = word.printedAssignment { scope.printed.insert(assignment) } }
    default:
      guard let first = arguments.first, let literal = first.literal else { return }
      let offset = first.hasQuotes ? 1 : 0
      scope.calls.append((name, literal, first.place.lowerBound + offset))
    }
  }

  private mutating func assign(_ word: ShellWord?) {
    guard let word else { return }
    if let assignment = word.assignment {
      scope.assign(assignment.name, in: function)
    } else if let name = word.literal, name.isVariableName {
      scope.assign(name, in: function)
    }
  }

  private mutating func take(_ word: ShellWord, form: ShellScope.Form) {
    guard let name = word.literal, name.isVariableName else { return }
    _ = read(name, at: word.place.lowerBound + (word.hasQuotes ? 1 : 0), form: form)
  }

  private mutating func declare(_ builtin: String, _ words: [ShellWord]) {
    let isGlobal = words.contains { $0.keyword?.hasPrefix("-") == true && $0.keyword?.contains("g") == true }
    let isLocal = builtin != "export" && builtin != "readonly" && !isGlobal
    let isExported =
      builtin == "export" || words.contains { $0.keyword?.hasPrefix("-") == true && $0.keyword?.contains("x") == true }
    for word in words {
      if let assignment = word.assignment {
        scope.assign(assignment.name, in: function, isLocal: isLocal)
        if isExported { scope.written.append((assignment.name, assignment.place, "export …=")) }
      } else if !isExported, let name = word.keyword, name.isVariableName {
        scope.assign(name, in: function, isLocal: isLocal)
      }
    }
  }

  /// Every argument of `read` that is no option and no option's value.
  private mutating func readCommand(_ words: [ShellWord]) {
    var index = 0
    while index < words.count {
      if let option = words[index].keyword, option.hasPrefix("-") {
        if let last = option.last, "pdtnNiu".contains(last) { index += 1 }
      } else {
        assign(words[index])
      }
      index += 1
    }
  }

  private mutating func assignNames(_ builtin: String, _ words: [ShellWord]) {
    switch builtin {
    case "for", "select": assign(words.first)
    case "getopts": assign(words.dropFirst().first)
    default: for word in words where word.keyword?.hasPrefix("-") != true { assign(word) }
    }
  }

  private mutating func set(_ words: [ShellWord]) {
    for (index, word) in words.enumerated() {
      guard let option = word.keyword, option != "--", option != "-", let sign = option.first, "+-".contains(sign)
      else { return }
      if option.dropFirst().contains("u") { scope.isStrict = sign == "-" }
      if option.hasSuffix("o"), index + 1 < words.count, words[index + 1].keyword == "nounset" {
        scope.isStrict = sign == "-"
      }
      if option.hasSuffix("o"), index + 1 < words.count {
        return set(Array(words[(index + 2)...]))
      }
    }
  }

  private mutating func source(_ word: ShellWord?) {
    guard let word else { return }
    if EnvFileReference.isNamedSo(word.string) {
      let path = bytes.string(word.place).filter { $0 != "\"" && $0 != "'" }
      let isTested = lineGuardsFile(path)
      scope.envFiles.append(
        (
          path, !isTested,
          word.place.lowerBound + (bytes[word.place.lowerBound] == "\"" || bytes[word.place.lowerBound] == "'" ? 1 : 0)
        ))
    } else {
      scope.hasSourced = true
    }
  }

  /// Whether the script asks for the file before it reads it in.
  private func lineGuardsFile(_ path: String) -> Bool { frames.contains { $0.kind == .consequence } || isBehindTest }

  /// Whether `&&` stands before the command, on its line.
  private var isBehindTest: Bool {
    var index = place
    var seen = 0
    while index > 1, seen < 200, bytes[index - 1] != "\n" {
      index -= 1
      seen += 1
      if bytes[index] == "&", bytes[index - 1] == "&" { return true }
    }
    return false
  }

  private mutating func script(_ words: [ShellWord]) {
    guard
      let flag = words.firstIndex(where: { $0.keyword?.hasPrefix("-") == true && $0.keyword?.hasSuffix("c") == true }),
      flag + 1 < words.count, words[flag + 1].hasQuotes, words[flag + 1].isLiteral,
      bytes[words[flag + 1].place.lowerBound] == "'"
    else { return }
    let outer = (place, limit, heredocs)
    place = words[flag + 1].place.lowerBound + 1
    limit = max(place, words[flag + 1].place.upperBound - 1)
    heredocs = []
    commands()
    (place, limit, heredocs) = outer
  }
}

extension ShellWord {
  /// The name in `NAME=value` as it is printed: `echo "NAME=$value" >> "$GITHUB_ENV"`.
  fileprivate var printedAssignment: String? {
    guard let equals = text.firstIndex(of: 0x3D) else {
      // `NAME<<EOF`
      let end = text.endOfVariable(at: 0, limit: text.count)
      return end > 0 && text.holds("<<", at: end) ? text.string(0..<end) : nil
    }
    return text[..<equals].isVariableName ? text.string(0..<equals) : nil
  }
}
