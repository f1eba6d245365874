// Stands in for libgit2's network: TLS, SSH, HTTP, git:// and the smart protocol.
//
// The linker takes a member of libgit2.a only for a symbol that nothing before it defines. Defining the entry points of
// the network members here keeps all of them out of the program, with what they would pull in (mbed TLS, libssh2, GSSAPI)
// and with the start-up cost of parsing the system's certificate bundle. Each answers «not supported».
//
// The names are libgit2 1.5's internal ones. When a later libgit2 moves them, linking fails; it cannot silently bring
// the network back, and the end-to-end tests look at the program's imported symbols.

#include <stdbool.h>

static int unsupported(void) { return -1; }

int git_mbedtls_stream_global_init(void) { return 0; }
int git_mbedtls_stream_new(void **out, const char *host, const char *port) {
  (void)out, (void)host, (void)port;
  return unsupported();
}
int git_mbedtls_stream_wrap(void **out, void *in, const char *host) {
  (void)out, (void)in, (void)host;
  return unsupported();
}
int git_mbedtls__set_cert_location(const char *file, const char *path) {
  (void)file, (void)path;
  return unsupported();
}

int git_transport_ssh_global_init(void) { return 0; }
int git_smart_subtransport_ssh(void **out, void *transport, void *param) {
  (void)out, (void)transport, (void)param;
  return unsupported();
}
int git_smart_subtransport_http(void **out, void *transport, void *param) {
  (void)out, (void)transport, (void)param;
  return unsupported();
}
int git_smart_subtransport_git(void **out, void *transport, void *param) {
  (void)out, (void)transport, (void)param;
  return unsupported();
}
int git_transport_smart(void **out, void *owner, void *param) {
  (void)out, (void)owner, (void)param;
  return unsupported();
}

// Settings that git_libgit2_opts writes; their members hold the HTTP client and the smart protocol.
bool git_http__expect_continue = false;
bool git_smart__ofs_delta_enabled = true;
