package import Patterns
package import Vocabulary

/// Finds what is assigned to a name round a keyword, and weighs it.
package struct AssignedValues {
  /// One value, where it and its name stand in the text, and what its weighing says.
  package struct Found: Sendable {
    package let match: Range<Int>
    package let value: Range<Int>
    package let weighing: Weighing
    /// Whether it is another question in another kind of file.
    package let dependsOnKind: Bool
  }

  /// How many bytes before and after a keyword can decide what is found.
  package static var reach: Int { max(AssignmentReader.reach.before, AssignmentReader.reach.after) }

  /// - Parameters:
  ///   - keyword: where a word of names stands in `text`.
  ///   - kind: what the file's name says; where it is not known, the kind that takes most for a secret.
  ///   - tellsObjections: whether values that are none are to be told too, each with what speaks against it.
  package static func find(
    in text: borrowing RawSpan, keyword: Range<Int>, as nameClass: NameClass, kind: FileKind?, tellsObjections: Bool,
    scratch: borrowing PatternScratch
  ) throws(PatternError) -> [Found] {
    guard mayAssign(text, keyword) else { return [] }
    let start = max(0, keyword.lowerBound - AssignmentReader.reach.before)
    let end = min(text.byteCount, keyword.upperBound + AssignmentReader.reach.after)
    let local = (keyword.lowerBound - start)..<(keyword.upperBound - start)
    return try unsafe text.extracting(start..<end).withUnsafeBytes { bytes throws(PatternError) in
      // What costs least is asked first: most of what looks like an assignment is one of a variable.
      guard let assignment = unsafe AssignmentReader.assignment(in: bytes, keyword: local),
        tellsObjections || !Weigher.isBareVariable(assignment, kind ?? .settings),
        let name = unsafe Name(Array(bytes[assignment.name])[...]), name.nameClass == nameClass,
        tellsObjections || name.otherMeaning == nil
      else { return [] }
      let weighed = try unsafe Weigher.weigh(
        assignment, name, in: ByteCursor(bytes, at: 0), kind: kind ?? .settings, scratch: scratch)
      return weighed.filter { !$0.value.isEmpty }.map { value, weighing in
        Found(
          match: (assignment.name.lowerBound + start)..<(value.upperBound + start),
          value: (value.lowerBound + start)..<(value.upperBound + start), weighing: weighing,
          // A word may be the translation of its name.
          dependsOnKind: unsafe !assignment.isQuoted || bytes[value].allSatisfy(LanguageModel.isLetter))
      }
    }
  }

  /// A look at what follows a keyword, which in most places is no assignment; cheap, since words such as «key» are frequent.
  private static func mayAssign(_ text: borrowing RawSpan, _ keyword: Range<Int>) -> Bool {
    let end = min(text.byteCount, keyword.upperBound + 48)
    return unsafe text.withUnsafeBytes { buffer in
      var place = keyword.upperBound
      while place < end, unsafe AssignmentReader.isNamePart(buffer[place]) || isJoint(buffer[place]) { place += 1 }
      guard place < end else { return false }
      switch unsafe buffer[place] {
      case UInt8(ascii: " "), 9: return unsafe mayAssignAfterBlank(buffer, place, keyword)
      // A call without arguments.
      case UInt8(ascii: "("): return unsafe place + 1 == text.byteCount || buffer[place + 1] != UInt8(ascii: ")")
      case UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"),
        UInt8(ascii: ">"), UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "\\"),
        UInt8(ascii: "?"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: "+"), UInt8(ascii: "&"):
        return true
      default: return false
      }
    }
  }

  /// After a name and a blank comes an operator, or a quote; anything else only where what is before the name, or the name
  /// itself, says that a value follows.
  private static func mayAssignAfterBlank(_ text: UnsafeRawBufferPointer, _ blank: Int, _ keyword: Range<Int>) -> Bool {
    var place = blank
    while place < text.count, unsafe text[place] == 32 || text[place] == 9 { place += 1 }
    guard place < text.count else { return false }
    switch unsafe text[place] {
    case UInt8(ascii: "="), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "|"), UInt8(ascii: "!"),
      UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "`"):
      return true
    default: break
    }
    // An option, «password» itself, a word that sets: `AssignmentReader` looks closer.
    let start = unsafe AssignmentReader.startOfName(text, keyword.lowerBound)
    if start + 60 < keyword.lowerBound || start + 8 == blank { return true }
    if start > 0, unsafe isJoint(text[start - 1]) { return true }
    let before = unsafe text[max(0, start - 12)..<start]
    return unsafe before.last == 32 && before.contains { $0 | 32 == UInt8(ascii: "v") }
  }

  private static func isJoint(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") }
}
