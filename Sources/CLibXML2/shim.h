#ifndef TIDINGS_CLIBXML2_H
#define TIDINGS_CLIBXML2_H

#include <libxml/HTMLparser.h>

#endif
