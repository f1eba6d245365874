/// Units of systemd and of Podman: `Environment=`, `EnvironmentFile=`, `PassEnvironment=`, `Secret=`, and variables in commands.
package enum SystemdReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    if ["service", "container", "socket", "timer", "pod"].contains(file.suffix) { return true }
    return file.suffix == "conf" && file.folders.last?.hasSuffix(".service.d") == true
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    var reading = UnitReading(Array(text))
    return reading.readout()
  }
}

/// A unit while it is being read.
private struct UnitReading {
  private let bytes: [UInt8]
  private var builder = ReadoutBuilder()
  private var given: Set<String> = []
  private var commands: [Range<Int>] = []

  private static let known: Set<String> = [
    "MAINPID", "MANAGERPID", "INVOCATION_ID", "NOTIFY_SOCKET", "LISTEN_FDS", "SERVICE_RESULT", "EXIT_CODE",
    "EXIT_STATUS",
    "RUNTIME_DIRECTORY", "STATE_DIRECTORY", "CACHE_DIRECTORY", "LOGS_DIRECTORY", "CONFIGURATION_DIRECTORY",
    "CREDENTIALS_DIRECTORY", "WATCHDOG_USEC", "JOURNAL_STREAM",
  ]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func readout() -> SettingReadout {
    var place = 0
    while place < bytes.count {
      var end = place
      while end < bytes.count, bytes[end] != "\n" || (end > place && bytes[end - 1] == "\\") { end += 1 }
      line(place..<end)
      place = end + 1
    }
    for command in commands { reads(in: command) }
    return builder.readout
  }

  private mutating func line(_ range: Range<Int>) {
    guard let first = bytes[range].first, first != "#", first != ";", first != "[" else { return }
    guard let equals = bytes[range].firstIndex(of: 0x3D) else { return }
    let value = equals + 1..<range.upperBound
    switch bytes.string(range.lowerBound..<equals).filter({ !$0.isWhitespace }) {
    case "Environment": for word in words(in: value) { environment(word) }
    case "EnvironmentFile": file(value)
    case "PassEnvironment": for word in words(in: value) { passed(word) }
    case "Secret": secret(value)
    case let key where key.hasPrefix("Exec"): commands.append(value)
    default: break
    }
  }

  /// Words, with or without quotes; the places are those between the quotes.
  private func words(in range: Range<Int>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      if byte.isSpacing || byte.isLineEnd || byte == "\\" {
        place += 1
        continue
      }
      let isQuoted = byte == "\"" || byte == "'"
      let start = isQuoted ? place + 1 : place
      place = start
      while place < range.upperBound,
        isQuoted ? bytes[place] != byte : !bytes[place].isSpacing && !bytes[place].isLineEnd
      {
        // Quotes may stand behind the name too: X="a b".
        if !isQuoted, bytes[place] == "\"" {
          place += 1
          while place < range.upperBound, bytes[place] != "\"" { place += 1 }
        }
        place += 1
      }
      place = min(place, range.upperBound)
      words.append(start..<place)
      if isQuoted { place += 1 }
    }
    return words
  }

  private mutating func environment(_ word: Range<Int>) {
    let end = bytes.endOfVariable(at: word.lowerBound, limit: word.upperBound)
    guard end > word.lowerBound else { return }
    let name = bytes.string(word.lowerBound..<end)
    let hasValue = end < word.upperBound && bytes[end] == "="
    given.insert(name)
    guard !ShellNames.isKnown(name) else { return }
    builder.add(
      SettingReference(
        name: name, need: hasValue ? .written : .required, offset: word.lowerBound,
        idiom: hasValue ? "Environment=…=" : "Environment=…"))
  }

  private mutating func passed(_ word: Range<Int>) {
    guard bytes[word].isVariableName, !ShellNames.isKnown(bytes.string(word)) else { return }
    given.insert(bytes.string(word))
    builder.add(
      SettingReference(name: bytes.string(word), need: .required, offset: word.lowerBound, idiom: "PassEnvironment=…"))
  }

  /// A path, behind a dash where it may be missing.
  private mutating func file(_ range: Range<Int>) {
    guard var word = words(in: range).first else { return }
    let isOptional = bytes[word.lowerBound] == "-"
    if isOptional { word = word.lowerBound + 1..<word.upperBound }
    guard !word.isEmpty else { return }
    builder.add(EnvFileReference(path: bytes.string(word), isRequired: !isOptional, offset: word.lowerBound))
  }

  /// `Secret=name,type=env,target=X` of Podman.
  private mutating func secret(_ range: Range<Int>) {
    guard let word = words(in: range).first else { return }
    var target: Range<Int>?
    var isVariable = false
    for option in bytes[word].split(separator: 0x2C) {
      if option.elementsEqual("type=env".utf8) { isVariable = true }
      if option.starts(with: "target=".utf8) { target = option.startIndex + 7..<option.endIndex }
    }
    guard isVariable else { return }
    let name = target ?? word.lowerBound..<(bytes[word].firstIndex(of: 0x2C) ?? word.upperBound)
    builder.add(
      SettingReference(
        name: bytes.string(name), need: .required, offset: name.lowerBound, idiom: "Secret=…,type=env", isSecret: true))
  }

  /// `$X` and `${X}` of a command, which systemd itself puts in.
  private mutating func reads(in range: Range<Int>) {
    for variable in Interpolation.variables(in: Array(bytes[range])) {
      guard !given.contains(variable.name), !UnitReading.known.contains(variable.name),
        !ShellNames.isKnown(variable.name)
      else { continue }
      guard variable.name.isConventional else { continue }
      builder.add(
        SettingReference(
          name: variable.name, need: .optional, offset: range.lowerBound + variable.place, idiom: "Exec…=${…}"))
    }
  }
}
