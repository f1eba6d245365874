/// The actions of Go's templates, which Helm charts are written in: `{{ … }}`.
enum TemplateActions {
  /// What stands for an action within a line.
  static let filler = UInt8(ascii: "_")

  /// Whether there are any that are not expressions of a workflow.
  static func stand(in text: [UInt8]) -> Bool {
    text.indices.dropLast().contains { text[$0] == "{" && text[$0 + 1] == "{" && ($0 == 0 || text[$0 - 1] != "$") }
  }

  /// The text without its actions: lines of nothing else are empty, and within other lines letters take their places, so that
  /// everything else stands where it stood.
  static func blanked(_ text: [UInt8]) -> [UInt8] {
    var blanked = text
    var place = 0
    while place + 1 < text.count {
      guard text[place] == "{", text[place + 1] == "{" else {
        place += 1
        continue
      }
      let end = endOfAction(text, from: place + 2)
      let stands = standsAlone(text, place..<end)
      for index in place..<end where !blanked[index].isLineEnd { blanked[index] = stands ? 0x20 : filler }
      place = end
    }
    return blanked
  }

  private static func endOfAction(_ text: [UInt8], from start: Int) -> Int {
    var place = start
    while place + 1 < text.count {
      switch text[place] {
      case "}" where text[place + 1] == "}": return place + 2
      case "\"":
        place += 1
        while place < text.count, text[place] != "\"", text[place] != "\n" { place += text[place] == "\\" ? 2 : 1 }
      case "`":
        place += 1
        while place < text.count, text[place] != "`" { place += 1 }
      default: break
      }
      place += 1
    }
    return text.count
  }

  /// Whether nothing but actions stands on the action's lines.
  private static func standsAlone(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    var start = range.lowerBound
    while start > 0, text[start - 1].isSpacing { start -= 1 }
    guard start == 0 || text[start - 1].isLineEnd || (start > 1 && text[start - 1] == "}" && text[start - 2] == "}")
    else {
      return false
    }
    var end = range.upperBound
    while end < text.count, text[end].isSpacing { end += 1 }
    return end >= text.count || text[end].isLineEnd || text[end] == "{" || text[end] == "#"
  }
}
