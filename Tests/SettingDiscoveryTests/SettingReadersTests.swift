import SettingDiscovery
import Testing

struct SettingReadersTests {
  private static func reader(_ path: String, _ text: String = "") -> String? {
    let bytes = Array(text.utf8)
    return unsafe SettingReaders.reader(for: path, beginning: bytes.span.bytes).map { "\($0)" }
  }

  @Test(arguments: [
    ("a/b.py", "PythonReader"), ("x.TSX", "JavaScriptReader"), ("a.vue", "JavaScriptReader"), ("m.go", "GoReader"),
    ("lib/a.rb", "RubyReader"), ("Gemfile", "RubyReader"), ("a.rs", "RustReader"), ("A.swift", "SwiftReader"),
    ("A.java", "JVMReader"),
    ("b.gradle.kts", "JVMReader"), ("i.php", "PHPReader"), ("A.cs", "CSharpReader"), ("runtime.exs", "ElixirReader"),
    ("main.dart", "DartReader"), ("a.cpp", "CReader"),
  ]) func `By the suffix`(path: String, reader: String) {
    #expect(SettingReadersTests.reader(path) == reader)
  }

  @Test(arguments: [
    ("#!/usr/bin/env python3\n", "PythonReader"), ("#!/usr/bin/python3.11 -u\n", "PythonReader"),
    ("#!/usr/bin/env -S node --x\n", "JavaScriptReader"),
    ("#!/usr/bin/ruby", "RubyReader"), ("#!/usr/bin/env A=b elixir\r\n", "ElixirReader"),
  ]) func `By the first line`(text: String, reader: String) {
    #expect(SettingReadersTests.reader("bin/run", text) == reader)
  }

  @Test(arguments: ["README", ".python", "a.txt", "a.", ""]) func `Nothing reads what is no code`(path: String) {
    #expect(SettingReadersTests.reader(path, "text") == nil)
  }
}
