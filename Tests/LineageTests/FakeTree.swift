import Packs
import Vocabulary

@testable import Lineage

/// A tree as a test thinks of it, and its bytes.
struct FakeTree: Equatable {
  struct Entry: Equatable {
    var name: String
    var mode: String
    var object: Int
  }

  var entries: [Entry] = []

  func bytes(_ numbers: FakeNumbers) -> [UInt8] {
    entries.flatMap { Array("\($0.mode) \($0.name)\u{0}".utf8) + numbers.id($0.object) }
  }

  /// Changes, adds, removes or moves a few entries.
  mutating func edit(_ random: inout some RandomNumberGenerator, object: (inout Entry) -> Void) {
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0...entries.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1:
        var entry = Entry(
          name: String("abcdefgh".prefix(.random(in: 1...8, using: &random))), mode: "100644", object: 0)
        object(&entry)
        entries.insert(entry, at: place)
      case 2 where place < entries.count: entries.remove(at: place)
      case 3 where place < entries.count: object(&entries[place])
      case 4 where place < entries.count: entries[place].name += "0"
      default: continue
      }
    }
  }
}

/// Finds ranges that one text can be said to copy from another: real ones, cut anywhere.
func copies(from base: [UInt8], to target: [UInt8], _ random: inout some RandomNumberGenerator) -> [CopiedRange] {
  var copies: [CopiedRange] = []
  var position = 0
  while position < target.count {
    let source = Int.random(in: 0...base.count, using: &random)
    // Most often what stands at the same distance from the end or beginning, as in a tree with few changes.
    let candidates = [source, position, base.count - (target.count - position)]
    var best = (source: 0, count: 0)
    for candidate in candidates where candidate >= 0 && candidate <= base.count {
      var count = 0
      while candidate + count < base.count, position + count < target.count,
        base[candidate + count] == target[position + count]
      {
        count += 1
      }
      if count > best.count { best = (candidate, count) }
    }
    if best.count > 3, Int.random(in: 0..<8, using: &random) > 0 {
      let cut = Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 1...best.count, using: &random) : best.count
      copies.append(CopiedRange(source: best.source, target: position, count: cut))
      position += cut
    } else {
      position += Int.random(in: 1...6, using: &random)
    }
  }
  return copies
}
