/// What a part of a regular expression matches, as far as it matters to how long matches are and what stands in them.
indirect enum PatternNode {
  /// One byte out of a set, which may be larger than what is matched.
  case byte(ByteSet)
  /// A place: an anchor, a comment, a flag.
  case nothing
  /// As many bytes at most, of any kind, or fewer.
  case bytes(atMost: Int)
  case sequence([PatternNode])
  case alternation([PatternNode])
  /// `most` is `PatternNode.unbounded` where there is no bound.
  case repeated(PatternNode, least: Int, most: Int)
  /// What is looked at and not taken.
  case lookAround(PatternNode)
  /// What a group took once more.
  case reference(to: PatternNode)

  static let unbounded = Int.max
}
