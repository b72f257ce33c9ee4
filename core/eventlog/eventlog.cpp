#include <callcard/eventlog.h>

namespace callcard {

EventLog::~EventLog() = default;

} // namespace callcard
