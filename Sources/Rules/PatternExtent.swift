/// How long a match of a regular expression can be, read off the expression itself.
///
/// Counts bytes of the subject and includes look-around, so that a window of this size on both sides of a point holds
/// everything that a match over that point can need. Whatever is not understood counts as unbounded: a wrong answer can
/// only make a window larger.
package enum PatternExtent {
  /// The longest match in bytes, or `nil` when there is no bound.
  package static func longestMatch(of pattern: String) -> Int? {
    guard let node = PatternReader.node(of: pattern) else { return nil }
    let extent = extent(of: node)
    return extent < PatternNode.unbounded ? extent : nil
  }

  private static func extent(of node: PatternNode) -> Int {
    switch node {
    case .byte: 1
    case .nothing: 0
    case .bytes(let most): most
    case .sequence(let parts): parts.reduce(0) { sum($0, extent(of: $1)) }
    case .alternation(let branches): branches.map(extent).max() ?? 0
    case .repeated(let part, _, let most): product(extent(of: part), most)
    // Counted like text that is matched.
    case .lookAround(let part), .reference(let part): extent(of: part)
    }
  }

  private static func sum(_ left: Int, _ right: Int) -> Int {
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? PatternNode.unbounded : sum
  }

  private static func product(_ left: Int, _ right: Int) -> Int {
    if left == 0 || right == 0 { return 0 }
    let (product, overflow) = left.multipliedReportingOverflow(by: right)
    return overflow ? PatternNode.unbounded : product
  }
}
