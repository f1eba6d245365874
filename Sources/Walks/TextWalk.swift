internal import Git
internal import Scanning
package import Vocabulary

/// One text that is in no repository yet.
package struct TextWalk {
  private let examiner: Examiner
  private let sizeLimit: Int

  package init(examiner: Examiner, sizeLimit: Int) {
    self.examiner = examiner
    self.sizeLimit = sizeLimit
  }

  package func run(_ bytes: [UInt8], at path: RepositoryPath) -> Verdict {
    var verdict = Verdict()
    let read = bytes.count > sizeLimit ? BlobRead.oversize(bytes.count) : .bytes(bytes)
    guard let bytes = verdict.take(read, at: path, limit: sizeLimit) else { return verdict }
    let result = examiner.scan(Blob(provenance: Provenance(path: path), bytes: bytes))
    verdict.coverage.add(result.coverage)
    verdict.incidents += result.incidents
    verdict.dropped += result.dropped
    verdict.take(examiner.judge(result) { _ in true })
    return verdict
  }
}
