/// Dockerfiles and Containerfiles: arguments of the build, variables that are set, secrets of the build, and what commands read.
package enum DockerfileReader: SettingReader {
  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    return ["dockerfile", "containerfile"].contains { name in
      file.name == name || file.name.hasPrefix(name + ".") || file.name.hasPrefix(name + "-") || file.suffix == name
    } && !["md", "dockerignore", "j2", "erb", "tmpl", "txt"].contains(file.suffix)
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    var reading = DockerfileReading(conventions: conventions)
    for instruction in DockerfileLines(Array(text)).instructions { reading.take(instruction) }
    return reading.finish()
  }
}

/// A Dockerfile while it is being read.
private struct DockerfileReading {
  let conventions: SettingConventions
  private var builder = ReadoutBuilder()
  /// `ARG` before the first `FROM`, with whether there is a default.
  private var global: [String: Bool] = [:]
  /// Arguments without a default, by their place in the order of the file.
  private var arguments: [Argument] = []
  /// The argument that a name means in this stage.
  private var inStage: [String: Int] = [:]
  private var variables: Set<String> = []
  private var isBeforeStages = true

  private struct Argument {
    var name: String
    var place: Int
    var hasDefault: Bool
    /// How it is read: whether ever without, and whether ever with something for when it is missing.
    var plain = false
    var coped = false
    var demanded = false
  }

  /// What the builder gives without being asked.
  private static let predefined: Set<String> = [
    "HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY", "TARGETPLATFORM", "TARGETOS", "TARGETARCH",
    "TARGETVARIANT", "TARGETSTAGE", "BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT", "SOURCE_DATE_EPOCH",
  ]

  init(conventions: SettingConventions) {
    self.conventions = conventions
  }

  mutating func take(_ instruction: DockerfileInstruction) {
    switch instruction.name {
    case "FROM":
      use(instruction.text)
      isBeforeStages = false
      inStage = [:]
      variables = []
    case "ARG": argument(instruction.text)
    case "ENV": environment(instruction.text)
    case "RUN": run(instruction)
    case "CMD", "ENTRYPOINT": command(instruction.text)
    case "HEALTHCHECK":
      if let start = range(of: "CMD", in: instruction.text.bytes) {
        command(instruction.text.part(start..<instruction.text.bytes.count))
      }
    case "ONBUILD":
      let text = instruction.text
      let end = text.bytes.firstIndex { $0.isSpacing } ?? text.bytes.count
      var start = end
      while start < text.bytes.count, text.bytes[start].isSpacing { start += 1 }
      let name = text.bytes.string(0..<end).uppercased()
      if name != "ONBUILD" { take(DockerfileInstruction(name: name, text: text.part(start..<text.bytes.count))) }
    default:
      use(instruction.text)
      for heredoc in instruction.heredocs where !heredoc.isQuoted { use(heredoc.text) }
    }
  }

  private func range(of word: String, in bytes: [UInt8]) -> Int? {
    bytes.indices.first { bytes.holds(word, at: $0) && ($0 == 0 || bytes[$0 - 1].isSpacing) }.map {
      $0 + word.utf8.count
    }
  }

  /// `X`, `X=default`, and several of them.
  private mutating func argument(_ text: PlacedText) {
    use(text)
    for word in words(of: text.bytes) {
      let end = text.bytes.endOfVariable(at: word.lowerBound, limit: word.upperBound)
      guard end > word.lowerBound else { continue }
      let name = text.bytes.string(word.lowerBound..<end)
      if DockerfileReading.predefined.contains(name.uppercased()) || ShellNames.isKnown(name) {
        variables.insert(name)
        continue
      }
      var hasDefault = end < word.upperBound && text.bytes[end] == "="
      if isBeforeStages { global[name] = hasDefault } else if !hasDefault, global[name] == true { hasDefault = true }
      inStage[name] = arguments.count
      arguments.append(Argument(name: name, place: text.place(word.lowerBound), hasDefault: hasDefault))
    }
  }

  /// `X=1 Y="2"`, and the old form `X 1`.
  private mutating func environment(_ text: PlacedText) {
    use(text)
    let all = words(of: text.bytes)
    let isOld = all.first.map { !text.bytes[$0].contains(0x3D) } ?? false
    for word in isOld ? Array(all.prefix(1)) : all {
      let end = text.bytes.endOfVariable(at: word.lowerBound, limit: word.upperBound)
      guard end > word.lowerBound else { continue }
      let name = text.bytes.string(word.lowerBound..<end)
      variables.insert(name)
      guard !ShellNames.isKnown(name) else { continue }
      builder.add(
        SettingReference(name: name, need: .written, offset: text.place(word.lowerBound), idiom: "ENV …="))
    }
  }

