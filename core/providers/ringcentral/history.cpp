#include "account.h"
#include "pagedlog.h"

#include <QLoggingCategory>

#include <algorithm>
#include <iterator>

namespace callcard {

namespace ringcentral {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(lcHistory, "callcard.ringcentral.history", QtInfoMsg)

constexpr int kMostPages = 50;
constexpr auto kListHolds = 30min; // who works here changes less often than who is on a call

QString extensionPath(const QString &id)
{
    return u"/extension/"_s + id;
}

/// Addresses are compared here: their filter takes case seriously.
QList<Agent> thoseWith(const QString &email, const QList<Agent> &agents)
{
    QList<Agent> found;
    std::copy_if(agents.cbegin(), agents.cend(), std::back_inserter(found),
                 [&](const Agent &agent) { return agent.email.trimmed().compare(email, Qt::CaseInsensitive) == 0; });
    return found;
}

/// The same log seen with the eyes of somebody else.
Self eyesOf(const Agent &agent, const Self &self)
{
    Self eyes{.extensionId = agent.id, .email = agent.email, .region = self.region, .queues = self.queues};
    if (agent.id == self.extensionId)
        eyes.lines = self.lines;
    return eyes;
}

/// The provider's history: the call log, the message store, and who is who.
class RingCentralHistory final : public CallHistory
{
public:
    explicit RingCentralHistory(RingCentralContext context) : m_context(std::move(context)), m_account(m_context) {}

