/// How far round its keywords each rule must be matched, read where it stands in an image.
package struct ReachTable: Sendable {
  private let contents: ImageBytes
  private let start: Int
  package let count: Int

  init(_ contents: ImageBytes, at position: Int) {
    var reader = ImageReader(contents, at: position)
    count = Int(reader.number())
    start = reader.position
    self.contents = contents
  }

  init(_ definitions: [RuleDefinition]) {
    var writer = ImageWriter()
    writer.number(UInt32(definitions.count))
    for definition in definitions { writer.reach(definition.reach) }
    self.init(ImageBytes(writer.contents), at: 0)
  }
}

extension ReachTable: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(rule: Int) -> RuleDefinition.Reach {
    precondition(rule >= 0 && rule < count)
    var reader = ImageReader(contents, at: start + rule * RuleImage.numberSize)
    return reader.reach()
  }
}
