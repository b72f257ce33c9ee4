#pragma once

#include "accounts.h"

#include <callcard/ratebudget.h>
#include <callcard/synctypes.h>
#include <callcard/traffic.h>

namespace callcard {

struct HistoriesContext {
    const Preferences &preferences;
    HttpClient &http;
    RateBudget &ringcentralBudget;
    RateBudget &justcallBudget;
    TrafficLedger &traffic;
    Clock &clock;
};

/// The provider histories that can be asked with these accounts. JustCall's own key comes before the relay that stands in for
/// it: the same rows would only be read twice. Whoever still reads from one of them keeps its accounts, too.
[[nodiscard]] QList<HistorySource> historiesOf(const std::shared_ptr<Accounts> &accounts, const HistoriesContext &context);

/// The rep of this profile. A time zone that was only guessed gives way to the provider's.
[[nodiscard]] SyncedRep repOf(const Preferences &preferences, const UserId &user = {});

/// "dana@acme.example=417000" → e-mail and agent. Entries without both sides are passed over.
[[nodiscard]] QHash<QString, QString> agentMapping(const QStringList &entries);

} // namespace callcard
