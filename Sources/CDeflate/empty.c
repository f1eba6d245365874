// A target needs a source file; this one is here for its link settings and its header.
#include "CDeflate.h"
