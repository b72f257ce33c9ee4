// Every arrow between core rooms, and nothing else: the floor plan in code.
#include "engine.h"
#include "popsettings.h"

namespace callcard {

/// While nobody knows how far the clocks differ, nothing is late: a wrong clock must not cost a card.
bool Engine::ringsLate(const Call &call) const
{
    const QDateTime now = m_clock.now();
    const QDateTime theirs = m_liveCalls.theirs(call.source, now);
    return call.state == CallState::Ringing && theirs != now && isToldLate(m_screenPop.rules(), m_tracker.happenedAt(), theirs);
}

void Engine::wire()
{
    // provider ─► tracker ─┬─► log
    //                      └─► cards
    // The log comes first because it only takes note: it writes in a later turn of the loop, when the card is painted.
    connect(&m_tracker, &CallTracker::callChanged, &m_callBook, &CallBook::onCallChanged);
    connect(&m_tracker, &CallTracker::callMerged, &m_callBook, &CallBook::onCallMerged);
    connect(&m_tracker, &CallTracker::callChanged, this, &Engine::callNoted);
    connect(&m_tracker, &CallTracker::callChanged, &m_screenPop, [this](const Call &call) {
        if (m_tracker.tellsOfThePast() || ringsLate(call))
            m_screenPop.onPastCallChanged(call);
        else
            m_screenPop.onCallChanged(call);
    });
    connect(&m_tracker, &CallTracker::callMerging, &m_screenPop, &ScreenPop::onCallMerged);
    connect(&m_tracker, &CallTracker::callChanged, this, [this](const Call &call) {
        m_lastEventAt = m_clock.now();
        if (call.local.number && !call.internal)
            m_customers.noteOwnLine(*call.local.number);
    });
    connect(&m_tracker, &CallTracker::callChanged, this, [this](const Call &call) {
        if (m_metrics && !call.isLive())
            m_metrics->onCallEnded();
    });
    if (m_metrics) { // the news of an end may be lost; the provider's history has it all the same
        connect(&m_metrics->sync(), &MetricsSync::synced, &m_tracker, [this] {
            const QList<Call> live = m_tracker.liveCalls();
            for (const Call &call : live) {
                const Result<std::optional<LogEntry>> entry = m_callBook.log()->entry(call.id);
                if (entry && *entry && !(*entry)->call.isLive() && !(*entry)->countedAs.isEmpty())
                    m_tracker.settleAsGone(call.id);
            }
        });
    }
    connect(&m_screenPop, &ScreenPop::decided, this, [this](const PopDecision &decision) {
        const WhoIs who = decision.withheld ? WhoIs{} : m_customers.whoIs(decision.caller);
        m_callBook.onDecided(decision, who);
        if (!who.problem)
            m_callBook.askAgain(m_customers);
    });
    connect(&m_screenPop, &ScreenPop::receiptCompleted, &m_callBook, &CallBook::onReceipt);
    connect(&m_liveCalls, &LiveCalls::messageReceived, &m_callBook, &CallBook::onMessage);
    connect(&m_customers, &Customers::changed, &m_screenPop, [this] {
        for (const Card &card : m_screenPop.openCards())
            m_screenPop.refresh(card.call.id, false);
        m_callBook.askAgain(m_customers);
        m_callNames.onDirectoryChanged();
    });
    if (const CallLog *log = m_callBook.log()) {
        connect(log, &CallLog::dirtied, &m_callNames, &CallNames::onCallsChanged);
        connect(log, &CallLog::cleared, &m_callNames, &CallNames::onCallsChanged);
    }

    // connections ─► one truth
    connect(&m_liveCalls, &LiveCalls::connectionChanged, this, &Engine::updateConnections);
    connect(&m_customers, &Customers::connectionsChanged, this, &Engine::updateConnections);
    connect(&m_liveCalls, &LiveCalls::repaired, this, [this](const QString &, int missed) {
        if (missed > 0)
            Q_EMIT
        missedWhileAway(missed);
    });

    connect(&m_liveCalls, &LiveCalls::leftoverEnded, &m_callBook, &CallBook::onCallChanged);

    // the computer ─► feeds
    connect(&m_network, &NetworkWatch::returned, this, &Engine::onWokeUp);
    connect(&m_network, &NetworkWatch::moved, this, &Engine::onWokeUp);
    connect(&m_clockWatch, &ClockWatch::jumped, this, &Engine::onWokeUp);

    // settings ─► whom they concern
    m_callBook.setZone(popRules(m_preferences).zone);
    m_screenPop.setRules(popRules(m_preferences));
    connect(&m_preferences, &Preferences::changed, this, [this](const QString &key) {
        if (AccountInputs::concern(key))
            m_reopenSoon.start();
        if (m_metrics && key.startsWith(QLatin1StringView("metrics/")))
            m_metrics->onSettingsChanged();
        if (m_deliveries && key.startsWith(QLatin1StringView("callRecords/")))
            m_deliveries->onSettingsChanged();
        if (key.startsWith(QLatin1StringView("card/")) || key == settings::kUserTimeZone.name())
            m_screenPop.setRules(popRules(m_preferences));
        if (key == settings::kUserTimeZone.name())
            m_callBook.setZone(popRules(m_preferences).zone);
        if (key == settings::kHistoryKeepDays.name())
            prune();
    });
    connect(&m_reopenSoon, &QTimer::timeout, this, [this] { m_scope.start(reopenAccounts()); });
}

} // namespace callcard
