/// A line that one reader takes for something else than the document's dialect does.
package struct DialectDifference: Hashable, Sendable {
  /// What the other reader makes of the entry. Values are not told, since they may be secrets.
  package enum Reading: Hashable, Sendable {
    case anotherValue
    case anotherName
    /// It sets nothing there.
    case nothing
    /// It refuses the file for it.
    case refusal
    /// It sets something where the document's dialect sets nothing.
    case anotherEntry
  }

  /// The number of the line in the document.
  package let line: Int
  /// The number of the entry in the document; `nil` where there is none.
  package let entry: Int?
  package let dialect: DotenvDialect
  package let reading: Reading
  package let trap: DialectTrap

  /// Why it reads something else, in one sentence.
  package var message: String { trap.sentence(for: dialect) }
}

extension DotenvDocument {
  /// Where other readers take an entry for something else, in the order of the entries.
  ///
  /// - Parameter dialects: the readers to ask; the document's own is passed over.
  package func differences(from dialects: [DotenvDialect] = DotenvDialect.current) -> [DialectDifference] {
    dialects.filter { $0 != dialect }
      .flatMap { other in DialectComparison(self, with: other).differences }
      .sorted { ($0.line, $0.entry ?? -1, $0.dialect.rawValue) < ($1.line, $1.entry ?? -1, $1.dialect.rawValue) }
  }
}
