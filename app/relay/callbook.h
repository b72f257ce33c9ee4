#pragma once

#include "aicall.h"
#include "roster.h"

#include <callcard/callstream.h>
#include <callcard/calltracker.h>
#include <callcard/eventlog.h>

#include <deque>
#include <map>
#include <string>
#include <variant>

namespace callcard::twilio {
struct Callback;
}

namespace callcard::relay {

/// One event of one rep's stream. Ids grow over the whole relay; those of one rep have gaps.
struct StreamEvent {
    quint64 id{};
    std::shared_ptr<const std::string> frame{}; ///< As it goes over the wire.
};

/// Who is to hear what: folds the log's records into each rep's calls, texts and recordings. The same records in the same order give the
/// same events under the same ids, so that a reader may go on where it was, after a restart and at another node. Serving thread only.
class CallBook
{
public:
    struct Bounds {
        std::size_t bytes = 192 * 1024 * 1024; ///< Of everybody's events; what was told first goes first.
        std::size_t reps = 20'000;
    };
    /// The clock outlives us.
    CallBook(const QList<RelayUser> &users, QString region, Clock &clock, Bounds bounds);
    CallBook(const QList<RelayUser> &users, QString region, Clock &clock);
    ~CallBook();

    /// Returns whose streams have something new.
    QStringList take(const LoggedRecord &record);
    /// Behind everything taken so far.
    [[nodiscard]] quint64 position() const { return m_position; }

    /// What is kept of a rep's events, oldest first.
    [[nodiscard]] const std::deque<StreamEvent> &events(const QString &email) const;
    /// Whether everything behind that id is still there for this rep.
    [[nodiscard]] bool reachesBack(const QString &email, quint64 id) const { return id <= m_position && id >= oldest(email); }
    /// The id behind which nothing is missing.
    [[nodiscard]] quint64 oldest(const QString &email) const;
    /// From that log, in which nothing is before that record any more.
    void beginsAt(quint64 sequence, const LogIdentity &log);
    /// What the log forgot meanwhile need not be remembered here.
    void forgetBefore(quint64 sequence);

    /// An id as readers see and remember it: its place, and which log it is a place of. Ids compare as their places do.
    [[nodiscard]] QByteArray idText(quint64 id) const;
    /// Nothing for what is no place in this log.
    [[nodiscard]] std::optional<quint64> placeOf(QByteArrayView idText) const;

    /// {"calls":[…]} of what lives; whoever has been silent for too long counts as over.
    [[nodiscard]] QByteArray activeCalls(const QString &email) const;
    /// How an AI call stands, as the stream tells it; nothing when there is none of that id.
    [[nodiscard]] std::optional<QByteArray> callOf(const QString &email, const QString &sessionId) const;
    /// The last that is known of an AI call.
    [[nodiscard]] std::optional<AiCallStep> aiCall(const QString &id) const;
    /// Those that were to be placed longer ago than that, and nobody said what became of them.
    [[nodiscard]] QList<AiCallStep> orphans(std::chrono::seconds age) const;
    /// Forgets what is long over.
    void prune();

    struct Counters {
        quint64 records = 0;
        quint64 unreadable = 0;
        quint64 unrouted = 0; ///< Told of nobody we know.
        quint64 events = 0;
    };
    [[nodiscard]] const Counters &counters() const { return m_counters; }

private:
    struct Rep;
    using News = std::variant<CallEvent, Message, CallRecording>;
    struct Addressed {
        QString email;
        News news;
    };
    [[nodiscard]] QList<Addressed> justCallFacts(const Delivery &delivery);
    [[nodiscard]] QList<Addressed> ringCentralFacts(const Delivery &delivery);
    [[nodiscard]] QList<Addressed> twilioFacts(const Delivery &delivery, const QDateTime &receivedAt);
    [[nodiscard]] QList<Addressed> aiCallFacts(const Delivery &delivery);
    [[nodiscard]] QList<Addressed> textFor(const Message &text, const QString &agentId);
    [[nodiscard]] QList<Addressed> recordingFor(const twilio::Callback &callback, QStringList emails, const QDateTime &at);
    [[nodiscard]] CallRecording ofRep(CallRecording recording, const QString &email) const;
    void keepUnclaimed(const QString &session, const News &news);
    [[nodiscard]] QList<Addressed> claimed(const QString &session, const QString &email);
    Rep &rep(const QString &email);
    [[nodiscard]] QStringList told(const QString &session) const { return m_told.value(session); }
    void noteTold(const QString &session, const QString &email);
    [[nodiscard]] bool takesPart(const QString &email, const QString &twilioSession) const;
    [[nodiscard]] CallId twilioCall(const QString &email, const QString &session) const;
    void publish(Rep &rep, const Call &call, const QDateTime &at);
    void publish(Rep &rep, const char *type, const QByteArray &json);
    void forgetFirst(Rep &rep);

    const Roster m_roster;
    const QString m_region;
    Clock &m_clock;
    std::map<QString, std::unique_ptr<Rep>> m_reps;
    QHash<QString, QStringList> m_told; ///< Session → who heard of it.
    std::deque<QString> m_toldInOrder;
    QHash<QString, AiCallStep> m_aiCalls;
    std::deque<QString> m_aiCallsInOrder;
    QHash<QString, QList<News>> m_unclaimed; ///< Session → what came before anybody knew whose call it is.
    std::deque<QString> m_unclaimedInOrder;
    const Bounds m_bounds;
    std::size_t m_bytes = 0;
    std::deque<std::pair<quint64, Rep *>> m_inOrder; ///< Everybody's events, as they were told; some are forgotten already.
    LogIdentity m_log;
    quint64 m_position = 0;
    quint64 m_beginning = 0;
    quint64 m_sequence = 0; ///< Of the record being taken.
    int m_index = 0;        ///< Of the next event within it.
    Counters m_counters;
};

} // namespace callcard::relay
