import Testing

@testable import SettingDiscovery

/// What is code, and what is not, in every language's strings, comments and literals.
struct LexerTests {
  /// The words of a text, without those that stand in strings and comments.
  private static func words(_ text: String, _ syntax: LexicalSyntax) -> [String] {
    let code = Lexer.read(Array(text.utf8), syntax)
    return (0..<code.count).filter { code.isWord($0) }.map(code.text)
  }

  private static func strings(_ text: String, _ syntax: LexicalSyntax) -> [String] {
    let code = Lexer.read(Array(text.utf8), syntax)
    return (0..<code.count).compactMap { code.kind($0) == .string ? code.value($0) : nil }
  }

  @Test(arguments: [
    ("a # b don't\nc", ["a", "c"]), ("'it\\'s b' c", ["c"]), ("\"\"\"a 'b\n\"c\" \"\"\" d", ["d"]),
    ("r'\\' b' + c", ["c"]), ("f'{a} b {c!r:>{d}} e' g", ["a", "c", "r", "d", "g"]), ("f'{{a}} b' c", ["c"]),
    ("f'{x[\"a\"]:%Y-%m}' c", ["x", "c"]), ("'a\nb", ["b"]), ("rb'''a\n'b''' c", ["c"]),
    ("f'''{a}\n'{b}''' c", ["a", "b", "c"]),
    ("f'{a[1:2]}' c", ["a", "c"]), ("f'{(lambda x: x)(1)}' c", ["lambda", "x", "x", "c"]), ("u'a' b", ["b"]),
    ("lambda: 'a' if b else c", ["lambda", "if", "b", "else", "c"]), ("'a\\\n b' c", ["c"]),
  ]) func `Python`(text: String, expected: [String]) {
    #expect(LexerTests.words(text, .python) == expected)
  }

  @Test(arguments: [
    ("a // b don't\nc", ["a", "c"]), ("/* a ' */ b", ["b"]), ("`a ${b} 'c ${`d ${e}`}` f", ["b", "e", "f"]),
    ("a = /it's/g; b", ["a", "b"]), ("a / b / c", ["a", "b", "c"]),
    ("x.replace(/['\"/[\\]]/g, '') + b", ["x", "replace", "b"]),
    ("return /'/.test(a)", ["return", "test", "a"]), ("f(a) / 2 + b / 'c' + d", ["f", "a", "b", "d"]),
    ("if (a) /'/.exec(b)", ["if", "a", "exec", "b"]), ("a.return / 2 / b", ["a", "return", "b"]), ("'a\\'b' c", ["c"]),
    ("`a \\${b} \\` c` d", ["d"]), ("x = {a: `${ {b: 1}.b }`} c", ["x", "a", "b", "b", "c"]),
    ("#!/usr/bin/env node\na", ["a"]),
    ("a ? /b'/ : c", ["a", "c"]), ("a /= 2; b", ["a", "b"]),
  ]) func `TypeScript`(text: String, expected: [String]) {
    #expect(LexerTests.words(text, .typeScript) == expected)
  }

  @Test(arguments: [
    ("x = <p>Don't {a} it's</p>; b", ["x", "a", "b"]), ("(<a b={c} d='e\"' f=\"g'\"/>) + h", ["c", "h"]),
    ("return <><b>it's</b>{c}</>; d", ["return", "c", "d"]), ("a < b && c > d", ["a", "b", "c", "d"]),
    ("const f = <T,>(a: T) => a", ["const", "f", "T", "a", "T", "a"]),
    ("x = <A>{b.map(c => <D>isn't {c}</D>)}</A>; e", ["x", "b", "map", "c", "c", "e"]),
    ("x = a <b; c = 'd'; e", ["x", "a", "b", "c", "e"]), ("x = <A b={`it's ${c}`}>d</A>; e", ["x", "c", "e"]),
    ("return <A /* don't */ b>c</A>", ["return"]), ("x = a ? <B>it's</B> : <C/>; d", ["x", "a", "d"]),
  ]) func `JSX`(text: String, expected: [String]) {
    #expect(LexerTests.words(text, .javaScript) == expected)
  }

