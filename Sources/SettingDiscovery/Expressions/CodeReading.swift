/// One text being read for the settings that it asks for.
struct CodeReading {
  let code: LexedText
  let idioms: IdiomTable
  let traits: CodeTraits
  let constants: Constants
  var locals = LocalNames()
  var found: [SettingReference] = []
  /// Prefixes that calls within a stretch of the text put before names.
  var prefixes: [Prefix] = []
  var python = PythonObjects()
  /// Where the objects stand that describe something, by the names of their schemas.
  var schemas: [String: Int] = [:]
  /// Schemas that the environment is checked by before they are made.
  var awaitedSchemas: Set<String> = []
  /// Readers of a configuration, and the scopes they stand for.
  var scopes: [String: String] = [:]
  /// Whether a file of Swift imports the configuration library.
  let importsConfiguration: Bool
  /// How often a struct was looked for.
  var envyReads = 0
  private let functions: IdiomTable

  struct Prefix {
    var text: String
    var tokens: Range<Int>
    /// The beginning of the idioms' paths that it is for.
    var owner: String
  }

  init(_ code: LexedText, idioms: IdiomTable, traits: CodeTraits, conventions: SettingConventions) {
    self.code = code
    self.idioms = idioms
    self.traits = traits
    constants = Constants(code)
    importsConfiguration = code.importsConfiguration
    functions = IdiomTable(conventions.functions.map(\.idiom))
  }

  mutating func run(_ language: any CodeLanguage.Type) {
    let words = idioms.lastWords.union(functions.lastWords)
    let own = language.ownWords
    for index in 0..<code.count {
      if code.tokens[index].beginsLine { locals.beginLine { [code] in code.indentation(index) } }
      guard code.tokens[index].kind == .word else {
        block(at: index)
        continue
      }
      let digest = code.tokens[index].symbol
      if own.contains(digest) { language.read(&self, at: index) }
      if words.contains(digest) || locals.digests.contains(digest) { word(at: index) }
    }
    language.finish(&self)
  }

  private mutating func block(at index: Int) {
    if code.isOperator(index, "{"), let end = code.partner(index) {
      locals.open(blockEndingAt: end)
    } else if code.isOperator(index, "}") {
      locals.close(at: index)
    }
  }

  /// What was found, in the order of the text, each place once.
  func settled() -> [SettingReference] {
    var seen: Set<String> = []
    return found.sorted { ($0.offset, $0.name) < ($1.offset, $1.name) }
      .filter { seen.insert("\($0.offset) \($0.name)").inserted }
  }

  private mutating func word(at index: Int) {
    guard !isDeclaration(index) else { return }
    let path = path(endingAt: index)
    guard let idiom = functions.idiom(path.words) ?? idioms.idiom(path.words) else {
      reassigned(index)
      return
    }
    switch idiom.shape {
    case .mapping(let mapping): read(mapping, idiom, Access(start: path.start, end: index + 1, need: .optional))
    case .function(let call): read(call, idiom, Access(start: path.start, end: index + 1, need: call.need))
    }
  }

  /// A variable that held the environment and now holds something else.
  private mutating func reassigned(_ index: Int) {
    if code.isOperator(index + 1, "="), !code.isOperator(index - 1, in: [".", "?.", "::", "->"]) {
      locals.forget(code.text(index))
    }
  }

  /// `func getenv(…)`, `def config(…)`: what is defined here is not called here.
  private func isDeclaration(_ index: Int) -> Bool {
    code.isWord(
      index - 1, in: ["func", "def", "fn", "function", "fun", "defp", "class", "struct", "interface", "enum"])
  }
}

extension CodeReading {
  /// The path whose last word stands at `index`, with what its first word stands for in this file.
  func path(endingAt index: Int) -> (start: Int, words: [String]) {
    var words = [code.text(index)]
    var place = index
    while words.count < 8, code.isOperator(place - 1, in: [".", "?.", "::", "->", "&."]) {
      if code.isWord(place - 2) {
        place -= 2
        words.append(code.text(place))
      } else if code.isOperator(place - 2, ")"), let open = code.partner(place - 2), code.isWord(open - 1) {
        place = open - 1
        words.append(code.text(place) + "()")
      } else {
        if code.isOperator(place - 1, "::"), place - 2 < 0 || !code.isOperator(place - 2, in: [")", "]", "}", ">"]) {
          break
        }
        words.append("")
        break
      }
    }
    words.reverse()
    if let path = locals.path(words[0], at: index), !code.isOperator(place - 1, in: [".", "?."]) {
      words.replaceSubrange(0...0, with: path)
    }
    return (place, words)
  }

  /// The arguments between the bracket at `open` and its partner.
  func arguments(_ open: Int) -> [Argument] {
    guard let close = code.partner(open), close > open else { return [] }
    var arguments: [Argument] = []
    var start = open + 1
    var place = open + 1
    while place < close {
      if code.isOperator(place, ",") {
        arguments.append(Argument(start..<place, code))
        start = place + 1
      }
      place = code.after(place)
    }
    if start < close { arguments.append(Argument(start..<close, code)) }
    return arguments
  }

  mutating func add(_ reference: SettingReference) {
    guard !reference.name.isEmpty || reference.need == .dynamic else { return }
    found.append(reference)
  }
}

/// An argument of a call.
struct Argument {
  var label: String?
  /// The tokens of its value.
  var range: Range<Int>

  init(_ range: Range<Int>, _ code: LexedText) {
    self.range = range
    guard range.count > 2, code.isWord(range.lowerBound), code.isOperator(range.lowerBound + 1, in: ["=", ":"]) else {
      return
    }
    label = code.text(range.lowerBound)
    self.range = range.lowerBound + 2..<range.upperBound
  }
}

/// A place where a setting is read: from its first token up to the one after it.
struct Access {
  var start: Int
  var end: Int
  var need: SettingReference.Need
  var type: SettingType?
  /// Whether something can be assigned to it.
  var isPlace = false
  /// Whether the place itself says what is taken when there is no value.
  var hasFallback = false
  /// Whether what it yields is no value yet.
  var isReader = false
}

extension SettingConventions.Function {
  /// The last one or two words of its name count, as it may be called on any owner.
  var idiom: Idiom {
    let words = name.split { $0 == "." || $0 == ":" }.map(String.init)
    let call = Idiom.Call(argument: argument, labels: label.map { [$0] } ?? [], need: need)
    return Idiom(path: "*." + words.suffix(3).joined(separator: "."), shape: .function(call), idiom: "\(name)(…)")
  }
}
