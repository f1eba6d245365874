/// Where a table stands in a TOML text. The parser keeps no positions of values, so they are looked for, and only when there
/// is a mistake to point at.
struct TOMLPlace {
  private let text: String
  /// The keys that lead to the table, each with its number in an array of tables.
  private let trail: [(key: String, number: Int)]

  init(_ text: String) {
    self.init(text, trail: [])
  }

  private init(_ text: String, trail: [(key: String, number: Int)]) {
    self.text = text
    self.trail = trail
  }

  func inside(_ key: String, number: Int) -> TOMLPlace {
    TOMLPlace(text, trail: trail + [(key, number)])
  }

  /// The line, from 1, of `key` in this table, or else of the table's header; `nil` where it has none, as an inline table.
  func line(ofKey key: String) -> Int? {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    var own = 0..<lines.count
    var name = ""
    var header: Int?
    for (key, number) in trail {
      name = name.isEmpty ? key.lowercased() : "\(name).\(key.lowercased())"
      let headers = own.filter { TOMLPlace.header(lines[$0]) == name }
      guard number < headers.count else { return nil }
      let start = headers[number]
      let prefix = name + "."
      let end = ((start + 1)..<own.upperBound).first { line in
        TOMLPlace.header(lines[line]).map { !$0.hasPrefix(prefix) } ?? false
      }
      header = start
      own = (start + 1)..<(end ?? own.upperBound)
    }
    let beforeChildren = own.prefix { TOMLPlace.header(lines[$0]) == nil }
    return (beforeChildren.first { TOMLPlace.key(lines[$0]) == key.lowercased() } ?? header).map { $0 + 1 }
  }

  /// The name in a line such as `[[rules.allowlists]]`, in lower case; `nil` for another line.
  private static func header(_ line: Substring) -> String? {
    let line = line.filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    guard line.hasPrefix("["), let end = line.firstIndex(of: "]") else { return nil }
    let name = line[..<end].drop { $0 == "[" }
    return name.isEmpty || name.contains(",") ? nil : name.lowercased()
  }

  /// The key in a line such as `regex = …`, in lower case.
  private static func key(_ line: Substring) -> String? {
    guard let equals = line.firstIndex(of: "=") else { return nil }
    return line[..<equals].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }.lowercased()
  }
}
