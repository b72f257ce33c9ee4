#pragma once

#include <callcard/callevent.h>
#include <callcard/clock.h>

#include <QHash>
#include <QObject>

#include <deque>
#include <memory>

namespace callcard {

/// Folds events of every source into calls. The same facts give the same calls, whatever their order, however often they
/// come. Emits one signal for an event that changed a call and none for one that did not, before onEvent() returns.
class CallTracker final : public QObject
{
    Q_OBJECT

public:
    explicit CallTracker(Clock &clock, QObject *parent = nullptr);
    ~CallTracker() override;

    void onEvent(const callcard::CallEvent &event);

    /// The provider's list of what is live at a moment. A live call of that source that it does not name, and of which
    /// nothing newer was heard, is over.
    void onSnapshot(const QString &source, const QDateTime &takenAt, const QList<CallEvent> &live);

    /// A provider has no trace of the call any more.
    void settleAsGone(const CallId &id);
    /// It rings in silence and the provider cannot be asked: it ends for an unknown reason, until somebody tells of it again.
    void settleAsLost(const CallId &id);
    /// As onEvent(), of what happened while nobody could tell: see tellsOfThePast().
    void onPastEvent(const callcard::CallEvent &event);
    /// While callChanged() is emitted: it is not happening now.
    [[nodiscard]] bool tellsOfThePast() const { return m_past; }
    /// Likewise: when it happened, by the provider's clock. Invalid where that is not told, or the provider was asked.
    [[nodiscard]] QDateTime happenedAt() const { return m_happenedAt; }

    [[nodiscard]] std::optional<Call> call(const CallId &id) const;
    /// The call that an event would belong to, under whatever name.
    [[nodiscard]] std::optional<Call> callOf(const CallEvent &event) const;
    [[nodiscard]] QList<Call> liveCalls() const;
    /// In this state, and silent for so long that the provider has to be asked.
    [[nodiscard]] QList<Call> quietCalls(CallState state, std::chrono::seconds silence) const;
    /// Forgets calls that ended a while ago. Late facts about them are ignored for an hour.
    void prune();

    struct Counters {
        qint64 events = 0;
        qint64 repeated = 0;
        qint64 unknownWords = 0;
        qint64 dropped = 0; ///< Beyond a bound, or about a call long forgotten.
        bool operator==(const Counters &) const = default;
    };
    [[nodiscard]] Counters counters() const { return m_counters; }

Q_SIGNALS:
    void callChanged(const callcard::Call &call);
    /// As callMerged(), before the call is told under the other name: for whoever shows it.
    void callMerging(const callcard::CallId &from, const callcard::CallId &into);
    /// Two sessions turned out to be one call: `from` is now part of `into`.
    void callMerged(const callcard::CallId &from, const callcard::CallId &into);

private:
    struct Session;
    Session *sessionFor(const CallEvent &event);
    void link(const QString &source, const QString &session, const QString &movedTo);
    void enter(const QString &key, const std::shared_ptr<Session> &session);
    void forget(const std::shared_ptr<Session> &session);
    void countIfOver(Session &session);
    void refold(Session &session);
    void endOpenLegs(Session &session, EndReason reason);
    [[nodiscard]] QString rootOf(QString session) const;

    Clock &m_clock;
    QHash<QString, std::shared_ptr<Session>> m_sessions; // by every id of theirs
    QHash<QString, QString> m_movedFrom;                 // session → the session that it continues
    QHash<quint64, std::chrono::milliseconds> m_forgotten;
    std::deque<QString> m_ended; // sessions that are over, oldest first
    Counters m_counters;
    bool m_past = false;
    bool m_asked = false; ///< The provider was: what it says is of now.
    QDateTime m_happenedAt;
};

} // namespace callcard
