/// The variables that a value can refer to while a file is read: the environment, and what the file has set so far.
struct DotenvScope {
  /// How deep variables may be nested in the defaults of others.
  static let depthLimit = 100
  /// How many bytes all variables of a file together may expand to: each line could double the one before.
  static let expansionLimit = 4 << 20

  private let environment: DotenvEnvironment
  /// What the file has set: no value for a name that it names only.
  private var values: [[UInt8]: [UInt8]?] = [:]
  private var expanded = 0
  /// The names that were asked for since the last call of `takeReferences`.
  private var references: [[UInt8]] = []

  init(_ environment: DotenvEnvironment) { self.environment = environment }

  /// What `name` stands for; the environment wins, as it does in Compose and in python-dotenv.
  mutating func value(of name: [UInt8]) -> [UInt8]? {
    references.append(name)
    if let value = environment.value(of: name) { return value }
    return values[name] ?? nil
  }

  /// What `name` stands for in a shell, where the file's own value has replaced the environment's.
  mutating func shellValue(of name: [UInt8]) -> [UInt8]? {
    references.append(name)
    if let value = values[name] { return value }
    return environment.value(of: name)
  }

  /// What the environment holds.
  func inherited(_ name: [UInt8]) -> [UInt8]? { environment.value(of: name) }

  func holds(_ name: [UInt8]) -> Bool { values[name] != nil }

  mutating func set(_ name: [UInt8], to value: [UInt8]?) { values[name] = .some(value) }

  mutating func takeReferences() -> [[UInt8]] {
    defer { references = [] }
    return references
  }

  mutating func forgetReferences() { references = [] }

  /// Counts what a variable has expanded to.
  mutating func count(_ bytes: Int) throws(DotenvProblem.Code) {
    expanded += bytes
    if expanded > DotenvScope.expansionLimit { throw .expandsTooFar }
  }
}
