internal import TOMLKit

/// A parsed TOML file (toml.io, version 1.0), read key by key so that each mistake names its place.
package struct TOMLDocument {
  package let root: TOMLSection

  /// - Throws: `ConfigurationError` with line and cause when the text is not TOML.
  package init(_ text: String, file: String) throws(ConfigurationError) {
    // The parser takes a C string: without this check everything after a NUL would be passed by.
    if let position = text.utf8.firstIndex(of: 0) {
      let line = text.utf8[..<position].count { $0 == 10 } + 1
      throw ConfigurationError(file: file, line: line, cause: "a NUL byte is not allowed in TOML")
    }
    // Strings come back as C strings too.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if let line = lines.firstIndex(where: { $0.contains("\\u0000") || $0.contains("\\U00000000") }) {
      throw ConfigurationError(file: file, line: line + 1, cause: "a NUL character is not allowed here")
    }
    do {
      root = TOMLSection(table: try TOMLTable(string: text), place: TOMLPlace(text), file: file, name: nil)
    } catch let error as TOMLParseError {
      throw ConfigurationError(file: file, line: error.source.begin.line, cause: error.description)
    } catch {
      throw ConfigurationError(file: file, cause: "\(error)")
    }
  }
}

/// One table of a TOML file. Keys are found in any case, as in the dialect rule packs are written in.
package struct TOMLSection {
  private let table: TOMLTable
  private let keys: [String: String]
  package let file: String
  private let place: TOMLPlace
  /// What the user would call this table, such as «rule my-token».
  package var name: String?

  init(table: TOMLTable, place: TOMLPlace, file: String, name: String?) {
    self.table = table
    self.place = place
    self.file = file
    self.name = name
    keys = Dictionary(table.keys.map { ($0.lowercased(), $0) }) { first, _ in first }
  }

  /// The keys of this table that are none of `known`, as written.
  package func keys(otherThan known: Set<String>) -> [String] {
    keys.filter { !known.contains($0.key) }.map(\.value).sorted()
  }

  package func string(_ key: String) throws(ConfigurationError) -> String? {
    guard let value = value(key) else { return nil }
    guard let string = value.string else { throw mistake(key, expected: "a string") }
    return string
  }

  package func bool(_ key: String) throws(ConfigurationError) -> Bool? {
    guard let value = value(key) else { return nil }
    guard let bool = value.bool else { throw mistake(key, expected: "true or false") }
    return bool
  }

  package func integer(_ key: String) throws(ConfigurationError) -> Int? {
    guard let value = value(key) else { return nil }
    guard let integer = value.int else { throw mistake(key, expected: "a whole number") }
    return integer
  }

  /// A number written with or without a fraction.
  package func number(_ key: String) throws(ConfigurationError) -> Double? {
    guard let value = value(key) else { return nil }
    guard let number = value.double ?? value.int.map(Double.init) else { throw mistake(key, expected: "a number") }
    return number
  }

  package func integers(_ key: String) throws(ConfigurationError) -> [Int]? {
    guard let value = value(key) else { return nil }
    guard let array = value.array else { throw mistake(key, expected: "a list of whole numbers") }
    var integers: [Int] = []
    for element in array {
      guard let integer = element.int else { throw mistake(key, expected: "a list of whole numbers") }
      integers.append(integer)
    }
    return integers
  }

  package func strings(_ key: String) throws(ConfigurationError) -> [String] {
    guard let value = value(key) else { return [] }
    guard let array = value.array else { throw mistake(key, expected: "a list of strings") }
    var strings: [String] = []
    for element in array {
      guard let string = element.string else { throw mistake(key, expected: "a list of strings") }
      strings.append(string)
    }
    return strings
  }

  /// A table under `key`.
  package func section(_ key: String) throws(ConfigurationError) -> TOMLSection? {
    guard let value = value(key) else { return nil }
    guard let table = value.table else { throw mistake(key, expected: "a table") }
    return TOMLSection(table: table, place: place.inside(key, number: 0), file: file, name: name)
  }

  /// The tables of an array of tables under `key`.
  package func sections(_ key: String) throws(ConfigurationError) -> [TOMLSection] {
    guard let value = value(key) else { return [] }
    guard let array = value.array else { throw mistake(key, expected: "an array of tables") }
    var sections: [TOMLSection] = []
    for (number, element) in array.enumerated() {
      guard let table = element.table else { throw mistake(key, expected: "an array of tables") }
      let place = place.inside(key, number: number)
      sections.append(TOMLSection(table: table, place: place, file: file, name: name))
    }
    return sections
  }

  /// The line, from 1, on which `key` stands, or else this table begins.
  package func line(ofKey key: String) -> Int? { place.line(ofKey: key) }

  /// An error about `key` of this table.
  package func error(_ key: String, _ cause: String, hint: String? = nil) -> ConfigurationError {
    let subject = [name, "key \(key)"].compactMap { $0 }.joined(separator: ", ")
    return ConfigurationError(file: file, line: place.line(ofKey: key), place: subject, cause: cause, hint: hint)
  }

  private func value(_ key: String) -> (any TOMLValueConvertible)? {
    keys[key.lowercased()].flatMap { table[$0] }
  }

  private func mistake(_ key: String, expected: String) -> ConfigurationError {
    error(key, "expected \(expected)")
  }
}
