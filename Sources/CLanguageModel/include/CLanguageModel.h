#pragma once

/// The file letters.bin: 27 × 27 × 27 bytes, as scripts/make-language-model says.
const unsigned char *stanch_language_model_table(void);
