#include <callcard/screenpop.h>

#include <algorithm>

namespace callcard {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype kMostOpen = 40;           // far more than anybody could look at
constexpr std::size_t kMostRemembered = 2000; // calls that ended; a provider corrects its log within minutes

bool isQuiet(PopReason reason)
{
    return reason == PopReason::PausedByRep || reason == PopReason::QuietHours || reason == PopReason::DoNotDisturb;
}
} // namespace

ScreenPop::ScreenPop(const CallerLookup &lookup, const CallerMemory &memory, Clock &clock, QObject *parent)
    : QObject(parent), m_lookup(lookup), m_memory(memory), m_clock(clock)
{
}

ScreenPop::~ScreenPop()
{
    stopTimers();
}

void ScreenPop::stopTimers()
{
    // A timer that ends takes no entry away: its coroutine only closes when it was not stopped.
    for (const auto &entry : std::as_const(m_open))
        entry->timer.request_stop();
}

void ScreenPop::onCallChanged(const Call &call)
{
    m_received.start();
    if (const auto known = m_open.constFind(call.id); known != m_open.constEnd()) {
        update(*known, call);
        return;
    }
    if (m_last && m_last->call.id == call.id)
        m_last->call = call; // it may be asked for again, and must not say then what is no longer so
    if (const auto judged = m_judged.find(call.id); judged != m_judged.end()) {
        // Judged before, shown or dismissed: one call, one card. The log may still correct it long after it ended.
        if (judged->over)
            return;
        if (judged->reason == PopReason::Late && call.isLive()) { // and now it is told while it happens
            m_judged.erase(judged);
            judgeNew(call, false);
            return;
        }
        if (judged->hidden && judged->hidden->call.state != call.state) {
            Card card = *judged->hidden;
            card.call = call;
            if (isWorthReturning(call)) {
                bringBack(std::move(card));
                return;
            }
        }
        if (call.isLive())
            return;
        const PopReason reason = judged->hidden ? judge(call, m_rules, situation()).reason : judged->reason;
        remember(call, reason);
        if (isQuiet(reason))
            addToDigest(call);
        return;
    }
    judgeNew(call, false);
}

void ScreenPop::onPastCallChanged(const Call &call)
{
    const bool judged = m_judged.contains(call.id);
    if (!call.isLive() || m_open.contains(call.id) || (judged && m_judged.value(call.id).reason != PopReason::Late))
        onCallChanged(call);
    else if (!judged)
        judgeNew(call, true);
}

void ScreenPop::judgeNew(const Call &call, bool past)
{
    const PopSituation now = situation();
    PopVerdict verdict = judge(call, m_rules, now);
    const bool missed = call.reason == EndReason::Missed || call.reason == EndReason::Voicemail;
    // Heard of when it was over: only a miss is worth a card, and only a fresh one.
    if (!call.isLive() && verdict.reason == PopReason::Shown &&
        (!missed || !isFresh(call, now.now) || call.direction == CallDirection::Outbound))
        verdict.reason = PopReason::OverAlready;
    if (call.isLive() && verdict.reason == PopReason::Shown && past)
        verdict.reason = PopReason::Late;
    if (verdict.reason == PopReason::Shown) {
        open(call, verdict);
        return;
    }
    remember(call, verdict.reason);
    Card kept{.call = call};
    std::chrono::microseconds took{};
    look(kept, took);
    note(kept, verdict.reason, took);
    if (verdict.digest && !call.isLive())
        addToDigest(call);
}

bool ScreenPop::isFresh(const Call &call, const QDateTime &now) const
{
    // Of a miss that a history tells of, the end is not told: there it is the beginning.
    const std::chrono::seconds within = std::chrono::seconds(m_rules.lateAfterSeconds) + m_tellsWithin.value(call.source, 0s);
    return call.endedAt.isValid() && call.endedAt.secsTo(now) < within.count();
}

