import Dotenv
import Testing

/// A file as a dialect reads it, for tables: `NAME=value` a line, or the error.
func reading(
  _ text: String, _ dialect: DotenvDialect, environment: [String: String] = [:]
) -> [String] {
  let document = DotenvDocument(
    Array(text.utf8), file: ".env", dialect: dialect, environment: DotenvEnvironment(environment))
  do {
    return try document.variables().map {
      "\(String(decoding: $0.name, as: UTF8.self))=\(String(decoding: $0.value, as: UTF8.self))"
    }
  } catch {
    return ["error: \(error)"]
  }
}

/// What the first `K` of a file is read as.
func value(_ text: String, _ dialect: DotenvDialect, environment: [String: String] = [:]) -> String? {
  reading(text, dialect, environment: environment).first { $0.hasPrefix("K=") }.map { String($0.dropFirst(2)) }
}

func document(_ text: String, _ dialect: DotenvDialect = .compose) -> DotenvDocument {
  DotenvDocument(Array(text.utf8), file: ".env", dialect: dialect)
}

/// A line of a table: what is written, and what is read.
struct Reading: Sendable, CustomTestStringConvertible {
  let text: String
  let variables: [String]

  init(_ text: String, _ variables: String...) {
    self.text = text
    self.variables = variables
  }

  var testDescription: String { text.debugDescription }
}
