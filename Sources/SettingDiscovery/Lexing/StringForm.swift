/// How one kind of string is written: where it ends, how its escapes are read, and whether there is code in it.
struct StringForm {
  enum Escapes: UInt8 {
    case none
    /// `\n`, `\x41`, `\u0041`, `\u{41}`, `\101`; any other byte after a backslash stands for itself.
    case backslash
    /// Only the quote and the backslash can be escaped, as in Ruby's and PHP's single quotes.
    case quoteOnly
    /// A quote is written twice, as in C#'s `@"…"`.
    case doubled
    /// What Swift writes `\#n`: a backslash and the string's own number signs.
    case hashed
  }

  enum Interpolation: UInt8 {
    case none
    /// `${…}`
    case dollarBrace
    /// `${…}` and `$name`
    case dollarName
    /// `#{…}`
    case hashBrace
    /// `\(…)`, with as many number signs as the string has.
    case backslashParenthesis
    /// `{…}`, with `{{` for a brace
    case brace
    /// `{$…}`, `${…}` and `$name`
    case php
  }

  var quote: UInt8
  /// How many quotes there are at each end.
  var quotes = 1
  /// How many number signs follow the quotes that end it.
  var hashes = 0
  var escapes = Escapes.backslash
  var interpolation = Interpolation.none
  /// Of `{…}`: how many braces make it, as in C#'s `$$"""`.
  var braces = 1
  var spansLines = false
  /// The byte that opens it, where that differs from the one that ends it and they nest: `%w( )`.
  var nestingOpener: UInt8?
  /// Whether its end was found before it was read, as a heredoc's is: nothing in it closes it.
  var endsAtLimit = false
}
