/// What a language's reader says of its language; the rest is the same for all.
protocol CodeLanguage: SettingReader {
  static var extensions: Set<String> { get }
  /// Programs in a first line of `#!`.
  static var interpreters: Set<String> { get }
  static func syntax(_ path: String) -> LexicalSyntax
  static var idioms: IdiomTable { get }
  /// Words without one of which a text asks for nothing.
  static var words: WordFilter { get }
  static var traits: CodeTraits { get }
  /// At a word that ends no idiom's path: imports, and what the language has of its own.
  static func read(_ reading: inout CodeReading, at index: Int)
  /// The words that `read` is called at.
  static var ownWords: DigestSet { get }
  /// After the pass over all words: what is known of the file as a whole.
  static func finish(_ reading: inout CodeReading)
}

extension CodeLanguage {
  static var interpreters: Set<String> { [] }
  static var ownWords: DigestSet { DigestSet() }
  static func read(_ reading: inout CodeReading, at index: Int) {}
  static func finish(_ reading: inout CodeReading) {}

  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = FileKind(path, beginning: beginning)
    return extensions.contains(file.suffix) || (file.suffix.isEmpty && interpreters.contains(file.interpreter))
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    references(in: text, path: "", conventions: conventions)
  }

  package static func references(in text: RawSpan, path: String, conventions: SettingConventions) -> SettingReadout {
    guard words.matches(text) || conventions.mayOccur(in: text) else { return SettingReadout() }
    guard text.byteCount < Int(Int32.max) else {
      return SettingReadout(gaps: [SettingReadout.Gap(offset: 0, reason: "a text of two gigabytes or more is not read")]
      )
    }
    let bytes = unsafe text.withUnsafeBytes { unsafe [UInt8]($0) }
    let code = Lexer.read(bytes, syntax(path))
    var reading = CodeReading(code, idioms: idioms, traits: traits, conventions: conventions)
    reading.run(Self.self)
    return SettingReadout(references: reading.settled(), gaps: code.gaps)
  }
}

/// How a language says what is to be done without a value.
struct CodeTraits: Sendable {
  /// A `!` after a value stops the program where there is none.
  var bangUnwraps = false
  /// Reading a member of a missing value stops the program.
  var memberNeedsValue = false
  /// `==` is needed for an assignment to be none: languages where `=` can follow a subscript.
  var assigns = true
  /// Methods that stop the program where there is no value, and those that cope.
  var demandingMethods: Set<String> = []
  var copingMethods: Set<String> = []
  /// A question mark after a value passes its lack on to the caller.
  var questionPropagates = false
  /// Functions round a value that demand one.
  var demandingFunctions: Set<String> = []
  /// A handler after `try` may catch what a missing value throws.
  var catchesMissing = false
  /// `as string` claims that there is a value.
  var castsDemand = false
  /// `let Ok(value) = … else { … }`
  var letElse = false
  /// A `!` belongs to a function's name and says that it stops: `fetch_env!`.
  var bangNames = false
  /// A `?` belongs to a method's name: `key?`.
  var questionNames = false
  /// Functions round a value whose result says what follows: `Optional.ofNullable(…)`.
  var transparentFunctions: Set<String> = []
}