    [[nodiscard]] QCoro::Task<Result<QList<Agent>>> agents(QString email, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<HistoricCall>>> calls(Agent agent, Span span, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<Message>>> texts(Agent agent, Span span, std::stop_token stop) override;
    [[nodiscard]] std::chrono::days reach() const override { return kLogReach; }

private:
    QCoro::Task<Result<Agent>> whole(Agent agent, std::stop_token stop);
    QCoro::Task<Result<QList<Agent>>> everybody(std::stop_token stop);
    QCoro::Task<Result<QList<Agent>>> readList(std::stop_token stop);
    [[nodiscard]] bool isListFresh() const;

    const RingCentralContext m_context;
    Account m_account;
    QList<Agent> m_list; // of the account, without presence
    QString m_listUser;  // of the tokens it was read with
    std::chrono::milliseconds m_listAt{};
};

bool RingCentralHistory::isListFresh() const
{
    return !m_list.isEmpty() && m_listUser == m_context.tokens.user() && m_context.clock.monotonic() - m_listAt < kListHolds;
}

QCoro::Task<Result<QList<Agent>>> RingCentralHistory::everybody(std::stop_token stop)
{
    if (!isListFresh()) {
        const Result<QList<Agent>> list = co_await readList(stop);
        if (!list)
            co_return tl::unexpected(list.error());
        m_list = *list;
        m_listUser = m_context.tokens.user();
        m_listAt = m_context.clock.monotonic();
    }
    const QList<Agent> list = m_list; // QCoro moves what is returned, also out of a member
    co_return list;
}

QCoro::Task<Result<QList<Agent>>> RingCentralHistory::readList(std::stop_token stop)
{
    QList<Agent> agents;
    for (int page = 1; page <= kMostPages; ++page) {
        const Query query{
            {u"status"_s, u"Enabled"_s}, {u"type"_s, u"User"_s}, {u"perPage"_s, u"1000"_s}, {u"page"_s, QString::number(page)}};
        const HttpRequest request = HttpRequest::get(restUrl(m_context, u"/extension"_s, query));
        const Result<Json> json = co_await askRest(m_context, u"Medium"_s, request, stop);
        if (!json)
            co_return tl::unexpected(json.error());
        const Result<AgentPage> read = agentsFrom(*json);
        if (!read)
            co_return tl::unexpected(read.error());
        agents += read->agents;
        if (!read->more)
            co_return agents;
    }
    co_return failure(ErrorKind::BadPayload, u"a list of extensions without end"_s);
}

/// With the zone and the presence, which a list does not tell.
QCoro::Task<Result<Agent>> RingCentralHistory::whole(Agent agent, std::stop_token stop)
{
    const HttpRequest extensionRequest = HttpRequest::get(restUrl(m_context, extensionPath(agent.id)));
    const Result<Json> extension = co_await askRest(m_context, u"Light"_s, extensionRequest, stop);
    if (!extension)
        co_return tl::unexpected(extension.error());
    Result<Agent> known = agentFrom(*extension);
    if (!known)
        co_return tl::unexpected(known.error());
    if (known->email.isEmpty())
        known->email = agent.email;
    const HttpRequest presenceRequest = HttpRequest::get(restUrl(m_context, QString(extensionPath(agent.id) + u"/presence"_s)));
    const Result<Json> presence = co_await askRest(m_context, u"Light"_s, presenceRequest, stop);
    if (presence)
        addPresence(*known, *presence);
    else if (presence.error().kind != ErrorKind::Refused)
        co_return tl::unexpected(presence.error());
    co_return known;
}

QCoro::Task<Result<QList<Agent>>> RingCentralHistory::agents(QString email, std::stop_token stop)
{
    const QString wanted = email.trimmed();
    const Result<> known = co_await m_account.know(stop);
    if (!known)
        co_return tl::unexpected(known.error());
    if (!wanted.isEmpty() && wanted.compare(m_account.self().email, Qt::CaseInsensitive) == 0) {
        const Agent self{.id = m_account.self().extensionId, .email = m_account.self().email};
        const Result<Agent> agent = co_await whole(self, stop);
        if (!agent)
            co_return tl::unexpected(agent.error());
        QList<Agent> one{*agent};
        co_return one;
    }
    const bool mayBeOld = isListFresh();
    const Result<QList<Agent>> listed = co_await everybody(stop);
    if (!listed)
        co_return tl::unexpected(listed.error());
    QList<Agent> agents = wanted.isEmpty() ? *listed : thoseWith(wanted, *listed);
    if (agents.isEmpty() && mayBeOld) { // somebody new, perhaps
        m_list.clear();
        const Result<QList<Agent>> anew = co_await everybody(stop);
        if (!anew)
            co_return tl::unexpected(anew.error());
        agents = thoseWith(wanted, *anew);
    }
    if (!wanted.isEmpty()) {
        for (Agent &agent : agents) {
            const Result<Agent> full = co_await whole(agent, stop);
            if (!full)
                co_return tl::unexpected(full.error());
            agent = *full;
        }
        co_return agents;
    }
    const HttpRequest request = HttpRequest::get(restUrl(m_context, u"/presence"_s, {{u"perPage"_s, u"1000"_s}}));
    const Result<Json> json = co_await askRest(m_context, u"Heavy"_s, request, stop);
    if (!json && json.error().kind != ErrorKind::Refused)
        co_return tl::unexpected(json.error());
    const QHash<QString, Json> presences = json ? presencesFrom(*json) : QHash<QString, Json>();
    for (Agent &agent : agents)
        addPresence(agent, presences.value(agent.id));
    co_return agents;
}

QCoro::Task<Result<QList<HistoricCall>>> RingCentralHistory::calls(Agent agent, Span span, std::stop_token stop)
{
    const Result<> known = co_await m_account.know(stop);
    if (!known)
        co_return tl::unexpected(known.error());
    const bool own = agent.id == m_account.self().extensionId;
    LogQuestion question{
        .path = QString(extensionPath(own ? u"~"_s : agent.id) + u"/call-log"_s), .self = eyesOf(agent, m_account.self()), .span = span};
    const Result<QList<HistoricCall>> calls = co_await readCallLog(m_context, question, stop);
    if (calls || own || calls.error().kind != ErrorKind::Refused)
        co_return calls;
    // Whose role may read the company's log need not be allowed to open a colleague's.
    qCInfo(lcHistory) << "a colleague's log is closed, the company's is read instead:" << calls.error();
    question.path = u"/call-log"_s;
    question.only = agent.id;
    const Result<QList<HistoricCall>> filtered = co_await readCallLog(m_context, question, stop);
    co_return filtered;
}

QCoro::Task<Result<QList<Message>>> RingCentralHistory::texts(Agent agent, Span span, std::stop_token stop)
{
    const Result<> known = co_await m_account.know(stop);
    if (!known)
        co_return tl::unexpected(known.error());
    const bool own = agent.id == m_account.self().extensionId;
    const LogQuestion question{.path = QString(extensionPath(own ? u"~"_s : agent.id) + u"/message-store"_s),
                               .self = eyesOf(agent, m_account.self()),
                               .span = span};
    const Result<QList<Message>> texts = co_await readTexts(m_context, question, stop);
    co_return texts;
}

} // namespace

} // namespace ringcentral

std::unique_ptr<CallHistory> makeRingCentralHistory(RingCentralContext context)
{
    return std::make_unique<ringcentral::RingCentralHistory>(std::move(context));
}

} // namespace callcard
