package import Patterns
package import Vocabulary

/// Weighs whether a value is a secret, by itself, by its name, and by how it is written.
///
/// First come objections, any of which settles it. What is left gets points: their weights are the coefficients of a
/// logistic regression on labelled code, in tenths (docs/quality.md says how they were found).
package struct Weigher {
  private let value: ValueText
  private let valueWords: [Word]
  private let nameClass: NameClass
  /// `nil` where a rule's own expression says what the value is.
  private let assigned: Assigned?

  /// A name and how the value is assigned to it.
  private struct Assigned {
    let name: Name
    let assignment: Assignment
    let wrapper: ArraySlice<UInt8>
    let kind: FileKind
  }

  private init(_ value: ArraySlice<UInt8>, _ nameClass: NameClass, _ assigned: Assigned?) {
    self.value = ValueText(value)
    self.nameClass = nameClass
    self.assigned = assigned
    valueWords = WordCutter.lowercasedWords(of: self.value.bytes)
  }

  /// Weighs a value that an expression found where only a secret of this class stands, such as a password in an address.
  package static func weigh(
    _ value: ArraySlice<UInt8>, as nameClass: NameClass, scratch: borrowing PatternScratch
  ) throws(PatternError) -> Weighing {
    // User and password, as HTTP sends them: the password decides.
    if let text = Base64Text.decoded(value), let colon = text.firstIndex(of: UInt8(ascii: ":")) {
      return try Weigher(text[(colon + 1)...], nameClass, nil).weighing(scratch)
    }
    return try Weigher(value, nameClass, nil).weighing(scratch)
  }

  /// Weighs the values of an assignment.
  ///
  /// - Parameters:
  ///   - text: what the assignment was read from.
  ///   - kind: what the file's name says of it.
  static func weigh(
    _ assignment: Assignment, _ name: Name, in text: ByteCursor, kind: FileKind, scratch: borrowing PatternScratch
  ) throws(PatternError) -> [(value: Range<Int>, weighing: Weighing)] {
    if let objection = bareObjection(assignment, kind) {
      return assignment.values.map { ($0, Weighing(objection: objection)) }
    }
    let assigned = Assigned(
      name: name, assignment: assignment, wrapper: text.array(assignment.wrapper)[...], kind: kind)
    var weighed: [(value: Range<Int>, weighing: Weighing)] = []
    for range in assignment.values {
      let weigher = Weigher(text.array(range)[...], name.nameClass, assigned)
      let exact = weigher.value.bytes.indices
      let place = (exact.lowerBound + range.lowerBound)..<(exact.upperBound + range.lowerBound)
      weighed.append((place, try weigher.weighing(scratch)))
    }
    return weighed
  }

  /// Whether an assignment in this kind of file gives no text but what a program holds in a variable.
  static func isBareVariable(_ assignment: Assignment, _ kind: FileKind) -> Bool {
    bareObjection(assignment, kind) != nil
  }

  private func weighing(_ scratch: borrowing PatternScratch) throws(PatternError) -> Weighing {
    if let objection = try objection(scratch) { return Weighing(objection: objection) }
    var weighing = Weighing()
    if assigned != nil {
      addName(to: &weighing)
    } else {
      weighing.add(25, "it stands where a \(nameClass.rawValue) stands")
    }
    addForm(to: &weighing)
    addLanguage(to: &weighing)
    return weighing
  }

  // MARK: Objections

  private func objection(_ scratch: borrowing PatternScratch) throws(PatternError) -> String? {
    if value.count < 4 { return "it is too short" }
    if let assigned, let objection = objection(to: assigned) { return objection }
    let allowsNumbers = nameClass == .password
    if let shape = try ValueShape.of(value, allowsNumbers: allowsNumbers, scratch) { return shape.rawValue }
    if Placeholders.fill(valueWords) { return "it is a placeholder" }
    if let objection = wordObjection { return objection }
    return try encodedObjection(scratch)
  }

  /// What speaks against the text that the value is in base64.
  private func encodedObjection(_ scratch: borrowing PatternScratch) throws(PatternError) -> String? {
    guard value.count >= 8, let text = Base64Text.decoded(value.bytes) else { return nil }
    let inner = Weigher(text[...], nameClass, nil)
    guard inner.value.count >= 4, let objection = try inner.objection(scratch) else { return nil }
    return "in base64, \(objection)"
  }

  /// What speaks against a value without quotes in this kind of file, whatever the value: it settles most of what looks like an
  /// assignment in programs.
  private static func bareObjection(_ assignment: Assignment, _ kind: FileKind) -> String? {
    guard !assignment.isQuoted else { return nil }
    switch kind {
    case .generated, .translation: return "it is text of a generated file"
    case .code, .data, .other:
      let mayBeText = assignment.relation == .tag || assignment.relation == .option
      return mayBeText || assignment.isTight ? nil : "it is a variable of the program"
    case .settings, .document: return nil
    }
  }

  private func objection(to assigned: Assigned) -> String? {
    if let word = assigned.name.otherMeaning { return "its name says «\(word)», which is no secret" }
    if assigned.kind == .translation, value.letters == value.count { return "it is a translation" }
    if isLikeName(assigned.name.text) { return "it repeats its name" }
    if assigned.assignment.isInterpolated, value.contains("{") { return "it is filled in from variables" }
    if assigned.wrapper.contains(UInt8(ascii: ".")), isCallOnVariable(assigned) { return "it is an argument" }
    guard !assigned.assignment.isQuoted else {
      return BareWords.isCall(value) && !value.isRare(-5.5) ? "it is a call" : nil
    }
    return bareObjection(assigned)
  }

  /// `text.decode("…")`: what is called on a variable takes the name of an encoding, and no secret.
  private func isCallOnVariable(_ assigned: Assigned) -> Bool {
    let method = assigned.wrapper.split(separator: UInt8(ascii: ".")).last ?? []
    let isCoding = ["decode(", "encode(", "get(", "getenv("].contains(String(decoding: method, as: UTF8.self))
    return isCoding && value.count < 10
  }

  private func isLikeName(_ name: ArraySlice<UInt8>) -> Bool {
    let letters = value.bytes.filter(WordCutter.isAlphanumeric).map { $0 | 32 }
    let own = name.filter(WordCutter.isAlphanumeric).map { $0 | 32 }
    guard !letters.isEmpty else { return false }
    return own.holds(letters) || letters.holds(own)
  }

  /// What speaks against the text of a value without quotes.
  private func bareObjection(_ assigned: Assigned) -> String? {
    if let close = value.bytes.firstIndex(of: UInt8(ascii: "}")), !value.bytes[..<close].contains(UInt8(ascii: "{")) {
      return ValueShape.template.rawValue
    }
    switch assigned.kind {
    case .code, .data, .other:
      if assigned.assignment.relation == .tag || assigned.assignment.relation == .option { break }
      if BareWords.isIdentifier(value), !value.isRare(-5.6), !isBase32 { return "it is a variable of the program" }
    case .settings, .document, .generated, .translation: break
    }
    if BareWords.isCall(value) || value.bytes.last == UInt8(ascii: ":") { return "it is a call" }
    if BareWords.isReference(value), !value.starts(with: "eyJ") { return "it refers to something else" }
    return BareWords.literals.contains(value.text.lowercased()) ? "it is no value" : nil
  }

  private var isBase32: Bool {
    value.count >= 16 && value.digits > 0
      && value.bytes.allSatisfy { WordCutter.isUpper($0) || (50...55).contains($0) }
  }

  private var wordObjection: String? {
    if BareWords.areJoined(value), !value.isRare(-5.0) { return "it is words" }
    if BareWords.isReference(value), !value.isRare(-5.2) { return "it refers to something else" }
    // Where only a secret stands, a word with digits in it is what people choose.
    let isPlaced = assigned == nil && value.digits > 0
    if !isPlaced, reads(value.language, -4.6) { return "it reads like a word" }
    if !isPlaced, isLeet, Placeholders.spell(value.withoutLeet) {
      return "it is a placeholder, with digits and marks for letters"
    }
    if nameClass != .password, value.uppercase == value.count, value.count < 16 { return ValueShape.constant.rawValue }
    if nameClass != .password, value.digits + 2 >= value.count, value.count < 20 { return "it is a number" }
    return nil
  }

  /// Whether it reads like a word when letters take the place of digits and marks: `rapunz3l`.
  private var isLeet: Bool {
    value.digits + value.marks > 0 && !value.isHexadecimal && value.letters > 0
      && reads(LanguageModel.reading(of: value.withoutLeet[...]), -4.4)
  }

  private func reads(_ reading: LanguageModel.Reading?, _ limit: Double) -> Bool {
    guard let reading else { return false }
    return reading.likelihood > limit && reading.letters * 4 > value.count * 3
  }

  // MARK: Points

  private func addName(to weighing: inout Weighing) {
    guard let assigned else { return }
    let name = String(decoding: assigned.name.text, as: UTF8.self)
    switch nameClass {
    case .password: weighing.add(20, "its name is «\(name)»")
    case .secret: weighing.add(6, "its name is «\(name)»")
    case .token: weighing.add(1, "its name is «\(name)»")
    case .auth: weighing.add(-7, "its name «\(name)» may mean something else")
    case .key where assigned.name.isSecretKey: weighing.add(3, "its name is «\(name)»")
    case .key: weighing.add(-30, "its name «\(name)» may be that of an entry")
    }
    if assigned.name.goesOn { weighing.add(-5, "its name goes on after the word that says so") }
    switch assigned.assignment.relation {
    case .comma: weighing.add(-15, "it may be an argument that has nothing to do with the name")
    case .call: weighing.add(-7, "it is an argument of a call")
    case .blank: weighing.add(-16, "only a blank stands between name and value")
    case .lineBefore: weighing.add(-10, "its name stands on the line before")
    case .tag, .attribute: weighing.add(-5, nil)
    case .equals, .option: break
    }
    if !assigned.wrapper.isEmpty { weighing.add(7, nil) }
    if !assigned.assignment.isQuoted { weighing.add(-2, nil) }
  }

  private func addForm(to weighing: inout Weighing) {
    switch value.count {
    case ..<5: weighing.add(-18, "it is very short")
    case 5: weighing.add(-6, "it is short")
    case 24...64: weighing.add(4, "it is \(value.count) characters long")
    case 65...: weighing.add(11, "it is \(value.count) characters long")
    default: break
    }
    if value.isHexadecimal, value.count >= 16 { weighing.add(13, "it is a number in base 16") }
    if value.changes >= 3 { weighing.add(18, "letters and digits alternate in it") }
    if nameClass == .password, value.digits > 0, value.lowercase > 0, value.uppercase + value.marks > 0 {
      weighing.add(8, "it is mixed as passwords have to be")
    }
    if value.isUUID { weighing.add(-14, "it is a UUID") }
    if value.evenness < 0.7 { weighing.add(-4, "few characters occur often in it") }
    if value.bytes.last == UInt8(ascii: "=") { weighing.add(5, "it ends as base64 does") }
    if value.contains("\\") { weighing.add(-6, "it holds a backslash") }
    if value.letters == 0 { weighing.add(-2, nil) }
  }

  private func addLanguage(to weighing: inout Weighing) {
    if Placeholders.occur(in: valueWords) { weighing.add(-2, "it holds words that stand for a secret") }
    if isLeet { weighing.add(-10, "it reads like a word, with digits and marks for letters") }
    guard let language = value.language else { return }
    switch language.likelihood {
    case ...(-6.5): weighing.add(10, "no language has such words")
    case ...(-5.6): weighing.add(11, "no language has such words")
    case ...(-5.0): weighing.add(3, "hardly any language has such words")
    case ...(-4.5): weighing.add(-5, "it reads a little like words")
    case ...(-4.0): weighing.add(-8, "it reads like words")
    default: weighing.add(-19, "it reads like words")
    }
    if value.isCamelCase, !value.isRare(-5.0) { weighing.add(-10, "it is written like a name") }
  }
}

extension [UInt8] {
  fileprivate func holds(_ part: [UInt8]) -> Bool {
    guard !part.isEmpty, part.count <= count else { return false }
    return (0...(count - part.count)).contains { self[$0...].starts(with: part) }
  }
}
