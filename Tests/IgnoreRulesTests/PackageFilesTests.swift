import Foundation
import Testing

@testable import IgnoreRules

/// `STANCH_NPM_PACKAGES` is the number of random packages that npm is asked about.
@Suite struct PackageFilesTests {
  private static let count = ProcessInfo.processInfo.environment["STANCH_NPM_PACKAGES"].flatMap { Int($0) } ?? 200

  private func package(_ files: [String]?, _ ignores: [String: String] = [:], tree: [String] = []) throws
    -> PackageFiles
  {
    try PackageFiles(files: files, ignoreFiles: ignores.map { ($0.key, Array($0.value.utf8)) }, tree: tree)
  }

  @Test(
    "ignore files, without `files`",
    arguments: [
      ([:], ".env", true), ([".npmignore": ".env"], ".env", false), ([".npmignore": ".env"], "a/.env", false),
      ([".gitignore": ".env"], ".env", false), ([".gitignore": ".env", ".npmignore": "x"], ".env", true),
      ([".gitignore": ".env", "a/.npmignore": ""], "a/.env", false), (["a/.npmignore": ".env"], "b/.env", true),
      (["a/.npmignore": ".env"], "a/b/.env", false), ([".npmignore": "secrets/"], "secrets/.env", false),
      ([".npmignore": "/secrets"], "a/secrets/.env", true),
      ([".npmignore": ".env*\n!.env.example"], ".env.example", true),
      ([".npmignore": "*.ENV"], "prod.env", false), ([".npmignore": "# .env\r\n\r\n  .env  \r\n"], ".env", false),
      ([".npmignore": "{a,b}/.env"], "b/.env", false), ([".npmignore": "a/**"], "a/b/c", false),
      ([".npmignore": "**/x/*"], "a/x/y", false), ([".npmignore": "[a-c].env"], "B.env", false),
      ([".npmignore": "a\n!a/b"], "a/b", true), ([:], ".npmrc", false), ([:], "a/.npmrc", false),
      ([:], ".git/config", false),
      ([:], "node_modules/x/.env", false), ([".npmignore": "!node_modules"], "node_modules/x", false),
      ([".npmignore": "package.json\nREADME.md"], "README.md", true), ([".npmignore": "*"], "package.json", true),
      ([:], "a.orig", false), ([".npmignore": "!a.orig"], "a.orig", true), ([:], ".npmignore", false),
      ([:], "a*b", false),
    ] as [([String: String], String, Bool)])
  func ignoreFiles(ignores: [String: String], path: String, expected: Bool) throws {
    #expect(try package(nil, ignores).verdict(for: path).isPublished == expected)
  }

  @Test(
    "`files` is a list of what is taken in",
    arguments: [
      (["lib"], "lib/a.js", true), (["lib"], ".env", false), (["lib"], "lib/.env", true), (["lib/"], "lib/.env", true),
      (["./lib"], "lib/a/.env", true), (["lib/*"], "lib/a/.env", true), (["lib", "!lib/.env"], "lib/.env", false),
      (["lib/*.js"], "lib/.env", false), (["**/*.js"], "a/b.js", true), ([".env"], ".env", true), (["*"], ".env", true),
      ([], "index.js", false), ([], "LICENSE", true), (["lib"], "README.md", true), (["."], "a.js", false),
      (["lib"], "lib/.npmrc", false), (["dist", ".npmrc"], ".npmrc", false), (["/lib"], "lib/x", true),
    ] as [([String], String, Bool)])
  func files(list: [String], path: String, expected: Bool) throws {
    #expect(try package(list, tree: [path]).verdict(for: path).isPublished == expected)
  }

  @Test("with `files` the root's ignore files do not count, and nested ones do")
  func filesAndIgnores() throws {
    let package = try package(
      ["lib"], [".npmignore": "lib", "lib/.npmignore": ".env"], tree: ["lib/.env", "lib/a.js"])
    #expect(package.verdict(for: "lib/a.js").isPublished)
    #expect(package.verdict(for: "lib/.env") == .leftOut(.line(file: "lib/.npmignore", number: 1, pattern: ".env")))
  }

