#ifndef TIDINGS_CCMARKGFM_H
#define TIDINGS_CCMARKGFM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

#endif
