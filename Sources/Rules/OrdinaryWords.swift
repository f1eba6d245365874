/// Words of five letters and more that stand in names of providers, and in source code for other things too: by themselves they
/// are no keywords.
enum OrdinaryWords {
  static let words = Set(
    """
    abstract access accesstoken account admin amazon analytics android apikey apple application assembly assets azure
    balance batch billing block board branch bridge browser bucket build builder cache calendar capture
    certificate chain channel chart check checkout circle clear client clientsecret clock close cloud cluster coding
    collect color command commerce compass computer connect console consumer contact content context convert crypto
    currents database delivery deploy design devops direct discover dispatch docker domain drive elastic email engine
    event events exchange express extract extractor feature field files filter finance flash flight float flow follow
    forge format forms frame front fullstory function functions gateway geocode github gitlab global google graph
    group guard image index insight instance integration intel iterable journey lambda language launch layer level
    light linear linked linking local location logic login logo loops machine magic manage market master match media
    merchant message messaging micro mobile model module monday monitor native network notify number oauth oauth2
    object office online open openai operator optimize order origin packet parse parser parsers partner passphrase
    password payment people phone phrase pixel place planet platform point polls polygon postman power press primary
    prime private process product profile project protocols proxy public python query queue quick rapid rates reader
    record recovery redhat region registry release remote render rendering reply report reporter request
    resource route router ruby safety sanity scale schema scope score screen scroll search secret security segment
    semaphore sender server service services session shape share shift short signable signal silicon simple smart
    smarty social source space spark speed split sport square stability stack stage static status stock storage store
    stream stripe studio style subscription switch system table target teams template tenant terminal tests text
    ticket timezone title token topic touch trace track tracker tracking trade transfer translator travel trigger trust
    twist unity update upload usage value vault verifier verify version video vision visit voice wallet watch weather
    webhook weights widget window wire words world write zoom
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
