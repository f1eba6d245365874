/// Makes trees of the parser's events.
struct YAMLComposer: ~Copyable {
  private var parser: YAMLEventParser
  private let limits: YAMLLimits
  private let mostWeight: Int
  private var weight = 0
  private var open: [OpenNode] = []
  /// What aliases may name, and what each comes to.
  private var anchors: [String: (node: YAMLNode, weight: Int)] = [:]
  private(set) var documents: [YAMLNode] = []

  /// A list or a mapping whose end is not there yet.
  private struct OpenNode {
    var properties: YAMLEventParser.Properties
    var mark: YAMLEventParser.Mark
    var isMapping: Bool
    var elements: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    var key: YAMLNode?
    var weight = YAMLLimits.nodeWeight
  }

  init(_ bytes: [UInt8], limits: YAMLLimits) throws(YAMLError) {
    parser = try YAMLEventParser(bytes)
    self.limits = limits
    mostWeight = limits.expansion + limits.expansionFactor * bytes.count
  }

  /// Reads to the end; what was whole before a mistake stays in `documents`.
  mutating func run() throws(YAMLError) {
    while true {
      let (event, mark) = try parser.next()
      switch event {
      case .end: return
      case .documentStart:
        open = []
        anchors = [:]
      case .documentEnd: continue
      case .alias(let name): try take(alias: name, at: mark)
      case .scalar(let scalar, let properties):
        try take(
          YAMLNode(
            content: .scalar(scalar), tag: properties.tag, anchor: properties.anchor, place: mark.place, line: mark.line
          ),
          weight: YAMLLimits.nodeWeight + scalar.text.utf8.count, at: mark)
      case .sequenceStart(let properties): try begin(properties, isMapping: false, at: mark)
      case .mappingStart(let properties): try begin(properties, isMapping: true, at: mark)
      case .collectionEnd: try end(at: mark)
      }
    }
  }

  private func mistake(_ cause: String, at mark: YAMLEventParser.Mark) -> YAMLError {
    YAMLError(line: mark.line, column: mark.column, offset: mark.place.lowerBound, cause: cause)
  }

  private mutating func begin(
    _ properties: YAMLEventParser.Properties, isMapping: Bool, at mark: YAMLEventParser.Mark
  ) throws(YAMLError) {
    guard open.count < limits.depth else {
      throw mistake("more than \(limits.depth) lists and mappings stand in each other", at: mark)
    }
    if let anchor = properties.anchor { anchors[anchor] = nil }
    open.append(OpenNode(properties: properties, mark: mark, isMapping: isMapping))
  }

  private mutating func end(at mark: YAMLEventParser.Mark) throws(YAMLError) {
    guard let node = open.popLast() else { return }
    let content: YAMLNode.Content = node.isMapping ? .mapping(node.entries) : .sequence(node.elements)
    let start = node.mark.place.lowerBound
    try take(
      YAMLNode(
        content: content, tag: node.properties.tag, anchor: node.properties.anchor,
        place: start..<max(start, mark.place.upperBound), line: node.mark.line),
      weight: node.weight, at: mark, isCounted: true)
  }

  private mutating func take(alias name: String, at mark: YAMLEventParser.Mark) throws(YAMLError) {
    guard let (node, weight) = anchors[name] else {
      let isOpen = open.contains { $0.properties.anchor == name }
      throw mistake("the alias *\(name) \(isOpen ? "stands in what it means" : "means nothing before it")", at: mark)
    }
    try place(node, weight: weight, at: mark)
  }

  /// - Parameter isCounted: whether what it comes to was added when its parts were.
  private mutating func take(
    _ node: YAMLNode, weight: Int, at mark: YAMLEventParser.Mark, isCounted: Bool = false
  ) throws(YAMLError) {
    if let anchor = node.anchor { anchors[anchor] = (node, weight) }
    try place(node, weight: weight, at: mark, isCounted: isCounted)
  }

  private mutating func place(
    _ node: YAMLNode, weight own: Int, at mark: YAMLEventParser.Mark, isCounted: Bool = false
  ) throws(YAMLError) {
    weight += isCounted ? YAMLLimits.nodeWeight : own
    guard weight <= mostWeight else { throw mistake("its aliases come to too much", at: mark) }
    guard !open.isEmpty else {
      documents.append(node)
      return
    }
    let last = open.count - 1
    open[last].weight += own
    if !open[last].isMapping {
      open[last].elements.append(node)
    } else if let key = open[last].key {
      open[last].entries.append(YAMLEntry(key: key, value: node))
      open[last].key = nil
    } else {
      open[last].key = node
    }
  }
}
