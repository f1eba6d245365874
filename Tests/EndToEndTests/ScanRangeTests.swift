import Testing

/// `stanch scan range`: what each commit of a range brings in, against all its parents.
@Suite struct ScanRangeTests {
  private let token = FakeSecret.gitHubToken()
  private let other = FakeSecret.awsKeyID()

  /// Breaks when the ends of a range are compared and not each commit, or the wrong commit is named.
  @Test(arguments: ObjectFormat.allCases)
  func aSecretThatWasTakenOutAgainIsFound(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    try repository.commit("a.txt", "a\n" + token.line)
    let culprit = try repository.git("rev-parse", "HEAD")
    try repository.commit("a.txt", "b\n")
    let report = try repository.scanRange("HEAD~2..HEAD")
    #expect(report.status == 1)
    #expect(report.places == ["a.txt:2 \(token.rule)"], "\(report)")
    #expect(report.verdict?.findings.map(\.commit?.id) == [culprit])
    #expect(report.verdict?.findings.map(\.commit?.author) == ["Ada <ada@example.org>"])
    #expect(report.errors.contains("1 secret in these commits"), "\(report)")
    #expect(try repository.scanRange("HEAD~1..HEAD").isClean)
  }

  /// Breaks when a form of git log is taken for another, or refused.
  @Test(arguments: [
    (["main..side"], ["side.txt"]), (["side..main"], ["main.txt"]), (["main...side"], ["main.txt", "side.txt"]),
    (["^main", "side"], ["side.txt"]), (["side", "--", "^main"], ["side.txt"]), (["side"], ["base.txt", "side.txt"]),
    (["main", "side"], ["base.txt", "main.txt", "side.txt"]), (["--since", "main~1"], ["main.txt"]),
    (["main~1..main", "main..side"], []), (["side^!"], ["side.txt"]), (["..side"], ["side.txt"]),
  ])
  func everyFormOfARangeIsTaken(_ arguments: [String], _ files: [String]) throws {
    let repository = try GitRepository()
    let secrets = (0..<3).map { _ in FakeSecret.gitHubToken() }
    try repository.commit("base.txt", secrets[0].line)
    try repository.git("switch", "--quiet", "-c", "side")
    try repository.commit("side.txt", secrets[1].line)
    try repository.git("switch", "--quiet", "main")
    try repository.commit("main.txt", secrets[2].line)
    let report = try repository.scanRange(arguments)
    // `^main` of the second range takes out what the first one means, as for git log.
    let expected = arguments.contains("main..side") && arguments.count == 2 ? ["side.txt"] : files
    #expect(report.verdict?.findings.map(\.path) == expected, "\(report)")
  }

  /// Breaks when a merge is compared with its first parent only, or passed by.
  @Test(arguments: ObjectFormat.allCases)
  func anEvilMergeIsFoundOnce(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let theirs = FakeSecret.gitHubToken()
    try repository.commit("shared.txt", "1\n2\n3\n")
    try repository.git("switch", "--quiet", "-c", "side")
    try repository.commit("theirs.txt", theirs.line)
    try repository.git("switch", "--quiet", "main")
    try repository.commit("ours.txt", "ours\n")
    try repository.git("merge", "--quiet", "--no-commit", "side")
    try repository.stage("shared.txt", "1\n2\n3\n" + token.line)
    let merge = try repository.commit("merge")
    for _ in 0..<2 { try repository.commit("later.txt", "\(Int.random(in: 0..<Int.max))\n") }
    // The range starts behind the side branch's commit: the merge brings in nothing that this parent had.
    let after = try repository.scanRange("main~3..main", "^side")
    #expect(after.places == ["shared.txt:4 \(token.rule)"], "\(after)")
    #expect(after.verdict?.findings.map(\.occurrences) == [1])
    #expect(after.verdict?.findings.map(\.commit?.id) == [merge])
    let whole = try repository.scanRange("main")
    #expect(whole.places == ["shared.txt:4 \(token.rule)", "theirs.txt:1 \(theirs.rule)"], "\(whole)")
    #expect(whole.verdict?.findings.map(\.occurrences) == [1, 1])
  }

