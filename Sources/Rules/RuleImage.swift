package import Patterns

/// The built-in rules as the build compiled them, so that nothing is parsed or compiled when the program starts.
///
/// Two parts. The text holds a header (a version, and the offsets of what follows), the keyword table, how far each rule
/// reaches and what stands in all its matches, the rules' records and the allowlists; it is read where it stands, and of tables and records only what is asked
/// for. The database is the prefilter as vectorscan serialises it. An image is only ever read by the program that was built
/// with it.
package struct RuleImage: Sendable, Equatable {
  private static let version: UInt32 = 5
  private static let sectionCount = 4
  /// Marks the reach of a rule that looks at each keyword by itself.
  static let eachKeyword: UInt32 = 1 << 30
  static let numberSize = 5

  /// UTF-8.
  package let text: ImageBytes
  package let database: [UInt8]

  package init(text: ImageBytes, database: [UInt8]) {
    self.text = text
    self.database = database
  }

  /// The image of `rules` and `allowlists`, with a prefilter for every processor of this kind: one made for the processor at
  /// hand is not faster with this many literals.
  package init(rules: [RuleDefinition], allowlists: [AllowlistDefinition]) throws(PatternError) {
    var records = ImageWriter()
    var index = ImageWriter()
    index.number(UInt32(rules.count))
    for rule in rules { index.reach(rule.reach) }
    for rule in rules {
      index.number(UInt32(records.contents.count))
      records.rule(rule)
    }
    for rule in rules { index.run(rule.pattern.flatMap { RequiredRun(in: $0) }) }
    var allowed = ImageWriter()
    allowed.list(allowlists) { $0.allowlist($1) }

    let sections = [KeywordTable.image(of: rules), index.contents, records.contents, allowed.contents]
    var image = ImageWriter()
    image.number(RuleImage.version)
    var offset = (1 + RuleImage.sectionCount) * RuleImage.numberSize
    for section in sections {
      image.number(UInt32(offset))
      offset += section.count
    }
    text = ImageBytes(image.contents + sections.flatMap { $0 })
    database = try LiteralDatabase(KeywordTable(rules).keywords, target: .portable).serialized()
  }

  package func ruleSet() throws(PatternError) -> RuleSet {
    var allowed = section(3)
    return RuleSet(try group(), allowlists: allowed.list { Allowlist($0.allowlist()) })
  }

  private func group() throws(PatternError) -> RuleGroup {
    var version = ImageReader(text, at: 0)
    precondition(version.number() == RuleImage.version, "the rule image was made by another program's build")
    let keywords = KeywordTable(text, at: section(0).position)
    var index = section(1)
    let reaches = ReachTable(text, at: index.position)
    _ = index.number()
    let offsets = index.position + reaches.count * RuleImage.numberSize
    let records = section(2).position
    let runs = offsets + reaches.count * RuleImage.numberSize
    return RuleGroup(keywords: keywords, prefilter: try prefilter(keywords), reaches: reaches) { [text] rule in
      var reader = ImageReader(text, at: runs + rule * RuleImage.numberSize)
      return reader.run()
    } definition: { [text] rule in
      var offset = ImageReader(text, at: offsets + rule * RuleImage.numberSize)
      var reader = ImageReader(text, at: records + Int(offset.number()))
      return reader.rule()
    } contents: {
      Array(text)
    }
  }

  private func prefilter(_ keywords: KeywordTable) throws(PatternError) -> LiteralDatabase {
    do {
      return try LiteralDatabase(serialized: unsafe database.span.bytes)
    } catch {
      // Made by another version of vectorscan than the one at hand: compiled here, it finds the same.
      return try LiteralDatabase(keywords.keywords)
    }
  }

  private func section(_ number: Int) -> ImageReader {
    var header = ImageReader(text, at: (1 + number) * RuleImage.numberSize)
    return ImageReader(text, at: Int(header.number()))
  }
}
