/// A named class of a bracket expression, such as `[:alpha:]`, in ASCII whatever the locale, as git has it.
enum GitBracketClass: String {
  case alnum, alpha, blank, cntrl, digit, graph, lower, print, punct, space, upper, xdigit

  init?(name: ArraySlice<UInt8>) { self.init(rawValue: String(decoding: name, as: UTF8.self)) }

  func members(ignoringCase: Bool) -> [UInt8] {
    (0...127).filter { contains($0) || (self == .upper && ignoringCase && $0 >= 97 && $0 <= 122) }
  }

  private func contains(_ byte: UInt8) -> Bool {
    let isDigit = byte >= 48 && byte <= 57
    let isLetter = folded(byte) >= 97 && folded(byte) <= 122
    return switch self {
    case .alnum: isDigit || isLetter
    case .alpha: isLetter
    case .blank: byte == 32 || byte == 9
    case .cntrl: byte < 32 || byte == 127
    case .digit: isDigit
    case .graph: byte > 32 && byte < 127
    case .lower: byte >= 97 && byte <= 122
    case .print: byte >= 32 && byte < 127
    case .punct: byte > 32 && byte < 127 && !isDigit && !isLetter
    // git's own table leaves out the vertical tab and the form feed.
    case .space: byte == 32 || byte == 9 || byte == 10 || byte == 13
    case .upper: byte >= 65 && byte <= 90
    case .xdigit: isDigit || (folded(byte) >= 97 && folded(byte) <= 102)
    }
  }
}
