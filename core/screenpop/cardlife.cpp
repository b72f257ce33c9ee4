// A card that goes away, comes back, or goes on under another name.
#include <callcard/screenpop.h>

namespace callcard {

using namespace std::chrono_literals;

void ScreenPop::close(const CallId &id)
{
    takeAway(id, false);
}

void ScreenPop::hide(const CallId &id)
{
    takeAway(id, true);
}

void ScreenPop::takeAway(const CallId &id, bool hidden)
{
    const std::shared_ptr<Open> entry = m_open.take(id);
    if (!entry)
        return;
    m_order.removeOne(id);
    m_unpainted.remove(id);
    remember(entry->card.call, PopReason::Shown);
    if (hidden && entry->card.call.isLive() && !entry->card.test)
        m_judged[id].hidden = entry->card;
    entry->timer.request_stop();
    Q_EMIT
    cardClosed(id);
}

void ScreenPop::bringBack(Card card)
{
    const CallId id = card.call.id;
    std::chrono::microseconds took{};
    look(card, took); // its call may be with somebody else by now
    card.shownAt = m_clock.now();
    auto entry = std::make_shared<Open>();
    entry->card = std::move(card);
    m_open.insert(id, entry);
    m_order.prepend(id);
    m_last = entry->card;
    Q_EMIT
    cardOpened(entry->card);
    closeLater(id);
    makeRoom();
}

/// Somebody talks, and may want to write; or nobody came, and may be called back.
bool ScreenPop::isWorthReturning(const Call &call) const
{
    const bool missed = call.reason == EndReason::Missed || call.reason == EndReason::Voicemail;
    const bool shows = call.isLive() ? call.state != CallState::Ringing : missed && isFresh(call, m_clock.now());
    return shows && judge(call, m_rules, situation()).reason == PopReason::Shown;
}

void ScreenPop::onCallMerged(const CallId &from, const CallId &into)
{
    if (m_last && m_last->call.id == from) { // nobody will tell of it under this name any more
        m_last.reset();
        if (const std::shared_ptr<Open> entry = m_open.value(into))
            m_last = entry->card;
    }
    const std::shared_ptr<Open> entry = m_open.value(from);
    if (!entry) {
        // What was judged under one name is not judged again under the other.
        if (m_judged.contains(from) && !m_judged.contains(into) && !m_open.contains(into)) {
            Judged judged = m_judged.value(from);
            judged.over = false;
            if (judged.hidden)
                judged.hidden->call.id = into;
            m_judged.insert(into, judged);
        }
        return;
    }
    const bool bothOpen = m_open.contains(into);
    if (!bothOpen && m_judged.contains(into) && !m_judged.value(into).hidden) { // put away, or not to be shown
        close(from);
        return;
    }
    const Call before = entry->card.call;
    m_open.remove(from);
    Call gone = before;
    gone.state = CallState::Ended;
    remember(gone, PopReason::SameCall);
    entry->timer.request_stop();
    if (bothOpen) {
        m_order.removeOne(from);
        m_unpainted.remove(from);
    } else {
        m_judged.remove(into);
        entry->card.call.id = into;
        entry->timer = {};
        m_open.insert(into, entry);
        m_order.replace(m_order.indexOf(from), into);
        if (m_unpainted.contains(from))
            m_unpainted.insert(into, m_unpainted.take(from));
        for (PopDecision &decision : m_decisions) {
            if (decision.call == from)
                decision.call = into;
        }
        m_last = entry->card;
    }
    Q_EMIT
    cardRenamed(from, into);
    if (bothOpen)
        note({.call = before}, PopReason::SameCall, 0us);
    else
        closeLater(into);
}

} // namespace callcard
