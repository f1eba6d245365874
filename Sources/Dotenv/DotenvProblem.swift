/// What a reader does not take, or what cannot be said without running something, and where.
package struct DotenvProblem: Error, Hashable, Sendable {
  package enum Code: Error, Hashable, Sendable {
    case unterminatedQuote
    case noName
    case spaceInName
    case unexpectedCharacterInName
    case notUTF8
    case nulByte
    case lineTooLong
    case notATemplate
    /// `${NAME:?}` of a name that is not set.
    case required([UInt8])
    case nestedTooDeep
    case expandsTooFar
    /// A shell would run a command here.
    case command
    /// A shell would look at more than the file and the environment.
    case notStatic(String)
    /// The line is passed over.
    case notAnEntry
  }

  package let code: Code
  /// Where it begins, in bytes from the beginning of the file.
  package let offset: Int
  package let dialect: DotenvDialect

  /// Whether the reader goes on after it, and the other lines hold.
  package var isPassedOver: Bool {
    switch dialect {
    case .node, .node20: true
    case .python: code != .notUTF8 && code != .expandsTooFar
    case .compose, .docker, .bash: false
    }
  }

  /// What is wrong, in one sentence without a place. It never holds a value.
  package var message: String {
    switch code {
    case .unterminatedQuote: "the quote that opens here is never closed"
    case .noName: "there is no name before the «=»"
    case .spaceInName: "\(dialect.title) takes no space in a name"
    case .unexpectedCharacterInName: "\(dialect.title) does not take this character in a name"
    case .notUTF8: "these bytes are no UTF-8"
    case .nulByte: "\(dialect.title) takes no NUL byte"
    case .lineTooLong: "\(dialect.title) takes no line of more than 65,535 bytes"
    case .notATemplate: "\(dialect.title) takes «${» for a variable, and this is none"
    case .required(let name): "\(String(decoding: name, as: UTF8.self)) is required here and not set"
    case .nestedTooDeep: "variables are nested more than \(DotenvScope.depthLimit) deep"
    case .expandsTooFar: "the variables expand to more than \(DotenvScope.expansionLimit) bytes"
    case .command: "\(dialect.title) would run a command here"
    case .notStatic(let what): "what \(dialect.title) reads here depends on more than the file: \(what)"
    case .notAnEntry: "\(dialect.title) passes this line over"
    }
  }

  /// What can be done about it, if anything can be said.
  package var hint: String? {
    switch code {
    case .unterminatedQuote: "close the quote, or put the value between quotes of the other kind"
    case .notATemplate: "write «$$» for a dollar sign"
    case .command: "put the value between single quotes"
    case .notUTF8: "save the file as UTF-8"
    default: nil
    }
  }
}

/// Why a file cannot be read as a dialect reads it, with file, line and column.
package struct DotenvError: Error, Hashable, Sendable, CustomStringConvertible {
  package let file: String
  package let position: DotenvPosition
  package let problem: DotenvProblem

  package var description: String { "\(file):\(position.line):\(position.column): \(problem.message)" }

  package var hint: String? { problem.hint }
}
