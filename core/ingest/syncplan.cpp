#include <callcard/syncplan.h>

#include <algorithm>
#include <array>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// After a look that found the call still in progress: the next ones. Then the quarter of an hour will do.
constexpr std::array kFollowUps{60s, 180s};
constexpr int kWeekDays = 7;
/// Who was never synced begins with the current month's goals; more is a person's wish.
constexpr int kFirstDays = 31;

} // namespace

QString syncTriggerName(SyncTrigger trigger)
{
    switch (trigger) {
    case SyncTrigger::Start:
        return u"start"_s;
    case SyncTrigger::CallEnded:
        return u"call-ended"_s;
    case SyncTrigger::Today:
        return u"today"_s;
    case SyncTrigger::LastWeek:
        return u"last-week"_s;
    case SyncTrigger::OnDemand:
        return u"on-demand"_s;
    }
    Q_UNREACHABLE();
}

SyncPlan::SyncPlan(Pace pace) : m_pace(pace), m_backoff(pace.retry) {}

SyncPlan::SyncPlan() : SyncPlan(Pace{}) {}

void SyncPlan::begin(Milliseconds now, std::optional<QDate> missedSince)
{
    m_backoff = Backoff(m_pace.retry, static_cast<std::uint32_t>(now.count())); // spread by when each desktop was started
    m_begun = true;
    m_startDone = false;
    m_missedSince = missedSince;
    m_todayAt = now;
    m_weekAt = now;
}

void SyncPlan::callEnded(Milliseconds now)
{
    if (!m_callAt || m_followUps > 0)
        m_firstCallAt = now;
    m_followUps = 0;
    m_callAt = std::min<Milliseconds>(now + m_pace.afterCall, m_firstCallAt + m_pace.longestAfterCall);
}

void SyncPlan::nudge(Milliseconds now)
{
    m_needsPerson = false;
    if (m_blockedUntil && !m_penalty)
        m_blockedUntil = now;
}

std::optional<SyncJob> SyncPlan::due(Milliseconds now, QDate today) const
{
    if (!m_begun || m_needsPerson || (m_blockedUntil && now < *m_blockedUntil))
        return std::nullopt;
    if (!m_startDone) {
        const QDate week = today.addDays(1 - kWeekDays);
        const QDate from = m_missedSince ? std::min(*m_missedSince, week) : today.addDays(1 - kFirstDays);
        return SyncJob{SyncTrigger::Start, {from, today}};
    }
    if (now >= m_weekAt)
        return SyncJob{SyncTrigger::LastWeek, {today.addDays(1 - kWeekDays), today}};
    // Yesterday as well: a call over midnight, and what settles late in the evening.
    const DayRange recent{today.addDays(-1), today};
    if (m_callAt && now >= *m_callAt)
        return SyncJob{SyncTrigger::CallEnded, recent};
    if (now >= m_todayAt)
        return SyncJob{SyncTrigger::Today, recent};
    return std::nullopt;
}

std::optional<SyncPlan::Milliseconds> SyncPlan::nextAt() const
{
    if (!m_begun || m_needsPerson)
        return std::nullopt;
    if (!m_startDone)
        return m_blockedUntil.value_or(Milliseconds(0));
    Milliseconds next = std::min(m_todayAt, m_weekAt);
    if (m_callAt)
        next = std::min(next, *m_callAt);
    return std::max(next, m_blockedUntil.value_or(Milliseconds(0)));
}

std::optional<SyncPlan::Milliseconds> SyncPlan::untilNext(Milliseconds now) const
{
    const std::optional<Milliseconds> next = nextAt();
    return next ? std::optional(std::max(*next - now, Milliseconds(0))) : std::nullopt;
}

void SyncPlan::succeeded(const SyncJob &job, Milliseconds now, QDate today, bool unsettled)
{
    m_backoff.reset();
    m_blockedUntil.reset();
    m_penalty = false;
    const bool coversRecent = job.range.from <= today.addDays(-1) && job.range.to >= today;
    if (job.trigger == SyncTrigger::Start)
        m_startDone = true;
    if (coversRecent) {
        m_todayAt = now + m_pace.today;
        if (m_callAt && (now >= *m_callAt || job.trigger == SyncTrigger::CallEnded))
            m_callAt.reset();
    }
    if (coversRecent && job.range.from <= today.addDays(1 - kWeekDays))
        m_weekAt = now + m_pace.lastWeek;
    if (!unsettled) {
        m_followUps = 0;
    } else if (job.trigger == SyncTrigger::CallEnded && !m_callAt && m_followUps < static_cast<int>(kFollowUps.size())) {
        m_callAt = now + kFollowUps[static_cast<std::size_t>(m_followUps)];
        ++m_followUps;
    }
}

void SyncPlan::failed(const Error &error, Milliseconds now)
{
    m_penalty = error.kind == ErrorKind::RateLimited;
    m_needsPerson = error.kind == ErrorKind::SignInNeeded;
    Milliseconds wait = m_backoff.next();
    if (error.retryAfter)
        wait = std::max<Milliseconds>(wait, *error.retryAfter);
    m_blockedUntil = now + wait;
}

} // namespace callcard
