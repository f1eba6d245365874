/// The documents of one text, and the mistake that ended reading it, if there is one.
package struct YAMLStream: Hashable, Sendable {
  /// The documents that are whole.
  package let documents: [YAMLNode]
  package let failure: YAMLError?

  /// - Parameter text: UTF-8, with or without a mark of byte order.
  package init(_ text: [UInt8], limits: YAMLLimits = YAMLLimits()) {
    do throws(YAMLError) {
      var composer = try YAMLComposer(text, limits: limits)
      var failure: YAMLError?
      do throws(YAMLError) { try composer.run() } catch { failure = error }
      documents = composer.documents
      self.failure = failure
    } catch {
      documents = []
      failure = error
    }
  }

  /// All documents of a text that has no mistake.
  package static func documents(
    of text: [UInt8], limits: YAMLLimits = YAMLLimits()
  ) throws(YAMLError) -> [YAMLNode] {
    let stream = YAMLStream(text, limits: limits)
    if let failure = stream.failure { throw failure }
    return stream.documents
  }
}
