#pragma once
#include <stddef.h>

/// The files of hooks/, which `stanch hook install` writes.
const unsigned char *stanch_pre_commit_shim(size_t *size);
const unsigned char *stanch_commit_msg_shim(size_t *size);
const unsigned char *stanch_pre_push_shim(size_t *size);
const unsigned char *stanch_pre_receive_shim(size_t *size);
