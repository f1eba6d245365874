package import TOML

/// An allowlist as somebody wrote it: global, or of one rule.
package struct WrittenAllowlist {
  package let section: TOMLSection
  package let description: String?
  package let condition: String?
  package let paths: [String]
  package let regexTarget: String?
  package let regexes: [String]
  package let stopwords: [String]
  package let commits: [String]
  package let targetRules: [String]

  private static let known: Set = [
    "description", "condition", "paths", "regextarget", "regexes", "stopwords", "commits", "targetrules",
  ]

  init(_ section: TOMLSection, notices: inout [String]) throws(ConfigurationError) {
    self.section = section
    description = try section.string("description")
    condition = try section.string("condition")
    paths = try section.strings("paths")
    regexTarget = try section.string("regexTarget")
    regexes = try section.strings("regexes")
    stopwords = try section.strings("stopwords")
    commits = try section.strings("commits")
    targetRules = try section.strings("targetRules")
    if paths.isEmpty, regexes.isEmpty, stopwords.isEmpty, commits.isEmpty {
      throw section.error("allowlists", "an allowlist needs paths, regexes, stopwords or commits")
    }
    let place = section.name.map { "\($0): " } ?? ""
    notices += section.keys(otherThan: WrittenAllowlist.known).map {
      "\(section.file): \(place)allowlist: the key \($0) is not known and does nothing"
    }
  }
}