  @Test func `What looks like an element and does not end is an operator`() {
    #expect(LexerTests.words("x = y && <a; b; c = 'd'; e", .javaScript) == ["x", "y", "a", "b", "c", "e"])
  }

  @Test(arguments: [
    ("<template><p>it's {{ a }}</p></template><script>b = 'c'</script>", ["a", "b"]),
    ("<script lang=\"ts\">a < b</script><style>c::after { content: \"'\" }</style><p>don't</p>", ["a", "b"]),
    ("<!-- it's {a} --><script>b</script>", ["b"]), ("<script src='x'/><p {...a}>it's</p>", ["a"]),
  ]) func `Components`(text: String, expected: [String]) {
    #expect(LexerTests.words(text, .component) == expected)
  }

  @Test func `Astro's front matter is code`() {
    #expect(LexerTests.words("---\na = 'b'\n---\n<p>it's {c && <b>don't {d}</b>}</p>", .astro) == ["a", "c", "d"])
  }

  @Test(arguments: [
    ("a \"b \\(c) d\" e", ["a", "c", "e"]), ("#\"a \\(b) \" \\#(c)\"# d", ["c", "d"]),
    ("\"\"\"\na \"b\" \\(c)\n\"\"\" d", ["c", "d"]),
    ("/* a /* b */ c */ d", ["d"]), ("a = /it's \"/; b", ["a", "b"]), ("a / b / c", ["a", "b", "c"]),
    ("#/a'b\"/# + c", ["c"]),
    ("`default` a", ["default", "a"]), ("\"\\(a(\"b\\(c)\"))\" d", ["a", "c", "d"]),
    ("#if DEBUG\na", ["if", "DEBUG", "a"]),
  ]) func `Swift`(text: String, expected: [String]) {
    #expect(LexerTests.words(text, .swift) == expected)
  }

  @Test(arguments: [
    ("a := `b \"' \\` + c", ["a", "c"]), ("x := '\"'; y := '\\''; z", ["x", "y", "z"]), ("\"a\\\"b\" + c", ["c"]),
  ]) func `Go`(text: String, expected: [String]) {
    #expect(LexerTests.words(text, .go) == expected)
  }

  @Test(arguments: [
    ("r#\"a \"b\" '\"# c", ["c"]), ("let a: &'b str = 'c'; d", ["let", "a", "b", "str", "d"]),
    ("'\\'' a '\"' b", ["a", "b"]),
    ("/* a /* b */ c */ d", ["d"]), ("b\"a'\" c br#\"d\"# e", ["c", "e"]), ("\"a\nb\" c", ["c"]), ("'é' a", ["a"]),
    ("r#type a", ["r", "type", "a"]),
  ]) func `Rust`(text: String, expected: [String]) {
    #expect(LexerTests.words(text, .rust) == expected)
  }

  @Test(arguments: [
    ("a = <<~X\n  it's #{b}\nX\nc", ["a", "b", "c"]), ("f(<<-'X', a)\n#{b} don't\n  X\nc", ["f", "a", "c"]),
    ("f(<<~A, <<~B)\n it's\nA\n #{b} 'c\nB\nd", ["f", "b", "d"]), ("%q(it's (a) b) + c", ["c"]),
    ("%Q[#{a} it's] + c", ["a", "c"]),
    ("a =~ /it's #/ && b", ["a", "b"]), ("a / b / c", ["a", "b", "c"]), ("puts /it's/", ["puts"]),
    ("%r{a'b/} + c", ["c"]),
    ("=begin\na don't\n=end\nb", ["b"]), ("a\n__END__\nb", ["a"]), ("?' + a", ["a"]), ("a ? 'b' : c", ["a", "c"]),
    ("a % b", ["a", "b"]),
    ("class A < B; class << self; a", ["class", "A", "B", "class", "self", "a"]),
    ("\"a #{\"b #{c}\"} d\" e", ["c", "e"]),
    ("x = /\n it's # note\n/x\ny", ["x", "x", "y"]),
  ]) func `Ruby`(text: String, expected: [String]) {
    #expect(LexerTests.words(text, .ruby) == expected)
  }

