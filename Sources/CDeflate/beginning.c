#include "CDeflate.h"

// zlib itself is linked with libgit2, which needs it too.
#include <limits.h>
#include <zlib.h>

ptrdiff_t cdeflate_beginning(const void *input, size_t size, void *output, size_t capacity) {
  if (size > INT_MAX) size = INT_MAX;
  if (capacity > INT_MAX) capacity = INT_MAX;
  z_stream stream = {.next_in = (z_const Bytef *)input,
                     .avail_in = (uInt)size,
                     .next_out = output,
                     .avail_out = (uInt)capacity};
  if (inflateInit(&stream) != Z_OK) return -1;
  int status = inflate(&stream, Z_SYNC_FLUSH);
  ptrdiff_t made = (ptrdiff_t)(capacity - stream.avail_out);
  inflateEnd(&stream);
  if (made == 0 && status != Z_OK && status != Z_STREAM_END) return -1;
  return made;
}
