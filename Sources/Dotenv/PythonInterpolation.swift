/// A value in which python-dotenv looks for `${NAME}` and `${NAME:-default}`, whatever quotes it had.
///
/// After python-dotenv 1.2.4, `variables.py`: a name is all that is neither `}` nor `:`, a default all that is no `}`, and
/// what is not written so stands for itself.
struct PythonInterpolation {
  private let text: [UInt8]
  private var nextStop = -1
  private var nextBrace = -1

  init(_ text: [UInt8]) { self.text = text }

  mutating func expanded(in scope: inout DotenvScope) throws(DotenvProblem.Code) -> [UInt8] {
    guard text.contains(.dollar) else { return text }
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      if text[index] == .dollar, index + 1 < text.count, text[index + 1] == .openBrace,
        let (name, fallback, next) = variable(from: index + 2)
      {
        let value = scope.value(of: name) ?? (scope.holds(name) ? [] : fallback)
        try scope.count(value.count)
        result += value
        index = next
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private mutating func variable(from start: Int) -> (name: [UInt8], fallback: [UInt8], next: Int)? {
    guard let stop = stop(from: start) else { return nil }
    let name = Array(text[start..<stop])
    if text[stop] == .closeBrace { return (name, [], stop + 1) }
    guard stop + 1 < text.count, text[stop + 1] == UInt8(ascii: "-"), let close = brace(from: stop + 2)
    else { return nil }
    return (name, Array(text[(stop + 2)..<close]), close + 1)
  }

  /// The next `}` or `:`, kept so that many beginnings without an end cost one look.
  private mutating func stop(from start: Int) -> Int? {
    if nextStop < start {
      nextStop = text[start...].firstIndex { $0 == .closeBrace || $0 == .colon } ?? .max
    }
    return nextStop == .max ? nil : nextStop
  }

  private mutating func brace(from start: Int) -> Int? {
    if nextBrace < start { nextBrace = text[start...].firstIndex(of: .closeBrace) ?? .max }
    return nextBrace == .max ? nil : nextBrace
  }
}
