/// Why a file cannot be changed as was asked. The file is as it was.
package struct DotenvEditError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: Hashable, Sendable {
    case noSuchName
    case nameTaken
    /// Not a name by POSIX, which is all that every dialect takes.
    case invalidName
    /// These dialects cannot hold the value at all.
    case notCarried([DotenvDialect])
    /// Each dialect can hold the value, but no spelling means it to all of them.
    case noCommonSpelling([DotenvDialect])
    /// Another entry stands on the same line.
    case sharedLine
    /// The change would alter how the dialect reads the rest of the file.
    case changesOthers
    /// A comment would be read as a setting.
    case commentIsSetting
  }

  package let code: Code
  package let file: String
  package let name: String

  package var description: String { "\(file): \(name): \(reason)" }

  private var reason: String {
    switch code {
    case .noSuchName: "there is no such setting"
    case .nameTaken: "there is such a setting already"
    case .invalidName: "a name is made of letters, digits and underscores, and begins with no digit"
    case .notCarried(let dialects): "\(DotenvEditError.list(dialects)) cannot hold this value"
    case .noCommonSpelling(let dialects):
      "there is no way to write this value that \(DotenvEditError.list(dialects)) all read as it is"
    case .sharedLine: "another setting stands on the same line"
    case .changesOthers: "with this change other lines would be read in another way"
    case .commentIsSetting: "a line of the comment would be read as a setting"
    }
  }

  private static func list(_ dialects: [DotenvDialect]) -> String {
    dialects.map(\.title).joined(separator: ", ")
  }
}
