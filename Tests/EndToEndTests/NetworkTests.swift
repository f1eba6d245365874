import Testing

/// The program cannot phone home: a promise that users can check in the same way.
@Suite struct NetworkTests {
  private func output(_ program: String, _ arguments: [String]) throws -> String {
    let scratch = try Scratch()
    let ending = try ChildProcess(scratch, in: scratch.path).run(program, arguments)
    #expect(ending.status == 0, "\(ending.errors)")
    return ending.text
  }

  /// Breaks when the transports of libgit2, or another networking library, are linked in.
  @Test func theProgramOpensNoConnection() throws {
    let imported = try output("nm", ["-D", "--undefined-only", StanchProgram.path]).split(separator: "\n")
      .compactMap { $0.split(separator: " ").last?.split(separator: "@").first.map(String.init) }
    #expect(imported.contains("write"), "the list is not empty")
    let forbidden: Set = [
      "socket", "socketpair", "connect", "bind", "listen", "accept", "accept4", "getaddrinfo", "gethostbyname",
      "gethostbyname_r", "getnameinfo", "res_query", "send", "sendto", "sendmsg", "recv", "recvfrom", "recvmsg",
      "setsockopt", "shutdown",
    ]
    #expect(forbidden.intersection(imported) == [])
  }

  @Test func noNetworkingLibraryIsLinked() throws {
    let libraries = try output("ldd", [StanchProgram.path])
    for name in ["ssl", "curl", "ssh", "git2", "gnutls", "FoundationNetworking", "nghttp", "http_parser"] {
      #expect(!libraries.contains("lib" + name), "\(libraries)")
    }
  }

  /// Breaks when a rule of libgit2's that reaches for the network is kept in the program.
  @Test func noTransportIsInTheProgram() throws {
    let text = try output("nm", ["-C", StanchProgram.path])
    for name in [" T mbedtls_ssl_handshake", " T libssh2_session_init", " T SSL_connect"] {
      #expect(!text.contains(name))
    }
  }
}
