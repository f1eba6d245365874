package import Patterns

/// The built-in rules as the build compiled them, so that nothing is parsed or compiled when the program starts.
///
/// Two parts. The text holds a header (a version, and the offsets of what follows), the keyword table, how far each rule
/// reaches, the rules' records, which are read one by one when they are needed, and the allowlists. The database is the
/// prefilter as vectorscan serialises it. An image is only ever read by the program that was built with it.
package struct RuleImage: Sendable, Equatable {
  private static let version: UInt32 = 3
  private static let sectionCount = 4
  /// Marks the reach of a rule that looks at each keyword by itself.
  static let eachKeyword: UInt32 = 1 << 30
  private static let numberSize = 5

  /// UTF-8.
  package let text: [UInt8]
  package let database: [UInt8]

  package init(text: [UInt8], database: [UInt8]) {
    self.text = text
    self.database = database
  }

  /// The image of `rules` and `allowlists`, with a prefilter for every processor of this kind: one made for the processor at
  /// hand is not faster with this many literals.
  package init(rules: [RuleDefinition], allowlists: [AllowlistDefinition]) throws(PatternError) {
    let keywords = KeywordTable(rules)
    var table = ImageWriter()
    table.list(keywords.entries) { writer, entry in
      writer.bytes(entry.keyword)
      writer.list(entry.rules) { $0.number(UInt32($1)) }
    }
    table.list(keywords.unconditional) { $0.number(UInt32($1)) }

    var records = ImageWriter()
    var index = ImageWriter()
    index.list(rules) { $0.reach($1.reach) }
    index.list(rules) { writer, rule in
      writer.number(UInt32(records.contents.count))
      records.rule(rule)
    }
    var allowed = ImageWriter()
    allowed.list(allowlists) { $0.allowlist($1) }

    let sections = [table.contents, index.contents, records.contents, allowed.contents]
    var image = ImageWriter()
    image.number(RuleImage.version)
    var offset = (1 + RuleImage.sectionCount) * RuleImage.numberSize
    for section in sections {
      image.number(UInt32(offset))
      offset += section.count
    }
    text = image.contents + sections.flatMap { $0 }
    let literals = keywords.entries.map(\.keyword)
    database = try LiteralDatabase(literals, target: .portable).serialized()
  }

  package func ruleSet() throws(PatternError) -> RuleSet {
    var allowed = section(3)
    return RuleSet(try group(), allowlists: allowed.list { Allowlist($0.allowlist()) })
  }

  private func group() throws(PatternError) -> RuleGroup {
    var version = ImageReader(text, at: 0)
    precondition(version.number() == RuleImage.version, "the rule image was made by another program's build")
    var table = section(0)
    let entries = table.list { reader in
      KeywordTable.Entry(keyword: reader.bytes(), rules: reader.list { Int($0.number()) })
    }
    let keywords = KeywordTable(entries: entries, unconditional: table.list { Int($0.number()) })
    var index = section(1)
    let reaches = index.list { $0.reach() }
    let offsets = index.list { Int($0.number()) }
    let records = section(2).position
    return RuleGroup(keywords: keywords, prefilter: try prefilter(keywords), reaches: reaches) { [text] rule in
      var reader = ImageReader(text, at: records + offsets[rule])
      return reader.rule()
    }
  }

  private func prefilter(_ keywords: KeywordTable) throws(PatternError) -> LiteralDatabase {
    do {
      return try LiteralDatabase(serialized: unsafe database.span.bytes)
    } catch {
      // Made by another version of vectorscan than the one at hand: compiled here, it finds the same.
      return try LiteralDatabase(keywords.entries.map(\.keyword))
    }
  }

  private func section(_ number: Int) -> ImageReader {
    var header = ImageReader(text, at: (1 + number) * RuleImage.numberSize)
    return ImageReader(text, at: Int(header.number()))
  }
}
