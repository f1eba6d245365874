#include "byte_search.h"

#include <string.h>

// Vectors of the compiler's own, which it makes of whatever the processor has.
typedef uint8_t bytes16 __attribute__((vector_size(16)));
typedef uint64_t halves __attribute__((vector_size(16)));

static bytes16 load(const uint8_t *text) {
  bytes16 bytes;
  memcpy(&bytes, text, sizeof bytes);
  return bytes;
}

// For each byte all bits where it is a digit of base 64.
static halves digits(bytes16 bytes) {
  bytes16 letters = (bytes16)(((bytes | 0x20) - 'a') < 26);
  // From + to 9, and then without the comma and the full stop.
  bytes16 numbers = (bytes16)((bytes - '+') < 15) & (bytes16)(bytes != ',') & (bytes16)(bytes != '.');
  return (halves)(letters | numbers | (bytes16)(bytes == '_'));
}

static int are_digits(const uint8_t *text) {
  bytes16 bytes = {0};
  memcpy(&bytes, text, 8);
  return digits(bytes)[0] == UINT64_MAX;
}

ptrdiff_t stanch_next_digits(const uint8_t *text, ptrdiff_t length, ptrdiff_t place, ptrdiff_t last) {
  for (; place <= last && place + 16 <= length; place += 16) {
    halves found = digits(load(text + place));
    if (found[0] != UINT64_MAX) continue;
    if (found[1] == UINT64_MAX || (place >= 8 && are_digits(text + place - 8))) return place;
  }
  if (place <= last && are_digits(text + place) && place >= 8 && are_digits(text + place - 8)) return place;
  return PTRDIFF_MAX;
}

static int is_digit(uint8_t byte) {
  return (uint8_t)((byte | 0x20) - 'a') < 26 || (uint8_t)(byte - '0') < 10 || byte == '+' || byte == '-' || byte == '/' ||
         byte == '_';
}

ptrdiff_t stanch_start_of_digits(const uint8_t *text, ptrdiff_t place) {
  while (place > 0 && is_digit(text[place - 1])) place--;
  return place;
}

ptrdiff_t stanch_end_of_digits(const uint8_t *text, ptrdiff_t length, ptrdiff_t place) {
  for (; place + 16 <= length; place += 16) {
    halves found = digits(load(text + place));
    if ((found[0] & found[1]) != UINT64_MAX) break;
  }
  while (place < length && is_digit(text[place])) place++;
  return place;
}

static int is_control(uint8_t byte) { return byte < 32 && (uint8_t)(byte - 9) >= 5 && byte != 27; }

int stanch_holds_control(const uint8_t *text, ptrdiff_t length) {
  ptrdiff_t place = 0;
  for (; place + 64 <= length; place += 64) {
    halves found = {0, 0};
    for (int part = 0; part < 64; part += 16) {
      bytes16 bytes = load(text + place + part);
      found |= (halves)((bytes16)(bytes < 32) & (bytes16)((bytes - 9) >= 5) & (bytes16)(bytes != 27));
    }
    if (found[0] | found[1]) return 1;
  }
  for (; place < length; place++) {
    if (is_control(text[place])) return 1;
  }
  return 0;
}
