#include "CLanguageModel.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char table[27 * 27 * 27] = {
#embed "letters.bin"
};

const unsigned char *stanch_language_model_table(void) { return table; }
