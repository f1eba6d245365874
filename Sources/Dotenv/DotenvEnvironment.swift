/// The variables that are there before a file is read, for `${NAME}` and for names without a value.
package struct DotenvEnvironment: Sendable {
  private let values: [[UInt8]: [UInt8]]

  /// Nothing is set.
  package static let empty = DotenvEnvironment([:])

  package init(_ values: [String: String]) {
    self.values = Dictionary(
      values.map { (Array($0.key.utf8), Array($0.value.utf8)) }, uniquingKeysWith: { first, _ in first })
  }

  func value(of name: [UInt8]) -> [UInt8]? { values[name] }
}
