internal import YAML

/// A file of YAML as trees, whatever state it is in: read strictly where it can be, line by line where it cannot.
struct DeploymentYAML {
  let source: [UInt8]
  var documents: [YAMLNode]
  /// Why it had to be read line by line.
  let failure: YAMLError?

  /// - Parameter isTemplate: whether actions of Go's templates stand in it, which then are passed by.
  init(_ text: RawSpan, isTemplate: Bool = false) {
    source = Array(text)
    let isTemplate = isTemplate || TemplateActions.stand(in: source)
    let readable = isTemplate ? TemplateActions.blanked(source) : source
    let stream = YAMLStream(readable)
    if let failure = stream.failure {
      documents = LineTree(readable).documents
      // Templates are no YAML until they are filled in, and to read them by lines is how they are read.
      self.failure = isTemplate ? nil : failure
    } else {
      documents = stream.documents
      failure = nil
    }
  }

  func report(to builder: inout ReadoutBuilder) {
    guard let failure else { return }
    builder.addGap(
      at: failure.offset, "\(failure), so that from here on it could be read only line by line")
  }

  func placed(_ node: YAMLNode) -> PlacedText {
    guard let text = node.text else { return PlacedText([]) }
    let bytes = Array(text.utf8)
    if source[node.place.clamped(to: 0..<source.count)].elementsEqual(bytes) {
      return PlacedText(bytes, at: node.place.lowerBound)
    }
    return PlacedText(bytes, places: node.places(in: source))
  }

  /// Where a scalar's text begins, behind its quote.
  func start(of node: YAMLNode) -> Int { placed(node).place(0) }
}

extension YAMLNode {
  /// Calls `body` with each scalar that is no key, and with the keys that lead to it.
  func visitScalars(path: [String] = [], _ body: (YAMLNode, [String]) -> Void) {
    switch content {
    case .scalar: body(self, path)
    case .sequence(let elements): for element in elements { element.visitScalars(path: path, body) }
    case .mapping(let entries): for entry in entries { entry.value.visitScalars(path: path + [entry.name], body) }
    }
  }

  /// Calls `body` with each mapping, from the outside in.
  func visitMappings(_ body: (YAMLNode) -> Void) {
    switch content {
    case .scalar: break
    case .sequence(let elements): for element in elements { element.visitMappings(body) }
    case .mapping(let entries):
      body(self)
      for entry in entries { entry.value.visitMappings(body) }
    }
  }

  /// The elements of a list, or the one node that stands in its place.
  var listed: [YAMLNode] {
    if case .sequence(let elements) = content { return elements }
    return isNull ? [] : [self]
  }
}
