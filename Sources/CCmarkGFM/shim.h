#ifndef TIDINGS_CCMARKGFM_H
#define TIDINGS_CCMARKGFM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <string.h>

static inline void tidings_attach_extension(cmark_parser *parser, const char *name) {
  cmark_syntax_extension *extension = cmark_find_syntax_extension(name);
  if (extension) cmark_parser_attach_syntax_extension(parser, extension);
}

/* The caller owns the tree; NULL when there is none. The library keeps global
   state while it parses, so no two threads may be in here at once. */
static inline cmark_node *tidings_parse(
    const char *text, size_t length, bool tables, bool autolinks) {
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_VALIDATE_UTF8);
  if (!parser) return NULL;
  if (tables) tidings_attach_extension(parser, "table");
  if (autolinks) tidings_attach_extension(parser, "autolink");
  tidings_attach_extension(parser, "strikethrough");
  tidings_attach_extension(parser, "tasklist");
  cmark_parser_feed(parser, text, length);
  cmark_node *root = cmark_parser_finish(parser);
  cmark_parser_free(parser);
  return root;
}

/* The types that extensions add have no exported constant, only this name. */
static inline bool tidings_is_type(cmark_node *node, const char *name) {
  return strcmp(cmark_node_get_type_string(node), name) == 0;
}

#endif
