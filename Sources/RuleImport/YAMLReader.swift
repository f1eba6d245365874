internal import YAML

/// Reads files of rules: lists, mappings and texts. Anchors, tags and several documents in one file are refused, never guessed at.
enum YAMLReader {
  static func value(of text: String) throws(RuleFileError) -> YAMLValue {
    let documents: [YAMLNode]
    do throws(YAMLError) {
      documents = try YAMLStream.documents(of: Array(text.utf8))
    } catch {
      throw RuleFileError(line: error.line, cause: error.cause)
    }
    guard let document = documents.first else { return .nothing }
    if documents.count > 1 {
      throw RuleFileError(line: documents[1].line, cause: "a second document begins, and one is read")
    }
    return try value(of: document)
  }

  private static func value(of node: YAMLNode) throws(RuleFileError) -> YAMLValue {
    guard node.anchor == nil, node.tag == nil else {
      throw RuleFileError(line: node.line, cause: "anchors and tags are not read")
    }
    switch node.content {
    case .scalar(let scalar): return node.isNull ? .nothing : .text(scalar.text)
    case .sequence(let elements):
      var list: [YAMLValue] = []
      for element in elements { list.append(try value(of: element)) }
      return .list(list)
    case .mapping(let entries): return .map(try entries.map(entry))
    }
  }

  private static func entry(_ entry: YAMLEntry) throws(RuleFileError) -> YAMLValue.Entry {
    guard !entry.isMerge else { throw RuleFileError(line: entry.key.line, cause: "merged keys are not read") }
    guard let key = entry.key.text else { throw RuleFileError(line: entry.key.line, cause: "a key has to be a text") }
    return YAMLValue.Entry(key: key, value: try value(of: entry.value), line: entry.key.line)
  }
}
