#include "streamprovider.h"

#include "relayrequest.h"
#include "streamhistory.h"
#include "streamwire.h"

#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>

namespace callcard {

std::unique_ptr<CallProvider> makeCallStreamProvider(CallStreamContext context)
{
    return std::make_unique<callstream::StreamProvider>(std::move(context));
}

namespace callstream {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcStream, "callcard.callstream", QtInfoMsg)
constexpr qint64 kAnHour = 3600;
constexpr qsizetype kMostOtherIds = 2000;
constexpr auto kTroubleCountsAgainAfter = 60s; // whoever reports trouble every second must not make us ask every second
} // namespace

StreamProvider::StreamProvider(CallStreamContext context) : m_context(std::move(context)) {}

ProviderInfo StreamProvider::info() const
{
    return {.id = u"callstream"_s, .name = u"Relay"_s, .showsRinging = true, .sendsAgents = m_sendsAgents};
}

QCoro::Task<Error> StreamProvider::runFeed(std::stop_token stop)
{
    m_live = false;
    m_troubleAt.reset();
    Completion<> end;
    EventStream stream(m_context.http, {});
    connect(&stream, &EventStream::eventReceived, this, &StreamProvider::onServerEvent);
    connect(&stream, &EventStream::closed, this, [&end](const Error &error) { end.complete(tl::unexpected(error)); });
    stream.open(relayRequest(m_context, u"/api/call-stream"_s), m_lastEventId);
    const Result<> ended = co_await end.wait(stop);
    m_live = false;
    Error why = ended ? Error{.kind = ErrorKind::ServerFault} : ended.error();
    // A relay that restarts gives each of its readers another moment to come back.
    if (const auto retry = stream.retry(); retry && !why.retryAfter)
        why.retryAfter = std::chrono::ceil<std::chrono::seconds>(*retry);
    co_return why;
}

void StreamProvider::beLive(bool continuous)
{
    m_live = true;
    Q_EMIT
    feedLive(continuous);
}

void StreamProvider::onServerEvent(const ServerEvent &event)
{
    const Result<StreamNews> news = newsFrom(event, m_context.region);
    const bool resumed = !m_lastEventId.isEmpty();
    if (!event.id.isEmpty())
        m_lastEventId = event.id;
    const QPointer<StreamProvider> alive(this); // a feed may be stopped by whoever listens
    Q_EMIT
    proofOfLife();
    if (!alive)
        return;
    if (!news) {
        qCWarning(lcStream) << "an event that cannot be read:" << event.type.left(32) << news.error();
        return;
    }
    switch (news->kind) {
    case StreamNews::Kind::Connected:
        m_sendsAgents = news->agents;
        beLive(resumed && !news->lost);
        break;
    case StreamNews::Kind::Trouble: {
        const auto now = m_context.clock.monotonic();
        // Nobody says which kind of trouble loses events, so it is a gap until the snapshot proves otherwise.
        if (!m_troubleAt || now - *m_troubleAt >= kTroubleCountsAgainAfter) {
            m_troubleAt = now;
            qCInfo(lcStream) << "the relay reports trouble" << (news->lost ? "and a loss" : "");
            beLive(false);
        }
        break;
    }
    case StreamNews::Kind::Call:
        if (!m_live)
            beLive(false); // it speaks, although it never greeted
        for (const CallEvent &fact : news->facts) {
            if (!alive)
                return;
            remember(fact);
            Q_EMIT
            eventReceived(fact);
        }
        break;
    case StreamNews::Kind::Text:
        if (!m_live)
            beLive(false);
        if (alive)
            Q_EMIT
        messageReceived(*news->text);
        break;
    case StreamNews::Kind::Heartbeat:
    case StreamNews::Kind::Recording: // calls of this stream have no record of recordings; a sign of life it is
        if (!m_live)
            beLive(false);
        break;
    case StreamNews::Kind::Other:
        break;
    }
}

void StreamProvider::remember(const CallEvent &fact)
{
    if (fact.alias.isEmpty())
        return;
    if (m_otherIds.size() >= kMostOtherIds)
        m_otherIds.clear(); // whoever is asked about is a call of the last minutes
    m_otherIds.insert(fact.sessionId, fact.alias);
}

QCoro::Task<Result<Snapshot>> StreamProvider::snapshot(std::stop_token stop)
{
    const Result<HttpAnswer> answer = co_await askRelay(m_context, u"/api/active-calls"_s, stop);
    if (!answer)
        co_return tl::unexpected(answer.error());
    const Result<QList<CallEvent>> live = liveCallsFrom(answer->body, m_context.region);
    if (!live)
        co_return tl::unexpected(live.error());
    co_return Snapshot{.takenAt = answer->serverTime().value_or(m_context.clock.now()), .live = *live};
}

QCoro::Task<Result<QList<CallEvent>>> StreamProvider::callsSince(QDateTime since, std::stop_token stop)
{
    const QDateTime now = m_context.clock.now();
    const Span span{.from = since, .to = now.addDays(1)};
    const Result<QList<HistoricCall>> calls = co_await relayCalls(m_context, span, QString(), stop);
    if (!calls)
        co_return tl::unexpected(calls.error());
    QList<CallEvent> facts;
    for (const HistoricCall &call : *calls) {
        CallEvent fact = call.event;
        fact.source = u"callstream"_s; // this is where we heard of it
        if (fact.settled)
            facts.append(fact);
    }
    co_return facts;
}

QCoro::Task<Result<QList<CallEvent>>> StreamProvider::lookUp(Call call, std::stop_token stop)
{
    const Result<Snapshot> now = co_await snapshot(stop);
    if (!now)
        co_return tl::unexpected(now.error());
    const QString otherId = m_otherIds.value(call.sessionId);
    const auto isTheCall = [&](const CallEvent &fact) {
        const bool same = fact.sessionId == call.sessionId || fact.alias == call.sessionId;
        return same || (!otherId.isEmpty() && (fact.sessionId == otherId || fact.alias == otherId));
    };
    QList<CallEvent> facts;
    std::copy_if(now->live.begin(), now->live.end(), std::back_inserter(facts), isTheCall);
    if (!facts.isEmpty())
        co_return facts;
    const QDateTime began = call.startedAt.isValid() ? call.startedAt : m_context.clock.now();
    const Result<QList<CallEvent>> past = co_await callsSince(began.addSecs(-kAnHour), stop);
    // A relay without JustCall has no past to tell: then what is not live is over.
    if (!past && past.error().kind != ErrorKind::Refused)
        co_return tl::unexpected(past.error());
    if (past)
        std::copy_if(past->begin(), past->end(), std::back_inserter(facts), isTheCall);
    co_return facts;
}

} // namespace callstream
} // namespace callcard
