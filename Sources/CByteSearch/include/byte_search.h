// Searches of a text that look at many bytes at once. In C, since its compilers have vectors that stay vectors.
#ifndef STANCH_BYTE_SEARCH_H
#define STANCH_BYTE_SEARCH_H

#include <stddef.h>
#include <stdint.h>

// The first multiple of sixteen from `place` to `last` at which eight digits of base 64 stand, in either alphabet (RFC 4648), with
// eight more before or behind them; PTRDIFF_MAX if there is none. `last + 8` bytes are there at least.
ptrdiff_t stanch_next_digits(const uint8_t *text, ptrdiff_t length, ptrdiff_t place, ptrdiff_t last);

// Where the run of digits begins that holds the byte at `place`, and where it ends.
ptrdiff_t stanch_start_of_digits(const uint8_t *text, ptrdiff_t place);
ptrdiff_t stanch_end_of_digits(const uint8_t *text, ptrdiff_t length, ptrdiff_t place);

// Whether one of `length` bytes is a control character other than tab, line feed, vertical tab, form feed, carriage return and
// escape.
int stanch_holds_control(const uint8_t *text, ptrdiff_t length);

#endif
