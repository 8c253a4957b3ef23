/// The words of sentences that name an origin, folded as `DateNames` folds, in English, Portuguese,
/// Spanish, French, German, Italian and Dutch.
enum OriginWords {
  /// "This", which makes the article itself the subject.
  static let selfReferences = words(
    "this este esta dieser diese dieses diesen cet cette ce questo questa dit deze")

  /// What may stand before "originally published".
  static let subjects =
    selfReferences.union(
      words(
        """
        a an the article articles post posts story piece essay blog blogpost text entry tutorial guide
        interview column note notes talk review newsletter chapter paper report series content page
        work copy letter statement announcement advisory lecture speech keynote transcript lightly
        slightly edited abridged condensed expanded earlier shorter longer previous prior version versions edition of it was is has been
        were had that which my our i we guest opinion op-ed oped news update updated edit editor's
        editors disclaimer info fyi ps nb ed author's tl;dr full disclosure original and here below above
        artigo texto postagem materia publicacao cronica coluna entrevista conteudo uma um versao
        deste desta anterior foi o e nota aviso obs observacao traducao
        articulo entrada fue publicacion se una un version el la columna ha sido texto
        beitrag artikel text der die das wurde ist war eine ein fruhere version dieses hinweis
        anmerkung kolumne blogbeitrag blogartikel hier
        article billet le la texte a ete est une un ce de remarque chronique publication
        articolo il lo stato stata e questo testo
        artikel bericht blog is werd verscheen blogpost stuk tekst het was
        """))

  static let adverbs = words(
    """
    originally first initially previously originalmente inicialmente primeiramente primeiro primeira
    primera originariamente inizialmente prima ursprunglich zuerst erstmals zunachst initialement
    originellement l'origine d'abord oorspronkelijk eerder eerst
    """)

  /// Behind these the verb may stand at the sentence's end.
  static let adverbsBeforeVerbs = words(
    "ursprunglich zuerst erstmals zunachst oorspronkelijk eerder eerst")

  static let verbs = words(
    """
    published posted appeared appears written shared printed released ran featured issued
    publicado publicada postado postada escrito escrita divulgado divulgada veiculado veiculada
    apareceu saiu aparecio aparecido publico veroffentlicht erschienen erschien publiziert gepostet
    geschrieben publie publiee paru parue poste postee ecrit ecrite pubblicato pubblicata apparso
    apparsa uscito uscita gepubliceerd verschenen verscheen geplaatst geschreven
    """)

  static let writing = words("written escrito escrita geschrieben ecrit ecrite geschreven")

  /// These ask for "from".
  static let repostings = words(
    """
    cross-posted crossposted cross-post crosspost reposted re-posted repost republished re-published
    reprinted syndicated mirrored reproduced
    """)

  /// What stands among adverbs and verbs.
  static let auxiliaries = words(
    "and also was been foi pela por per la vez volta a fue en de em ete est wurde ist and")

  static let sitePrepositions = words(
    """
    on at in for from to via in no na nos nas em en auf bei beim im in am sur dans chez su sul sulla
    nel nella op bij de do da dem den el o
    """)

  static let authorPrepositions = words("by von por par di door")

  static let titlePrepositions = words("as under titled entitled als como comme sob")

  /// Words that may follow and say nothing of the place.
  static let fillers = words(
    """
    the a an my our his her their your its is it was here there and or with kind permission
    permissions of this that article post story version blog website site page newsletter magazine
    journal weblog column section account profile original link see read full at company personal
    old former guest republished reposted reprinted cross-posted crossposted edited lightly slightly
    updated some minor edits changes also available has been since then all rights reserved where
    you can find under licensed license cc by author date published courtesy as part series
    o a os as um uma meu minha nosso nossa seu sua do da dos das de e com permissao aqui jornal
    revista pagina portal site
    el la los las un una mi nuestro nuestra y con permiso aqui periodico revista pagina web
    der die das den dem des ein eine einem einer mein meinem meiner unserem unserer und mit
    genehmigung hier seite blog zeitung zeitschrift
    le la les l un une mon ma notre et avec autorisation ici revue journal page
    il lo gli un una mio mia e con permesso qui sito rivista
    de het een mijn ons onze en met toestemming hier tijdschrift
    """)

  /// Names that are none.
  static let languages = words(
    """
    english portuguese spanish german french italian dutch chinese japanese korean polish swedish
    russian catalan ingles portugues espanol aleman frances italiano english deutsch englisch
    anglais francais castellano ingles espanhol alemao inglese francese
    """)

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }
}
