/// What is to be scanned of a commit or tag, taken from its bytes without making values of its parts: there are hundreds of
/// thousands of them. The same text as `CommitObject.text` and `TagObject.text`.
struct MessageText {
  private(set) var bytes: [UInt8] = []

  private static let signatures = [Array("gpgsig".utf8), Array("gpgsig-sha256".utf8)]

  /// - Parameters:
  ///   - object: the whole commit or tag.
  ///   - isCommit: a commit begins with its tree and parents, a tag with what it stands for and its kind.
  mutating func read(_ object: borrowing RawSpan, isCommit: Bool) {
    bytes.removeAll(keepingCapacity: true)
    unsafe object.withUnsafeBytes { buffer in
      unsafe read(buffer, isCommit: isCommit)
    }
  }

  private mutating func read(_ object: UnsafeRawBufferPointer, isCommit: Bool) {
    var fields: [Range<Int>] = []
    var number = 0
    var isSkipping = false
    var isFamily = true
    var start = 0
    while start < object.count {
      let end = unsafe lineEnd(object, start)
      if end == start {
        start = min(end + 1, object.count)
        unsafe bytes.append(contentsOf: object[start...])
        break
      }
      if unsafe object[start] == 32, number > 0 {
        if !isSkipping { fields.append(start..<min(end + 1, object.count)) }
      } else {
        let name = unsafe start..<nameEnd(object, start, end)
        isFamily = unsafe isFamily && isIdentity(object, name, number, isCommit: isCommit)
        isSkipping = unsafe isFamily || isSignature(object, name)
        if !isSkipping { fields.append(start..<min(end + 1, object.count)) }
        number += 1
      }
      start = end + 1
    }
    if !fields.isEmpty, let last = bytes.last, last != 10 { bytes.append(10) }
    for field in fields { unsafe bytes.append(contentsOf: object[field]) }
  }

  private func lineEnd(_ object: UnsafeRawBufferPointer, _ start: Int) -> Int {
    var end = start
    while unsafe end < object.count && object[end] != 10 { end += 1 }
    return end
  }

  private func nameEnd(_ object: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int {
    var name = start
    while unsafe name < end && object[name] != 32 { name += 1 }
    return name
  }

  /// Whether a field is one of the first ones, which hold names of objects only.
  private func isIdentity(
    _ object: UnsafeRawBufferPointer, _ name: Range<Int>, _ number: Int, isCommit: Bool
  ) -> Bool {
    guard isCommit else { return number < 2 }
    return unsafe number == 0 || isEqual(object, name, Array("parent".utf8))
  }

  private func isSignature(_ object: UnsafeRawBufferPointer, _ name: Range<Int>) -> Bool {
    MessageText.signatures.contains { unsafe isEqual(object, name, $0) }
  }

  private func isEqual(_ object: UnsafeRawBufferPointer, _ range: Range<Int>, _ word: [UInt8]) -> Bool {
    unsafe range.count == word.count && object[range].elementsEqual(word)
  }
}