  @Test("a file that `files` names is published, whatever an ignore file beside it says")
  func named() throws {
    let ignores = ["lib/.npmignore": "x\ny"]
    let package = try package(["lib/x", "lib"], ignores, tree: ["lib/x", "lib/y"])
    #expect(package.verdict(for: "lib/x").isPublished && !package.verdict(for: "lib/y").isPublished)
  }

  @Test("what is left out by its path can be taken in where it lies")
  func takenIn() throws {
    let package = try package(nil, [".npmignore": "a/*", "a/.npmignore": "!keep"])
    #expect(package.verdict(for: "a/keep").isPublished && !package.verdict(for: "a/z").isPublished)
  }

  @Test("what `main` names is published")
  func main() throws {
    let package = try PackageFiles(files: ["lib"], required: ["start.js"], tree: ["start.js", "other.js"])
    #expect(package.verdict(for: "start.js").isPublished && !package.verdict(for: "other.js").isPublished)
  }

  @Test("the verdict says what decides")
  func decisions() throws {
    let ignoring = try package(nil, [".gitignore": "\n# x\n.env\n"])
    #expect(ignoring.verdict(for: "a/.env") == .leftOut(.line(file: ".gitignore", number: 3, pattern: ".env")))
    #expect(ignoring.verdict(for: "a/x") == .published(nil))
    let listing = try package(["lib", "!lib/x"], tree: ["lib/x", "lib/y"])
    #expect(listing.verdict(for: "lib/y") == .published(.entry(0, pattern: "lib")))
    #expect(listing.verdict(for: "lib/x") == .leftOut(.entry(1, pattern: "!lib/x")))
    #expect(listing.verdict(for: ".env") == .leftOut(.notInFiles))
    #expect(listing.verdict(for: "package.json") == .published(.builtIn("!/package.json")))
    #expect(PackageDecision.line(file: "a/.npmignore", number: 2, pattern: "x").description == "a/.npmignore:2:x")
    #expect(PackageDecision.entry(1, pattern: "x").description == "package.json: files[1]: x")
  }

  @Test(
    "what is not understood is an error", arguments: ["+(a|b)", "{1..3}", "a/../b", "@(x)", "${a,b}", "[[:alpha:]]"])
  func notUnderstood(pattern: String) {
    let error = #expect(throws: PackageFilesError.self) { try package(nil, [".npmignore": "x\n\(pattern)"]) }
    #expect(error?.description.hasPrefix(".npmignore:2:\(pattern): ") == true)
    #expect(throws: PackageFilesError.self) { try package([pattern]) }
  }

  @Test("braces that would make too many patterns are an error")
  func braces() {
    #expect(throws: PackageFilesError.self) { try package([String(repeating: "{a,b}", count: 40)]) }
    #expect(throws: PackageFilesError.self) {
      try package([String(repeating: "{a,", count: 2000) + String(repeating: "}", count: 2000)])
    }
  }

  @Test("all built-in patterns are understood")
  func builtIn() {
    #expect(NpmBuiltIn.rules(NpmBuiltIn.defaults).count == NpmBuiltIn.defaults.count)
    #expect(NpmBuiltIn.rules(NpmBuiltIn.strict).count == NpmBuiltIn.strict.count)
  }

  @Test("npm says the same of random packages", .enabled(if: NpmOracle.module != nil))
  func oracle() throws {
    let packages = (0..<PackageFilesTests.count).map { RandomPackage(seed: UInt64($0)).package }
    let theirs = try NpmOracle().published(packages)
    try #require(theirs.count == packages.count)
    for (package, published) in zip(packages, theirs) {
      let ours = try PackageFiles(
        files: package.list, required: package.main.map { [$0] } ?? [],
        ignoreFiles: package.texts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) },
        tree: package.files + ["package.json"])
      for path in package.files {
        #expect(ours.verdict(for: path).isPublished == published.contains(path), "\(path) of \(package)")
      }
    }
  }
}
