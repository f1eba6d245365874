internal import CYAML

/// libyaml over one text: one event after the other, with places in bytes.
@safe struct YAMLEventParser: ~Copyable {
  enum Event {
    case end
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(YAMLScalar, Properties)
    case sequenceStart(Properties)
    case mappingStart(Properties)
    /// Of a list or a mapping.
    case collectionEnd
  }

  /// What may stand before a node.
  struct Properties {
    var tag: String?
    var anchor: String?
  }

  struct Mark {
    var place: Range<Int>
    var line: Int
    var column: Int
  }

  /// libyaml reads the bytes where they stand, so they are kept for as long as it does.
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private let parser: OpaquePointer
  private let places: CharacterPlaces
  /// A mark of byte order, which libyaml's places do not count.
  private let skipped: Int
  private let length: Int

  /// - Throws: where there is no memory.
  init(_ bytes: [UInt8]) throws(YAMLError) {
    skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let content = Array(bytes.dropFirst(skipped))
    length = content.count
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, content.count))
    _ = unsafe buffer.update(fromContentsOf: content)
    guard let parser = unsafe cyaml_open(buffer.baseAddress, content.count) else {
      unsafe buffer.deallocate()
      throw YAMLError(line: 1, column: 1, offset: 0, cause: "there is no memory for its parser")
    }
    unsafe self.buffer = buffer
    unsafe self.parser = parser
    places = CharacterPlaces(content)
  }

  deinit {
    unsafe cyaml_close(parser)
    unsafe buffer.deallocate()
  }

  /// After the end and after a mistake it says the same again.
  mutating func next() throws(YAMLError) -> (Event, Mark) {
    var event = unsafe cyaml_event()
    unsafe cyaml_next(parser, &event)
    let mark = unsafe mark(of: event)
    let properties = unsafe Properties(tag: YAMLEventParser.text(event.tag), anchor: YAMLEventParser.text(event.anchor))
    switch unsafe event.kind {
    case cyaml_document_start: return (.documentStart, mark)
    case cyaml_document_end: return (.documentEnd, mark)
    case cyaml_alias: return (.alias(properties.anchor ?? ""), mark)
    case cyaml_scalar: return unsafe (.scalar(YAMLEventParser.scalar(event), properties), mark)
    case cyaml_sequence_start: return (.sequenceStart(properties), mark)
    case cyaml_mapping_start: return (.mappingStart(properties), mark)
    case cyaml_sequence_end, cyaml_mapping_end: return (.collectionEnd, mark)
    case cyaml_failure: throw unsafe failure(event, at: mark)
    default: return (.end, mark)
    }
  }

  private func mark(of event: cyaml_event) -> Mark {
    let start = unsafe event.is_encoding != 0 ? Int(event.start) : places[Int(event.start)]
    let end = unsafe event.is_encoding != 0 ? start : places[Int(event.end)]
    return unsafe Mark(
      place: (start + skipped)..<(max(start, end) + skipped), line: Int(event.line) + 1, column: Int(event.column) + 1)
  }

  private func failure(_ event: cyaml_event, at mark: Mark) -> YAMLError {
    let problem = unsafe YAMLEventParser.text(event.value) ?? "it is not YAML"
    let context = unsafe YAMLEventParser.text(event.tag).map { ", \($0)" } ?? ""
    let offset = mark.place.lowerBound
    // Where the encoding is wrong libyaml knows no line, and the end of a text is for it on a line of its own.
    guard unsafe event.is_encoding != 0 || offset >= skipped + length else {
      return YAMLError(line: mark.line, column: mark.column, offset: offset, cause: problem + context)
    }
    let before = unsafe UnsafeBufferPointer(buffer).prefix(min(length, offset - skipped))
    let line = unsafe before.count { $0 == 10 } + 1
    let start = unsafe before.lastIndex(of: 10).map { $0 + 1 } ?? 0
    let column = unsafe before[start...].count { $0 & 0xC0 != 0x80 } + 1
    return YAMLError(line: line, column: column, offset: offset, cause: problem + context)
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    guard let pointer = unsafe pointer else { return nil }
    return unsafe String(cString: pointer)
  }

  private static func scalar(_ event: cyaml_event) -> YAMLScalar {
    let bytes = unsafe UnsafeRawBufferPointer(start: event.value, count: Int(event.length))
    let style: YAMLScalar.Style =
      switch unsafe event.style {
      case cyaml_single_quoted: .singleQuoted
      case cyaml_double_quoted: .doubleQuoted
      case cyaml_literal: .literal
      case cyaml_folded: .folded
      default: .plain
      }
    return unsafe YAMLScalar(text: String(decoding: bytes, as: UTF8.self), style: style)
  }
}
