import Vocabulary

@testable import Reporting

extension Sample {
  /// A file and two messages of a history, by an author who would like to own the terminal, and a path that is not UTF-8.
  static let history: Sample = {
    let secret = randomSecret()
    let file = traced(secret, path: "src/config.c", paths: ["old/config.c", "src/config.c"])
    let message = traced(secret, kind: .commitMessage, author: "Eve\u{1B}[2J\u{202E} <eve@example.org>", paths: [])
    let tag = traced(secret, kind: .tagMessage, paths: [], reach: .stash)
    let latin = RepositoryPath(bytes: Array("caf".utf8) + [0xE9])
    let odd = Finding(
      rule: file.rule, secret: file.secret, provenance: Provenance(path: latin, blob: file.provenance.blob),
      region: file.region, excerpt: file.excerpt, fingerprint: file.fingerprint, entropy: 1, evidence: [],
      trace: Trace(paths: [latin], isInHead: true, references: [], reach: .reflog, order: 9))
    var verdict = Verdict(
      findings: [file, message, tag, odd], coverage: Coverage(blobs: 3, bytes: 40, messages: 2))
    verdict.ruleSetDigest = "00ff"
    verdict.shard = Shard(index: 2, count: 3, basis: "d1")
    return Sample(name: "history", verdict: verdict, secret: secret)
  }()

  /// Nothing found until the user had enough.
  static let interrupted: Sample = {
    var verdict = Verdict(coverage: Coverage(blobs: 1, bytes: 2))
    verdict.isInterrupted = true
    return Sample(name: "interrupted", verdict: verdict, secret: randomSecret())
  }()

  static let origin = Origin(
    id: ObjectID(bytes: Array(repeating: 0xCD, count: 20)), author: "Ada <ada@example.org>",
    time: GitTime(seconds: 1_704_164_645, zone: 120))

  /// A finding of a history, by default no longer in HEAD and reached by two branches.
  static func traced(
    _ secret: String, path: String = "COMMIT_EDITMSG", kind: Provenance.Kind = .file,
    author: String = "Ada <ada@example.org>", paths: [String], isInHead: Bool? = false,
    references: [String] = ["refs/heads/main", "refs/heads/other"], reach: Trace.Reach = .reference, order: Int = 3
  ) -> Finding {
    let plain = finding(secret, path: path)
    return Finding(
      rule: plain.rule, secret: plain.secret,
      provenance: Provenance(
        path: plain.provenance.path, blob: plain.provenance.blob, kind: kind,
        origin: Origin(id: origin.id, author: author, time: origin.time)),
      region: plain.region, excerpt: plain.excerpt, fingerprint: plain.fingerprint, entropy: plain.entropy,
      evidence: plain.evidence, occurrences: 5,
      trace: Trace(
        paths: paths.map { RepositoryPath($0) }, isInHead: isInHead, references: references, reach: reach,
        order: order))
  }
}
