#pragma once
#include <libdeflate.h>
#include <stddef.h>

/// Unpacks the beginning of a zlib stream, which libdeflate cannot: it wants room for the whole.
///
/// Returns how many of `capacity` bytes were made, or -1 where there is no zlib stream or no memory. What a damaged
/// stream gave before the damage counts.
ptrdiff_t cdeflate_beginning(const void *input, size_t size, void *output, size_t capacity);
