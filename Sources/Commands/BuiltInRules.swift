internal import CRulePacks
internal import CompiledRules
internal import Rules

/// The rules that the program carries.
enum BuiltInRules {
  static func ruleSet() throws -> RuleSet {
    let encoded = CompiledRules.database
    let database = unsafe Base64.decoded(
      UnsafeBufferPointer(start: encoded.utf8Start, count: encoded.utf8CodeUnitCount))
    return try RuleImage(text: ImageBytes(CompiledRules.text), database: database).ruleSet()
  }

  /// The packs as they were written.
  static func packs() throws -> [WrittenPack] {
    var count = 0
    let first = unsafe stanch_rule_packs(&count)
    return try unsafe UnsafeBufferPointer(start: first, count: count).map { pack in
      let bytes = unsafe UnsafeBufferPointer(start: pack.bytes, count: pack.size)
      return try unsafe WrittenPack(
        String(decoding: bytes, as: UTF8.self), file: "rules/\(String(cString: pack.name))")
    }
  }
}
