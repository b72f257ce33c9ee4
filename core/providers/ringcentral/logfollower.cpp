#include "logfollower.h"

#include "restwire.h"

#include <QLoggingCategory>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcLog, "callcard.ringcentral.log", QtInfoMsg)
constexpr auto kAskAfter = 25s;
constexpr int kMostTries = 5;
constexpr qsizetype kMostOwed = 500;
constexpr auto kLongestCall = 24h; // an end says nothing of the beginning
} // namespace

LogFollower::LogFollower(RingCentralContext context, const Account &account) : m_context(std::move(context)), m_account(account) {}

void LogFollower::begin(TaskScope &scope)
{
    m_scope = &scope;
    m_scheduled = false;
    if (!m_owed.isEmpty())
        schedule();
}

void LogFollower::end()
{
    m_scope = nullptr;
}

void LogFollower::owe(const CallEvent &ended)
{
    if (m_owed.size() >= kMostOwed || m_owed.contains(ended.sessionId))
        return;
    m_owed.insert(ended.sessionId, 0);
    const QDateTime from = m_context.clock.now().addSecs(-std::chrono::seconds(kLongestCall).count());
    if (!m_from.isValid() || from < m_from)
        m_from = from;
    schedule();
}

void LogFollower::schedule()
{
    if (m_scope && !std::exchange(m_scheduled, true))
        m_scope->start(askSoon(m_scope->stopToken()));
}

QCoro::Task<Result<LogPage>> LogFollower::fetch(std::stop_token stop)
{
    if (!m_token.isEmpty()) {
        const Query increment{{u"syncType"_s, u"ISync"_s}, {u"syncToken"_s, m_token}};
        const HttpRequest request = HttpRequest::get(restUrl(m_context, u"/extension/~/call-log-sync"_s, increment));
        const Result<RestAnswer> answer = co_await ask(m_context, u"Heavy"_s, request, stop);
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (answer->isSuccess())
            co_return logPageFrom(answer->json, m_account.self());
        if (answer->status != 400)
            co_return tl::unexpected(answer->error());
        qCInfo(lcLog) << "the log's token is no good any more:" << answer->code;
        m_token.clear();
    }
    const Query whole{{u"syncType"_s, u"FSync"_s},
                      {u"recordCount"_s, u"250"_s},
                      {u"dateFrom"_s, wireTime(m_from)},
                      {u"statusGroup"_s, u"All"_s},
                      {u"view"_s, u"Simple"_s}};
    const HttpRequest request = HttpRequest::get(restUrl(m_context, u"/extension/~/call-log-sync"_s, whole));
    const Result<Json> json = co_await askRest(m_context, u"Heavy"_s, request, stop);
    if (!json)
        co_return tl::unexpected(json.error());
    co_return logPageFrom(*json, m_account.self());
}

QCoro::Task<> LogFollower::askSoon(std::stop_token stop)
{
    const Result<> waited = co_await m_context.clock.sleep(kAskAfter, stop);
    if (!waited)
        co_return;
    const Result<LogPage> page = co_await fetch(stop);
    if (stop.stop_requested())
        co_return;
    m_scheduled = false;
    if (page) {
        m_token = page->syncToken;
        for (const HistoricCall &call : page->calls) {
            const bool owed = m_owed.contains(call.event.sessionId) || m_owed.contains(call.event.alias);
            if (!owed || call.inProgress)
                continue;
            m_owed.remove(call.event.sessionId);
            m_owed.remove(call.event.alias);
            Q_EMIT
            settled(call.event);
        }
    } else {
        qCInfo(lcLog) << "the log does not tell how calls ended:" << page.error();
        if (page.error().kind == ErrorKind::Refused)
            m_owed.clear(); // no right to read it; it will not come
    }
    m_owed.removeIf([](auto entry) { return ++entry.value() >= kMostTries; });
    if (m_owed.isEmpty())
        m_from = {};
    else
        schedule();
}

} // namespace callcard::ringcentral
