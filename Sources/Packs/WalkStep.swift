/// What a walk through families has come to: one stored copy of an object.
@safe struct WalkStep {
  @safe enum Content {
    /// It is in memory until the next step.
    case made(UnsafeRawPointer, size: Int, isRepeated: Bool)
    case oversize(Int)
    case failure(PackError.Code, StaticString)
    /// Nothing is to be told of it.
    case untold
  }

  let object: Int
  let content: Content
  /// Where the state of its base is; `nil` when the visitor did not see that.
  let base: Int?
  /// A state that nobody asks for after this step.
  let lastUsed: Int?
  /// Where to put its own state; `nil` when nothing is made from it.
  let slot: Int?

  /// A step that stands outside of the walk's order: no state is used, none is left.
  init(_ object: Int, _ content: Content) {
    self.init(object, content, base: nil, lastUsed: nil, slot: nil)
  }

  init(_ object: Int, _ content: Content, base: Int?, lastUsed: Int?, slot: Int?) {
    self.object = object
    self.content = content
    self.base = base
    self.lastUsed = lastUsed
    self.slot = slot
  }
}
