import SettingDiscovery

/// Code with marks in it that say what it asks for: `⟨R NAME⟩` before the place where the name stands.
struct LabelledCode {
  struct Label: Hashable {
    var need: SettingReference.Need
    var name: String
    var offset: Int
  }

  var path: String
  var text: [UInt8] = []
  var labels: Set<Label> = []

  /// Takes the marks out of a text; what follows one is where its setting is expected.
  init(_ marked: String, path: String) {
    self.path = path
    var rest = marked[...]
    while let open = rest.firstIndex(of: "⟨"), let close = rest[open...].firstIndex(of: "⟩") {
      text += Array(rest[..<open].utf8)
      let mark = rest[rest.index(after: open)..<close]
      labels.insert(Label(need: LabelledCode.need(mark.first), name: String(mark.dropFirst(2)), offset: text.count))
      rest = rest[rest.index(after: close)...]
    }
    text += Array(rest.utf8)
  }

  private static func need(_ letter: Character?) -> SettingReference.Need {
    switch letter {
    case "R": .required
    case "O": .optional
    case "W": .written
    default: .dynamic
    }
  }

  /// What the reader for its path says, in the same words; and the gaps.
  func read(_ conventions: SettingConventions = SettingConventions()) -> (found: Set<Label>, gaps: [SettingReadout.Gap])
  {
    guard let reader = unsafe SettingReaders.reader(for: path, beginning: text.span.bytes) else { return ([], []) }
    let readout = unsafe reader.references(in: text.span.bytes, path: path, conventions: conventions)
    let found = readout.references.map { Label(need: $0.need, name: $0.name, offset: $0.offset) }
    return (Set(found), readout.gaps)
  }

  func describe(_ label: Label) -> String {
    let line = text[..<min(label.offset, text.count)].count { $0 == 10 } + 1
    return "\(path):\(line): \(label.need) \(label.name) at \(label.offset)"
  }
}
