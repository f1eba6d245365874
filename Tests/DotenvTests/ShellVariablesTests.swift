import Testing

@testable import Dotenv

@Suite struct ShellVariablesTests {
  @Test(arguments: ["PATH", "HOME", "PWD", "RANDOM", "IFS", "_", "SHLVL"])
  func setByTheShell(name: String) {
    #expect(ShellVariables.isSetByShell(Array(name.utf8)))
    #expect(document("K=${\(name)}x\n", .bash).problems.count == 1)
  }

  @Test(arguments: ["UID", "RANDOM", "SHELLOPTS", "BASH_ENV", "BASH_X", "COMP_LINE", "_"])
  func reserved(name: String) {
    #expect(ShellVariables.isReserved(Array(name.utf8)))
    #expect(document("\(name)=1\n", .bash).problems.count == 1)
  }

  @Test(arguments: ["A", "API_KEY", "BASHFUL", "COMPOSE_FILE", "USER", "PORT", "HOST"])
  func ordinary(name: String) {
    #expect(!ShellVariables.isSetByShell(Array(name.utf8)))
    #expect(!ShellVariables.isReserved(Array(name.utf8)))
    #expect(document("\(name)=1\nK=$\(name)\n", .bash).problems.isEmpty)
  }

  @Test func oneThatTheEnvironmentHoldsIsKnown() {
    #expect(value("K=$PATH\n", .bash, environment: ["PATH": "/bin"]) == "/bin")
    #expect(value("PATH=/opt\nK=$PATH\n", .bash) == "/opt")
    #expect(value("K=${PATH:-x}\n", .bash) == nil)
  }
}
