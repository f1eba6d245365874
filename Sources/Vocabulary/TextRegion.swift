/// A place in a text: lines and columns from 1, columns in Unicode code points, the end column just after the last one.
package struct TextRegion: Hashable, Comparable, Sendable {
  package let startLine: Int
  package let startColumn: Int
  package let endLine: Int
  package let endColumn: Int

  package init(startLine: Int, startColumn: Int, endLine: Int, endColumn: Int) {
    self.startLine = startLine
    self.startColumn = startColumn
    self.endLine = endLine
    self.endColumn = endColumn
  }

  package static func < (left: TextRegion, right: TextRegion) -> Bool {
    (left.startLine, left.startColumn, left.endLine, left.endColumn)
      < (right.startLine, right.startColumn, right.endLine, right.endColumn)
  }
}
