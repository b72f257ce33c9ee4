#include <callcard/callhistory.h>

#include "callfold.h"

namespace callcard {

Call callOf(const HistoricCall &row)
{
    CallEvent fact = row.event;
    if (row.inProgress)
        fact.state = LegState::Active;
    else
        fact.settled = true;
    fact.mine = true;
    const CallId id(fact.source + u':' + fact.sessionId);
    return foldCall(id, fact.sessionId, {fact}).value_or(Call{.id = id, .sessionId = fact.sessionId, .source = fact.source});
}

} // namespace callcard
