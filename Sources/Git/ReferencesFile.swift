internal import Vocabulary

/// A file that stands for objects: `ref: NAME`, or an object's name at the beginning of each line (HEAD, FETCH_HEAD).
enum ReferencesFile: Equatable {
  case symbolic(String)
  case objects([ObjectID])
  case broken

  init(_ bytes: [UInt8], idLength: Int) {
    let word = Array("ref:".utf8)
    if bytes.starts(with: word) {
      let line = bytes.dropFirst(word.count).prefix { $0 != 10 }
      self = .symbolic(String(decoding: line.drop { $0 == 32 || $0 == 9 }, as: UTF8.self))
      return
    }
    var ids: [ObjectID] = []
    for line in bytes.split(separator: 10) {
      let rest = line.dropFirst(idLength * 2).first
      guard rest == nil || rest == 32 || rest == 9 || rest == 13, let id = ObjectID(hex: line.prefix(idLength * 2))
      else {
        self = .broken
        return
      }
      if !id.isZero { ids.append(id) }
    }
    self = .objects(ids)
  }

  /// Whether a file of a repository's folder stands for objects, by its name.
  static func isPseudoreference(_ name: String) -> Bool {
    (name.hasSuffix("HEAD") || name == "AUTO_MERGE" || name == "BISECT_EXPECTED_REV")
      && name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}
