/// What a filter is asked about: a match, and the text it stands in.
package protocol FilterSubject {
  /// An entry of `attributes`; `nil` where it is not known.
  func attribute(_ name: String) -> FilterValue?
  /// An entry of `finding`.
  func finding(_ name: String) -> FilterValue?
}
