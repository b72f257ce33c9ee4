#include "outboxfigures.h"

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
/// A document that was refused for a while waits longer than anybody looks on.
constexpr std::chrono::milliseconds kPatience = 2min;
constexpr std::chrono::milliseconds kShortPatience = 10s;
} // namespace

OutboxFigures::OutboxFigures(Outbox &outbox, Clock &clock, QObject *parent) : QObject(parent), m_outbox(outbox), m_clock(clock) {}

void OutboxFigures::setWay(const Way &way)
{
    const QPointer<OutboxPump> before = m_pump;
    m_way = way;
    m_pump = way.pump;
    if (m_pump == before)
        return;
    if (before)
        before->disconnect(this);
    if (m_pump) {
        connect(m_pump, &OutboxPump::delivered, this, &OutboxFigures::onDelivered);
        connect(m_pump, &OutboxPump::parked, this, &OutboxFigures::onParked);
        connect(m_pump, &OutboxPump::pauseChanged, this, &OutboxFigures::onPauseChanged);
    }
    // Whoever followed the former pump would wait for nothing.
    const QList<Following *> followings = m_followings;
    for (Following *following : followings) {
        const std::shared_ptr<Completion<>> done = following->done;
        done->complete();
    }
}

void OutboxFigures::onStands(const QString &key, bool written)
{
    for (const Following *following : std::as_const(m_followings)) {
        if (following->pending.contains(key))
            m_written.insert(key, written);
    }
}

QStringList OutboxFigures::waitingKeys(const UserId &user, const DayRange &range, const QStringList &sources) const
{
    QStringList waiting;
    for (const QString &source : sources) {
        for (QDate day = range.from; day <= range.to; day = day.addDays(1)) {
            const DailyMetrics nothing{.day = day, .source = source};
            const QList<OutboxItem> items = metricItems(nothing, {.user = user});
            for (const OutboxItem &item : items) {
                const Result<bool> isWaiting = m_outbox.isWaiting(metricsDestination(), item.key);
                if (isWaiting && *isWaiting)
                    waiting.append(item.key);
            }
        }
    }
    return waiting;
}

Result<> OutboxFigures::mayWrite(const UserId &user) const
{
    if (!m_pump || user.isEmpty() || m_way.signedIn.isEmpty())
        return failure(ErrorKind::Refused, u"Firestore is not set up, so the figures stay on this computer"_s);
    if (m_othersRefused && user != m_way.signedIn)
        return tl::unexpected(*m_othersRefused);
    if (m_way.readOnly)
        return failure(ErrorKind::Refused, u"a setting (metrics/readOnly) says that a server writes the figures"_s);
    return {};
}

QCoro::Task<Result<FiguresDelivered>> OutboxFigures::deliver(UserId user, QList<DailyMetrics> days, QStringList completed,
                                                             std::stop_token stop)
{
    if (const Result<> allowed = mayWrite(user); !allowed)
        co_return tl::unexpected(allowed.error());
    const MetricsIdentity identity{
        .user = user, .writtenBy = user == m_way.signedIn ? UserId() : m_way.signedIn, .marker = m_way.marker, .client = m_way.client};
    QList<OutboxItem> items;
    Following following{.pending = {}, .figures = {}, .result = {}, .done = std::make_shared<Completion<>>()};
    for (const DailyMetrics &day : std::as_const(days)) {
        const QList<OutboxItem> documents = metricItems(day, identity);
        for (const OutboxItem &item : documents)
            following.figures.insert(item.key);
        items += documents;
    }
    following.pending = following.figures;
    const QList<OutboxItem> covered = items;
    for (const QString &source : std::as_const(completed)) {
        if (const std::optional<OutboxItem> stamp = syncStampItem(identity, source, covered)) {
            items.append(*stamp);
            following.pending.insert(stamp->key);
        }
    }
    m_followings.append(&following); // before the first of them can arrive
    if (const Result<> put = m_outbox.put(metricsDestination(), items); !put) {
        m_followings.removeOne(&following);
        co_return tl::unexpected(put.error());
    }
    // A pause that only goes on is not told anew.
    const bool isPaused = m_pump->pausedBecause().has_value();
    m_pump->nudge();
    std::stop_source over;
    m_scope.start(giveUpAfter(isPaused ? kShortPatience : kPatience, following.done, over.get_token()));
    (void)co_await following.done->wait(stop);
    over.request_stop();
    m_followings.removeOne(&following);
    following.result.waiting = static_cast<int>((following.pending & following.figures).size());
    if (following.result.waiting > 0 && m_pump && !following.result.why)
        following.result.why = m_pump->pausedBecause();
    for (const QString &key : std::as_const(following.figures))
        m_written.remove(key);
    co_return following.result;
}

void OutboxFigures::onDelivered(const QString &key)
{
    const Result<bool> isWaiting = m_outbox.isWaiting(metricsDestination(), key);
    if (isWaiting && *isWaiting)
        return; // that was an older word on it
    const QList<Following *> followings = m_followings;
    for (Following *following : followings) {
        if (!following->pending.remove(key))
            continue;
        if (following->figures.contains(key))
            ++(m_written.value(key, true) ? following->result.written : following->result.unchanged);
        finishIfSettled(*following);
    }
}

void OutboxFigures::onParked(const QString &key, const Error &reason)
{
    const QList<Following *> followings = m_followings;
    for (Following *following : followings) {
        if (!following->pending.remove(key))
            continue;
        following->result.refused.append(reason);
        finishIfSettled(*following);
    }
}

void OutboxFigures::onPauseChanged()
{
    if (!m_pump || !m_pump->pausedBecause())
        return;
    const QList<Following *> followings = m_followings;
    for (Following *following : followings) {
        following->result.why = m_pump->pausedBecause();
        const std::shared_ptr<Completion<>> done = following->done; // the frame may be gone when this returns
        done->complete();
    }
}

void OutboxFigures::finishIfSettled(Following &following)
{
    if (!following.pending.isEmpty())
        return;
    const std::shared_ptr<Completion<>> done = following.done;
    done->complete();
}

QCoro::Task<> OutboxFigures::giveUpAfter(std::chrono::milliseconds patience, std::shared_ptr<Completion<>> done, std::stop_token over)
{
    (void)co_await m_clock.sleep(patience, over);
    done->complete();
}

} // namespace callcard