  /// Breaks when a merged file counts as new as a whole, though each parent had its part of it.
  @Test(arguments: ObjectFormat.allCases)
  func aMergedFileBringsNothingThatAParentHad(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let middle = String(repeating: "line\n", count: 20)
    try repository.commit("a.txt", middle)
    try repository.git("switch", "--quiet", "-c", "side")
    try repository.commit("a.txt", middle + token.line)
    try repository.git("switch", "--quiet", "main")
    try repository.commit("a.txt", other.line + middle)
    try repository.git("merge", "--quiet", "--no-edit", "side")
    let report = try repository.scanRange("main", "^main^1", "^side")
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.coverage.messages == 1)
    #expect(report.verdict?.coverage.blobs == 1)
  }

  /// Breaks when content is looked for in text diffs, which show none of these.
  @Test(arguments: ObjectFormat.allCases)
  func contentThatDiffsDoNotShowIsFound(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let secrets = (0..<5).map { _ in FakeSecret.gitHubToken() }
    try repository.commit(".gitattributes", "hidden.txt -diff\n")
    try repository.commit("kind", "a\n")
    try repository.stage("hidden.txt", secrets[0].line)
    try repository.stage("binary.bin", [0, 1, 2, 0, 10] + Array(secrets[1].line.utf8))
    try repository.stage(
      "wide.txt", [0xFF, 0xFE] + secrets[2].line.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    try repository.stage("nul.txt", Array("text\n\0".utf8) + Array(secrets[3].line.utf8))
    try repository.shell("rm kind; ln -s 'https://\(secrets[4].text)@example.org' kind; git add kind")
    try repository.commit()
    let report = try repository.scanRange("HEAD~1..HEAD")
    #expect(
      report.verdict?.findings.map(\.path) == ["binary.bin", "hidden.txt", "kind", "nul.txt", "wide.txt"], "\(report)")
  }

  /// Breaks when a moved file, a changed mode or an edit elsewhere in the file makes old secrets new.
  @Test(arguments: ObjectFormat.allCases)
  func whatWasThereBeforeIsNotNew(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.sh", token.line)
    try repository.git("update-index", "--chmod=+x", "a.sh")
    try repository.commit()
    try repository.shell("mkdir folder && git mv a.sh folder/b.sh")
    try repository.commit()
    try repository.commit("folder/b.sh", "above\n" + token.line)
    try repository.git("mv", "folder/b.sh", "c.sh")
    try repository.stage("c.sh", "moved and edited\n" + token.line)
    try repository.commit()
    let clean = try repository.scanRange("main~4..main")
    #expect(clean.isClean, "\(clean)")
    try repository.git("mv", "c.sh", "d.sh")
    try repository.stage("d.sh", token.line + other.line)
    try repository.commit()
    let report = try repository.scanRange("main~5..main")
    #expect(report.places == ["d.sh:2 \(other.rule)"], "\(report)")
  }

  /// Breaks when the same secret is one finding a commit or file, or the first place is not the one shown.
  @Test(arguments: ObjectFormat.allCases)
  func oneSecretIsOneFinding(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("b.txt", token.line)
    let first = try repository.git("rev-parse", "HEAD")
    try repository.commit("a.txt", "copy\n" + token.line)
    try repository.commit("b.txt", "gone\n")
    try repository.commit("b.txt", token.line)
    let report = try repository.scanRange("main")
    #expect(report.places == ["b.txt:1 \(token.rule)"], "\(report)")
    #expect(report.verdict?.findings.map(\.occurrences) == [3])
    #expect(report.verdict?.findings.map(\.commit?.id) == [first])
    // Two texts for the copies, the second one for «gone».
    #expect(report.verdict?.coverage.blobs == 3)
  }

  /// Breaks when messages are not scanned, or their lines are counted from elsewhere than the message.
  @Test(arguments: ObjectFormat.allCases)
  func messagesAreScanned(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("clean")
    let id = try repository.commit("subject\n\n" + token.line)
    let report = try repository.scanRange("main")
    #expect(report.places == ["COMMIT_EDITMSG:3 \(token.rule)"], "\(report)")
    #expect(report.verdict?.findings.map(\.kind) == ["commitMessage"])
    #expect(report.verdict?.findings.map(\.commit?.id) == [id])
    #expect(report.verdict?.coverage.messages == 2)
  }

  /// Breaks when only the message is read of a commit and not what else people can write into it.
  @Test(arguments: ObjectFormat.allCases)
  func otherPartsOfACommitAreScanned(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit()
    let tree = try repository.git("rev-parse", "HEAD^{tree}")
    let object = """
      tree \(tree)
      author \(token.text) <a@example.org> 99999999999999999999 +9999
      committer Ada <a@example.org> nonsense
      note of a tool
       \(other.text)

      """
    let id = try repository.git(
      "hash-object", "-t", "commit", "-w", "--stdin", "--literally", input: Array(object.utf8))
    let report = try repository.scanRange(id)
    #expect(Set(report.verdict?.findings.map(\.rule) ?? []) == [token.rule, other.rule], "\(report)")
  }

  /// Breaks when an empty range cannot be told from a clean one, or counts as an error.
  @Test(arguments: ObjectFormat.allCases)
  func anEmptyRangeIsSaidToBeEmpty(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", token.line)
    let report = try repository.scanRange("main..main")
    #expect(report.isClean, "\(report)")
    #expect(report.verdict?.notices == ["the range main..main holds no commit"])
    let since = try repository.scanRange("--since", "HEAD")
    #expect(since.status == 0 && since.errors.contains("note: the range HEAD..HEAD holds no commit"), "\(since)")
  }

  /// Breaks when what git cannot resolve, or would take for an option, counts as empty or as clean.
  @Test(arguments: [
    ["nowhere..main"], ["main..nowhere"], ["nowhere"], ["^main"], ["a.txt"], ["main:a.txt"], ["main^{tree}"],
    ["--", "--all"], ["--", "--output=x"], ["--", "-1"], [""], ["main", "--", "--not"], ["--since", "nowhere"],
    ["--since", "--all"], ["main..\nmain"], [String(repeating: "1", count: 40)],
    [String(repeating: "1", count: 40) + "..main"], ["main..:/nothing like it"],
  ])
  func whatIsNoRangeIsAnError(_ arguments: [String]) throws {
    let repository = try GitRepository()
    try repository.commit("a.txt", token.line)
    let report = try repository.scanRange(arguments)
    #expect(report.status == 2 || (report.status == 64 && arguments[0] == "--since"), "\(report)")
    #expect(report.verdict == nil)
    #expect(report.errors.contains("rror: "))
    #expect(!repository.exists("x"))
  }

  @Test func aRangeHasToBeNamed() throws {
    let repository = try GitRepository()
    #expect(try repository.scanRange().status == 64)
    #expect(try repository.scanRange("--since", "HEAD", "HEAD").status == 64)
  }

  /// Breaks when a first commit has nothing to be compared with and is passed by.
  @Test(arguments: ObjectFormat.allCases)
  func aRootCommitIsNewAsAWhole(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    for path in ["a.txt", "x/y/z.txt"] { try repository.stage(path, path + "\n" + token.line) }
    try repository.commit()
    let report = try repository.scanRange("HEAD")
    #expect(report.places == ["a.txt:2 \(token.rule)"], "\(report)")
    #expect(report.verdict?.findings.map(\.occurrences) == [2])
  }

  /// Breaks when replacements or grafts hide a commit that is really there.
  @Test(arguments: ObjectFormat.allCases)
  func replacementsAndGraftsHideNothing(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    let base = try repository.commit("base")
    try repository.commit("a.txt", token.line)
    let culprit = try repository.git("rev-parse", "HEAD")
    try repository.commit("a.txt", "clean\n")
    try repository.git("replace", culprit, base)
    try repository.write(".git/info/grafts", "\(try repository.git("rev-parse", "HEAD")) \(base)\n")
    let report = try repository.scanRange("\(base)..HEAD")
    #expect(report.places == ["a.txt:1 \(token.rule)"], "\(report)")
  }

  /// Breaks when allowances, configurations or a size limit count for staged files only.
  @Test(arguments: ObjectFormat.allCases)
  func allowancesAndLimitsHold(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.stage("a.txt", token.text + " # stanch:allow \(token.rule) -- for this test\n")
    try repository.stage("left/out.txt", other.line)
    try repository.stage("large.txt", String(repeating: "x\n", count: 500))
    try repository.commit()
    try repository.write("left/.stanch.toml", "[[allowlists]]\npaths = ['''left/''']\n")
    let report = try repository.scanRange("HEAD", "--size-limit", "999")
    #expect(report.allowedPlaces == ["a.txt:1 \(token.rule)"], "\(report)")
    #expect(report.places.isEmpty && report.incidents == ["oversize large.txt"], "\(report)")
    #expect(report.verdict?.coverage.excluded == 1)
    #expect(report.status == 2)
  }

  /// Breaks when a bare repository has no range, or not every file of its commits is read.
  @Test(arguments: ObjectFormat.allCases)
  func aBareRepositoryIsScanned(_ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    for number in 0..<300 {
      try repository.write("folder/\(number % 7)/\(number).txt", number == 150 ? token.line : "\(number)\n")
    }
    try repository.git("add", ".")
    let commit = try repository.commit()
    try repository.git("clone", "--quiet", "--bare", ".", "../bare")
    let report = try repository.sibling("bare").scanRange("main")
    #expect(report.status == 1 && report.places == ["folder/3/150.txt:1 \(token.rule)"], "\(report)")
    #expect(report.verdict?.findings.map(\.commit?.id) == [commit])
    #expect(report.verdict?.coverage.blobs == 300 && report.incidents.isEmpty, "\(report)")
  }

  /// Breaks when another number of threads finds something else, or the same in another order.
  @Test(arguments: ["1", "2", "7"]) func threadsChangeNothing(_ threads: String) throws {
    let repository = try GitRepository()
    let secrets = (0..<40).map { _ in FakeSecret.gitHubToken() }
    for (number, secret) in secrets.enumerated() { try repository.stage("\(number + 10).txt", secret.line) }
    try repository.commit()
    let report = try repository.scanRange("main", "--threads", threads, "--reveal")
    #expect(report.verdict?.findings.map(\.secret) == secrets.map(\.text))
  }
}

extension GitRepository {
  /// `stanch scan range` at the root.
  func scanRange(_ arguments: [String]) throws -> ScanReport {
    // Options stand before the dashes behind which everything is a revision.
    try ScanReport(stanch().run(["scan", "range", "--format", "json"] + arguments))
  }

  func scanRange(_ arguments: String...) throws -> ScanReport { try scanRange(arguments) }
}
