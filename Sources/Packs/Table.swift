/// A column of numbers of fixed length, outside of reference counting so that workers share it for nothing. It is filled by one
/// thread before others see it.
@safe struct Table<Element>: ~Copyable, @unchecked Sendable {
  let count: Int
  fileprivate let start: UnsafeMutablePointer<Element>

  init(count: Int, repeating element: Element) {
    self.count = count
    unsafe start = .allocate(capacity: max(count, 1))
    unsafe start.initialize(repeating: element, count: count)
  }

  init(_ elements: [Element]) {
    count = elements.count
    unsafe start = .allocate(capacity: max(count, 1))
    for (index, element) in elements.enumerated() { unsafe (start + index).initialize(to: element) }
  }

  deinit {
    unsafe start.deinitialize(count: count)
    unsafe start.deallocate()
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      return unsafe start[index]
    }
    nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
      unsafe start[index] = newValue
    }
  }
}

extension Table where Element == UInt8 {
  /// The column as bytes.
  @unsafe var bytes: UnsafeRawPointer { unsafe UnsafeRawPointer(start) }
}
