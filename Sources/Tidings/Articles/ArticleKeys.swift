/// The front-matter keys that blogs use, in the order in which they are asked.
///
/// From a census of 8,947 posts; keys are matched without regard to case.
enum ArticleKeys {
  static let id = ["id", "guid", "uid"]
  static let title = ["title"]
  static let date = [
    "date", "publishdate", "publish_date", "pubdate", "pub_date", "published_at", "publishedat",
    "published", "created", "created_date", "createdat", "added",
  ]
  static let updated = [
    "lastmod", "updated", "modified", "updateddate", "updated_at", "last_modified_at",
    "lastupdated",
  ]
  static let expiry = ["expirydate", "expiry_date", "expires"]
  static let tags = [
    "tags", "tag", "categories", "category", "keywords", "topics", "series",
  ]
  static let summary = [
    "description", "summary", "excerpt", "subtitle", "share_text", "spoiler",
  ]
  static let author = ["author", "authors", "by"]
  static let image = [
    "image", "heroimage", "hero_image", "cover", "coverimage", "cover_image", "featured_image",
    "og_image", "ogimage", "socialimage", "thumbnail",
  ]
  static let slug = ["slug"]
  static let url = ["url", "permalink", "path"]
  static let canonical = [
    "originalurl", "original_url", "canonical_url", "canonicalurl", "canonical", "canonical-url",
    "linkedin_url", "source",
  ]
  static let language = ["lang", "language", "locale"]
  static let redirect = ["redirect", "redirect_to", "redirectto"]
}
