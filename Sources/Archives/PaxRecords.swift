/// What a header of pax says of the next member (POSIX pax, «extended header»): lines `LENGTH KEY=VALUE`.
struct PaxRecords {
  private(set) var values: [String: [UInt8]] = [:]
  private(set) var isDamaged = false

  init(_ bytes: ArraySlice<UInt8> = []) {
    var rest = bytes
    while let first = rest.first, first != 0 {
      let digits = rest.prefix { 48...57 ~= $0 }
      guard digits.count <= 10, let length = Int(String(decoding: digits, as: UTF8.self)), length <= rest.count,
        length > digits.count + 1, rest[rest.startIndex + length - 1] == 10
      else {
        isDamaged = true
        return
      }
      let record = rest[(digits.endIndex + 1)..<(rest.startIndex + length - 1)]
      if let equals = record.firstIndex(of: UInt8(ascii: "=")) {
        values[String(decoding: record[..<equals], as: UTF8.self)] = Array(record[(equals + 1)...])
      } else {
        isDamaged = true
      }
      rest = rest.dropFirst(length)
    }
  }

  var isSparse: Bool { values.keys.contains { $0.hasPrefix("GNU.sparse.") } }
}
