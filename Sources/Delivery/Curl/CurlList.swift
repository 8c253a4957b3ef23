import CCurl

/// Strings as the linked list that libcurl takes; they must outlive the transfer.
struct CurlList: ~Copyable {
  let raw: UnsafeMutablePointer<curl_slist>?

  /// Nil when memory runs out.
  init?(_ strings: [String]) {
    var list: UnsafeMutablePointer<curl_slist>?
    for string in strings {
      guard let longer = curl_slist_append(list, string) else {
        curl_slist_free_all(list)
        return nil
      }
      list = longer
    }
    raw = list
  }

  deinit { curl_slist_free_all(raw) }
}
