import Git
import Testing

@Suite struct FileModeTests {
  @Test(
    arguments: [
      (0o100644, .regular, true), (0o100755, .executable, true), (0o100664, .regular, true),
      (0o120000, .symbolicLink, true),
      (0o160000, .submodule, false), (0o040000, .directory, false), (0, nil, false), (0o140000, nil, false),
    ] as [(UInt32, FileMode?, Bool)])
  func modes(mode: UInt32, expected: FileMode?, holdsBlob: Bool) {
    #expect(FileMode(mode) == expected)
    #expect(FileMode(mode)?.holdsBlob ?? false == holdsBlob)
  }
}
