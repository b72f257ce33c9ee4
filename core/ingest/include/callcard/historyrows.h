#pragma once

#include <callcard/callhistory.h>
#include <callcard/calllog.h>
#include <callcard/metrics.h>
#include <callcard/synctypes.h>

namespace callcard {

/// One row of a provider's history, in the words of the other rooms.
[[nodiscard]] HistoryRow historyRow(const HistoricCall &row);
[[nodiscard]] CountedCall countedCall(const HistoricCall &row);
[[nodiscard]] CountedCall countedCall(const CountableCall &row);
[[nodiscard]] CountedText countedText(const Message &text);

/// Whose row it is: an agent that is the rep brings the rep's rows, whatever address they carry.
[[nodiscard]] QString emailOfRow(const QString &rowEmail, const Agent &agent, const QString &repEmail);
/// The provider's agents that are the rep, asked anew; none is Refused.
[[nodiscard]] QCoro::Task<Result<QList<Agent>>> agentsOfRep(HistorySource source, QString email, std::stop_token stop);

/// What the log has of a rep's days, without what was only seen live: the provider's history has the last word on figures.
[[nodiscard]] QList<CountedCall> settledCalls(const Countables &countables);
[[nodiscard]] QList<CountedText> countedTexts(const Countables &countables);

} // namespace callcard
