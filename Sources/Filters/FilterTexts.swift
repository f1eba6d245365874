/// What functions make of texts.
enum FilterTexts {
  static func value(_ function: FilterFunction, _ values: [FilterValue]) throws(FilterFault) -> FilterValue {
    let text = try values[0].asText()
    switch function {
    case .lower: return FilterValue(String(decoding: text, as: UTF8.self).lowercased())
    case .upper: return FilterValue(String(decoding: text, as: UTF8.self).uppercased())
    case .trim: return .text(trimmed(text, values.count > 1 ? try values[1].asText() : [9, 10, 11, 12, 13, 32]))
    case .replace: return .text(try replaced(text, values[1].asText(), values[2].asText()))
    case .split: return .list(try split(text, values[1].asText()).map { .text($0) })
    case .substring:
      let from = Swift.min(text.count, Swift.max(0, try values[1].asInteger()))
      let to = values.count > 2 ? Swift.min(text.count, Swift.max(from, try values[2].asInteger())) : text.count
      return .text(Array(text[from..<to]))
    case .indexOf: return .integer(text.firstRange(of: try values[1].asText())?.lowerBound ?? -1)
    case .lastIndexOf:
      let part = try values[1].asText()
      let place = text.indices.reversed().first { text[$0...].starts(with: part) }
      return .integer(place ?? -1)
    case .hasPrefix: return .bool(text.starts(with: try values[1].asText()))
    case .hasSuffix: return .bool(text.reversed().starts(with: try values[1].asText().reversed()))
    case .trimPrefix:
      let prefix = try values[1].asText()
      return .text(text.starts(with: prefix) ? Array(text.dropFirst(prefix.count)) : text)
    case .trimSuffix:
      let suffix = try values[1].asText()
      return .text(text.reversed().starts(with: suffix.reversed()) ? Array(text.dropLast(suffix.count)) : text)
    default: throw FilterFault(cause: "\(function.rawValue) is not for these")
    }
  }

  private static func trimmed(_ text: [UInt8], _ characters: [UInt8]) -> [UInt8] {
    var rest = text[...]
    while let first = rest.first, characters.contains(first) { rest.removeFirst() }
    while let last = rest.last, characters.contains(last) { rest.removeLast() }
    return Array(rest)
  }

  private static func split(_ text: [UInt8], _ separator: [UInt8]) -> [[UInt8]] {
    guard !separator.isEmpty else { return text.map { [$0] } }
    var parts: [[UInt8]] = []
    var rest = text[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(Array(rest[..<range.lowerBound]))
      rest = rest[range.upperBound...]
    }
    return parts + [Array(rest)]
  }

  private static func replaced(_ text: [UInt8], _ old: [UInt8], _ new: [UInt8]) -> [UInt8] {
    old.isEmpty ? text : Array(split(text, old).joined(separator: new))
  }
}
