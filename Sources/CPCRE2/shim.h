#pragma once
// Swift cannot see PCRE2's width-generic macros, so the 8-bit names are used as they are.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
