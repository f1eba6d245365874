#pragma once
#include <stddef.h>

/// One file of rules/.
typedef struct {
  const char *name;
  const unsigned char *bytes;
  size_t size;
} stanch_rule_pack;

/// Every file of rules/, and how many there are.
const stanch_rule_pack *stanch_rule_packs(size_t *count);