void ScreenPop::addToDigest(const Call &call)
{
    if (call.reason != EndReason::Missed && call.reason != EndReason::Voicemail)
        return;
    const auto same = std::find_if(m_digest.begin(), m_digest.end(), [&call](const DigestLine &line) {
        return line.call.remote.number && line.call.remote.number == call.remote.number;
    });
    if (same != m_digest.end()) {
        same->call = call;
        ++same->times;
    } else {
        const WhoIs who = call.withheld ? WhoIs{} : m_lookup.whoIs(call.remote);
        m_digest.append({.call = call, .customerName = who.facts.isEmpty() ? QString() : who.facts.first().customer.name});
    }
    awaitQuietEnd();
    const auto decision =
        std::find_if(m_decisions.begin(), m_decisions.end(), [&call](const PopDecision &one) { return one.call == call.id; });
    if (decision == m_decisions.end())
        return;
    decision->digest = true;
    Q_EMIT
    receiptCompleted(PopDecision(*decision));
}

void ScreenPop::remember(const Call &call, PopReason reason)
{
    m_judged.insert(call.id, Judged{.reason = reason, .over = !call.isLive()});
    if (call.isLive())
        return;
    m_over.push_back(call.id);
    if (m_over.size() > kMostRemembered) {
        m_judged.remove(m_over.front());
        m_over.pop_front();
    }
}

void ScreenPop::look(Card &card, std::chrono::microseconds &took) const
{
    QElapsedTimer timer;
    timer.start();
    card.who = card.call.withheld ? WhoIs{} : m_lookup.whoIs(card.call.remote);
    std::optional<CustomerId> customer;
    if (card.who.facts.size() == 1 || card.who.learned)
        customer = card.who.facts.first().customer.id;
    card.memory = m_memory.memoryOf(customer, card.call.remote);
    took = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
}

void ScreenPop::open(const Call &call, const PopVerdict &verdict, bool test)
{
    auto entry = std::make_shared<Open>();
    entry->card = Card{.call = call, .mode = verdict.mode, .shownAt = m_clock.now(), .test = test};
    std::chrono::microseconds took{};
    look(entry->card, took);
    m_open.insert(call.id, entry);
    m_order.prepend(call.id);
    m_last = entry->card;
    m_unpainted.insert(call.id, m_received);
    ++m_counters.shown;
    Q_EMIT
    cardOpened(entry->card); // first the card, then the books
    note(entry->card, PopReason::Shown, took);
    closeLater(call.id);
    makeRoom();
}

void ScreenPop::makeRoom()
{
    if (m_order.size() <= kMostOpen)
        return;
    // The oldest that is over, or else the oldest: a storm of calls must not bury the one that rings now.
    const auto newest = std::prev(m_order.crend());
    const auto over = std::find_if(m_order.crbegin(), newest, [this](const CallId &id) { return !m_open.value(id)->card.call.isLive(); });
    hide(over == newest ? m_order.last() : CallId(*over));
}

void ScreenPop::update(const std::shared_ptr<Open> &known, const Call &call)
{
    const std::shared_ptr<Open> entry = known; // a listener may close the card
    Card &card = entry->card;
    const bool stateChanged = card.call.state != call.state || card.call.reason != call.reason;
    const bool anotherCaller = card.call.withheld != call.withheld || (call.remote.number && card.call.remote.number != call.remote.number);
    const bool turnsOutMine = call.ownRingOutLeg && !card.call.ownRingOutLeg;
    card.call = call;
    if (turnsOutMine) { // the call that it rings for has the card
        close(call.id);
        note(card, PopReason::OwnPhone, 0us);
        return;
    }
    if (anotherCaller || card.who.problem) {
        std::chrono::microseconds took{};
        look(card, took);
    }
    m_last = card;
    Q_EMIT
    cardChanged(card);
    if (stateChanged)
        closeLater(call.id);
}

