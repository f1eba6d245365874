import SettingDiscovery
import Testing

/// Functions of the project's own, in every language.
struct SettingConventionsTests {
  private static let conventions = SettingConventions(functions: [
    SettingConventions.Function(name: "get_secret"), SettingConventions.Function(name: "getSecret"),
    SettingConventions.Function(name: "resolver.get", label: "name"),
    SettingConventions.Function(name: "config.lookup", argument: 1, label: "fallback_env_var", need: .optional),
    SettingConventions.Function(name: "Secrets::fetch"),
  ])

  @Test(arguments: [
    ("a.py", "x = get_secret(⟨R A⟩\"A\")\ny = vault.get_secret(⟨R B⟩\"B\")\n"),
    ("b.py", "x = config.lookup(\"key\", ⟨O C⟩\"C\")\ny = config.lookup(key, fallback_env_var=⟨O D⟩\"D\")\n"),
    ("c.py", "def get_secret(name):\n  pass\nx = get_secret(⟨D ⟩other)\n"),
    ("a.ts", "const a = await getSecret(⟨R A⟩\"A\"); lookup(\"B\");"),
    ("b.ts", "const a = this.resolver.get(⟨R A⟩\"A\"); other.get(\"B\");"),
    ("a.swift", "let a = try await resolver.get(⟨R A⟩\"A\")"),
    ("b.swift", "let a = try await resolver.get(name: ⟨R A⟩\"A\")"), ("a.go", "a := getSecret(⟨R A⟩\"A\")"),
    ("a.rb", "a = get_secret ⟨R A⟩\"A\"\n"),
    ("a.rs", "let a = Secrets::fetch(⟨R A⟩\"A\");"), ("a.java", "class A { String a = getSecret(⟨R A⟩\"A\"); }"),
    ("a.kt", "val a = getSecret(⟨R A⟩\"A\")"),
    ("a.php", "<?php $a = get_secret(⟨R A⟩'A'); $b = Secrets::fetch(⟨R B⟩'B');"),
    ("a.cs", "var a = vault.getSecret(⟨R A⟩\"A\");"), ("a.ex", "a = get_secret(⟨R A⟩\"A\")"),
    ("a.c", "char *a = get_secret(⟨R A⟩\"A\");"),
  ]) func `A function of the project reads a setting`(path: String, marked: String) {
    let sample = LabelledCode(marked, path: path)
    #expect(sample.read(SettingConventionsTests.conventions).found == sample.labels)
  }

  @Test func `Without the convention nothing is read`() {
    #expect(LabelledCode("x = get_secret(\"A\")", path: "a.py").read().found.isEmpty)
  }
}
