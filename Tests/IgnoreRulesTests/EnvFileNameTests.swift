import Testing

@testable import IgnoreRules

@Suite struct EnvFileNameTests {
  @Test(
    "files with values",
    arguments: [
      ".env", ".ENV", ".env.local", ".env.production", ".env.production.local", ".env-prod", ".env_dev", "prod.env",
      "app.env",
      "vroom.env", ".local.env", ".env.staging", ".env.bak", ".env~", ".env.old", ".env.backup.2024",
      "services/api/.env",
      ".env.development.local", "env.local", "env.production", ".env.docker", ".env.customer1", "docker/.env.web",
      ".env.txt",
      ".flaskenv.local", ".env.secrets", "backend.dev.env", ".env.ci", ".env.keys.bak",
    ])
  func values(path: String) { #expect(EnvFileName(path: path)?.kind == .values) }

  @Test(
    "templates",
    arguments: [
      ".env.example", ".env.sample", ".env.template", ".env.dist", ".env.schema", "example.env", "env.example",
      ".env.local.example",
      ".env.test.example", ".env.example.local", ".env-example", ".env_sample", "sample.env", "env.sample",
      "env-example",
      "env_example", ".env.appStore.example", "env.production.example", "template.env", ".env.tpl", ".env.j2",
      ".envrc.example",
      ".envrc.sample", ".flaskenv.example", "dotenv.example", ".example.env", ".EXAMPLE.env", "app.example.env",
      ".env.example.txt",
      "apps/api-v2/env.example", "example-env", "sample_env", ".env.production.dist",
    ])
  func templates(path: String) { #expect(EnvFileName(path: path)?.kind == .template) }

  @Test(
    "classes of their own",
    arguments: [
      (".envrc", .script), (".envrc.local", .script), (".env.sh", .script), (".env.keys", .keys), (".env.me", .keys),
      (".env.vault", .encrypted), (".env.production.encrypted", .encrypted), (".env.gpg", .encrypted),
      (".flaskenv", .shared),
      (".env.defaults", .shared),
    ] as [(String, EnvFileName.Kind)])
  func classes(path: String, kind: EnvFileName.Kind) { #expect(EnvFileName(path: path)?.kind == kind) }

  @Test(
    "names of something else",
    arguments: [
      ".environment", "env.d.ts", ".env.ts", "vite-env.d.ts", "Env.swift", "foo.env.js", "env", "env.py", "env.go",
      ".env.test.ts",
      ".env.example.md", "next-env.d.ts", "env.sh", ".environ", "environment.ts", "env.mjs", "process.env.js", "venv",
      ".venv",
      "env.ts.example.md", "", "/", "dotenv", "dotenv.js", ".env/", "my-env", "test-env.ts", "env.json",
      "inventory.envx", "env.custom",
      "env.rb.erb.md",
    ])
  func others(path: String) { #expect(EnvFileName(path: path) == nil) }

  @Test(
    "the stage that a name speaks of",
    arguments: [
      (".env", nil), (".env.production", .production), ("prod.env", .production), (".env.test.local", .test),
      (".env.ci", .continuousIntegration),
      (".env.testing", .test), (".env.e2e", .test), (".env.stg", .staging), (".env.development.example", .development),
    ] as [(String, EnvStage?)])
  func stages(path: String, stage: EnvStage?) throws {
    let name = try #require(EnvFileName(path: path))
    #expect(name.stage == stage)
    #expect(name.isForTests == (stage == .test || stage == .continuousIntegration))
  }

  @Test(
    "a machine's own files, and what was left behind",
    arguments: [
      (".env", false, false), (".env.local", true, false), (".env.test.local", true, false), (".env.bak", false, true),
      (".env.local~", true, true), (".env.production.old", false, true), ("local.env", true, false),
    ])
  func localAndBackup(path: String, isLocal: Bool, isBackup: Bool) throws {
    let name = try #require(EnvFileName(path: path))
    #expect(name.isLocal == isLocal && name.isBackup == isBackup)
  }

  @Test(
    "who asks that a file be committed",
    arguments: [
      (".env", [.symfony, .createReactApp, .dotenvFlow]), (".env.local", []), (".env.test.local", []),
      (".env.test", [.symfony, .createReactApp, .dotenvFlow, .rails, .next, .vite]),
      (".env.dev", [.symfony, .dotenvFlow]),
      (".env.development", [.createReactApp, .dotenvFlow, .rails, .vite]), (".env.ci", [.dotenvFlow]),
      (".flaskenv", [.flask]),
      (".env.defaults", [.dotenvDefaults, .dotenvFlow]), (".env.bak", []), ("prod.env", []), (".env.customer1", []),
    ] as [(String, [EnvConvention])])
  func conventions(path: String, expected: [EnvConvention]) throws {
    #expect(try #require(EnvFileName(path: path)).conventions == expected)
  }

  @Test("names of any bytes and of any length are read", arguments: 0..<200)
  func anyBytes(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let bytes = (0..<random.number(0..<40)).map { _ in UInt8(random.number(0..<256)) }
    let name = EnvFileName(path: Array(".env.".utf8) + bytes.filter { $0 != 47 } + Array(".example".utf8))
    #expect(name?.kind == .template)
  }

  @Test("a name longer than any file has is none")
  func tooLong() { #expect(EnvFileName(path: ".env." + String(repeating: "a", count: 300)) == nil) }
}
