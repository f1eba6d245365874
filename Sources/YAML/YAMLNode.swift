/// A part of a YAML document: a text, a list or a mapping, with the place where it is written.
///
/// What stands where an alias does is the node that the alias means, at the place where that is written.
package struct YAMLNode: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    /// In the order in which they are written; a key that stands twice is here twice, and `<<` is a key as any other.
    case mapping([YAMLEntry])
  }

  package var content: Content
  /// As the parser resolves it, such as `!reference` or `tag:yaml.org,2002:str`; `nil` where none is written.
  package var tag: String?
  package var anchor: String?
  /// In bytes of the text, with quotes, brackets and the head of a block.
  package var place: Range<Int>
  /// From 1.
  package var line: Int

  package init(content: Content, tag: String? = nil, anchor: String? = nil, place: Range<Int>, line: Int) {
    self.content = content
    self.tag = tag
    self.anchor = anchor
    self.place = place
    self.line = line
  }
}

/// A key and its value.
package struct YAMLEntry: Hashable, Sendable {
  package var key: YAMLNode
  package var value: YAMLNode

  package init(key: YAMLNode, value: YAMLNode) {
    self.key = key
    self.value = value
  }

  /// The key's text; that of a key that is no text is empty.
  package var name: String { key.text ?? "" }
}

/// A text, and how it is written.
package struct YAMLScalar: Hashable, Sendable {
  package enum Style: Hashable, Sendable {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  package var text: String
  package var style: Style

  package init(text: String, style: Style) {
    self.text = text
    self.style = style
  }
}

extension YAMLNode {
  /// `nil` for lists and mappings. An empty value is the empty text.
  package var text: String? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar.text
  }

  package var scalar: YAMLScalar? {
    guard case .scalar(let scalar) = content else { return nil }
    return scalar
  }

  /// The elements of a list; none for anything else.
  package var elements: [YAMLNode] {
    guard case .sequence(let elements) = content else { return [] }
    return elements
  }

  /// The entries of a mapping as they are written; none for anything else.
  package var entries: [YAMLEntry] {
    guard case .mapping(let entries) = content else { return [] }
    return entries
  }

  package var isMapping: Bool {
    guard case .mapping = content else { return false }
    return true
  }

  /// Whether nothing is written here, or what YAML takes for nothing.
  package var isNull: Bool {
    guard case .scalar(let scalar) = content, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.text)
  }

  /// What YAML 1.1 takes for true or false, without quotes.
  package var truth: Bool? {
    guard case .scalar(let scalar) = content, scalar.style == .plain else { return nil }
    switch scalar.text {
    case "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON": return true
    case "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF": return false
    default: return nil
    }
  }
}
