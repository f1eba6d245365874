/// How a walk is to go about its work, whatever it walks over.
package struct WalkConditions: Sendable {
  /// Texts of more bytes are not read and become incidents.
  package let sizeLimit: Int
  /// How many threads may work at once; the results are the same for all.
  package let threads: Int
  package let meter: ScanMeter
  package let interruption: Interruption

  package init(
    sizeLimit: Int, threads: Int = 1, meter: ScanMeter = ScanMeter(), interruption: Interruption = Interruption()
  ) {
    self.sizeLimit = sizeLimit
    self.threads = threads
    self.meter = meter
    self.interruption = interruption
  }
}
