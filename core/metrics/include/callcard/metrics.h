#pragma once

#include <callcard/call.h>
#include <callcard/dailymetrics.h>

#include <QTimeZone>

namespace callcard {

/// What a settled call counts as. Words are compared whole and without regard to case: "Unanswered" contains "answered".
enum class Outcome {
    InProgress, ///< Not settled: waits, counts nowhere.
    Connected,
    Missed, ///< Incoming; voicemail is one of these as well.
    Voicemail,
    NotConnected, ///< Outgoing.
    Elsewhere,    ///< A colleague took it: a call of the day, nobody's miss.
    Failed,       ///< Failed, blocked, restricted.
    Unknown,      ///< A word we do not know: counted as a call, in a bucket of its own.
};

/// One row of the provider's history, as the figures see it.
struct CountedCall {
    QString source{}; ///< "justcall" or "ringcentral"
    QString rowId{};  ///< The provider's; a call is counted once, however often it is reported.
    QString agentEmail{};
    CallDirection direction{};
    QString outcomeWord{};
    bool inProgress{};
    QDateTime startedAt{}; ///< UTC
    QDate userDay{};       ///< The day the provider files it under, where it says so; it wins over the zone.
    std::chrono::seconds talkTime{};
    std::chrono::seconds holdTime{};
    QDateTime modifiedAt{}; ///< Of two reports of one row the later counts.
    bool operator==(const CountedCall &) const = default;
};

struct CountedText {
    QString source{};
    QString rowId{};
    QString agentEmail{};
    CallDirection direction{};
    QDateTime sentAt{};
    QDate userDay{};
    bool deleted{};
    QDateTime modifiedAt{};
    bool operator==(const CountedText &) const = default;
};

/// Whose figures, and by which calendar.
struct Rep {
    QString email{};
    QTimeZone zone{}; ///< Always valid: whoever does not know it must find out or say so.
};

[[nodiscard]] Outcome outcomeOf(const CountedCall &call);
[[nodiscard]] QString outcomeName(Outcome outcome);
/// A provider's word as a key of DailyMetrics::byStatus: "Answered", whichever way it was spelled this time.
[[nodiscard]] QString statusLabel(const QString &word);

/// Of every row its newest report, in no particular order. The choice never depends on the order of the reports.
[[nodiscard]] QList<CountedCall> newestReports(const QList<CountedCall> &calls);
[[nodiscard]] QList<CountedText> newestReports(const QList<CountedText> &texts);
/// A call belongs to the rep whose e-mail it carries, trimmed and in any case; an empty one belongs to nobody.
[[nodiscard]] bool belongsTo(const Rep &rep, const QString &agentEmail);

/// The civil day of a call or text in the rep's calendar.
[[nodiscard]] QDate civilDay(const QDate &userDay, const QDateTime &instant, const QTimeZone &zone);

/// The first instant of a civil day, also where midnight comes twice or not at all.
[[nodiscard]] QDateTime dayStart(const QDate &day, const QTimeZone &zone);

/// The figures of every day and source of the range (both ends included) in which the rep has a call or a text, ordered by
/// day and source. A pure function of the set: order and repetition of the rows change nothing.
[[nodiscard]] QList<DailyMetrics> dailyMetrics(const QList<CountedCall> &calls, const QList<CountedText> &texts, const Rep &rep,
                                               const QDate &from, const QDate &to);

} // namespace callcard
