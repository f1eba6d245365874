import Testing

@testable import SettingDiscovery

@Suite struct DeploymentTimeTests {
  private static let openings = [
    "$(", "${X:-", "\"$(", "`", "$((", "((", "{ ", "( ", "if [ ", "case x in ", "<<A ", "<<A\n", "'", "\"", "\\", "a[",
    "X=(",
    "@(", "f() { ", "${!X", "$", "${", "$(X", "$(if ", "$(foreach x,", "ifdef X\n", "{{", "${{", "${{ secrets[", "- ",
    "a:\n ", "[", "{",
    "a: |\n ", "&a ", "*a ", "#", "//", "/*", "\"\"\"", "=", "ARG X\n", "RUN <<A\n", "RUN x \\\n", "variable \"x\" {",
    "<<-EOT\n", "env:", "%env(",
    "a: ${env:", "x: $X\n", "X ?= 1\n", "export X=", "[[ -z ", "\t$(", "define X\n", "a: \"$X ", "'''",
  ]

  /// Each opening over and over, in the longer and the shorter form; breaks when four times the text takes more than four times as
  /// long by far, or what never ends takes a stack of any depth.
  @Test(arguments: openings) func repeated(opening: String) {
    for reader in DeploymentReaders.all {
      let clock = ContinuousClock()
      func time(_ count: Int) -> Duration {
        let text = [UInt8]((0..<count).flatMap { _ in opening.utf8 })
        return (0..<2).map { _ in clock.measure { _ = readout(reader, text) } }.min() ?? .zero
      }
      let short = time(500)
      let long = time(4_000)
      // A loaded machine and the smallest times leave room; the square of eight is 64.
      #expect(long < short * 32 + .milliseconds(60), "\(reader): \(short) and \(long)")
    }
  }
}
