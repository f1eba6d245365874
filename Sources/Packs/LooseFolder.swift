internal import Vocabulary

/// The loose objects of one object folder.
@safe final class LooseFolder: Sendable {
  let path: String
  /// Their names, one behind the other, in order.
  let ids: Table<UInt8>
  let count: Int

  init(path: String, names: [String], idLength: Int, damages: inout [PackError]) {
    self.path = path
    var ids: [UInt8] = []
    for name in names where name.utf8.count == 2 {
      guard let first = LooseFolder.bytes(name) else { continue }
      do throws(PackError) {
        for rest in try Folder.names("\(path)/\(name)") ?? [] where rest.utf8.count == 2 * idLength - 2 {
          if let others = LooseFolder.bytes(rest) { ids += first + others }
        }
      } catch {
        damages.append(error)
      }
    }
    count = ids.count / idLength
    self.ids = Table(ids)
  }

  /// The file of an object.
  static func path(of id: [UInt8], in folder: String) -> String {
    let name = Hexadecimal.string(id)
    return "\(folder)/\(name.prefix(2))/\(name.dropFirst(2))"
  }

  /// What lower-case digits stand for; files with other names are none of git's.
  private static func bytes(_ digits: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in digits.utf8 {
      guard let value = Hexadecimal.value(of: digit), digit < 65 || digit > 90 else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }
}
