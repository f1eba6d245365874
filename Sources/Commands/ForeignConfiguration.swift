internal import Filters
internal import Rules

/// A configuration of gitleaks or betterleaks: whose words it is written in, and what of it is not done here.
struct ForeignConfiguration {
  let dialect: RuleDialect

  /// - Returns: `nil` for a file that is our own.
  init?(_ file: String, _ pack: WrittenPack, isForeign: Bool) {
    let name = file.split(separator: "/").last?.lowercased() ?? ""
    guard isForeign || name.contains("gitleaks") || name.contains("betterleaks") else { return nil }
    dialect = ForeignConfiguration.isOfVersion2(pack) ? .betterleaks : .gitleaks
  }

  /// betterleaks 2 counts its own versions where gitleaks' files say «v8…».
  private static func isOfVersion2(_ pack: WrittenPack) -> Bool {
    guard let version = pack.minVersion?.drop(while: { $0 == "v" }), let major = version.split(separator: ".").first
    else { return false }
    return major == "2"
  }

  /// - Throws: `CommandError` for a file of betterleaks 2 that says what is not understood: there a word that is not known is a
  ///   mistake.
  func check(_ packs: [WrittenPack]) throws {
    guard dialect == .betterleaks, let notice = packs.flatMap(\.notices).first else { return }
    throw CommandError(
      String(notice.split(separator: " and does nothing").joined()),
      hint: "in files of betterleaks 2 every word has to be known; docs/compatibility.md lists those that are")
  }

  /// What the rules say and is not done here, once for each file.
  static func notices(_ pack: WrittenPack) -> [String] {
    var notices: [String] = []
    let validated = pack.rules.filter(\.hasValidation).count
    if validated > 0 {
      notices.append(
        "\(pack.file): validate is not run, in \(Quantity.count(validated, "rule")): nothing of stanch talks to a network"
      )
    }
    let filters = pack.rules.compactMap(\.filter) + [pack.filter].compactMap { $0 }
    let asking =
      pack.rules.filter(\.asksTokenEfficiency).count + filters.filter { $0.contains("failsTokenEfficiency") }.count
    if asking > 0 {
      notices.append(
        "\(pack.file): token efficiency is not measured, in \(Quantity.count(asking, "place")): it needs the table of a "
          + "language model, so what it would leave out is reported")
    }
    return notices
  }
}
