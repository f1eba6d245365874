/// A name, and what is assigned to it, in whatever language: `password = "…"`, `"apiKey": "…"`, `setToken("…")`,
/// `<secret>…</secret>`, `--password …`. Offsets are of the text it was read from.
struct Assignment {
  /// What stands between the name and the value.
  enum Operator {
    /// `=`, `:`, `:=`, `=>`, `->` and the like.
    case equals
    /// The same on the line above the value.
    case lineBefore
    /// A comma after a name in quotes: `setProperty("password", "…")`.
    case comma
    /// The parenthesis of a call: `setPassword("…")`.
    case call
    /// A blank: `--password …`, `password "…"`.
    case blank
    /// The option of a command: `--password …`.
    case option
    /// The end of an opening tag.
    case tag
    /// The value attribute beside a name: `name="password" value="…"`.
    case attribute
  }

  var name: Range<Int>
  var relation: Operator
  /// Whether the value stands in quotes of any kind.
  var isQuoted: Bool
  /// Whether the language fills in variables there: an f-string, a template literal.
  var isInterpolated = false
  /// What is called on the value, or holds it: `Base64.decode(`, `[`.
  var wrapper: Range<Int>
  /// The values: several in a list.
  var values: [Range<Int>]
  /// Whether an operator without blanks on either side joins name and value, as in `a=b&password=c`.
  var isTight: Bool
}
