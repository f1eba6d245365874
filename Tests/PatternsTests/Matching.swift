import Patterns

/// The first match of `source` in `text`, with the whole text as its window unless one is given.
func firstMatch(
  of source: String, in text: String, window: Range<Int>? = nil, limits: PatternScratch.Limits = .init()
) throws -> PatternMatch? {
  try firstMatch(of: source, in: Array(text.utf8), window: window, limits: limits)
}

func firstMatch(
  of source: String, in bytes: [UInt8], window: Range<Int>? = nil, limits: PatternScratch.Limits = .init()
) throws -> PatternMatch? {
  let pattern = try Pattern(source)
  let scratch = try PatternScratch(limits: limits)
  return try unsafe pattern.firstMatch(in: bytes.span.bytes, window: window ?? 0..<bytes.count, scratch: scratch)
}
