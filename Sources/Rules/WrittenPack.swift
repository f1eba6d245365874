package import TOML

/// A rule pack or a configuration as somebody wrote it: read, and not yet judged.
package struct WrittenPack {
  package let file: String
  package let title: String?
  package let providers: [WrittenProvider]
  package let rules: [WrittenRule]
  package let allowlists: [WrittenAllowlist]
  /// `extend.useDefault`, or the same key at the top of a `.stanch.toml`.
  package let useDefault: Bool?
  package let disabledRules: [String]
  /// `extend.path`: another file to extend.
  package let extendedPath: String?
  /// Expressions of betterleaks that are true for what is to be left out: texts by their place, and matches.
  package let prefilter: String?
  package let filter: String?
  package let section: TOMLSection
  /// The version of the program that the file was written for.
  package let minVersion: String?
  /// What was read and does nothing here, in words.
  package let notices: [String]

  package init(_ text: String, file: String) throws(ConfigurationError) {
    let root = try TOMLDocument(text, file: file).root
    self.file = file
    title = try root.string("title")
    var notices: [String] = []
    providers = try WrittenPack.read(root.sections("providers")) { section throws(ConfigurationError) in
      try WrittenProvider(section)
    }
    rules = try WrittenPack.read(root.sections("rules")) { section throws(ConfigurationError) in
      try WrittenRule(section, notices: &notices)
    }
    let singular = try root.section("allowlist")
    let plural = try root.sections("allowlists")
    if singular != nil, !plural.isEmpty {
      throw root.error("allowlist", "stands beside [[allowlists]]", hint: "keep [[allowlists]] alone")
    }
    allowlists = try WrittenPack.read(singular.map { [$0] } ?? plural) { section throws(ConfigurationError) in
      try WrittenAllowlist(section, notices: &notices)
    }
    let extend = try root.section("extend")
    let topLevelDefault = try root.bool("useDefault")
    useDefault = try extend?.bool("useDefault") ?? topLevelDefault
    disabledRules = try extend?.strings("disabledRules") ?? []
    extendedPath = try extend?.string("path")
    section = root
    prefilter = try WrittenFilter.text("prefilter", of: root)
    filter = try WrittenFilter.text("filter", of: root)
    if try extend?.string("url") != nil { notices.append("\(file): extend.url is not read: nothing is fetched") }
    let known: Set = [
      "title", "description", "minversion", "betterleaksminversion", "prefilter", "filter", "extend", "usedefault",
      "providers", "rules", "allowlist", "allowlists", "setting", "source",
    ]
    notices += root.keys(otherThan: known).map { "\(file): the key \($0) is not known and does nothing" }
    minVersion = try root.string("minVersion")
    self.notices = notices
  }

  private static func read<Written>(
    _ sections: [TOMLSection], _ read: (TOMLSection) throws(ConfigurationError) -> Written
  ) throws(ConfigurationError) -> [Written] {
    var result: [Written] = []
    for section in sections {
      let written = try read(section)
      result.append(written)
    }
    return result
  }
}
