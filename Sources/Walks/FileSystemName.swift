internal import Glibc

/// A path as the system takes it: bytes in no declared encoding, with a zero at their end.
struct FileSystemName {
  let characters: [CChar]

  init(_ path: [UInt8]) {
    var characters: [CChar] = []
    characters.reserveCapacity(path.count + 1)
    for byte in path { characters.append(CChar(bitPattern: byte)) }
    characters.append(0)
    self.characters = characters
  }
}

/// The system's word for an error number.
enum SystemError {
  static func text(_ number: Int32) -> String { unsafe String(cString: strerror(number)) }
}
