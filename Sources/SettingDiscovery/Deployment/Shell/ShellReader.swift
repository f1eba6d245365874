/// Scripts of sh, bash, zsh, ksh and dash: by suffix, by the folder of git hooks, or by their first line.
package enum ShellReader: SettingReader {
  private static let suffixes: Set<String> = ["sh", "bash", "zsh", "ksh", "ash", "dash", "bats"]
  private static let names: Set<String> = [
    ".envrc", ".bashrc", ".bash_profile", ".profile", ".zshrc", ".zshenv", "pkgbuild",
  ]
  /// What tools write and people keep in their repositories.
  private static let generated: Set<String> = [
    "configure", "config.guess", "config.sub", "config.status", "libtool", "ltmain.sh", "install-sh", "depcomp",
    "missing",
    "gradlew", "mvnw", "compile", "ylwrap", "mkinstalldirs", "py-compile", "test-driver", "git-sh-prompt",
  ]

  package static func reads(_ path: String, beginning: RawSpan) -> Bool {
    let file = DeploymentPath(path)
    guard !generated.contains(file.name) else { return false }
    if suffixes.contains(file.suffix) || names.contains(file.name) { return true }
    if file.folders.last == ".husky", file.suffix.isEmpty { return true }
    return file.suffix.isEmpty && isShell(firstLine(beginning))
  }

  private static func firstLine(_ beginning: RawSpan) -> String {
    String(Array(beginning.extracting(first: min(128, beginning.byteCount))).prefix { !$0.isLineEnd })
  }

  /// `#!/bin/sh`, `#!/usr/bin/env bash`, `#!/bin/bash -e`
  private static func isShell(_ line: String) -> Bool {
    guard line.hasPrefix("#!") else { return false }
    let words = line.dropFirst(2).split(whereSeparator: { $0 == " " || $0 == "\t" })
    let programs = words.map { $0.split(separator: "/").last ?? "" }
    guard let program = programs.first(where: { $0 != "env" && !$0.hasPrefix("-") && !$0.contains("=") }) else {
      return false
    }
    return ["sh", "bash", "zsh", "ksh", "ash", "dash", "busybox"].contains(program)
  }

  package static func references(in text: RawSpan, conventions: SettingConventions) -> SettingReadout {
    var builder = ReadoutBuilder()
    var scope = ShellScope()
    scope.functions = conventions.functions
    // A script without a first line of its own is read in by another one, which has given its variables values.
    scope.hasSourced = text.byteCount < 2 || !Array(text.extracting(first: 2)).elementsEqual("#!".utf8)
    _ = ShellText.read(PlacedText(Array(text)), scope, into: &builder)
    return builder.readout
  }
}
