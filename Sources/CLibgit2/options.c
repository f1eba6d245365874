#include "CLibgit2.h"

int stanch_git_set_owner_validation(bool enabled) {
  return git_libgit2_opts(GIT_OPT_SET_OWNER_VALIDATION, enabled ? 1 : 0);
}

int stanch_git_set_extensions(const char *const *extensions, size_t count) {
  return git_libgit2_opts(GIT_OPT_SET_EXTENSIONS, extensions, count);
}

int stanch_git_set_strict_hash_verification(bool enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, enabled ? 1 : 0);
}

int stanch_git_set_caching(bool enabled) {
  return git_libgit2_opts(GIT_OPT_ENABLE_CACHING, enabled ? 1 : 0);
}
