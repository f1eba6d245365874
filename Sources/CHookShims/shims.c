#include "CHookShims.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char pre_commit[] = {
#embed "../../hooks/pre-commit"
};

static const unsigned char commit_msg[] = {
#embed "../../hooks/commit-msg"
};

static const unsigned char pre_push[] = {
#embed "../../hooks/pre-push"
};

static const unsigned char pre_receive[] = {
#embed "../../hooks/pre-receive"
};

const unsigned char *stanch_pre_commit_shim(size_t *size) {
  *size = sizeof pre_commit;
  return pre_commit;
}

const unsigned char *stanch_commit_msg_shim(size_t *size) {
  *size = sizeof commit_msg;
  return commit_msg;
}

const unsigned char *stanch_pre_push_shim(size_t *size) {
  *size = sizeof pre_push;
  return pre_push;
}

const unsigned char *stanch_pre_receive_shim(size_t *size) {
  *size = sizeof pre_receive;
  return pre_receive;
}
