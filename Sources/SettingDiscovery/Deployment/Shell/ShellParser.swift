/// Follows a script of sh, bash, zsh or ksh from its first byte to its last, and tells a scope what is read and assigned.
///
/// What is wrong in a script is passed by: nothing here can fail, and each byte is looked at once in every nesting it stands in.
struct ShellParser {
  let bytes: [UInt8]
  var place = 0
  /// Where the text that is being followed ends: the body of a heredoc ends before the script does.
  var limit: Int
  var scope: ShellScope
  var frames: [ShellFrame] = []
  /// Heredocs whose bodies begin on the next line.
  var heredocs: [ShellHeredoc] = []
  /// A function whose body has yet to begin.
  var pendingFunction: String?
  /// Reads that are empty where the next command runs: what stands before is `[ -z "$X" ] &&`.
  var lineGuards: [Int] = []
  /// Where substitutions stood too deep in each other to be followed.
  var deepest: Int?
  /// Whether a back quote ends what stands here.
  var isInBackquotes = false
  private var depth = 0
  private static let mostDepth = 32

  init(_ bytes: [UInt8], scope: ShellScope) {
    self.bytes = bytes
    self.scope = scope
    limit = bytes.count
  }

  var function: String? { frames.last { $0.function != nil }?.function }

  func byte(_ offset: Int = 0) -> UInt8 { place + offset < limit ? bytes[place + offset] : 0 }

  /// Whether what stands here can be followed, which takes a deeper level.
  mutating func enter() -> Bool {
    guard depth < ShellParser.mostDepth else {
      if deepest == nil { deepest = place }
      place = limit
      return false
    }
    depth += 1
    return true
  }

  mutating func leave() { depth -= 1 }

  /// Follows commands up to the end, or up to the bracket or back quote that ends a substitution, which is passed by too.
  mutating func commands(until end: Unicode.Scalar? = nil) {
    guard enter() else { return }
    defer { leave() }
    let outer = isInBackquotes
    isInBackquotes = end == "`"
    defer { isInBackquotes = outer }
    let floor = frames.count
    var command = ShellCommand()
    while place < limit {
      if let end, byte() == end, end == "`" || isEnd(floor, command) {
        finish(&command, .line, floor: floor)
        place += 1
        frames.removeLast(max(0, frames.count - floor))
        return
      }
      step(&command, floor: floor)
    }
    finish(&command, .line, floor: floor)
    frames.removeLast(max(0, frames.count - floor))
  }

  /// Whether a bracket here ends the substitution and nothing within it.
  private func isEnd(_ floor: Int, _ command: ShellCommand) -> Bool {
    guard !command.isTest else { return false }
    guard frames.count > floor, let kind = frames.last?.kind else { return true }
    return kind != .subshell && kind != .patterns
  }

  private mutating func step(_ command: inout ShellCommand, floor: Int) {
    switch byte() {
    case " ", "\t", "\r": place += 1
    case "\\" where byte(1).isLineEnd: place += byte(1) == "\r" && byte(2) == "\n" ? 3 : 2
    case "\n":
      if !command.isTest { finish(&command, .line, floor: floor) }
      place += 1
      readHeredocs()
    case "#": skipComment()
    case ";": semicolon(&command, floor: floor)
    case "&": ampersand(&command, floor: floor)
    case "|": bar(&command, floor: floor)
    case "(": openBracket(&command)
    case ")": closeBracket(&command, floor: floor)
    case "<", ">": redirection(&command)
    default: take(word(), into: &command, floor: floor)
    }
  }

  private mutating func skipComment() {
    while place < limit, byte() != "\n" { place += 1 }
  }

  private mutating func semicolon(_ command: inout ShellCommand, floor: Int) {
    finish(&command, .line, floor: floor)
    guard byte(1) == ";" || byte(1) == "&" else {
      place += 1
      return
    }
    place += byte(1) == ";" && byte(2) == "&" ? 3 : 2
    if frames.count > floor, frames.last?.kind == .branch { frames[frames.count - 1].kind = .patterns }
  }

  private mutating func ampersand(_ command: inout ShellCommand, floor: Int) {
    if byte(1) == "&" {
      place += 2
      if command.isTest { command.hasAnd = true } else { finish(&command, .and, floor: floor) }
    } else if byte(1) == ">" {
      place += 2
    } else {
      place += 1
      if !command.isTest { finish(&command, .line, floor: floor) }
    }
  }

  private mutating func bar(_ command: inout ShellCommand, floor: Int) {
    let isOr = byte(1) == "|"
    place += isOr || byte(1) == "&" ? 2 : 1
    if command.isTest || frames.last?.kind == .patterns { return }
    finish(&command, isOr ? .or : .pipe, floor: floor)
  }

  private mutating func openBracket(_ command: inout ShellCommand) {
    place += 1
    if command.isTest || frames.last?.kind == .patterns { return }
    if command.isEmpty || command.words.isEmpty {
      if byte() == "(" {
        place += 1
        arithmetic()
      } else {
        frames.append(ShellFrame(kind: .subshell, function: pendingFunction))
        pendingFunction = nil
        command = ShellCommand()
      }
      return
    }
    // `name ( )` begins a function.
    var after = place
    while after < limit, bytes[after].isSpacing { after += 1 }
    guard after < limit, bytes[after] == ")" else { return }
    let isDeclared = command.words.count == 2 && command.name == "function"
    guard command.words.count == 1 || isDeclared, let name = command.words.last?.keyword else { return }
    place = after + 1
    pendingFunction = name
    command = ShellCommand()
  }

  private mutating func closeBracket(_ command: inout ShellCommand, floor: Int) {
    place += 1
    guard !command.isTest, frames.count > floor, let kind = frames.last?.kind else { return }
    if kind == .patterns {
      frames[frames.count - 1].kind = .branch
      command = ShellCommand()
    } else if kind == .subshell {
      finish(&command, .line, floor: floor)
      frames.removeLast()
    }
  }
}
