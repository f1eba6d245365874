/// Keeps count of which parts of the packs one worker has in memory, and gives them back when they are many: pages of
/// mapped files count as the program's memory.
struct PageMeter: ~Copyable {
  /// What the system maps round a page that is touched.
  private static let step = 64 << 10
  private static let budget = 32 << 20

  /// Each part of each pack that was touched since pages were given back bears the number of that time.
  private let marks: Table<UInt16>
  private let firstMarks: [Int]
  private var time: UInt16 = 1
  private var touched = 0

  init(_ files: [MappedFile]) {
    var first = 0
    firstMarks = files.map { file in
      defer { first += file.count / PageMeter.step + 1 }
      return first
    }
    marks = Table(count: first, repeating: 0)
  }

  /// Counts what is read of a pack.
  @inline(__always)
  mutating func touch(_ offset: Int, _ count: Int, pack: Int, in files: [MappedFile]) {
    for part in (offset / PageMeter.step)...((offset + count) / PageMeter.step) {
      let mark = firstMarks[pack] + part
      guard marks[mark] != time else { continue }
      marks[mark] = time
      touched += PageMeter.step
    }
    if touched > PageMeter.budget { drop(files) }
  }

  private mutating func drop(_ files: [MappedFile]) {
    for file in files { file.dropPages() }
    touched = 0
    time &+= 1
  }
}
