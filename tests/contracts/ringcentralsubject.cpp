#include "ringcentralsubject.h"

#include <QHash>

namespace callcard::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

RingCentralApp appOf(const ContractStage &stage)
{
    return {.server = QUrl(stage.environment("RINGCENTRAL_SERVER_URL")),
            .clientId = stage.environment("RINGCENTRAL_CLIENT_ID"),
            .clientSecret = Secret(stage.environment("RINGCENTRAL_CLIENT_SECRET")),
            .jwt = Secret(stage.environment("RINGCENTRAL_JWT_TOKEN"))};
}

} // namespace

RingCentralSubject::RingCentralSubject(ContractStage &stage)
    : m_stage(stage)
    , m_http(stage.clock(), m_traffic)
    , m_budget(m_http, stage.clock(), {.reader = readRingCentralRates})
    , m_auth(appOf(stage), sendWithin(m_budget, u"Auth"_s), stage.clock())
    , m_tokens(m_auth, m_secrets, u"ringcentral-session"_s, stage.clock())
    , m_provider(makeRingCentralProvider(context()))
    , m_history(makeRingCentralHistory(context()))
{
}

RingCentralContext RingCentralSubject::context()
{
    return {.server = QUrl(m_stage.environment("RINGCENTRAL_SERVER_URL")),
            .region = u"US"_s,
            .http = m_http,
            .budget = m_budget,
            .traffic = m_traffic,
            .tokens = m_tokens,
            .clock = m_stage.clock()};
}

std::optional<ExpectedCall> RingCentralSubject::expected(const QString &scenario, ExpectedCall asPlayed) const
{
    // The call log has the last word, and its duration counts the time on hold.
    if (scenario == "held"_L1)
        asPlayed.talk = std::chrono::seconds(35);
    return asPlayed;
}

bool RingCentralSubject::expireCredentials(ContractStage &stage)
{
    stage.verb(service(), "expire", {{"what", "access"}});
    return true;
}

void RingCentralSubject::revokeCredentials(ContractStage &stage)
{
    // The session ends, and the app's secret is not what it was: not even the JWT opens the door now.
    stage.verb(service(), "app",
               {{"clientId", stage.environment("RINGCENTRAL_CLIENT_ID").toStdString()}, {"secret", "changed"}, {"jwt", true}});
    stage.verb(service(), "revoke");
}

void RingCentralSubject::exhaustRateLimit(ContractStage &stage)
{
    stage.verb(service(), "limit", {{"group", "auth"}, {"exhaust", true}});
}

bool RingCentralSubject::disturb(ContractStage &stage, const QString &kind)
{
    static const QHash<QString, std::string> frames{
        {u"garbage"_s, "no JSON at all {{{"},
        {u"empty"_s, "[]"},
        {u"huge"_s, std::string(3'000'000, '[')},
        {u"html"_s, "<html><body>Bad gateway</body></html>"},
    };
    if (frames.contains(kind))
        stage.verb(service(), "socket.frame", {{"text", frames.value(kind)}});
    else if (kind == "half"_L1)
        stage.verb(service(), "fault", {{"name", "half"}});
    else if (kind == "unknown-message"_L1)
        stage.verb(service(), "fault", {{"name", "unknownFrame"}});
    else if (kind == "not-ours"_L1)
        stage.verb(service(), "fault", {{"name", "foreign"}});
    else if (kind == "unknown-words"_L1)
        stage.verb(service(), "switch", {{"name", "unknownWords"}, {"position", "on"}});
    else if (kind == "server-fault"_L1)
        stage.verb(service(), "fault", {{"name", "serverFault"}, {"count", 2}});
    else
        return false;
    return true;
}

void RingCentralSubject::doubleEverything(ContractStage &stage)
{
    stage.verb(service(), "fault", {{"name", "duplicate"}, {"count", 1000}});
}

void RingCentralSubject::forget(ContractStage &stage)
{
    stage.verb(service(), "socket.forget");
}

} // namespace callcard::testing
