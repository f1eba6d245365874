internal import Vocabulary

/// A secret in the line of a JSON report: where it stands, counted in code points from 0, the end just after the last one.
struct ReportedMark: Codable {
  let start: Int
  let end: Int
  /// How much of it is the public prefix of its kind, which a masked report shows too.
  let visible: Int
  /// Whether it is the finding's own secret.
  let subject: Bool

  static func all(of excerpt: Excerpt, revealing: Bool) -> [ReportedMark] {
    var marks: [ReportedMark] = []
    var position = 0
    for piece in excerpt.pieces {
      let end = position + Excerpt.text(of: piece, revealing: revealing).unicodeScalars.count
      defer { position = end }
      let visible: Int
      switch piece {
      case .text, .subject: continue
      case .secret:
        visible = Excerpt.text(of: piece, revealing: false).unicodeScalars.count - Excerpt.mask.unicodeScalars.count
      case .masked(let prefix, _): visible = prefix.unicodeScalars.count
      }
      marks.append(
        ReportedMark(
          start: position, end: end, visible: min(visible, end - position), subject: Excerpt.isSubject(piece)))
    }
    return marks
  }
}
