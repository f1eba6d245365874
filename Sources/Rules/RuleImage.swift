package import Patterns
internal import Vocabulary

/// The built-in rules as the build compiled them, so that nothing is parsed or compiled when the program starts.
///
/// A header of six little-endian 32-bit numbers: magic, version, and the offsets of the keyword table, the rule records'
/// offsets, the allowlists and the databases. Rule records are read one by one, when they are needed. It is only ever read by
/// the program that was built with it.
package struct RuleImage: Sendable {
  private static let magic: UInt32 = 0x314E_5453
  private static let version: UInt32 = 1
  private let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var reader = ImageReader(bytes, at: 0)
    precondition(
      reader.number() == RuleImage.magic && reader.number() == RuleImage.version,
      "the rule image was not made by this program's build")
  }

  /// The image of `rules` and `allowlists`, with the prefilter compiled for this processor and for any of its kind.
  package static func make(
    rules: [RuleDefinition], allowlists: [AllowlistDefinition]
  ) throws(PatternError) -> [UInt8] {
    let keywords = KeywordTable(rules)
    var table = ImageWriter()
    table.list(keywords.entries) { writer, entry in
      writer.bytes(entry.keyword)
      writer.list(entry.rules) { $0.number(UInt32($1)) }
    }
    table.list(keywords.unconditional) { $0.number(UInt32($1)) }

    var records = ImageWriter()
    var offsets: [UInt32] = []
    for rule in rules {
      offsets.append(UInt32(records.contents.count))
      records.rule(rule)
    }
    var index = ImageWriter()
    index.list(rules) { $0.reach($1.reach) }
    index.list(offsets) { $0.number($1) }

    var allowed = ImageWriter()
    allowed.list(allowlists) { $0.allowlist($1) }

    var databases = ImageWriter()
    let literals = keywords.entries.map(\.keyword)
    for target in [LiteralDatabase.Target.native, .portable] {
      databases.bytes(try LiteralDatabase(literals, target: target).serialized())
    }

    var image = ImageWriter()
    let sections = [table.contents, index.contents + records.contents, allowed.contents, databases.contents]
    image.number(magic)
    image.number(version)
    var offset = (2 + sections.count) * 4
    for section in sections {
      image.number(UInt32(offset))
      offset += section.count
    }
    return image.contents + sections.flatMap { $0 }
  }

  /// The rules of the image, with a prefilter that fits this processor.
  package func group() throws(PatternError) -> RuleGroup {
    var reader = section(0)
    let entries = reader.list { reader in
      KeywordTable.Entry(keyword: reader.bytes(), rules: reader.list { Int($0.number()) })
    }
    let keywords = KeywordTable(entries: entries, unconditional: reader.list { Int($0.number()) })
    var index = section(1)
    let reaches = index.list { $0.reach() }
    let offsets = index.list { Int($0.number()) }
    let recordsStart = index.position
    return RuleGroup(keywords: keywords, prefilter: try prefilter(keywords), reaches: reaches) { [bytes] rule in
      var reader = ImageReader(bytes, at: recordsStart + offsets[rule])
      return reader.rule()
    }
  }

  package func ruleSet() throws(PatternError) -> RuleSet {
    RuleSet(try group(), allowlists: allowlists().map(Allowlist.init))
  }

  package func allowlists() -> [AllowlistDefinition] {
    var reader = section(2)
    return reader.list { $0.allowlist() }
  }

  private func prefilter(_ keywords: KeywordTable) throws(PatternError) -> LiteralDatabase {
    var reader = section(3)
    for _ in [LiteralDatabase.Target.native, .portable] {
      let serialized = reader.range()
      do {
        return try unsafe LiteralDatabase(serialized: bytes.span.bytes.extracting(serialized))
      } catch {
        // Made for another processor: the next one, and in the end a database compiled here, find the same.
        continue
      }
    }
    return try LiteralDatabase(keywords.entries.map(\.keyword))
  }

  private func section(_ number: Int) -> ImageReader {
    var header = ImageReader(bytes, at: (2 + number) * 4)
    return ImageReader(bytes, at: Int(header.number()))
  }
}