void ScreenPop::refresh(const CallId &id, bool chosenByRep)
{
    const std::shared_ptr<Open> entry = m_open.value(id);
    if (!entry)
        return;
    Card looked = entry->card;
    std::chrono::microseconds took{};
    look(looked, took);
    if (looked.who.problem && !entry->card.who.problem)
        return; // what is known stays known while nobody can be asked
    const bool named = !entry->card.who.facts.isEmpty();
    const bool another =
        named && (looked.who.facts.isEmpty() || looked.who.facts.first().customer.id != entry->card.who.facts.first().customer.id);
    if ((another && !chosenByRep) || looked == entry->card)
        return;
    entry->card = looked;
    m_last = looked;
    Q_EMIT
    cardChanged(looked);
}

void ScreenPop::dismiss(const CallId &id)
{
    const std::shared_ptr<Open> entry = m_open.value(id);
    if (!entry)
        return;
    close(id); // it stays away, whatever else the call does
}

void ScreenPop::setPinned(const CallId &id, bool pinned)
{
    const std::shared_ptr<Open> entry = m_open.value(id);
    if (!entry || entry->card.pinned == pinned)
        return;
    entry->card.pinned = pinned;
    Q_EMIT
    cardChanged(entry->card);
    closeLater(id);
}

void ScreenPop::setHovered(const CallId &id, bool hovered)
{
    const std::shared_ptr<Open> entry = m_open.value(id);
    if (!entry || entry->hovered == hovered)
        return;
    entry->hovered = hovered;
    closeLater(id);
}

void ScreenPop::showLast()
{
    if (!m_last)
        return;
    if (m_open.contains(m_last->call.id))
        return;
    Card card = *m_last;
    card.pinned = !card.call.isLive(); // what still rings goes when it ends, as any card does
    bringBack(std::move(card));
}

void ScreenPop::showTestCall()
{
    m_received.start();
    Call call{.id = CallId(u"test:"_s + QString::number(++m_tests)),
              .source = u"test"_s,
              .direction = CallDirection::Inbound,
              .state = CallState::Ringing,
              .remote = {.number = PhoneNumber::fromE164(u"+14165550142"), .rawNumber = u"+14165550142"_s},
              .startedAt = m_clock.now()};
    open(call, {.reason = PopReason::Shown, .mode = m_rules.mode == PopMode::Compact ? PopMode::Compact : PopMode::Card}, true);
}

std::chrono::milliseconds ScreenPop::stayOf(const Call &call) const
{
    if (call.isLive())
        return call.state == CallState::Ringing && m_rules.hideAfter ? std::chrono::milliseconds(*m_rules.hideAfter) : -1ms;
    return call.reason == EndReason::Missed || call.reason == EndReason::Voicemail ? m_rules.missedStays : m_rules.endedStays;
}

void ScreenPop::closeLater(const CallId &id)
{
    const std::shared_ptr<Open> entry = m_open.value(id);
    if (!entry)
        return;
    entry->timer.request_stop();
    entry->timer = {};
    std::chrono::milliseconds stay = stayOf(entry->card.call);
    if (entry->card.test && entry->card.call.isLive())
        stay = 10s; // nobody will ever end a rehearsal
    if (stay < 0ms || entry->card.pinned || entry->hovered)
        return;
    m_scope.start(closeAfter(id, stay, entry->timer.get_token()));
}

QCoro::Task<> ScreenPop::closeAfter(CallId id, std::chrono::milliseconds stay, std::stop_token stop)
{
    const Result<> waited = co_await m_clock.sleep(stay, stop);
    if (waited)
        hide(id);
}

QList<Card> ScreenPop::openCards() const
{
    QList<Card> cards;
    for (const CallId &id : m_order)
        cards.append(m_open.value(id)->card);
    return cards;
}

QList<DigestLine> ScreenPop::takeDigest()
{
    return std::exchange(m_digest, {});
}

QCoro::Task<> ScreenPop::stop()
{
    stopTimers();
    return m_scope.close();
}

} // namespace callcard
