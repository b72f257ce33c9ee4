#pragma once

#include <callcard/callerlookup.h>
#include <callcard/callermemory.h>
#include <callcard/clock.h>
#include <callcard/poprules.h>

#include <QElapsedTimer>
#include <QHash>
#include <QObject>

#include <deque>

namespace callcard {

/// What the card of a call shows now.
struct Card {
    Call call{};
    WhoIs who{};
    Memory memory{};
    PopMode mode{PopMode::Card};
    bool pinned{};
    QDateTime shownAt{};
    bool test{}; ///< A rehearsal; says so.
    bool operator==(const Card &) const = default;
};

/// What was decided about one call, and when each step happened.
struct PopDecision {
    CallId call{};
    PopReason reason{};
    QString source{};
    QString lineName{};
    CallDirection direction{};
    CallParty caller{};
    bool withheld{};
    CustomerId customer{}; ///< Of the best match.
    QString customerName{};
    std::optional<Confidence> confidence{}; ///< Of the best match; absent: nobody was found, or nobody was looked for.
    int matches{};
    bool unasked{};        ///< The directory could not be asked: nobody knows whether somebody is known.
    bool digest{};         ///< Told after the quiet.
    QDateTime eventTime{}; ///< The provider's.
    QDateTime receivedAt{};
    std::chrono::microseconds matching{};
    std::optional<std::chrono::microseconds> painted{}; ///< Since it was received; absent until the card stands on the screen.
    bool test{};
    bool operator==(const PopDecision &) const = default;
};

struct DigestLine {
    Call call{};
    QString customerName{};
    int times{1};
    bool operator==(const DigestLine &) const = default;
};

/// Turns changes of calls into cards: which are shown, what they show, when and why they close. At most one signal for a
/// change, in the order of arrival, before onCallChanged() returns; nothing between an event and its card waits.
class ScreenPop final : public QObject
{
    Q_OBJECT

public:
    /// All of them outlive us.
    ScreenPop(const CallerLookup &lookup, const CallerMemory &memory, Clock &clock, QObject *parent = nullptr);
    ~ScreenPop() override;

    void setRules(const PopRules &rules);
    [[nodiscard]] const PopRules &rules() const { return m_rules; }
    void pauseUntil(const std::optional<QDateTime> &until);
    void setDoNotDisturb(bool on);
    /// Cards come again, whatever made it quiet: a pause is over, and of quiet hours or the desktop's wish the rest is not kept.
    void endQuietNow();
    /// Until when nothing pops, for the tray; empty when cards are on.
    [[nodiscard]] std::optional<QDateTime> quietUntilNow() const;
    [[nodiscard]] bool isQuietNow() const { return isDoNotDisturb() || quietUntilNow().has_value(); }
    /// Something waits for the end of the quiet: quietEnded() tells.
    void awaitQuietEnd();
    /// When the quiet began for whose end something was waited first.
    [[nodiscard]] QDateTime quietSince() const { return m_quietSince; }

    void onCallChanged(const callcard::Call &call);
    /// A source tells of what happened while it could not: what it says of a call that nobody heard of is no news that rings.
    void onPastCallChanged(const callcard::Call &call);
    /// A source that tells of a call this long after it began tells it as early as it can.
    void setTellsWithin(const QString &source, std::chrono::seconds delay) { m_tellsWithin.insert(source, delay); }
    /// An open card goes on under the other name; never a second one for the same call.
    void onCallMerged(const callcard::CallId &from, const callcard::CallId &into);
    /// The directory or the rep's choice changed: look again. The name never changes from one person to another by itself.
    void refresh(const callcard::CallId &id, bool chosenByRep);

    void dismiss(const callcard::CallId &id);
    void setPinned(const callcard::CallId &id, bool pinned);
    /// While the pointer is over a card it does not close.
    void setHovered(const callcard::CallId &id, bool hovered);
    void showLast();
    /// A rehearsal along the real path.
    void showTestCall();
    /// The card stands on the screen: the last step of its receipt.
    void onPainted(const callcard::CallId &id);
    [[nodiscard]] bool hasLastCard() const { return m_last.has_value(); }
    [[nodiscard]] bool isDoNotDisturb() const { return m_doNotDisturb && !m_disturbAllowed; }
    [[nodiscard]] bool isOpen(const CallId &id) const { return m_open.contains(id); }

