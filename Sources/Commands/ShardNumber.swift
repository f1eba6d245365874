internal import Vocabulary

/// Which part of a scan a process does: number `index` of `count` parts, from 1.
struct ShardNumber: Hashable, CustomStringConvertible {
  let index: Int
  let count: Int

  /// `nil` unless `index` is from 1 to `count`, and `count` one that a scan may have.
  init?(_ index: Int, of count: Int) {
    guard (1...Shard.mostShards).contains(count), (1...count).contains(index) else { return nil }
    self.index = index
    self.count = count
  }

  var description: String { "\(index)/\(count)" }

  /// A number as schedulers write it: decimal digits alone, no sign, no blanks; `nil` for anything else.
  static func number(_ text: some StringProtocol) -> Int? {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard !text.isEmpty, text.utf8.count <= 9, text.utf8.allSatisfy(digits.contains) else { return nil }
    return Int(text)
  }
}
