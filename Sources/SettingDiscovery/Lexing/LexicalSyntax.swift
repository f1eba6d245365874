/// How a language writes comments and strings.
struct LexicalSyntax: Sendable {
  /// The peculiarities that a lexer has to know of.
  struct Traits: OptionSet {
    let rawValue: UInt32

    static let hashComments = Traits(rawValue: 1 << 0)
    static let slashComments = Traits(rawValue: 1 << 1)
    static let nestingComments = Traits(rawValue: 1 << 2)
    static let dashComments = Traits(rawValue: 1 << 3)
    /// A slash where a value is expected begins a regular expression.
    static let regexLiterals = Traits(rawValue: 1 << 4)
    /// A less-than sign where a value is expected begins an element of markup.
    static let elements = Traits(rawValue: 1 << 5)
    /// The file is markup with code in `<script>`, in braces and, with `frontMatter`, between dashes at its beginning.
    static let markup = Traits(rawValue: 1 << 6)
    static let frontMatter = Traits(rawValue: 1 << 7)
    /// Code stands between `<?php` and `?>`.
    static let phpTags = Traits(rawValue: 1 << 8)
    /// `r"…"`, `b'…'`, `f"…"`: letters before a quote say how it is read.
    static let pythonPrefixes = Traits(rawValue: 1 << 9)
    /// `r#"…"#`, `b"…"`, and `'a` that is no character.
    static let rustStrings = Traits(rawValue: 1 << 10)
    /// `#"…"#`, `#/…/#`, `\(…)`.
    static let swiftStrings = Traits(rawValue: 1 << 11)
    /// `@"…"`, `$"…"`, `"""…"""` and directives that take a line.
    static let csharpStrings = Traits(rawValue: 1 << 12)
    /// `%w(…)`, `<<~NAME`, `=begin`, `?x`, `__END__`.
    static let rubyLiterals = Traits(rawValue: 1 << 13)
    /// `~s(…)`, `?x`.
    static let elixirLiterals = Traits(rawValue: 1 << 14)
    /// `<<<NAME`.
    static let phpHeredocs = Traits(rawValue: 1 << 15)
    /// Three of a quote begin a string of several lines.
    static let tripleQuotes = Traits(rawValue: 1 << 16)
    /// Backticks stand round names that are keywords too.
    static let backticksAreNames = Traits(rawValue: 1 << 17)
    /// Code stands between `<%` and `%>`.
    static let percentTags = Traits(rawValue: 1 << 18)
  }

  /// What the text between a pair of quotes is.
  struct Quotes: Sendable {
    var escapes = StringForm.Escapes.backslash
    var interpolation = StringForm.Interpolation.none
    var spansLines = false
    /// The same of three quotes in a row.
    var tripleEscapes = StringForm.Escapes.backslash
  }

  var traits: Traits
  var double: Quotes? = Quotes()
  var single: Quotes? = Quotes()
  var backtick: Quotes?
}

extension LexicalSyntax {
  static let python = LexicalSyntax(traits: [.hashComments, .pythonPrefixes, .tripleQuotes])

  static let typeScript = LexicalSyntax(
    traits: [.slashComments, .regexLiterals], backtick: Quotes(interpolation: .dollarBrace, spansLines: true))

  static let javaScript: LexicalSyntax = {
    var syntax = typeScript
    syntax.traits.insert(.elements)
    return syntax
  }()

  /// Vue and Svelte.
  static let component: LexicalSyntax = {
    var syntax = javaScript
    syntax.traits.insert(.markup)
    return syntax
  }()

  static let astro: LexicalSyntax = {
    var syntax = component
    syntax.traits.insert(.frontMatter)
    return syntax
  }()

  static let swift = LexicalSyntax(
    traits: [.slashComments, .nestingComments, .regexLiterals, .swiftStrings, .backticksAreNames],
    double: Quotes(interpolation: .backslashParenthesis), single: nil)

  static let go = LexicalSyntax(traits: [.slashComments], backtick: Quotes(escapes: .none, spansLines: true))

  static let rust = LexicalSyntax(
    traits: [.slashComments, .nestingComments, .rustStrings], double: Quotes(spansLines: true))

  static let ruby = LexicalSyntax(
    traits: [.hashComments, .regexLiterals, .rubyLiterals],
    double: Quotes(interpolation: .hashBrace, spansLines: true), single: Quotes(escapes: .quoteOnly, spansLines: true),
    backtick: Quotes(interpolation: .hashBrace, spansLines: true))

  /// Ruby in a template.
  static let erb: LexicalSyntax = {
    var syntax = ruby
    syntax.traits.insert(.percentTags)
    return syntax
  }()

  static let java = LexicalSyntax(traits: [.slashComments, .tripleQuotes])

  static let kotlin = LexicalSyntax(
    traits: [.slashComments, .nestingComments, .tripleQuotes, .backticksAreNames],
    double: Quotes(interpolation: .dollarName, tripleEscapes: .none))

  static let groovy = LexicalSyntax(
    traits: [.slashComments, .tripleQuotes], double: Quotes(interpolation: .dollarName))

  static let scala = LexicalSyntax(
    traits: [.slashComments, .nestingComments, .tripleQuotes, .backticksAreNames],
    double: Quotes(tripleEscapes: .none))

  static let csharp = LexicalSyntax(traits: [.slashComments, .csharpStrings])

  static let c = LexicalSyntax(traits: [.slashComments])

  static let php = LexicalSyntax(
    traits: [.hashComments, .slashComments, .phpTags, .phpHeredocs],
    double: Quotes(interpolation: .php, spansLines: true), single: Quotes(escapes: .quoteOnly, spansLines: true),
    backtick: Quotes(interpolation: .php, spansLines: true))

  static let elixir = LexicalSyntax(
    traits: [.hashComments, .elixirLiterals, .tripleQuotes],
    double: Quotes(interpolation: .hashBrace, spansLines: true),
    single: Quotes(interpolation: .hashBrace, spansLines: true))

  static let dart = LexicalSyntax(
    traits: [.slashComments, .nestingComments, .pythonPrefixes, .tripleQuotes],
    double: Quotes(interpolation: .dollarName), single: Quotes(interpolation: .dollarName))
}
