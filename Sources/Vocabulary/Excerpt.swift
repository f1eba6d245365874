/// The line that holds a finding, cut into plain text and secrets, so that a report can show the one and mask the other.
package struct Excerpt: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case text(String)
    /// A secret, of which the first `visible` bytes are the public prefix of its kind; `isSubject` marks the finding's own.
    case secret(Secret, visible: Int, isSubject: Bool)
    /// What the finding is about, where that is a name and no secret.
    case subject(String)
    /// A secret that is not known, such as one from a report that does not show it; only its public prefix is.
    case masked(prefix: String, isSubject: Bool)
  }

  package let line: Int
  package let pieces: [Piece]

  package init(line: Int, pieces: [Piece]) {
    self.line = line
    self.pieces = pieces
  }

  /// Whether a piece is the finding's own secret.
  package static func isSubject(_ piece: Piece) -> Bool {
    switch piece {
    case .text: false
    case .subject: true
    case .secret(_, _, let isSubject), .masked(_, let isSubject): isSubject
    }
  }

  /// The text of one piece; a secret shows its public prefix and asterisks unless it is to be revealed.
  package static func text(of piece: Piece, revealing: Bool) -> String {
    switch piece {
    case .text(let text), .subject(let text):
      text
    case .secret(let secret, let visible, _):
      revealing
        ? String(decoding: secret.revealedBytes(), as: UTF8.self)
        : String(decoding: secret.revealedBytes().prefix(visible), as: UTF8.self) + mask
    case .masked(let prefix, _):
      prefix + mask
    }
  }

  /// The whole line with its secrets masked or, when asked, revealed.
  package func text(revealing: Bool) -> String {
    pieces.map { Excerpt.text(of: $0, revealing: revealing) }.joined()
  }

  /// Eight asterisks, whatever the length: the length of a password is part of it.
  package static let mask = "********"
}
