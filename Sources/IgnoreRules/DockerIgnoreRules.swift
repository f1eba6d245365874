/// A `.dockerignore` file: what is kept out of the context that a build sees.
package struct DockerIgnoreRules: Sendable {
  package let path: [UInt8]
  private let lines: [DockerIgnoreLine]

  /// - Parameter path: of the file, for verdicts.
  package init(path: [UInt8], text: [UInt8]) throws(DockerIgnoreError) {
    self.path = path
    let body = text.starts(with: [0xEF, 0xBB, 0xBF]) ? text[3...] : text[...]
    var lines: [DockerIgnoreLine] = []
    for (index, line) in body.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if let line = try DockerIgnoreLine(line, number: index + 1, file: path) { lines.append(line) }
    }
    self.lines = lines
  }

  package init(path: String, text: String) throws(DockerIgnoreError) {
    try self.init(path: Array(path.utf8), text: Array(text.utf8))
  }

  /// Where the ignore file of a build may be, first that which wins: the Dockerfile's own, then the context's.
  package static func paths(dockerfile: String, context: String = "") -> [String] {
    [dockerfile + ".dockerignore", (context.isEmpty ? "" : context + "/") + ".dockerignore"]
  }

  package func verdict(for path: String) -> IgnoreVerdict { verdict(for: Array(path.utf8)) }

  /// - Parameter path: from the root of the context, with slashes between its parts and none at its ends.
  package func verdict(for path: [UInt8]) -> IgnoreVerdict {
    // How long the folder is that a line matched: a line that matches a folder goes on to match what is in it.
    var above = [Int?](repeating: nil, count: lines.count)
    for end in path.indices where path[end] == UInt8(ascii: "/") { _ = step(path[..<end], &above) }
    return step(path[...], &above)
  }

  /// The verdict on one path, after those on the folders above it.
  private func step(_ path: ArraySlice<UInt8>, _ above: inout [Int?]) -> IgnoreVerdict {
    let scalars = Scalars.of(path)
    var (isIgnored, last) = (false, -1)
    for (index, line) in lines.enumerated() {
      if above[index] == nil {
        // What would change nothing is not looked at.
        guard line.isException == isIgnored, line.pattern.matches(path, scalars[...]) else { continue }
        above[index] = path.count
      }
      isIgnored = !line.isException
      last = index
    }
    guard last >= 0 else { return .unmatched }
    let decision = IgnoreDecision(
      file: self.path, line: lines[last].number, pattern: lines[last].text,
      folder: above[last].flatMap { $0 < path.count ? Array(path[..<$0]) : nil })
    return isIgnored ? .ignored(decision) : .included(decision)
  }
}
