/// Counts what one worker has done, tells of it now and then, and asks whether to go on.
struct VisitMeter {
  private(set) var isCancelled = false
  private let progress: @Sendable (_ objects: Int, _ bytes: Int) -> Void
  private let isStopped: @Sendable () -> Bool
  private var objects = 0
  private var bytes = 0

  private static let objectStep = 256
  private static let byteStep = 8 << 20

  init(progress: @escaping @Sendable (_ objects: Int, _ bytes: Int) -> Void, isStopped: @escaping @Sendable () -> Bool)
  {
    self.progress = progress
    self.isStopped = isStopped
  }

  mutating func add(bytes more: Int) {
    objects += 1
    bytes += more
    if objects >= VisitMeter.objectStep || bytes >= VisitMeter.byteStep { tell() }
  }

  mutating func tell() {
    if objects > 0 { progress(objects, bytes) }
    objects = 0
    bytes = 0
    if !isCancelled { isCancelled = isStopped() }
  }
}
