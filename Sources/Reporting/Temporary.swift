extension ReportFormat {
  package func reporter(_ options: ReportOptions) -> any Reporter {
    switch self {
    case .json: JSONReporter(options)
    case .sarif: SARIFReporter(options)
    default: TextReporter(options)
    }
  }
}
