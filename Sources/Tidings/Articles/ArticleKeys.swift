/// The front-matter keys that blogs use, in the order in which they are asked.
///
/// From a census of 8,947 posts; keys are matched without regard to case.
enum ArticleKeys {
  static let id = ["id", "guid", "uid"]
  static let title = ["title"]
  static let date = [
    "date", "publishdate", "publish_date", "publish-date", "pubdate", "pub_date", "published_at",
    "publishedat", "published_date", "publisheddate", "published", "created", "created_date",
    "createdat", "created_at", "created time", "date created", "date_created", "added",
    "date_published", "datepublished",
    // As Notion names them in the languages that it speaks.
    "erstellt", "erstellt am", "erstellungsdatum", "erstellungszeit", "date de création", "créé le",
    "creado", "creado el", "fecha de creación", "hora de creación", "criado em", "hora de criação",
    "data de criação", "data di creazione", "aangemaakt", "作成日時", "作成日", "생성 일시", "创建时间",
    "創建時間", "建立時間",
  ]
  /// Until then Hugo keeps a page back, whatever its date.
  static let embargo = ["publishdate", "publish_date"]
  static let updated = [
    "lastmod", "updated", "modified", "updateddate", "updated_at", "last_modified_at",
    "lastupdated", "last_updated", "last-modified", "last edited time", "update_date",
    "date_modified", "edited",
  ]
  static let expiry = ["expirydate", "expiry_date", "expires", "unpublishdate"]
  static let tags = [
    "tags", "tag", "categories", "category", "keywords", "topics", "topic", "labels",
  ]
  /// A name, whatever commas it has.
  static let series = ["series"]
  static let categories = ["categories", "category"]
  static let summary = [
    "description", "summary", "excerpt", "subtitle", "teaser", "abstract", "share_text", "spoiler",
  ]
  static let author = ["author", "authors", "by"]
  static let image = [
    "image", "heroimage", "hero_image", "cover", "coverimage", "cover_image", "featured_image",
    "featuredimage", "featureimage", "og_image", "ogimage", "socialimage", "social_image",
    "thumbnail", "images", "banner", "hero",
    "featured-image", "feature_image",
  ]
  /// Beside an `alt` within the map that names the picture.
  static let imageAlt = [
    "image_alt", "imagealt", "image-alt", "alt", "heroimagealt", "hero_image_alt", "hero_alt",
    "heroalt", "coveralt", "cover_alt", "cover_image_alt", "coverimagealt", "featured_image_alt",
    "featuredimagealt", "feature_image_alt", "og_image_alt", "thumbnail_alt", "banner_alt",
  ]
  static let slug = ["slug"]
  static let digest = ["digest"]
  static let social = ["social"]
  static let url = ["url", "permalink", "path"]
  static let canonical = [
    "originalurl", "original_url", "canonical_url", "canonicalurl", "canonical", "canonical-url",
    "linkedin_url", "source", "original",
  ]
  static let language = ["lang", "language", "locale"]
  static let translation = [
    "translationkey", "translation_key", "translation-key", "translationid", "translation_id",
  ]
  /// Keys that are true or false, with the one that hides a post; `published` may be a date too.
  static let visibility = [
    ("draft", true), ("isdraft", true), ("is_draft", true), ("unlisted", true), ("hidden", true),
    ("private", true), ("eleventyexcludefromcollections", true), ("published", false),
    ("ispublished", false), ("is_published", false), ("publish", false), ("render", false),
  ]
  static let redirect = ["redirect", "redirect_to", "redirectto", "redirect_url"]

  /// What shows that lines without a fence are a header and no sentences.
  static let inHeaders = Set(
    id + title + date + updated + expiry + tags + series + summary + author + image + slug + url
      + canonical
      + language + redirect + ["status", "state", "draft", "layout"]
  ).subtracting(["original"])
}
