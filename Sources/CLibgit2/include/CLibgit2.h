#pragma once
#include <git2.h>
#include <git2/sys/repository.h>
#include <stdbool.h>
#include <stddef.h>
// The library that libgit2 itself unpacks with, for loose objects.
#include <zlib.h>

// git_libgit2_opts is variadic, which Swift cannot call: one function an option.

/// Whether a repository owned by another user is refused (git's safe.directory). A scan runs nothing that the
/// repository configures, so it has no need to.
int stanch_git_set_owner_validation(bool enabled);

/// Repository extensions that change nothing about how objects, refs and the index are read.
int stanch_git_set_extensions(const char *const *extensions, size_t count);

/// Whether each object's name is computed anew when it is read, which takes longer than unpacking it. zlib's own check finds
/// damage without it.
int stanch_git_set_strict_hash_verification(bool enabled);

/// libgit2's cache of parsed objects, which a scanner that reads each object once only pays for.
int stanch_git_set_caching(bool enabled);
