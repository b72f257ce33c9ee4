#include "ringout.h"

#include <QLoggingCategory>
#include <QPointer>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
Q_LOGGING_CATEGORY(lcRingOut, "callcard.ringcentral.ringout", QtInfoMsg)
constexpr auto kAskEvery = 2500ms; // all light requests together may be fifty a minute
constexpr auto kAskSoon = 400ms;   // after an event: their own state lags behind it
constexpr auto kLongest = 5min;
} // namespace

RingOutAttempt::RingOutAttempt(RingCentralContext context, RingOutStatus status, HangUp hangUp)
    : m_context(std::move(context))
    , m_url(restUrl(m_context, u"/extension/~/ring-out/"_s + status.id))
    , m_hangUp(std::move(hangUp))
    , m_progress(status.progress)
    , m_over(status.decided)
{
    // Whoever asked for the call has to get hold of us before the first word.
    QMetaObject::invokeMethod(
        this,
        [this] {
            Q_EMIT
            progressed(m_progress);
            if (m_over) {
                Q_EMIT
                finished(m_progress);
            }
        },
        Qt::QueuedConnection);
    if (!m_over)
        m_scope.start(follow(m_scope.stopToken()));
}

QCoro::Task<> RingOutAttempt::pause(std::stop_token stop)
{
    m_pause = {};
    const std::stop_callback passOn(stop, [this] { m_pause.request_stop(); });
    const std::chrono::milliseconds first = std::exchange(m_poked, false) ? kAskSoon : kAskEvery;
    const Result<> waited = co_await m_context.clock.sleep(first, m_pause.get_token());
    if (waited || stop.stop_requested())
        co_return;
    const Result<> settled = co_await m_context.clock.sleep(kAskSoon, stop); // several events come together
    Q_UNUSED(settled)
    m_poked = false;
}

QCoro::Task<> RingOutAttempt::follow(std::stop_token stop)
{
    const auto giveUpAt = m_context.clock.monotonic() + kLongest;
    while (!m_over) {
        co_await pause(stop);
        if (stop.stop_requested())
            co_return;
        const HttpRequest request = HttpRequest::get(m_url);
        const Result<RestAnswer> answer = co_await ask(m_context, u"Light"_s, request, stop, Patience::FailsFast);
        if (stop.stop_requested() || m_over)
            co_return;
        if (m_context.clock.monotonic() >= giveUpAt) { // whatever they say by now: a phone does not ring that long
            qCInfo(lcRingOut) << "nobody says how the call ended";
            update({.mine = LegProgress::Finished, .theirs = LegProgress::Finished}, true);
        } else if (answer && answer->isSuccess()) {
            const Result<RingOutStatus> status = ringOutFrom(answer->json);
            if (status)
                update(status->progress, status->decided);
            else
                qCInfo(lcRingOut) << "cannot read how far the call is:" << status.error();
        } else if (answer && answer->isGone()) {
            update({.mine = LegProgress::Finished, .theirs = LegProgress::Finished}, true);
        }
    }
}

void RingOutAttempt::update(DialProgress progress, bool decided)
{
    progress.sessionId = m_progress.sessionId;
    const bool changed = !(progress == m_progress);
    m_progress = progress;
    m_over = m_over || decided;
    if (!changed && !decided)
        return;
    QMetaObject::invokeMethod(
        this,
        [this, progress, changed, decided] {
            const QPointer<RingOutAttempt> self = this;
            if (changed) {
                Q_EMIT
                progressed(progress);
            }
            if (decided && self) {
                Q_EMIT
                finished(progress);
            }
        },
        Qt::QueuedConnection);
}

void RingOutAttempt::onEvent(const CallEvent &event)
{
    if (m_over)
        return;
    if (!event.ownRingOutLeg && m_progress.sessionId.isEmpty()) {
        m_progress.sessionId = event.sessionId;
        QMetaObject::invokeMethod(
            this,
            [this, progress = m_progress] {
                Q_EMIT
                progressed(progress);
            },
            Qt::QueuedConnection);
    }
    if (!std::exchange(m_poked, true)) {
        std::stop_source pause = m_pause; // the coroutine replaces the member while it is being woken
        pause.request_stop();
    }
}

QCoro::Task<Result<>> RingOutAttempt::cancel(std::stop_token stop)
{
    if (m_over && m_progress.theirs != LegProgress::Answered)
        co_return {}; // there is nothing left of it
    const QPointer<RingOutAttempt> self = this;
    const HangUp hangUp = m_hangUp;
    if (m_progress.mine != LegProgress::Answered) {
        const HttpRequest request{.method = HttpMethod::Delete, .url = m_url};
        const Result<RestAnswer> answer = co_await ask(m_context, u"Heavy"_s, request, stop, Patience::FailsFast);
        if (!answer)
            co_return tl::unexpected(answer.error());
        if (answer->isSuccess() || answer->isGone()) {
            if (self && !m_over)
                update({.mine = LegProgress::Finished, .theirs = LegProgress::Finished}, true);
            co_return {};
        }
        // Only before my phone was answered an attempt can be cancelled; afterwards it is a call like any other.
        const bool tooLate = answer->status == 409 || answer->status == 400 || answer->status == 403;
        if (!tooLate || !self)
            co_return tl::unexpected(answer->error());
    }
    const QString session = m_progress.sessionId;
    if (session.isEmpty())
        co_return failure(ErrorKind::Refused, u"your phone has answered: the call can only be ended there"_s);
    const Result<> ended = co_await hangUp(session, stop);
    co_return ended;
}

} // namespace callcard::ringcentral