  @Test func `Words of a percent literal are strings of a list`() {
    #expect(LexerTests.strings("%w[A B\n C]", .ruby) == ["A", "B", "C"])
    #expect(LexerTests.strings("~w(A B)a", .elixir) == ["A", "B"])
  }

  @Test(arguments: [
    ("it's <?php a ?> don't <?= b ?>c", ["a", "b"]), ("<?php // a ?> it's <?php b", ["b"]),
    ("<?php \"a $b {$c->d} ${e}\" . f", ["$c", "d", "e", "f"]),
    ("<?php <<<X\n it's {$a}\n X . b", ["$a", "b"]), ("<?php <<<'X'\n{$a} don't\nX;\nb", ["b"]),
    ("<?php #[A] # b\nc", ["A", "c"]),
    ("<?php 'it\\'s' . a", ["a"]), ("<?php $a['b'] . c", ["$a", "c"]),
  ]) func `PHP`(text: String, expected: [String]) {
    #expect(LexerTests.words(text, .php) == expected)
  }

  @Test(arguments: [
    ("@\"a\\\" + b", ["b"]), ("@\"a\"\"b\" + c", ["c"]), ("$\"a {b:D2} {{c}} it's\" + d", ["b", "d"]),
    ("$@\"a\\{b}\" + c", ["b", "c"]),
    ("\"\"\"a \"b\" '\"\"\" + c", ["c"]), ("$$\"\"\"a {b} {{c}}\"\"\" + d", ["c", "d"]), ("#region don't\na", ["a"]),
    ("'\"' + a", ["a"]),
  ]) func `C#`(text: String, expected: [String]) {
    #expect(LexerTests.words(text, .csharp) == expected)
  }

  @Test(arguments: [
    ("\"a ${b} $c it's\" + d", ["b", "d"]), ("\"\"\"a \\ \"b\" ${c}\"\"\" + d", ["c", "d"]), ("'\"' + a", ["a"]),
    ("`is` a", ["is", "a"]),
  ]) func `Kotlin`(text: String, expected: [String]) {
    #expect(LexerTests.words(text, .kotlin) == expected)
  }

  @Test(arguments: [
    ("~s(it's #{a}) b", ["a", "b"]), ("~S(it's #{a}) b", ["b"]), ("?' + a", ["a"]),
    ("\"\"\"\nit's \"a\" #{b}\n\"\"\" c", ["b", "c"]),
    ("~r/it's \"/i a", ["i", "a"]), ("'a \"b' + c", ["c"]), ("a? b", ["a", "b"]),
  ]) func `Elixir`(text: String, expected: [String]) {
    #expect(LexerTests.words(text, .elixir) == expected)
  }

  @Test func `Ruby in a template`() {
    #expect(LexerTests.words("it's <%= a %> don't <%# b %> <%- if c -%> d", .erb) == ["a", "if", "c"])
  }

  @Test(arguments: [
    ("a = \"\"\"b", LexicalSyntax.python, 4), ("a /* b", .typeScript, 2), ("x = `a ${b", .typeScript, 4),
    ("<<~X\na", .ruby, 3),
    ("<?php \"a", .php, 6),
  ]) func `A gap says where the text could not be followed`(text: String, syntax: LexicalSyntax, offset: Int) {
    #expect(Lexer.read(Array(text.utf8), syntax).gaps.map(\.offset) == [offset])
  }

  @Test func `Brackets find their partners where others are missing`() {
    let code = Lexer.read(Array("( [ ) ] { }".utf8), .go)
    #expect((0..<code.count).map { code.partner($0) } == [2, nil, 0, nil, 5, 4])
  }

  @Test func `Tokens say where lines begin`() {
    let code = Lexer.read(Array("a b\n  c".utf8), .python)
    #expect((0..<3).map(code.beginsLine) == [true, false, true])
    #expect(code.indentation(2) == 2)
  }

  @Test func `A byte order mark is no word`() {
    #expect(LexerTests.words("\u{FEFF}a", .go) == ["a"])
  }
}
