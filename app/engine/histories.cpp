#include "histories.h"

#include <callcard/callstream.h>
#include <callcard/justcall.h>
#include <callcard/justcallanalytics.h>
#include <callcard/ringcentral.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename Port>
struct Kept {
    std::shared_ptr<Accounts> accounts; ///< Whose sign-in it uses.
    std::unique_ptr<Port> port;
};

template <typename Port>
std::shared_ptr<Port> keeping(const std::shared_ptr<Accounts> &accounts, std::unique_ptr<Port> port)
{
    const auto kept = std::make_shared<Kept<Port>>(Kept<Port>{.accounts = accounts, .port = std::move(port)});
    return {kept, kept->port.get()};
}

} // namespace

QHash<QString, QString> agentMapping(const QStringList &entries)
{
    QHash<QString, QString> mapping;
    for (const QString &entry : entries) {
        const QString email = entry.section(u'=', 0, 0).trimmed();
        const QString agent = entry.section(u'=', 1).trimmed();
        if (!email.isEmpty() && !agent.isEmpty())
            mapping.insert(email, agent);
    }
    return mapping;
}

SyncedRep repOf(const Preferences &preferences, const UserId &user)
{
    const QTimeZone zone(preferences.value(settings::kUserTimeZone).toUtf8());
    const bool isChosen = preferences.state(settings::kUserTimeZone.name()).origin != SettingOrigin::Default;
    return {.user = user,
            .email = preferences.value(settings::kUserEmail).trimmed(),
            .zone = isChosen ? zone : QTimeZone(),
            .fallback = zone.isValid() ? zone : QTimeZone::systemTimeZone()};
}

QList<HistorySource> historiesOf(const std::shared_ptr<Accounts> &accounts, const HistoriesContext &context)
{
    const QStringList wanted = context.preferences.value(settings::kCallSources);
    const auto isWanted = [&](const QString &source) { return wanted.isEmpty() || wanted.contains(source); };
    const QHash<QString, QString> agents = agentMapping(context.preferences.value(settings::kMetricsAgents));
    const QString region = context.preferences.value(settings::kUserRegion);
    QList<HistorySource> histories;
    if (accounts->justcall && isWanted(u"justcall"_s)) {
        JustCallContext justcall{.base = accounts->justcall->base,
                                 .key = accounts->justcall->key,
                                 .secret = accounts->justcall->secret,
                                 .userEmail = accounts->userEmail,
                                 .region = region,
                                 .budget = context.justcallBudget,
                                 .clock = context.clock};
        const std::shared_ptr<CallAnalytics> analytics = keeping(accounts, makeJustCallAnalytics(justcall));
        histories.append({.id = u"justcall"_s,
                          .history = keeping(accounts, makeJustCallHistory(std::move(justcall))),
                          .agentIds = agents,
                          .analytics = analytics});
    } else if (accounts->relay && isWanted(u"relay"_s)) {
        CallStreamContext relay{.base = accounts->relay->base,
                                .token = accounts->relay->token,
                                .userEmail = accounts->userEmail,
                                .region = region,
                                .http = context.http,
                                .clock = context.clock};
        histories.append({.id = u"justcall"_s, .history = keeping(accounts, makeCallStreamHistory(std::move(relay))), .agentIds = {}});
    }
    if (accounts->ringcentral && isWanted(u"ringcentral"_s)) {
        RingCentralContext ringcentral{.server = accounts->ringcentral->server,
                                       .accountId = accounts->ringcentral->accountId,
                                       .region = region,
                                       .http = context.http,
                                       .budget = context.ringcentralBudget,
                                       .traffic = context.traffic,
                                       .tokens = *accounts->ringcentral->tokens,
                                       .clock = context.clock};
        histories.append(
            {.id = u"ringcentral"_s, .history = keeping(accounts, makeRingCentralHistory(std::move(ringcentral))), .agentIds = agents});
    }
    return histories;
}

} // namespace callcard
