#pragma once

#include <callcard/call.h>
#include <callcard/customer.h>
#include <callcard/message.h>

#include <QMetaType>
#include <QStringList>
#include <QTimeZone>

namespace callcard {

/// Who a call was with, as it was known then: the log stays readable when the directory changes. Only facts are linked, never guesses.
struct CustomerLink {
    CustomerId id{};
    QString name{};
    QString company{};
    bool operator==(const CustomerLink &) const = default;
};

/// How a missed call stopped waiting.
enum class Settling {
    Open,        ///< Still to call back. Also of calls that never waited.
    ReachedByMe, ///< The rep called and somebody talked.
    Colleague,   ///< A colleague reached or answered them.
    CalledAgain, ///< They called again and were answered.
    ByHand,      ///< The rep said done.
};

struct Settlement {
    Settling how{Settling::Open};
    QDateTime at{};
    QString by{};    ///< The colleague's name.
    CallId byCall{}; ///< The call that did it.
    bool operator==(const Settlement &) const = default;
};

/// What goes from the log to somebody else.
enum class Delivers { Note, Outcome, Rating, CallRecord };

/// One call as the log has it.
struct LogEntry {
    qint64 place{}; ///< Position in the history: later calls have greater ones. Where the next page goes on.
    Call call{};
    CustomerLink customer{}; ///< Empty id: nobody we know.
    QString note{};
    QString outcome{}; ///< Disposition.
    QStringList tags{};
    std::optional<double> rating{};
    bool isPrivate{}; ///< Its note and record go nowhere.
    QString recordingUrl{};
    QString transcription{};
    bool waiting{}; ///< Missed, and nobody reached them yet.
    Settlement settlement{};
    CallId settles{};        ///< A missed call that this one settled.
    QStringList countedAs{}; ///< Rows of the provider's history, not deleted: the figures count these. Only from entry().
    bool operator==(const LogEntry &) const = default;

