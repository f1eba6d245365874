/// Gathers what a reader finds, in whatever order it comes.
struct ReadoutBuilder {
  private var references: [SettingReference] = []
  private var known: Set<Place> = []
  private var gaps: [SettingReadout.Gap] = []
  private var envFiles: [EnvFileReference] = []
  private var knownFiles: Set<Int> = []

  /// A place is told once, however many aliases or readings lead to it.
  private struct Place: Hashable {
    var offset: Int
    var name: String
    var origin: SettingReference.Origin
    var isWritten: Bool
  }

  mutating func add(_ reference: SettingReference) {
    let place = Place(
      offset: reference.offset, name: reference.name, origin: reference.origin, isWritten: reference.need == .written)
    if known.insert(place).inserted { references.append(reference) }
  }

  mutating func add(_ references: [SettingReference]) {
    for reference in references { add(reference) }
  }

  mutating func add(_ file: EnvFileReference) {
    if knownFiles.insert(file.offset).inserted { envFiles.append(file) }
  }

  mutating func addGap(at offset: Int, _ reason: String) {
    gaps.append(SettingReadout.Gap(offset: offset, reason: reason))
  }

  /// All of it in the order of the text.
  var readout: SettingReadout {
    SettingReadout(
      references: references.sorted { ($0.offset, $0.name, $0.need.rawValue) < ($1.offset, $1.name, $1.need.rawValue) },
      gaps: gaps.sorted { $0.offset < $1.offset }, envFiles: envFiles.sorted { $0.offset < $1.offset })
  }
}
