@testable import IgnoreRules

/// A small folder of files and folders with ignore files in it, made up of parts that are likely to meet.
struct RandomIgnoreTree {
  struct Entry {
    let path: [UInt8]
    let isDirectory: Bool
  }

  private(set) var entries: [Entry] = []
  private(set) var ignoreFiles: [(path: [UInt8], text: [UInt8])] = []
  let root: [UInt8]
  private var random: SplitMix64

  private static let names: [[UInt8]] =
    [
      "a", "b", "ab", "ba", "aa", "A", "aB", ".env", ".ENV", ".env.example", "x.env", "a b", "a ", "#a", "!a", "[a]",
      "a]", "-", "é", "a\t", "1", "a\\",
    ]
    .map { Array($0.utf8) } + [[0xFF], [97, 0xC3], [97, 13]]

  /// - Parameter root: the path of the folder with a slash after it; empty for the root of a repository.
  init(seed: UInt64, root: [UInt8]) {
    self.root = root
    random = SplitMix64(seed: seed)
    grow(root, depth: 0)
  }

  private mutating func grow(_ folder: [UInt8], depth: Int) {
    var names: [[UInt8]] = []
    for _ in 0..<random.number(1..<(depth == 0 ? 6 : 4)) {
      let name = random.pick(RandomIgnoreTree.names)
      if !names.contains(name) { names.append(name) }
    }
    for name in names {
      let isDirectory = depth < 3 && random.chance(45)
      entries.append(Entry(path: folder + name, isDirectory: isDirectory))
      if isDirectory { grow(folder + name + [47], depth: depth + 1) }
    }
    if depth == 0 || random.chance(35) { ignoreFiles.append((folder + Array(".gitignore".utf8), text())) }
  }

  private mutating func text() -> [UInt8] {
    var text: [UInt8] = random.chance(5) ? [0xEF, 0xBB, 0xBF] : []
    for _ in 0..<random.number(1..<6) {
      text += line()
      text += random.chance(10) ? [13, 10] : [10]
    }
    if random.chance(20) { text.removeLast() }
    return text
  }

  private mutating func line() -> [UInt8] {
    if random.chance(4) {
      return random.pick([[], [35, 97], [32], [32, 32], [9], [47], [33], [47, 47], [33, 47], [92]])
    }
    var line: [UInt8] = random.chance(30) ? [33] : []
    if random.chance(15) { line += [47] }
    for part in 0..<random.number(1..<4) {
      if part > 0 { line += [47] }
      line += segment()
    }
    if random.chance(25) { line += [47] }
    if random.chance(8) {
      line += random.pick([[32], [32, 32], [92, 32], [9], [32, 9], [92], [13], [92, 32, 32], [0], [32, 0, 97]])
    }
    return line
  }

  private mutating func segment() -> [UInt8] {
    switch random.number(0..<100) {
    case 0..<40: return random.pick(RandomIgnoreTree.names)
    case 40..<55: return Array("**".utf8)
    case 55..<62: return Array("*".utf8)
    default:
      var segment: [UInt8] = []
      for _ in 0..<random.number(1..<4) { segment += piece() }
      return segment
    }
  }

  private mutating func piece() -> [UInt8] {
    switch random.number(0..<100) {
    case 0..<30: return random.pick(RandomIgnoreTree.names)
    case 30..<50: return Array("*".utf8)
    case 50..<60: return Array("?".utf8)
    case 60..<66: return Array(random.pick(["**", "***"]).utf8)
    case 66..<74: return Array("\\".utf8) + random.pick([[97], [65], [92], [42], [33], [35], [32], [47], [91], []])
    case 74..<92: return bracket()
    default: return Array(random.pick(["[", "]", "-", "!", "^", "#", "[a", "[[:", "[]", "{a,b}", "env", "."]).utf8)
    }
  }

  private mutating func bracket() -> [UInt8] {
    var bracket = Array(random.pick(["[", "[", "[!", "[^"]).utf8)
    for _ in 0..<random.number(1..<4) {
      bracket += Array(
        random.pick([
          "a", "b", "A", "a-c", "A-C", "-", "]", "[", "\\]", "\\a", "\\A", "a-\\b", "[:alpha:]", "[:upper:]",
          "[:lower:]", "[:space:]",
          "[:punct:]", "[:digit:]", "[:nope:]", "[::]", "[:]", "[:a", "/", "!", "^", "é", ":", "Z-a", "c-a", "\\", " ",
        ]).utf8)
    }
    return bracket + (random.chance(92) ? [93] : [])
  }

  /// The rules that the ignore files make.
  func rules(ignoresCase: Bool) -> IgnoreRules {
    IgnoreRules(files: ignoreFiles.map { IgnoreFile(path: $0.path, text: $0.text, ignoresCase: ignoresCase) })
  }
}

extension RandomIgnoreTree: CustomStringConvertible {
  var description: String {
    ignoreFiles.map {
      "\(String(decoding: $0.path, as: UTF8.self)) \(String(decoding: $0.text, as: UTF8.self).debugDescription)"
    }
    .joined(separator: "\n")
  }
}
