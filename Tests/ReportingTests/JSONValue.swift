import Foundation

/// JSON read back, for looking into reports: `report["runs"][0]["version"].string`.
struct JSONValue: Equatable, Sendable {
  private enum Content: Equatable, Sendable {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    case number(Double)
    case bool(Bool)
    case null
  }

  private let content: Content

  init(_ text: some StringProtocol) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  subscript(_ key: String) -> JSONValue {
    if case .object(let members) = content, let value = members[key] { return value }
    return JSONValue(.null)
  }

  subscript(_ index: Int) -> JSONValue {
    items.indices.contains(index) ? items[index] : JSONValue(.null)
  }

  var items: [JSONValue] {
    if case .array(let items) = content { return items }
    return []
  }

  var keys: Set<String> {
    if case .object(let members) = content { return Set(members.keys) }
    return []
  }

  var string: String? {
    if case .string(let text) = content { return text }
    return nil
  }

  var int: Int? {
    if case .number(let number) = content { return Int(exactly: number) }
    return nil
  }

  var double: Double? {
    if case .number(let number) = content { return number }
    return nil
  }

  var bool: Bool? {
    if case .bool(let value) = content { return value }
    return nil
  }
}

extension JSONValue: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      content = .null
    } else if let value = try? container.decode(Bool.self) {
      content = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      content = .number(value)
    } else if let value = try? container.decode(String.self) {
      content = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      content = .array(value)
    } else {
      content = .object(try container.decode([String: JSONValue].self))
    }
  }

  private init(_ content: Content) {
    self.content = content
  }
}
