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

void ScreenPop::setRules(const PopRules &rules)
{
    m_rules = rules;
}

void ScreenPop::pauseUntil(const std::optional<QDateTime> &until)
{
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
    Q_EMIT
    quietChanged();
    endQuiet();
}

void ScreenPop::awaitQuietEnd()
{
    if (!m_waitingForQuietEnd)
        m_scope.start(announceDigest(m_scope.stopToken()));
}

void ScreenPop::endQuiet()
{
    if (isQuietNow())
        return;
    Q_EMIT
    quietEnded();
    if (!m_digest.isEmpty())
        Q_EMIT
    digestReady();
}

std::optional<QDateTime> ScreenPop::quietUntilNow() const
{
    const QDateTime now = m_clock.now();
    std::optional<QDateTime> until = quietUntil(m_rules, now);
    if (m_pausedUntil && now < *m_pausedUntil && (!until || *until < *m_pausedUntil))
        until = m_pausedUntil;
    return until;
}

void ScreenPop::onCallChanged(const Call &call)
{
    m_received.start();
    if (const auto known = m_open.constFind(call.id); known != m_open.constEnd()) {
        const std::shared_ptr<Open> entry = *known; // a listener may close the card
        update(*entry, call);
        return;
    }
    if (m_last && m_last->call.id == call.id)
        m_last->call = call; // it may be asked for again, and must not say then what is no longer so
    if (const auto judged = m_judged.find(call.id); judged != m_judged.end()) {
        // Judged before, shown or dismissed: one call, one card. The log may still correct it long after it ended.
        if (call.isLive() || judged->over)
            return;
        const PopReason reason = judged->reason;
        remember(call, reason);
        if (isQuiet(reason))
            addToDigest(call);
        return;
    }
    judgeNew(call, false);
}

void ScreenPop::onPastCallChanged(const Call &call)
{
    if (!call.isLive() || m_open.contains(call.id) || m_judged.contains(call.id))
        onCallChanged(call);
    else
        judgeNew(call, true);
}

void ScreenPop::judgeNew(const Call &call, bool past)
{
    const PopSituation situation{.now = m_clock.now(), .pausedUntil = m_pausedUntil, .doNotDisturb = m_doNotDisturb};
    PopVerdict verdict = judge(call, m_rules, situation);
    const bool missed = call.reason == EndReason::Missed || call.reason == EndReason::Voicemail;
    // Heard of when it was over: only a miss is worth a card, and only a fresh one.
    if (!call.isLive() && verdict.reason == PopReason::Shown &&
        (!missed || !isFresh(call, situation.now) || call.direction == CallDirection::Outbound))
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
    m_judged.insert(call.id, {.reason = reason, .over = !call.isLive()});
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
    if (!card.call.withheld)
        card.who = m_lookup.whoIs(card.call.remote);
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
    const auto over =
        std::find_if(m_order.crbegin(), m_order.crend(), [this](const CallId &id) { return !m_open.value(id)->card.call.isLive(); });
    close(over == m_order.crend() ? m_order.last() : CallId(*over));
}

void ScreenPop::update(Open &entry, const Call &call)
{
    const bool callerKnownOnlyNow = !entry.card.call.remote.number && call.remote.number;
    const bool stateChanged = entry.card.call.state != call.state || entry.card.call.reason != call.reason;
    entry.card.call = call;
    if ((callerKnownOnlyNow && entry.card.who.facts.isEmpty()) || entry.card.who.problem) {
        std::chrono::microseconds took{};
        look(entry.card, took);
    }
    m_last = entry.card;
    Q_EMIT
    cardChanged(entry.card);
    if (stateChanged)
        closeLater(call.id);
}

void ScreenPop::onCallMerged(const CallId &from, const CallId &into)
{
    if (m_last && m_last->call.id == from) { // nobody will tell of it under this name any more
        m_last.reset();
        if (const std::shared_ptr<Open> entry = m_open.value(into))
            m_last = entry->card;
    }
    if (!m_open.contains(from))
        return;
    const Call call = m_open.value(from)->card.call;
    close(from);
    if (m_open.contains(into))
        note({.call = call}, PopReason::SameCall, 0us);
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
    auto entry = std::make_shared<Open>();
    entry->card = *m_last;
    entry->card.pinned = !entry->card.call.isLive(); // what still rings goes when it ends, as any card does
    entry->card.again = true;
    entry->card.shownAt = m_clock.now();
    m_open.insert(entry->card.call.id, entry);
    m_order.prepend(entry->card.call.id);
    Q_EMIT
    cardOpened(entry->card);
    closeLater(entry->card.call.id);
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
        close(id);
}

void ScreenPop::close(const CallId &id)
{
    const std::shared_ptr<Open> entry = m_open.take(id);
    if (!entry)
        return;
    m_order.removeOne(id);
    m_unpainted.remove(id);
    remember(entry->card.call, PopReason::Shown);
    entry->timer.request_stop();
    Q_EMIT
    cardClosed(id);
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
