/// Words that stand so often in code and prose that they say nothing about a provider, though some are called so.
enum CommonWord {
  /// Whether a rule that is known by this word alone would look at half of all files.
  static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words: Set<String> = Set(
    """
    abstract access account action address admin aha airship amadeus api app apple auth base beta block blog book box branch \
    bridge buffer build bundle button cache call card case chain channel chat check class clay client clock close cloud code \
    coin column common connect contact context control convert copper copy core count cover cron current custom daily dash \
    data date default deploy detail direct disk display document domain drift drive drone email engine envoy error event \
    example export extract fast field file filter find flat flight float flow folder form format forward frame free front \
    game general ghost global graph grid group guide handle harvest head height hive host hub icon image import index info \
    input insight item journey kernel key kit label launch layer lead level library light limit line link list live loader \
    local lock logger loop mail manager manifest map market match media member memory message meta method metric mirror mite \
    mobile mode model module monitor mono nimble node note notice number object open option orbit order outreach page panel \
    parser path phrase pilot pipeline pixel plan planet platform player plugin point poll pool port post power preview \
    print privacy process profile project prompt proxy public pulse query queue rail range raven record redirect region \
    release remote render report request response rest retry rev ring role root route router rule safe sandbox scale schema \
    scope screen script search secret section secure segment select semaphore send server service session share sheet ship \
    signal simple site slice smart snap social source space spark split spot square stack stage standard start state static \
    status step storage store stream string style subject submit swell switch symbol sync system table tag target task team \
    template test text theme thread ticket time timer tink title token tool total trace track transfer trigger tru twist type \
    unify unit update upload user value vector verifier version video view wave web widget window wise wit word work worker \
    wrapper write zone zoom
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
