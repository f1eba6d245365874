package import TOML

/// What a rule asks for beside it, as somebody wrote it: `[[rules.required]]`, or a table in `components`.
package struct WrittenCompanion {
  package let section: TOMLSection
  package let ids: [String]
  package let withinLines: Int?
  package let withinColumns: Int?
  /// The form of betterleaks 1.8: `5L`, `5L,100C`, `-2L,+4C`.
  package let within: String?
  /// A component that need not be there.
  package let isOptional: Bool
  /// The severity of the rule's match when this is missing.
  package let alone: String?

  private static let known: Set = ["id", "ids", "withinlines", "withincolumns", "within", "optional", "alone"]

  init(_ section: TOMLSection, notices: inout [String]) throws(ConfigurationError) {
    self.section = section
    let id = try section.string("id")
    let ids = try section.strings("ids")
    guard id == nil || ids.isEmpty else { throw section.error("ids", "stands beside id", hint: "keep one of the two") }
    self.ids = id.map { [$0] } ?? ids
    guard !self.ids.isEmpty, !self.ids.contains("") else {
      throw section.error("required", "a required rule needs an id")
    }
    withinLines = try section.integer("withinLines")
    withinColumns = try section.integer("withinColumns")
    within = try section.string("within")
    isOptional = try section.bool("optional") ?? false
    alone = try section.string("alone")
    notices += section.keys(otherThan: WrittenCompanion.known).map {
      "\(section.file): \(section.name ?? ""): required: the key \($0) is not known and does nothing"
    }
  }
}
