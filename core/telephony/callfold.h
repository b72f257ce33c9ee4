#pragma once

#include <callcard/callevent.h>

#include <vector>

namespace callcard {

/// The call that a set of facts describes, or nothing while it only sets up. A pure function of the set: order and
/// repetition do not matter. `facts` holds no two equal ones.
[[nodiscard]] std::optional<Call> foldCall(const CallId &id, const QString &sessionId, const std::vector<CallEvent> &facts);

/// The order of facts inside one channel of one leg.
[[nodiscard]] bool happensBefore(const CallEvent &left, const CallEvent &right);

} // namespace callcard
