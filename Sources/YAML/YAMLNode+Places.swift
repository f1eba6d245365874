extension YAMLNode {
  /// Where each byte of a scalar's text stands in the file, and at the end where the scalar ends.
  ///
  /// The parser tells where a scalar begins and ends. Between, its text is what is written without indentation, folds, doubled
  /// quotes and escapes: what is written is followed, and blanks stand approximately where they do.
  ///
  /// - Parameter source: the whole file.
  package func places(in source: [UInt8]) -> [Int] {
    guard case .scalar(let scalar) = content else { return [] }
    var reading = ScalarPlaces(scalar, source: source, written: place.clamped(to: 0..<source.count))
    return reading.places()
  }
}

/// Follows what is written of a scalar beside its text.
private struct ScalarPlaces {
  private let text: [UInt8]
  private let style: YAMLScalar.Style
  private let source: [UInt8]
  private var place: Int
  private let end: Int

  init(_ scalar: YAMLScalar, source: [UInt8], written: Range<Int>) {
    text = Array(scalar.text.utf8)
    style = scalar.style
    self.source = source
    end = written.upperBound
    switch style {
    case .plain: place = written.lowerBound
    case .singleQuoted, .doubleQuoted: place = min(end, written.lowerBound + 1)
    case .literal, .folded:
      place = source[written].firstIndex { $0 == 10 || $0 == 13 } ?? end
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  mutating func places() -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(text.count + 1)
    while places.count < text.count {
      let byte = text[places.count]
      if ScalarPlaces.isBlank(byte) {
        places.append(min(place, end))
        if place < end, source[place] == byte { place += 1 }
        continue
      }
      skipBlanks()
      let start = min(place, end)
      places += [Int](repeating: start, count: min(step(to: byte), text.count - places.count))
    }
    places.append(end)
    return places
  }

  /// Passes by what stands for blanks: themselves, and the escapes of blanks and line ends.
  private mutating func skipBlanks() {
    while place < end {
      if ScalarPlaces.isBlank(source[place]) {
        place += 1
      } else if style == .doubleQuoted, source[place] == 0x5C, place + 1 < end,
        ScalarPlaces.isBlank(source[place + 1]) || [0x6E, 0x74, 0x72, 0x66, 0x76].contains(source[place + 1])
      {
        place += 2
      } else {
        return
      }
    }
  }

  /// Passes by what one character is written as; returns how many bytes of the text that is.
  private mutating func step(to byte: UInt8) -> Int {
    guard place < end else { return 1 }
    if style == .singleQuoted, byte == 0x27 {
      place += 2
    } else if style == .doubleQuoted, source[place] == 0x5C, place + 1 < end {
      return stepEscape(to: byte)
    } else {
      place += 1
    }
    return 1
  }

  private mutating func stepEscape(to byte: UInt8) -> Int {
    let digits: Int =
      switch source[place + 1] {
      case 0x78: 2
      case 0x75: 4
      case 0x55: 8
      default: 0
      }
    place += 2 + digits
    switch byte {
    case 0xC0..<0xE0: return 2
    case 0xE0..<0xF0: return 3
    case 0xF0...: return 4
    default: return 1
    }
  }
}
