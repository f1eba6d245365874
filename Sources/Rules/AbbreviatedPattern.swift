/// A pattern as the rule image holds it: hundreds of rules know their secrets by context, and what their expressions have in
/// common stands in the program once.
struct AbbreviatedPattern {
  /// Stands before the number of a part; two of them are the character itself.
  private static let mark: Character = "\u{1}"

  let text: String

  init(_ pattern: String) {
    var text = pattern.replacing(String(Self.mark), with: "\(Self.mark)\(Self.mark)")
    for (number, part) in ContextExpression.commonParts.enumerated() {
      text = text.replacing(part, with: "\(Self.mark)\(number)")
    }
    self.text = text
  }

  /// A text that an abbreviated pattern was written as.
  init(text: String) {
    self.text = text
  }

  var pattern: String {
    guard text.contains(Self.mark) else { return text }
    var result = ""
    var rest = text[...]
    while let place = rest.firstIndex(of: Self.mark) {
      result += rest[..<place]
      let next = rest.index(after: place)
      guard next < rest.endIndex else { break }
      if let number = rest[next].wholeNumberValue {
        result += ContextExpression.commonParts[number]
      } else {
        result.append(rest[next])
      }
      rest = rest[rest.index(after: next)...]
    }
    return result + rest
  }
}
