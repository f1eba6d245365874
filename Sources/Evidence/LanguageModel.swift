internal import CLanguageModel

/// How much a text reads like words that people use: the probability of each letter after the two before it.
///
/// The table is made by `scripts/make-language-model` from English words and names in seventeen other languages.
enum LanguageModel {
  /// How a text reads.
  struct Reading: Equatable {
    /// The mean logarithm to the base 2 of the letters' probability: words lie above -4.5, random letters mostly below -5.
    var likelihood: Double
    /// How many letters stand in runs of at least three, which are those that were judged.
    var letters: Int
  }

  /// Fewer letters in a row say nothing.
  private static let shortestRun = 3

  /// Reads the runs of letters as they are and cut where case changes (`camelCase`), and takes the reading that is kinder.
  ///
  /// - Returns: `nil` without three letters in a row.
  static func reading(of text: ArraySlice<UInt8>) -> Reading? {
    guard let whole = mean(letterRuns(of: text)) else { return nil }
    guard let cut = mean(WordCutter.words(of: text).filter { $0.first.map(isLetter) == true }),
      cut.letters * 10 >= whole.letters * 7, cut.likelihood > whole.likelihood
    else { return whole }
    return Reading(likelihood: cut.likelihood, letters: whole.letters)
  }

  private static func letterRuns(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    text.split { !isLetter($0) }
  }

  private static func mean(_ runs: [ArraySlice<UInt8>]) -> Reading? {
    var sum = 0
    var steps = 0
    var letters = 0
    for run in runs where run.count >= shortestRun {
      sum += surprise(of: run)
      steps += run.count + 1
      letters += run.count
    }
    return steps == 0 ? nil : Reading(likelihood: -Double(sum) / (16 * Double(steps)), letters: letters)
  }

  /// In sixteenths of a bit, over the word and its end.
  private static func surprise(of word: ArraySlice<UInt8>) -> Int {
    var first = 0
    var second = 0
    var sum = 0
    func add(_ symbol: Int) {
      sum += Int(unsafe table[(first * 27 + second) * 27 + symbol])
      first = second
      second = symbol
    }
    for letter in word { add(Int(letter | 32) - 96) }
    add(0)
    return sum
  }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

  private static nonisolated(unsafe) let table = unsafe UnsafeBufferPointer(
    start: stanch_language_model_table(), count: 27 * 27 * 27)
}
