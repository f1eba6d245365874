/// `%env(int:NAME)%` in a configuration of Symfony.
struct SymfonyPlaceholder: Hashable {
  var name: String
  /// Where the name stands in the text.
  var offset: Int
  var hasDefault: Bool
  var type: SettingType?

  static func all(in text: String) -> [SymfonyPlaceholder] {
    let bytes = Array(text.utf8)
    let opening = Array("%env(".utf8)
    var found: [SymfonyPlaceholder] = []
    var place = 0
    while place + opening.count < bytes.count {
      guard bytes[place] == opening[0], bytes[place..<place + opening.count].elementsEqual(opening) else {
        place += 1
        continue
      }
      let start = place + opening.count
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: ")") { end += 1 }
      if end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "%") {
        found.append(SymfonyPlaceholder(bytes, start..<end))
      }
      place = end
    }
    return found
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    let parts = String(decoding: bytes[range], as: UTF8.self).split(separator: ":", omittingEmptySubsequences: false)
    name = String(parts.last ?? "")
    offset = range.upperBound - name.utf8.count
    hasDefault = parts.dropLast().contains("default")
    type = parts.dropLast().compactMap { SymfonyPlaceholder.type(String($0)) }.first
  }

  private static func type(_ processor: String) -> SettingType? {
    switch processor {
    case "string": .string
    case "int": .integer
    case "float": .number
    case "bool", "not": .boolean
    case "json": .json
    case "csv": .list
    case "url": .url
    default: nil
    }
  }
}