    [[nodiscard]] bool isMissed() const
    {
        return call.direction == CallDirection::Inbound && call.state == CallState::Ended &&
               (call.reason == EndReason::Missed || call.reason == EndReason::Voicemail);
    }
};

/// A number of which the log does not know whose it is.
struct Stranger {
    PhoneNumber number;
    CallId newest{}; ///< The last call with it.
    bool operator==(const Stranger &) const = default;
};

/// When the card of a call got where.
struct CardReceipt {
    QDateTime eventTime{}; ///< The provider's clock.
    QDateTime receivedAt{};
    std::chrono::microseconds matching{};
    std::chrono::microseconds painting{}; ///< From receiving to painted.
    QString reason{};                     ///< popReasonName(): "shown", or why not.
    bool operator==(const CardReceipt &) const = default;
};

/// One change in the life of a call.
struct CallStep {
    QDateTime at{};
    CallState state{};
    EndReason reason{};
    QString detail{}; ///< Line, or who took it. From outside.
    bool operator==(const CallStep &) const = default;
};

struct Delivered {
    Delivers what{};
    QDateTime at{}; ///< Invalid: on its way.
    bool operator==(const Delivered &) const = default;
};

/// Everything about one call.
struct CallStory {
    LogEntry entry{};
    QList<CallStep> steps{};
    std::optional<CardReceipt> receipt{};
    QList<Delivered> deliveries{};
    QString toldNote{};      ///< The provider's note as it was last read.
    QStringList sentNotes{}; ///< Ours that were handed over since, oldest first.
    bool operator==(const CallStory &) const = default;
};

/// Something to come back to.
struct Reminder {
    enum class Kind { Reminder, Snooze, DialLater };
    qint64 id{};
    Kind kind{};
    CustomerLink customer{};
    CallParty party{};
    CallId call{}; ///< The missed call it postpones, where there is one.
    QString text{};
    QDateTime due{};
    bool operator==(const Reminder &) const = default;
};

/// A change that must still be handed to the outbox. Ask for the entry when you hand it over: it has the newest content.
struct UndeliveredMark {
    CallId call{};
    Delivers what{};
    qint64 revision{};
    bool operator==(const UndeliveredMark &) const = default;
};

/// A half-open span of a rep's history at one provider.
struct HistorySpan {
    QString source{};
    QString agentEmail{};
    QDateTime from{};
    QDateTime to{};
    QTimeZone zone{QTimeZone::utc()}; ///< The rep's calendar: which days become dirty.
};

/// A row of the provider's history. `call` carries what the provider says of it; joined with the live call of the same session.
struct HistoryRow {
    QString rowId{}; ///< The provider's, unique within its source.
    Call call{};
    QDate userDay{};
    QString outcomeWord{};
    bool inProgress{};
    QString note{};
    QString disposition{};
    QStringList tags{};
    std::optional<double> rating{};
    QString recordingUrl{};
    QString transcription{};
    QDateTime modifiedAt{};
    bool operator==(const HistoryRow &) const = default;
};

/// What a call counts by in a day's figures.
struct CountableCall {
    QString source{};
    QString rowId{};
    CallId call{};
    QString agentEmail{};
    CallDirection direction{};
    QString outcomeWord{};
    bool inProgress{};
    QDateTime startedAt{};
    QDate userDay{};
    std::chrono::seconds talkTime{};
    std::chrono::seconds holdTime{};
    QDateTime modifiedAt{};
    bool provisional{}; ///< Only seen live: the provider's history has not spoken. Shown at once, never delivered.
    bool operator==(const CountableCall &) const = default;
};
/// As a call counts until the provider's history has spoken.
[[nodiscard]] CountableCall countableFrom(const LogEntry &entry);

struct Countables {
    QList<CountableCall> calls{};
    QList<Message> texts{}; ///< Of the provider's history, without their text, deleted ones included.
    bool operator==(const Countables &) const = default;
};

/// A day of one rep at one source whose rows changed since it was last computed.
struct DirtyDay {
    QString source{};
    QString agentEmail{};
    QDate day{};
    qint64 revision{};
    bool operator==(const DirtyDay &) const = default;
};

/// What was read completely, and when.
struct ReadSpan {
    QDateTime from{};
    QDateTime to{};
    QDateTime readAt{};
    bool operator==(const ReadSpan &) const = default;
};

struct TakenHistory {
    int added{};
    int changed{};
    int vanished{};
    bool operator==(const TakenHistory &) const = default;
};

enum class HistoryFilter { All, Missed, Incoming, Outgoing, Voicemail };

struct HistoryQuery {
    HistoryFilter filter{HistoryFilter::All};
    QString text{}; ///< Words in any order: names, numbers, notes, outcomes, transcripts.
    QDateTime from{};
    QDateTime to{};
    CustomerId customer{};        ///< Calls of this customer…
    QList<PhoneNumber> numbers{}; ///< … and of these numbers.
    qint64 before{};              ///< LogEntry::place of the last row of the page before; 0: from the newest.
    int limit{100};
    bool operator==(const HistoryQuery &) const = default;
};

struct HistoryPage {
    QList<LogEntry> entries{};
    bool more{};
    bool operator==(const HistoryPage &) const = default;
};

/// One person of the history "By customer": the newest call and how many there are.
struct PersonEntry {
    LogEntry newest{};
    int calls{};
    bool operator==(const PersonEntry &) const = default;
};

struct PeoplePage {
    QList<PersonEntry> people{};
    bool more{};
    bool operator==(const PeoplePage &) const = default;
};

struct LogTotals {
    int calls{};
    int answered{};
    int missed{};
    int waiting{}; ///< To call back.
    std::chrono::seconds talk{};
    int textsSent{};
    int textsReceived{};
    bool operator==(const LogTotals &) const = default;
};

} // namespace callcard

Q_DECLARE_METATYPE(callcard::UndeliveredMark)
Q_DECLARE_METATYPE(callcard::Delivers)
