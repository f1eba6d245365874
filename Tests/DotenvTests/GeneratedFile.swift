/// Makes dotenv files of all that readers disagree about.
struct GeneratedFile {
  private var random: SeededGenerator
  private let isForShell: Bool

  /// - Parameter isForShell: most lines are to be assignments that a shell can read without running anything.
  init(seed: UInt64, isForShell: Bool = false) {
    random = SeededGenerator(seed: seed)
    self.isForShell = isForShell
  }

  /// What the readers find in their environment.
  static let environment = [
    "ENVA": "from the environment", "B": "b of the environment", "EMPTY": "", "HOME": "/home/h",
  ]

  mutating func bytes() -> [UInt8] {
    var file: [UInt8] = []
    if !isForShell, random.isChosen(oneIn: 20) { file += [0xEF, 0xBB, 0xBF] }
    let lineEnd = lineEnd()
    let most = random.isChosen(oneIn: 3) ? 8 : 3
    for _ in 0..<random.number(in: 1..<most) {
      file += line()
      file += !isForShell && random.isChosen(oneIn: 12) ? self.lineEnd() : lineEnd
    }
    if random.isChosen(oneIn: 4), !file.isEmpty { file.removeLast() }
    if !isForShell, random.isChosen(oneIn: 25) {
      file.insert(random.choice([0x00, 0xFF, 0xC3, 0x80, 0xED]), at: random.number(in: 0..<(file.count + 1)))
    }
    return file
  }

  private mutating func lineEnd() -> [UInt8] {
    Array(random.choice(["\n", "\n", "\n", "\r\n", isForShell ? "\n" : "\r"]).utf8)
  }

  private mutating func line() -> [UInt8] {
    switch random.number(in: 0..<20) {
    case 0: return Array("# a comment with ' and \" and `".utf8)
    case 1: return Array(random.choice(["", " ", "\t", "  # x", "#A=1", "# A='", "\\"]).utf8)
    case 2 where !isForShell: return junk()
    case 3: return Array("export \(random.choice(GeneratedFile.names))".utf8)
    case 4: return entry() + Array(random.choice([";", "; ", " ;", " "]).utf8) + entry()
    default: return entry()
    }
  }

  private mutating func junk() -> [UInt8] {
    (0..<random.number(in: 1..<7)).flatMap { _ in
      Array(random.choice(GeneratedFile.atoms + ["=", "A", "export ", "=", "\n"]).utf8)
    }
  }

  private static let names = ["A", "B", "C_1", "FOO", "lower", "ENVA", "A", "_x"]
  private static let oddNames = ["a.b", "a-b", "1X", "ключ", "", "K K", "'Q'", "\"Q\"", "x[0]", "K#", "K\t", "²"]

  private mutating func entry() -> [UInt8] {
    var text = random.isChosen(oneIn: 10) ? random.choice(["  ", "\t", "\u{A0}", "\u{2028}", "\u{0B}"]) : ""
    if isForShell { text = random.choice(["", "", " ", "\t"]) }
    if random.isChosen(oneIn: 7) { text += random.choice(["export ", "export  ", "export\t", "export", "Export "]) }
    let isOdd = !isForShell && random.isChosen(oneIn: 8)
    text += random.choice(isOdd ? GeneratedFile.oddNames : GeneratedFile.names)
    let signs = isForShell ? ["=", "=", "=", "=", "+="] : ["=", "=", "=", "=", "=", " = ", "= ", "=\t", ": ", ":", ""]
    text += random.choice(signs)
    text += value()
    if random.isChosen(oneIn: 5) {
      text += random.choice([" # note", "#note", "\t# note", " #", "  ", " ' # ", "\u{A0}# n", " x"])
    }
    return Array(text.utf8)
  }

  /// Text, quotes, escapes and variables of every kind.
  private static let atoms = [
    "word", "a b", " ", "  ", "\t", "#", " #", "# ", "'", "\"", "`", "\\", "\\\\", "\\n", "\\t", "\\r", "\\\"", "\\'",
    "\\$", "\\a", "\\0101", "\\012", "\\0", "\\089", "\\0777", "\\0351", "\\x41", "\\u00e9", "\\q", "$A", "${A}",
    "${B}",
    "$UNSET", "${UNSET}", "${UNSET:-d}", "${UNSET-d}", "${A:-d}", "${EMPTY:-d}", "${EMPTY-d}", "${B:+alt}", "${B+alt}",
    "${UNSET+alt}", "${B:?e}", "${UNSET:?e}", "${UNSET?e}", "${EMPTY?e}", "${UNSET:-${B}}", "${UNSET:-${UNSET:-deep}}",
    "${UNSET:-{x}}", "${UNSET:-{x}", "${UNSET:-a b}", "${A", "${", "$", "$$", "$1", "${1}", "$ſx", "${a.b}",
    "${UNSET:=d}",
    "{", "}", "[", "]", "~", "!", "*", "%", "=", ":", ",", ";", "é", "日本", "\u{A0}", "\u{2028}", "\u{85}", "\u{0B}",
    "\u{0C}", "\u{1C}", "e\u{301}", "🔑", "\n", "a\nb", "\r", "\r\n", "true", "0", "-", "https://h/?q=1#f",
  ]

  private mutating func value() -> String {
    let count = random.number(in: 0..<5)
    if isForShell { return (0..<count).map { _ in shellPiece() }.joined() }
    let inner = (0..<count).map { _ in random.choice(GeneratedFile.atoms) }.joined()
    switch random.number(in: 0..<10) {
    case 0, 1: return "\"\(inner)\""
    case 2, 3: return "'\(inner)'"
    case 4: return "`\(inner)`"
    case 5: return random.choice(["\"", "'", "`"]) + inner
    default: return without("\n", inner)
    }
  }

  /// A piece of a word that a shell can read on its own.
  private mutating func shellPiece() -> String {
    let atom = random.choice(GeneratedFile.atoms)
    switch random.number(in: 0..<6) {
    case 0: return "'\(without("'", atom))'"
    case 1, 2: return "\"\(without("\"`", atom))x\""
    case 3: return "$'\(without("'", atom))e'"
    case 4: return random.choice(["\\ ", "\\#", "\\'", "\\\"", "\\\\", "\\$", "\\\n", "\\a", "a:~", "~/x", "#", "x=y"])
    default: return without(" \t\n;'\"`\\", atom)
    }
  }

  private func without(_ characters: String, _ text: String) -> String {
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: text.unicodeScalars.filter { !characters.unicodeScalars.contains($0) })
    return String(kept)
  }
}
