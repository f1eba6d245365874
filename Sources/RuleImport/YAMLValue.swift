/// A part of a YAML file: texts, lists and mappings. What a text means, a number or a truth, is for the reader to say.
indirect enum YAMLValue: Equatable {
  case nothing
  case text(String)
  case list([YAMLValue])
  /// In the order in which they are written.
  case map([Entry])

  struct Entry: Equatable {
    let key: String
    let value: YAMLValue
    /// From 1.
    let line: Int
  }

  subscript(key: String) -> YAMLValue {
    guard case .map(let entries) = self else { return .nothing }
    return entries.last { $0.key == key }?.value ?? .nothing
  }

  var keys: [String] {
    guard case .map(let entries) = self else { return [] }
    return entries.map(\.key)
  }

  /// `nil` for what is not one text.
  var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  var list: [YAMLValue] {
    guard case .list(let elements) = self else { return [] }
    return elements
  }

  /// The texts of a list, or the one text that stands in its place.
  var texts: [String] { text.map { [$0] } ?? list.compactMap(\.text) }
}

/// A mistake in a file of rules, or something in it that is not read here.
package struct RuleFileError: Error, Sendable, Equatable, CustomStringConvertible {
  /// From 1.
  package let line: Int
  package let cause: String

  package var description: String { "line \(line): \(cause)" }
}
