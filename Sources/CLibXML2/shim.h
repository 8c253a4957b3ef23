#ifndef TIDINGS_CLIBXML2_H
#define TIDINGS_CLIBXML2_H

/* The headers would draw in the system's ICU, whose types clash with the ICU within Foundation.
   Nothing here touches the one struct (a converter) that would differ. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/encoding.h>
#include <stdbool.h>
#include <string.h>

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

/* The first thing that kept a document from being well-formed. */
typedef struct {
  int line; /* 0 while there is none */
  char words[160];
  bool entities; /* it declares entities that could grow as they are put in */
} tidings_xml_fault;

#if LIBXML_VERSION >= 21200
typedef const xmlError *tidings_xml_error;
#else
typedef xmlErrorPtr tidings_xml_error;
#endif

static inline void tidings_note_fault(void *context, tidings_xml_error error) {
  tidings_xml_fault *fault = ((xmlParserCtxtPtr)context)->_private;
  if (!fault || fault->line > 0 || !error || error->level != XML_ERR_FATAL) return;
  fault->line = error->line > 0 ? error->line : 1;
  strncpy(fault->words, error->message ? error->message : "", sizeof fault->words - 1);
}

/* Only a character or a few may have a name: what stands for them cannot outgrow the feed.
   What lies outside the document stays there. */
static inline void tidings_note_entity(
    void *context, const xmlChar *name, int type, const xmlChar *publicID,
    const xmlChar *systemID, xmlChar *content) {
  tidings_xml_fault *fault = ((xmlParserCtxtPtr)context)->_private;
  if (type == XML_INTERNAL_GENERAL_ENTITY && content && strlen((char *)content) <= 16 &&
      !strpbrk((char *)content, "&<%")) {
    xmlSAX2EntityDecl(context, name, type, publicID, systemID, content);
  } else if (type == XML_INTERNAL_GENERAL_ENTITY || type == XML_INTERNAL_PARAMETER_ENTITY) {
    fault->entities = true;
  }
}

/* UTF-8 whatever its prolog says. The caller frees the tree with xmlFreeDoc. */
static inline xmlDocPtr tidings_parse_xml(
    const char *text, int length, bool recovers, tidings_xml_fault *fault) {
  xmlParserCtxtPtr context = xmlNewParserCtxt();
  if (!context) return NULL;
  memset(fault, 0, sizeof *fault);
  context->_private = fault;
  context->sax->serror = (xmlStructuredErrorFunc)tidings_note_fault;
  context->sax->entityDecl = tidings_note_entity;
  int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES;
  xmlDocPtr tree = xmlCtxtReadMemory(
      context, text, length, NULL, "UTF-8", recovers ? options | XML_PARSE_RECOVER : options);
  xmlFreeParserCtxt(context);
  return tree;
}

static inline xmlNodePtr tidings_root(xmlDocPtr tree) { return xmlDocGetRootElement(tree); }

/* The code point that HTML 4 gives a name to; 0 for another name. */
static inline unsigned int tidings_html_entity(const char *name) {
  const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
  return entity ? entity->value : 0;
}

static inline void tidings_keep_quiet(void *context, tidings_xml_error error) {}

/* The text as UTF-8, which the caller frees with xmlBufferFree; NULL when the encoding is not
   known, or the text is not in it. */
static inline xmlBufferPtr tidings_transcode(const char *encoding, const char *text, int length) {
  xmlCharEncodingHandlerPtr handler = xmlFindCharEncodingHandler(encoding);
  if (!handler) return NULL;
  xmlBufferPtr in = xmlBufferCreateStatic((void *)text, length);
  xmlBufferPtr out = xmlBufferCreate();
  /* This thread's, which would write to standard error. */
  xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)tidings_keep_quiet);
  while (in && out && xmlBufferLength(in) > 0) {
    int left = xmlBufferLength(in);
    xmlCharEncInFunc(handler, out, in);
    if (xmlBufferLength(in) == left) break;
  }
  xmlSetStructuredErrorFunc(NULL, NULL);
  bool done = in && out && xmlBufferLength(in) == 0;
  xmlBufferFree(in);
  xmlCharEncCloseFunc(handler);
  if (done) return out;
  xmlBufferFree(out);
  return NULL;
}

#endif
