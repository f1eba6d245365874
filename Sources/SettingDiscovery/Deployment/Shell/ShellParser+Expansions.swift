extension ShellParser {
  /// What begins with a dollar.
  mutating func expansion(_ word: inout ShellWord) {
    let next = byte(1)
    if next == "(" {
      word.isLiteral = false
      place += 2
      if byte() == "(" {
        place += 1
        arithmetic()
      } else {
        commands(until: ")")
      }
    } else if next == "{" {
      word.isLiteral = false
      braces(&word)
    } else if next.beginsVariable {
      word.isLiteral = false
      let end = bytes.endOfVariable(at: place + 1, limit: limit)
      word.onlyRead = read(bytes.string(place + 1..<end), at: place + 1, form: .plain)
      place = end
    } else if next.isDecimal || [0x40, 0x2A, 0x23, 0x3F, 0x21, 0x24, 0x2D].contains(next) {
      word.isLiteral = false
      place += 2
    } else {
      word.text.append(byte())
      place += 1
    }
  }

  mutating func read(_ name: String, at place: Int, form: ShellScope.Form) -> Int {
    scope.read(name, at: place, form: form, in: function)
  }

  /// `${ … }`
  private mutating func braces(_ word: inout ShellWord) {
    guard enter() else { return }
    defer { leave() }
    place += 2
    // Flags of zsh.
    if byte() == "(" {
      while place < limit, byte() != ")", byte() != "}", byte() != "\n" { place += 1 }
      if byte() == ")" { place += 1 }
    }
    if byte() == "!", place + 1 < limit, byte(1).beginsVariable { return indirection() }
    if byte() == "#" || byte() == "+" || byte() == "^" || byte() == "=", byte(1).beginsVariable { place += 1 }
    let end = bytes.endOfVariable(at: place, limit: limit)
    guard end > place else { return skipBraces() }
    let name = bytes.string(place..<end)
    let start = place
    place = end
    if byte() == "[" { subscripted() }
    let form = operation()
    let index = read(name, at: start, form: form)
    skipBraces()
    word.onlyRead = index
    if form == .assigning { scope.assign(name, in: function) }
  }

  private func operation() -> ShellScope.Form {
    switch byte() == ":" ? byte(1) : byte() {
    case "?": .required
    case "-": .fallback
    case "=": .assigning
    case "+": .alternative
    default: .plain
    }
  }

  private mutating func subscripted() {
    while place < limit, byte() != "]", byte() != "}", byte() != "\n" {
      if byte() == "$" {
        var ignored = ShellWord(place: place..<place)
        expansion(&ignored)
      } else {
        place += 1
      }
    }
    if byte() == "]" { place += 1 }
  }

  /// To the brace that ends this, through whatever is expanded before.
  private mutating func skipBraces() {
    var ignored = ShellWord(place: place..<place)
    while place < limit, byte() != "}", !endsBackquotes {
      let start = place
      switch byte() {
      case "'":
        // In double quotes an apostrophe is one: `"${X:-it's}"`.
        guard let end = closingApostrophe() else {
          place += 1
          continue
        }
        place = end
      case "\"": doubleQuoted(&ignored)
      default: quotedPiece(&ignored)
      }
      if place == start { place += 1 }
      ignored.text = []
    }
    place = min(limit, place + 1)
  }

  /// Behind the apostrophe that ends the one here, if it does so before a brace or the line ends.
  private func closingApostrophe() -> Int? {
    var next = place + 1
    while next < limit, bytes[next] != "'", bytes[next] != "\n", bytes[next] != "}" { next += 1 }
    return next < limit && bytes[next] == "'" ? next + 1 : nil
  }

  /// `${!name}`, `${!PREFIX_@}` and `${!PREFIX_*}`, and the indices of an array.
  private mutating func indirection() {
    let start = place + 1
    let end = bytes.endOfVariable(at: start, limit: limit)
    let name = bytes.string(start..<end)
    place = end
    switch byte() {
    case "@" where byte(1) == "}", "*" where byte(1) == "}": scope.dynamic.append((name, start, function))
    case "[": break
    default:
      scope.dynamic.append(("", start, function))
      if let function { scope.indirectFunctions.insert(function) }
    }
    skipBraces()
  }

  /// Up to `))`, in which names need no dollar.
  mutating func arithmetic() {
    guard enter() else { return }
    defer { leave() }
    var open = 0
    while place < limit, !endsBackquotes {
      switch byte() {
      case "(": open += 1
      case ")":
        if open == 0 {
          place += byte(1) == ")" ? 2 : 1
          return
        }
        open -= 1
      case "$", "`", "\"":
        var ignored = ShellWord(place: place..<place)
        let start = place
        if byte() == "\"" { doubleQuoted(&ignored) } else { quotedPiece(&ignored) }
        if place == start { place += 1 }
        continue
      default:
        if byte().isInVariable {
          arithmeticName()
          continue
        }
      }
      place += 1
    }
  }

  private mutating func arithmeticName() {
    let start = place
    while place < limit, byte().isInVariable { place += 1 }
    guard bytes[start].beginsVariable else { return }
    let name = bytes.string(start..<place)
    var next = place
    while next < limit, bytes[next].isSpacing { next += 1 }
    let operation = next < limit ? bytes[next] : 0
    let after = next + 1 < limit ? bytes[next + 1] : 0
    if operation == "=", after != "=" {
      scope.assign(name, in: function)
    } else {
      _ = read(name, at: start, form: .plain)
    }
  }
}