    struct Counters {
        qint64 shown = 0;
        qint64 painted = 0;
        bool operator==(const Counters &) const = default;
    };
    [[nodiscard]] Counters counters() const { return m_counters; }
    [[nodiscard]] QList<Card> openCards() const; ///< Newest first.
    [[nodiscard]] const std::deque<PopDecision> &decisions() const { return m_decisions; }
    [[nodiscard]] QList<DigestLine> takeDigest();
    [[nodiscard]] QCoro::Task<> stop();

Q_SIGNALS:
    void cardOpened(const callcard::Card &card);
    void cardChanged(const callcard::Card &card);
    void cardClosed(const callcard::CallId &id);
    /// What stands as `from` goes on as `into`. Where both stood there, they are one now.
    void cardRenamed(const callcard::CallId &from, const callcard::CallId &into);
    void decided(const callcard::PopDecision &decision);
    void receiptCompleted(const callcard::PopDecision &decision); ///< Its card was painted, or it came into the digest.
    void quietChanged();                                          ///< Paused, resumed, or the desktop wants quiet.
    void quietEnded();                                            ///< What was held can be told now, the digest too.

private:
    struct Open {
        Card card;
        bool hovered = false;
        std::stop_source timer;
    };
    void judgeNew(const Call &call, bool past);
    void open(const Call &call, const PopVerdict &verdict, bool test = false);
    [[nodiscard]] bool isFresh(const Call &call, const QDateTime &now) const;
    void addToDigest(const Call &call);
    void endQuiet();
    [[nodiscard]] QDateTime quietBegan() const;
    [[nodiscard]] PopSituation situation() const;
    void remember(const Call &call, PopReason reason);
    void update(const std::shared_ptr<Open> &entry, const Call &call);
    void close(const CallId &id);
    /// Its time is over, or room was needed; the call is not: what happens next to it brings the card back.
    void hide(const CallId &id);
    void takeAway(const CallId &id, bool hidden);
    void bringBack(Card card);
    [[nodiscard]] bool isWorthReturning(const Call &call) const;
    void makeRoom();
    void stopTimers();
    void closeLater(const CallId &id);
    QCoro::Task<> closeAfter(CallId id, std::chrono::milliseconds stay, std::stop_token stop);
    QCoro::Task<> announceDigest(std::stop_token stop);
    void note(const Card &card, PopReason reason, std::chrono::microseconds matching);
    void look(Card &card, std::chrono::microseconds &took) const;
    [[nodiscard]] std::chrono::milliseconds stayOf(const Call &call) const;

    const CallerLookup &m_lookup;
    const CallerMemory &m_memory;
    Clock &m_clock;
    PopRules m_rules;
    std::optional<QDateTime> m_pausedUntil;
    QDateTime m_pausedSince;
    bool m_doNotDisturb = false;
    bool m_disturbAllowed = false; ///< Until the desktop asks for quiet anew.
    QDateTime m_disturbSince;
    QDateTime m_hoursLifted; ///< Until then the quiet hours are not kept.
    QDateTime m_quietSince;
    QHash<CallId, std::shared_ptr<Open>> m_open;
    QList<CallId> m_order; // newest first
    struct Judged {
        PopReason reason{};
        bool over{};
        std::optional<Card> hidden{}; ///< As it went away by itself, while its call went on.
    };
    QHash<CallId, Judged> m_judged; // so that each call is judged once
    std::deque<CallId> m_over;      // oldest first
    std::optional<Card> m_last;
    QElapsedTimer m_received;                 // of the event that is being worked on
    QHash<CallId, QElapsedTimer> m_unpainted; // cards that nobody sees yet
    std::deque<PopDecision> m_decisions;
    Counters m_counters;
    QList<DigestLine> m_digest;
    QHash<QString, std::chrono::seconds> m_tellsWithin;
    bool m_waitingForQuietEnd = false;
    int m_tests = 0;
    TaskScope m_scope;
};

} // namespace callcard

Q_DECLARE_METATYPE(callcard::Card)
Q_DECLARE_METATYPE(callcard::PopDecision)
