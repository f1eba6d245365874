import Testing

/// Nothing that a repository configures is run.
@Suite struct ForeignCodeTests {
  private let token = FakeSecret.gitHubToken()

  /// Every setting through which git runs a program while it compares, reads or shows.
  private static let settings = [
    "core.fsmonitor", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "diff.evil.textconv",
    "diff.evil.command", "diff.external", "merge.evil.driver", "core.pager", "pager.diff-index", "pager.cat-file",
    "core.editor", "core.askPass", "core.sshCommand", "core.gitProxy", "credential.helper", "gpg.program",
    "core.alternateRefsCommand", "uploadpack.packObjectsHook", "interactive.diffFilter", "sequence.editor",
    "alias.diff-index", "alias.cat-file", "alias.rev-parse", "alias.symbolic-ref", "alias.for-each-ref",
    "alias.hash-object",
  ]

  private static let hooks = [
    "pre-commit", "post-index-change", "post-checkout", "fsmonitor-watchman", "query-watchman", "reference-transaction",
    "pre-auto-gc",
  ]

  /// Breaks when a scan goes through git's porcelain, or its plumbing without the settings that tame it.
  @Test(arguments: [true, false], ObjectFormat.allCases)
  func noConfiguredProgramIsRun(_ isSplit: Bool, _ format: ObjectFormat) throws {
    let repository = try GitRepository(format)
    try repository.commit("a.txt", "a\n")
    try repository.write(".gitattributes", "* filter=evil diff=evil merge=evil\n")
    try repository.stage("secret.txt", token.line)
    if isSplit { try repository.git("update-index", "--split-index") }

    let marker = repository.scratch.path + "/marker"
    let script = repository.scratch.path + "/evil"
    try repository.shell(
      """
      printf '#!/bin/sh\\necho "$0 $*" >>%s\\n' '\(marker)' >'\(script)'
      chmod +x '\(script)'
      mkdir ../hooks
      for hook in \(ForeignCodeTests.hooks.joined(separator: " ")); do
        cp '\(script)' ../hooks/$hook
        cp '\(script)' .git/hooks/$hook
      done
      """)
    for setting in ForeignCodeTests.settings {
      try repository.git("config", setting, setting.hasPrefix("alias.") ? "!" + script : script)
    }
    try repository.git("config", "filter.evil.required", "true")
    try repository.git("config", "core.hooksPath", repository.scratch.path + "/hooks")
    try repository.git("config", "diff.ignoreSubmodules", "none")
    try repository.git("config", "trace2.eventTarget", marker)
    // The trap works: git itself walks into it.
    _ = try repository.attempt(["status"])
    #expect(repository.exists("../marker"))
    try repository.remove("../marker")

    let traced = ["GIT_EXTERNAL_DIFF": script, "GIT_PAGER": script, "GIT_ASKPASS": script, "GIT_SSH_COMMAND": script]
    for environment in [[:], traced] {
      let report = try repository.scan(environment: environment)
      #expect(report.places == ["secret.txt:1 \(token.rule)"], "\(report)")
      #expect(!repository.exists("../marker"))
    }
    let hook = try repository.stanch().run("hook", "run", "pre-commit")
    #expect(hook.status == 1)
    #expect(!repository.exists("../marker"))
    #expect(try repository.stanch().run("hook", "status").status != 0)
    #expect(!repository.exists("../marker"))
  }
}
