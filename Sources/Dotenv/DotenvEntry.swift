/// A setting of a dotenv file, as the document's dialect reads it.
package struct DotenvEntry: Hashable, Sendable {
  /// The name as the reader gives it.
  package let name: [UInt8]
  /// From an `export` or the name to the end of the value.
  package let range: Range<Int>
  package let key: Range<Int>
  /// The value as it is written, with its quotes; `nil` where there is no `=`.
  package let rawValue: Range<Int>?
  package let quote: DotenvQuote
  package let hasExport: Bool
  /// A comment behind the value, from its `#` on.
  package let inlineComment: Range<Int>?
  /// The number of its line in the document.
  package let line: Int
  /// The comment lines right above, with no blank line in between, by their numbers in the document.
  package let comments: Range<Int>
  /// The variables whose values were asked for.
  package let references: [[UInt8]]
  let outcome: Outcome

  package var nameText: String { String(decoding: name, as: UTF8.self) }

  /// What the reader sets the variable to; `nil` where it sets none.
  package var value: [UInt8]? {
    if case .value(let value) = outcome { value } else { nil }
  }
}
