// When no card comes by itself, why, and what happens when that is over.
#include <callcard/screenpop.h>

#include <algorithm>

namespace callcard {

void ScreenPop::setRules(const PopRules &rules)
{
    const bool otherHours = rules.quietHours != m_rules.quietHours || rules.quietFrom != m_rules.quietFrom ||
                            rules.quietTo != m_rules.quietTo || rules.zone != m_rules.zone;
    m_rules = rules;
    if (!otherHours)
        return;
    m_hoursLifted = {};
    Q_EMIT
    quietChanged();
    endQuiet();
}

void ScreenPop::pauseUntil(const std::optional<QDateTime> &until)
{
    if (!m_pausedUntil || *m_pausedUntil <= m_clock.now())
        m_pausedSince = m_clock.now();
    m_pausedUntil = until;
    Q_EMIT
    quietChanged();
    endQuiet();
}

void ScreenPop::setDoNotDisturb(bool on)
{
    if (on == m_doNotDisturb)
        return;
    m_doNotDisturb = on;
    m_disturbAllowed = false;
    m_disturbSince = m_clock.now();
    Q_EMIT
    quietChanged();
    endQuiet();
}

void ScreenPop::endQuietNow()
{
    m_pausedUntil.reset();
    m_disturbAllowed = m_doNotDisturb;
    m_hoursLifted = quietUntil(m_rules, m_clock.now()).value_or(QDateTime());
    Q_EMIT
    quietChanged();
    endQuiet();
}

void ScreenPop::awaitQuietEnd()
{
    if (!m_quietSince.isValid())
        m_quietSince = quietBegan();
    if (!m_waitingForQuietEnd)
        m_scope.start(announceDigest(m_scope.stopToken()));
}

void ScreenPop::endQuiet()
{
    if (isQuietNow())
        return;
    Q_EMIT
    quietEnded();
    m_quietSince = {};
}

/// Of several reasons the one that was there first.
QDateTime ScreenPop::quietBegan() const
{
    const QDateTime now = m_clock.now();
    QDateTime began = now;
    if (m_pausedUntil && now < *m_pausedUntil)
        began = std::min(began, m_pausedSince);
    if (isDoNotDisturb())
        began = std::min(began, m_disturbSince);
    if (const auto span = quietSpan(m_rules, now); span && !(m_hoursLifted.isValid() && now < m_hoursLifted))
        began = std::min(began, span->from);
    return began;
}

PopSituation ScreenPop::situation() const
{
    return {.now = m_clock.now(), .pausedUntil = m_pausedUntil, .doNotDisturb = isDoNotDisturb(), .hoursLifted = m_hoursLifted};
}

std::optional<QDateTime> ScreenPop::quietUntilNow() const
{
    const QDateTime now = m_clock.now();
    std::optional<QDateTime> until;
    if (!m_hoursLifted.isValid() || m_hoursLifted <= now)
        until = quietUntil(m_rules, now);
    if (m_pausedUntil && now < *m_pausedUntil && (!until || *until < *m_pausedUntil))
        until = m_pausedUntil;
    return until;
}

QCoro::Task<> ScreenPop::announceDigest(std::stop_token stop)
{
    m_waitingForQuietEnd = true;
    while (const auto until = quietUntilNow()) {
        const std::chrono::milliseconds wait(std::max<qint64>(m_clock.now().msecsTo(*until), 1000));
        const Result<> waited = co_await m_clock.sleep(wait, stop);
        if (!waited)
            break;
    }
    m_waitingForQuietEnd = false;
    if (!stop.stop_requested())
        endQuiet();
}

} // namespace callcard
