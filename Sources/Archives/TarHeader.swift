/// The block before each member of a tar file (POSIX ustar, GNU tar).
struct TarHeader {
  static let size = 512

  let name: [UInt8]
  let linkName: [UInt8]
  let kind: UInt8
  /// `nil` where it is no number.
  let length: Int?

  /// Whether bytes begin with a header: its checksum is right. Files from before there was a magic number have one too.
  static func isHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= size, unsafe bytes[0] != 0 else { return false }
    // Looked at first, since most files end here.
    guard let written = unsafe octal(Array(bytes[148..<156])) else { return false }
    var sum = 0
    for place in 0..<size { sum += unsafe 148..<156 ~= place ? 32 : Int(bytes[place]) }
    return sum == written
  }

  /// `nil` where no header stands.
  init?(_ bytes: [UInt8], at place: Int) {
    guard place + TarHeader.size <= bytes.count else { return nil }
    let block = Array(bytes[place..<(place + TarHeader.size)])
    guard unsafe block.withUnsafeBytes({ unsafe TarHeader.isHeader($0) }) else { return nil }
    func text(_ range: Range<Int>) -> [UInt8] { Array(block[range].prefix { $0 != 0 }) }
    let prefix = block[257..<263].elementsEqual(Array("ustar\0".utf8)) ? text(345..<500) : []
    name = prefix.isEmpty ? text(0..<100) : prefix + [UInt8(ascii: "/")] + text(0..<100)
    linkName = text(157..<257)
    kind = block[156]
    length = TarHeader.number(Array(block[124..<136]))
  }

  /// A number as GNU tar writes it: in octal digits, or with the highest bit set in binary.
  private static func number(_ field: [UInt8]) -> Int? {
    guard let first = field.first, first & 0x80 != 0 else { return octal(field) ?? (isBlank(field) ? 0 : nil) }
    guard first == 0x80, field.dropLast(7).dropFirst().allSatisfy({ $0 == 0 }) else { return nil }
    return field.suffix(7).reduce(0) { $0 << 8 | Int($1) }
  }

  private static func isBlank(_ field: [UInt8]) -> Bool { field.allSatisfy { $0 == 0 || $0 == 32 } }

  private static func octal(_ field: [UInt8]) -> Int? {
    let digits = field.drop { $0 == 32 }.prefix { 48...55 ~= $0 }
    let rest = field[digits.endIndex...]
    guard !digits.isEmpty, rest.allSatisfy({ $0 == 0 || $0 == 32 }) else { return nil }
    return digits.reduce(0) { $0 << 3 | Int($1 - 48) }
  }
}
