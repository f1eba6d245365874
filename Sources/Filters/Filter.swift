package import Patterns
internal import Synchronization

/// A filter of a betterleaks configuration: an expression that is true for what is to be left out.
///
/// The language is the part of expr-lang.org that filters use, with betterleaks' functions and the spellings of CEL that it
/// still reads. Everything that can be judged when it is read is: names, functions, regular expressions.
package final class Filter: Sendable, Equatable, CustomStringConvertible {
  package let source: String
  /// What its answer depends on.
  package let dependencies: Set<Dependency>
  /// Whether it asks how much a text is like language by the table of a language model, which is not at hand here: the answer
  /// is always no.
  package let asksTokenEfficiency: Bool
  private let expression: FilterExpression
  /// Compiled as they are met.
  private let patterns = Mutex<[[[UInt8]]: Pattern]>([:])

  /// Something beside the match itself that has a say.
  package enum Dependency: Hashable, Sendable {
    /// Where the text stands.
    case path
    /// The commit that brought the text in.
    case commit
    /// The lines of the match.
    case line
    /// The whole text.
    case text
  }

  /// - Throws: `FilterError` that says where and what is not understood.
  package init(_ source: String) throws(FilterError) {
    self.source = source
    expression = try FilterParser.expression(Array(source.utf8), allowsForeign: false)
    let survey = FilterSurvey(of: expression)
    dependencies = survey.dependencies
    asksTokenEfficiency = survey.asksTokenEfficiency
    if let mistake = survey.mistake { throw FilterError(mistake, at: 0, in: Array(source.utf8)) }
    for list in survey.patterns {
      do throws(FilterFault) {
        _ = try pattern(anyOf: list)
      } catch {
        throw FilterError("a regular expression in it: \(error.cause)", at: 0, in: Array(source.utf8))
      }
    }
  }

  /// Reads an expression that is not to be evaluated, such as one that asks a network.
  package static func checkSyntax(_ source: String) throws(FilterError) {
    _ = try FilterParser.expression(Array(source.utf8), allowsForeign: true)
  }

  package static func == (left: Filter, right: Filter) -> Bool { left.source == right.source }

  package var description: String { source }

  /// Whether the match is to be left out.
  ///
  /// - Throws: `FilterFault` when the expression has no answer, and when a regular expression in it gave up.
  package func discards(
    _ subject: some FilterSubject, scratch: borrowing PatternScratch
  ) throws(FilterFault) -> Bool {
    var evaluation = FilterEvaluation(self, subject)
    return try evaluation.value(of: expression, scratch).asBool()
  }

  /// Any of some regular expressions, in Go's dialect.
  func pattern(anyOf sources: [[UInt8]]) throws(FilterFault) -> Pattern {
    if let known = patterns.withLock({ $0[sources] }) { return known }
    let parts = sources.map { "(?:\(String(decoding: $0, as: UTF8.self)))" }
    do throws(PatternError) {
      let pattern = try Pattern(GoExpression.translated(parts.joined(separator: "|")))
      patterns.withLock { $0[sources] = pattern }
      return pattern
    } catch {
      throw FilterFault(cause: "\(error)")
    }
  }
}
