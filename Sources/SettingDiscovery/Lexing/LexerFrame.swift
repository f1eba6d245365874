/// What a lexer is in the middle of.
struct LexerFrame {
  enum Kind {
    case code, string
    /// The rest of a replacement field of an f-string, after its colon.
    case formatSpecification
    /// Between `<` and `>` of an element.
    case tag
    /// Between the tags of an element.
    case children
    /// The text of a component's file.
    case markup
    /// What stands outside `<?php`.
    case page
  }

  var kind: Kind
  /// The bracket that ends this code; zero where it goes on to its limit.
  var closer: UInt8 = 0
  /// Brackets of the closer's kind that are open in it.
  var depth = 0
  /// Where this ends at the latest.
  var limit: Int
  /// Where the lexer goes on after the limit.
  var resume: Int?
  var form = StringForm(quote: 0)
  /// The token that this began with.
  var token = -1
  /// Whether a tag stands by itself, so that no children follow.
  var isAlone = false
}
