#include <callcard/callevent.h>
