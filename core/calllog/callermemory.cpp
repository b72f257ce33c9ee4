#include <callcard/callermemory.h>
