#ifndef TIDINGS_CCURL_H
#define TIDINGS_CCURL_H

#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo are variadic, which Swift cannot call:
   one function per option, so that a value of the wrong type does not compile. */

typedef size_t (*tidings_read)(char *buffer, size_t size, size_t count, void *context);
typedef size_t (*tidings_write)(char *bytes, size_t size, size_t count, void *context);
typedef int (*tidings_progress)(void *context, curl_off_t to_get, curl_off_t got,
                                curl_off_t to_put, curl_off_t put);
typedef int (*tidings_debug)(CURL *handle, curl_infotype kind, char *bytes, size_t count,
                             void *context);

static inline CURLcode tidings_set_url(CURL *handle, const char *url) {
  return curl_easy_setopt(handle, CURLOPT_URL, url);
}

static inline CURLcode tidings_set_protocols(CURL *handle, const char *names) {
  return curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, names);
}

static inline CURLcode tidings_set_no_signal(CURL *handle) {
  return curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
}

static inline CURLcode tidings_set_max_connections(CURL *handle, long count) {
  return curl_easy_setopt(handle, CURLOPT_MAXCONNECTS, count);
}

static inline CURLcode tidings_set_no_proxy(CURL *handle, const char *hosts) {
  return curl_easy_setopt(handle, CURLOPT_NOPROXY, hosts);
}

static inline CURLcode tidings_set_ca_file(CURL *handle, const char *path) {
  return curl_easy_setopt(handle, CURLOPT_CAINFO, path);
}

static inline CURLcode tidings_set_use_ssl_where_offered(CURL *handle) {
  return curl_easy_setopt(handle, CURLOPT_USE_SSL, (long)CURLUSESSL_TRY);
}

/* For servers on this machine only: whoever could stand between is on it already. */
static inline CURLcode tidings_set_unverified(CURL *handle) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 0L);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 0L);
}

static inline CURLcode tidings_set_use_ssl_all(CURL *handle) {
  return curl_easy_setopt(handle, CURLOPT_USE_SSL, (long)CURLUSESSL_ALL);
}

static inline CURLcode tidings_set_user(CURL *handle, const char *user) {
  return curl_easy_setopt(handle, CURLOPT_USERNAME, user);
}

static inline CURLcode tidings_set_password(CURL *handle, const char *password) {
  return curl_easy_setopt(handle, CURLOPT_PASSWORD, password);
}

static inline CURLcode tidings_set_connect_timeout(CURL *handle, long milliseconds) {
  return curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, milliseconds);
}

static inline CURLcode tidings_set_timeout(CURL *handle, long milliseconds) {
  return curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, milliseconds);
}

static inline CURLcode tidings_set_reply_timeout(CURL *handle, long seconds) {
  return curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT, seconds);
}

static inline CURLcode tidings_set_low_speed(CURL *handle, long bytes_a_second, long seconds) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, bytes_a_second);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, seconds);
}

static inline CURLcode tidings_set_mail_from(CURL *handle, const char *address) {
  return curl_easy_setopt(handle, CURLOPT_MAIL_FROM, address);
}

static inline CURLcode tidings_set_mail_recipients(CURL *handle, struct curl_slist *addresses) {
  return curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, addresses);
}

static inline CURLcode tidings_set_upload(CURL *handle) {
  return curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
}

static inline CURLcode tidings_set_post(CURL *handle, curl_off_t size) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_POST, 1L);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, size);
}

static inline CURLcode tidings_set_headers(CURL *handle, struct curl_slist *headers) {
  return curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers);
}

static inline CURLcode tidings_set_http_1_1(CURL *handle) {
  return curl_easy_setopt(handle, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
}

/* All that libcurl can unpack by itself. */
static inline CURLcode tidings_set_any_encoding(CURL *handle) {
  return curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
}

/* Called about once a second and more; anything but 0 ends the transfer. */
static inline CURLcode tidings_set_progress(CURL *handle, tidings_progress progress,
                                            void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, progress);
  if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_XFERINFODATA, context);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
}

static inline CURLcode tidings_set_read(CURL *handle, tidings_read read, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, read);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_READDATA, context);
}

static inline CURLcode tidings_set_write(CURL *handle, tidings_write write, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, write);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_WRITEDATA, context);
}

static inline CURLcode tidings_set_header(CURL *handle, tidings_write header, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, header);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
}

/* libcurl calls it only while verbose. */
static inline CURLcode tidings_set_debug(CURL *handle, tidings_debug debug, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_DEBUGFUNCTION, debug);
  if (code == CURLE_OK) code = curl_easy_setopt(handle, CURLOPT_DEBUGDATA, context);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_VERBOSE, 1L);
}

/* At least CURL_ERROR_SIZE bytes, alive for as long as it is set. */
static inline CURLcode tidings_set_error_buffer(CURL *handle, char *buffer) {
  return curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, buffer);
}

static inline long tidings_get_response_code(CURL *handle) {
  long code = 0;
  return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code) == CURLE_OK ? code : 0;
}

static inline long tidings_get_new_connections(CURL *handle) {
  long count = 0;
  return curl_easy_getinfo(handle, CURLINFO_NUM_CONNECTS, &count) == CURLE_OK ? count : 0;
}

static inline curl_off_t tidings_get_retry_after(CURL *handle) {
  curl_off_t seconds = 0;
  return curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK ? seconds : 0;
}

/* Where the answer sends us, as an absolute address; NULL when nowhere. Good until the next transfer. */
static inline const char *tidings_get_redirect(CURL *handle) {
  char *url = NULL;
  return curl_easy_getinfo(handle, CURLINFO_REDIRECT_URL, &url) == CURLE_OK ? url : NULL;
}

/* In microseconds. */
static inline curl_off_t tidings_get_total_time(CURL *handle) {
  curl_off_t time = 0;
  return curl_easy_getinfo(handle, CURLINFO_TOTAL_TIME_T, &time) == CURLE_OK ? time : 0;
}

/* -1 when no connection is open. */
static inline int tidings_get_socket(CURL *handle) {
  curl_socket_t socket = CURL_SOCKET_BAD;
  CURLcode code = curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, &socket);
  return code == CURLE_OK && socket != CURL_SOCKET_BAD ? (int)socket : -1;
}

#endif
