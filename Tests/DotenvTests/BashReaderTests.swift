import Dotenv
import Testing

/// Every line was tried with bash 5.2.
@Suite struct BashReaderTests {
  @Test(
    "what is read",
    arguments: [
      Reading("K=1", "K=1"),
      Reading("K=1\nL=2\n", "K=1", "L=2"),
      Reading("  K=1", "K=1"),
      Reading("K=", "K="),
      Reading("K= ", "K="),
      Reading("K= # note", "K="),
      Reading("K=a#b", "K=a#b"),
      Reading("K=a #b", "K=a"),
      Reading("# c\nK=1 # d", "K=1"),
      Reading("K=1;L=2", "K=1", "L=2"),
      Reading("K=1; L=2 ;", "K=1", "L=2"),
      Reading("K=1 L=2", "K=1", "L=2"),
      Reading("export K=1", "K=1"),
      Reading("export K=1 L=2", "K=1", "L=2"),
      Reading("K=1\nK=2", "K=2"),
      Reading("K=a\nK+=b", "K=ab"),
      Reading("K=1\r\nL=2\r\n", "K=1\r", "L=2\r"),
      Reading("K=a*[b]{c}!%^,:=", "K=a*[b]{c}!%^,:="),
      Reading("K=é日本", "K=é日本"),
      Reading("K=a\\\nb", "K=ab"),
      Reading("\\\nK=1", "K=1"),
    ])
  func read(example: Reading) { #expect(reading(example.text, .bash) == example.variables) }

  @Test(
    "what would run a command is an error",
    arguments: [
      ("K=a b", 5), ("K=$(date)", 3), ("K=`date`", 3), ("K=\"$(date)\"", 4), ("K=\"`date`\"", 4), ("date", 1),
      ("K=1 date", 5), ("K=1 | L=2", 5), ("K=1 && L=2", 5), ("K=1 & L=2", 5), ("K=a>b", 4), ("K=a<b", 4),
      ("K=(a b)", 3),
      ("K=a(b)", 4), ("K = 1", 1), ("a.b=1", 1), ("1K=1", 1), ("'K'=1", 1), (". other", 1), ("unset K", 1), ("K", 1),
      ("export K=1 x-y", 12), ("export -n K", 8), ("export $X", 8), ("export 'K=1'", 8), ("K[0]=1", 1), ("{ K=1; }", 1),
      ("if K=1", 1), ("K=$((1+1))", 3), ("K=$[1+1]", 3), ("K=<(date)", 3), ("\r", 1), ("K=1;;", 5), (";", 1),
      ("K=${L:-$(date)}", 8), ("K=${L:-`date`}", 8), ("exportK", 1), ("declare -x K=1", 1), ("readonly K=1", 1),
      ("\u{FEFF}K=1", 1), ("K='a' 'b'", 7), ("eval K=1", 1),
    ])
  func command(text: String, column: Int) {
    #expect(reading(text, .bash) == ["error: .env:1:\(column): bash would run a command here"])
  }

  @Test(
    "what depends on more than the file is an error",
    arguments: [
      "K=$1", "K=$?", "K=$$", "K=$@", "K=$RANDOM", "K=${#A}", "K=${A%b}", "K=${!A}", "K=${A:1:2}", "K=${A/b/c}",
      "K=${A:=d}", "K=~other", "K=a=~", "K=$\"a\"", "K=$PATH", "K=$HOME", "UID=1", "RANDOM=1", "BASH_ENV=x",
      "export K={a,b}", "K=\"${A:-'x'}\"", "K=${A:-~}", "K=$\\\nA", "K=$A\\\nB", "K=a\\", "K=\\\n~/x", "K=a:\\\n~",
    ])
  func notStatic(text: String) throws {
    let codes = document(text, .bash).problems.map(\.code)
    try #require(codes.count >= 1)
    guard case .notStatic = codes[0] else {
      Issue.record("\(codes[0])")
      return
    }
  }

  @Test func nulBytesAndOpenQuotes() {
    #expect(document("K=1\0", .bash).problems.map(\.code) == [.nulByte])
    #expect(reading("A=1\nK='a\nb", .bash) == ["error: .env:2:3: the quote that opens here is never closed"])
    #expect(reading("K=\"a", .bash) == ["error: .env:1:3: the quote that opens here is never closed"])
    #expect(reading("K=${A:-x", .bash).first?.hasPrefix("error: .env:1:3:") == true)
  }

  @Test func assignmentsGoOneAfterTheOtherAndThoseOfExportAtOnce() {
    #expect(reading("A=old\nA=new K=$A", .bash) == ["A=new", "K=new"])
    #expect(reading("A=old\nexport A=new K=$A", .bash) == ["A=new", "K=old"])
    #expect(reading("A=x\nexport A=a A+=b", .bash) == ["A=ab"])
  }

  @Test func fileReplacesWhatTheEnvironmentHolds() {
    #expect(value("A=file\nK=$A", .bash, environment: ["A": "outside"]) == "file")
    #expect(value("K=$A", .bash, environment: ["A": "outside"]) == "outside")
    #expect(value("K+=x", .bash, environment: ["K": "outside"]) == "outsidex")
  }

  @Test func exportOfANamePassesItThrough() {
    #expect(reading("export K", .bash, environment: ["K": "outside"]) == ["K=outside"])
    #expect(reading("export K", .bash) == [])
    #expect(reading("K=1\nexport K", .bash, environment: ["K": "outside"]) == ["K=1"])
  }

  @Test func linesAfterAnErrorAreShown() {
    let document = document("A=1\nB=$(x)\nC=3\n", .bash)
    #expect(document.entries.map(\.nameText) == ["A", "C"])
    #expect(document.problems.map(\.code) == [.command])
  }

  @Test func whatStandsBeforeACommandIsNotSet() { #expect(document("A=1 date\n", .bash).entries.isEmpty) }
}
