#ifndef TIDINGS_CLIBXML2_H
#define TIDINGS_CLIBXML2_H

/* The headers would draw in the system's ICU, whose types clash with the ICU within Foundation.
   Nothing here touches the one struct (a converter) that would differ. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <stdbool.h>

/* The caller frees the tree with xmlFreeDoc. `cut` tells that the parser stopped
   before the end, as it does below 256 levels. */
static inline htmlDocPtr tidings_parse_html(const char *text, int length, bool *cut) {
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  if (!context) return NULL;
  htmlDocPtr tree = htmlCtxtReadMemory(
      context, text, length, NULL, "UTF-8",
      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  *cut = context->disableSAX != 0;
  htmlFreeParserCtxt(context);
  return tree;
}

static inline xmlNodePtr tidings_first_node(htmlDocPtr tree) { return tree->children; }

static inline void tidings_free_string(xmlChar *text) { xmlFree(text); }

#endif
