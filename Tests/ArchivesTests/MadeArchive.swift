import CDeflate

@testable import Archives

/// Archives made by hand, byte by byte, so that every field can be wrong.
enum MadeArchive {
  // MARK: zip

  struct ZipMember {
    var name: String
    var contents: [UInt8]
    var isDeflated = false
    var flags = 0
    var method: Int?
    var size: Int?
    var checksum: UInt32?
  }

  static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  static func zip(_ members: [ZipMember], comment: String = "", prefix: [UInt8] = []) -> [UInt8] {
    var bytes: [UInt8] = []
    var list: [UInt8] = []
    for member in members {
      let packed = member.isDeflated ? deflated(member.contents) : member.contents
      let checksum = Int(member.checksum ?? Inflater.checksum(member.contents))
      let fields =
        number(20, 2) + number(member.flags, 2) + number(member.method ?? (member.isDeflated ? 8 : 0), 2) + number(0, 4)
        + number(checksum, 4) + number(packed.count, 4) + number(member.size ?? member.contents.count, 4)
        + number(member.name.utf8.count, 2) + number(0, 2)
      list += number(0x0201_4B50, 4) + number(20, 2) + fields + number(0, 10) + number(bytes.count, 4)
      list += Array(member.name.utf8)
      bytes += number(0x0403_4B50, 4) + fields + Array(member.name.utf8) + packed
    }
    let end =
      number(0x0605_4B50, 4) + number(0, 4) + number(members.count, 2) + number(members.count, 2)
      + number(list.count, 4) + number(bytes.count, 4) + number(comment.utf8.count, 2) + Array(comment.utf8)
    return prefix + bytes + list + end
  }

  static func zip(_ members: [String: [UInt8]]) -> [UInt8] {
    zip(members.sorted { $0.key < $1.key }.map { ZipMember(name: $0.key, contents: $0.value, isDeflated: true) })
  }

  // MARK: deflate

  static func deflated(_ bytes: [UInt8]) -> [UInt8] { packed(bytes, isGzip: false) }

  static func gzip(_ bytes: [UInt8]) -> [UInt8] { packed(bytes, isGzip: true) }

  private static func packed(_ bytes: [UInt8], isGzip: Bool) -> [UInt8] {
    let compressor = unsafe libdeflate_alloc_compressor(6)
    defer { unsafe libdeflate_free_compressor(compressor) }
    let capacity = bytes.count + 1000
    return unsafe [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      count = unsafe bytes.withUnsafeBytes { input in
        isGzip
          ? unsafe libdeflate_gzip_compress(compressor, input.baseAddress, input.count, output.baseAddress, capacity)
          : unsafe libdeflate_deflate_compress(compressor, input.baseAddress, input.count, output.baseAddress, capacity)
      }
    }
  }

  // MARK: tar

  static func tarMember(
    _ name: String, _ contents: [UInt8], kind: Character = "0", link: String = "", prefix: String = ""
  ) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at place: Int) {
      for (index, byte) in text.utf8.enumerated() { block[place + index] = byte }
    }
    put(name, at: 0)
    put(octal(contents.count, 11), at: 124)
    put("        ", at: 148)
    put(String(kind), at: 156)
    put(link, at: 157)
    put("ustar", at: 257)
    put("00", at: 263)
    put(prefix, at: 345)
    put(octal(block.reduce(0) { $0 + Int($1) }, 6) + "\0", at: 148)
    let padding = (512 - contents.count % 512) % 512
    return block + contents + [UInt8](repeating: 0, count: padding)
  }

  private static func octal(_ value: Int, _ width: Int) -> String {
    let digits = String(value, radix: 8)
    return String(repeating: "0", count: width - digits.count) + digits
  }

  static let tarEnd = [UInt8](repeating: 0, count: 1024)

  static func pax(_ values: [(String, String)]) -> [UInt8] {
    values.flatMap { key, value in
      let rest = " \(key)=\(value)\n"
      var count = rest.utf8.count + 1
      while "\(count)".utf8.count + rest.utf8.count != count { count += 1 }
      return Array("\(count)\(rest)".utf8)
    }
  }
}

/// Writes down everything that it is shown.
struct Recorder: ArchiveVisitor {
  var unwanted: Set<String> = []
  private(set) var texts: [String: String] = [:]
  private(set) var gaps: [String] = []

  static func name(_ names: [[UInt8]]) -> String {
    names.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "!")
  }

  func wants(_ names: [[UInt8]]) -> Bool { !unwanted.contains(Self.name(names)) }

  mutating func take(_ bytes: [UInt8], _ names: [[UInt8]]) {
    texts[Self.name(names)] = String(decoding: bytes, as: UTF8.self)
  }

  mutating func miss(_ gap: ArchiveGap) { gaps.append("\(gap.kind) \(Self.name(gap.names)): \(gap.reason)") }

  /// What an archive holds, without its own bytes.
  var members: [String: String] { texts.filter { !$0.key.isEmpty } }
}
