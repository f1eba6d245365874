/// What a file's name and first line say of its language.
struct FileKind {
  /// The part of the name after its last dot, in small letters.
  let suffix: String
  /// The name without folders.
  let name: String
  /// The program that a first line of `#!` names, without folder and version.
  let interpreter: String

  init(_ path: String, beginning: RawSpan) {
    name = String(path.split(separator: "/").last ?? "")
    suffix = FileKind.suffix(path)
    interpreter = suffix.isEmpty ? FileKind.interpreter(beginning) : ""
  }

  static func suffix(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  private static func interpreter(_ beginning: RawSpan) -> String {
    guard beginning.byteCount > 3, beginning[0] == UInt8(ascii: "#"), beginning[1] == UInt8(ascii: "!") else {
      return ""
    }
    var line: [UInt8] = []
    for index in 2..<min(beginning.byteCount, 128) {
      let byte = beginning[index]
      if byte == 10 { break }
      line.append(byte)
    }
    let words = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" || $0 == "\r" }
    for word in words {
      let program = word.split(separator: "/").last ?? ""
      if program == "env" || program.hasPrefix("-") || program.contains("=") { continue }
      return String(program.prefix { !$0.isNumber && $0 != "." })
    }
    return ""
  }
}

extension RawSpan {
  subscript(_ offset: Int) -> UInt8 { unsafe unsafeLoad(fromByteOffset: offset, as: UInt8.self) }
}