  /// The words of an instruction, with quotes followed.
  private func words(of bytes: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var place = 0
    while place < bytes.count {
      while place < bytes.count, bytes[place].isSpacing { place += 1 }
      let start = place
      while place < bytes.count, !bytes[place].isSpacing {
        if bytes[place] == "\"" || bytes[place] == "'" {
          let quote = bytes[place]
          place += 1
          while place < bytes.count, bytes[place] != quote { place += bytes[place] == "\\" ? 2 : 1 }
        } else if bytes[place] == "\\" {
          place += 1
        }
        place += 1
      }
      place = min(place, bytes.count)
      if place > start { words.append(start..<place) }
    }
    return words
  }

  // MARK: Reads

  /// Variables that the builder puts in.
  private mutating func use(_ text: PlacedText) {
    for variable in Interpolation.variables(in: text.bytes) {
      use(variable.name, copes: variable.need == .optional, demands: variable.operation.hasSuffix("?"))
    }
  }

  private mutating func use(_ name: String, copes: Bool, demands: Bool) {
    guard let index = inStage[name] else { return }
    if demands { arguments[index].demanded = true }
    if copes { arguments[index].coped = true } else { arguments[index].plain = true }
  }

  private mutating func run(_ instruction: DockerfileInstruction) {
    secrets(instruction.text)
    let isScript = instruction.heredocs.count == 1 && DockerfileReading.beginsHeredoc(instruction.text.bytes)
    for heredoc in instruction.heredocs where isScript || !heredoc.isQuoted { script(heredoc.text) }
    if !isScript { script(instruction.text) }
  }

  private static func beginsHeredoc(_ bytes: [UInt8]) -> Bool {
    var place = 0
    while bytes.holds("--", at: place) {
      while place < bytes.count, !bytes[place].isSpacing { place += 1 }
      while place < bytes.count, bytes[place].isSpacing { place += 1 }
    }
    return bytes.holds("<<", at: place)
  }

  /// A script that is run to build: nothing but arguments comes from outside.
  private mutating func script(_ text: PlacedText) {
    let (scope, gap) = ShellText.scope(of: text)
    for read in scope.reads where !read.isAssigned {
      let copes = read.form == .fallback || read.form == .alternative || read.form == .assigning || read.isTested
      use(read.name, copes: copes && !read.isGuarded, demands: read.form == .required || read.isGuarded)
    }
    if let gap { builder.addGap(at: gap.offset, gap.reason) }
  }

  /// `--mount=type=secret,id=npm,env=NPM_TOKEN,required=true`
  private mutating func secrets(_ text: PlacedText) {
    for word in words(of: text.bytes) {
      guard text.bytes.holds("--mount=", at: word.lowerBound) else {
        if text.bytes.holds("--", at: word.lowerBound) { continue }
        return
      }
      var place = word.lowerBound + 8
      var options: [String: (value: String, place: Int)] = [:]
      for option in text.bytes[place..<word.upperBound].split(separator: 0x2C, omittingEmptySubsequences: false) {
        let parts = String(option).split(separator: "=", maxSplits: 1).map(String.init)
        if let key = parts.first { options[key] = (parts.count > 1 ? parts[1] : "true", place + key.utf8.count + 1) }
        place += option.count + 1
      }
      guard options["type"]?.value == "secret", let named = options["env"] ?? options["id"] ?? options["target"] else {
        continue
      }
      builder.add(
        SettingReference(
          name: named.value, need: options["required"]?.value == "true" ? .required : .optional, origin: .build,
          offset: text.place(named.place), idiom: "RUN --mount=type=secret,id=…", isSecret: true))
    }
  }

  /// What the container runs, as a line of shell or as a list of words of which one may be a script.
  private mutating func command(_ text: PlacedText) {
    var scope = ShellScope(known: variables)
    scope.functions = conventions.functions
    guard text.bytes.first(where: { !$0.isSpacing }) == UInt8(ascii: "[") else {
      _ = ShellText.read(text, scope, into: &builder)
      return
    }
    let words = JSONWords.ranges(in: text.bytes)
    guard let flag = words.firstIndex(where: { ["-c", "-ec", "-lc", "-euc"].contains(text.bytes.string($0)) }),
      flag + 1 < words.count
    else { return }
    _ = ShellText.read(text.part(words[flag + 1]), scope, into: &builder)
  }

  mutating func finish() -> SettingReadout {
    for argument in arguments {
      let isOptional = argument.hasDefault || (argument.coped && !argument.plain)
      builder.add(
        SettingReference(
          name: argument.name, need: isOptional && !argument.demanded ? .optional : .required, origin: .build,
          offset: argument.place, idiom: argument.hasDefault ? "ARG …=" : "ARG …"))
    }
    return builder.readout
  }
}

/// The texts of a list such as `["sh", "-c", "…"]`.
enum JSONWords {
  /// Between the quotes; escapes are left as they are.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == "\"" else {
        place += 1
        continue
      }
      let start = place + 1
      place = start
      while place < bytes.count, bytes[place] != "\"" { place += bytes[place] == "\\" ? 2 : 1 }
      place = min(place, bytes.count)
      ranges.append(start..<place)
      place += 1
    }
    return ranges
  }
}
