#pragma once

#include <callcard/figuresstore.h>
#include <callcard/goal.h>
#include <callcard/pace.h>
#include <callcard/personnow.h>
#include <callcard/result.h>

#include <QDateTime>
#include <QList>

#include <optional>

namespace callcard::ui {

enum class TeamSpan { Today, Week, Month, Range };

/// What the page is asked about.
struct TeamChoice {
    TeamSpan span{TeamSpan::Today};
    DayRange range{}; ///< Of Range only; not valid: this quarter.
    bool operator==(const TeamChoice &) const = default;
};
/// Up to its end, also where that is still to come.
[[nodiscard]] DayRange rangeOf(const TeamChoice &choice, const QDate &today);

/// One figure of a person in the chosen span, and how it stands.
struct TeamFigure {
    std::optional<double> value{}; ///< Nothing: there is no document of any of its days.
    std::optional<double> target{};
    Pace pace{};
    bool operator==(const TeamFigure &) const = default;
};

struct TeamRow {
    UserId id{};
    QString name{};
    QString email{};
    bool isSelf{};
    TeamFigure calls{};
    TeamFigure talk{}; ///< Minutes.
    TeamFigure texts{};
    std::optional<int> incoming{};       ///< Where the documents tell.
    std::optional<int> answered{};       ///< Likewise, of all of those calls.
    std::optional<int> connected{};      ///< Likewise, of all calls.
    QList<std::optional<double>> days{}; ///< Calls of the last ten working days.
    QDateTime updatedAt{};               ///< Of the newest of the person's documents.
    std::optional<Error> problem{};
    bool loading{};
    QDateTime syncedAt{};               ///< When their calls were read last, where that is told.
    std::optional<PersonNow> present{}; ///< Nothing: no phone service here tells such a thing.
    QDateTime presentAt{};
    bool operator==(const TeamRow &) const = default;

    [[nodiscard]] bool isCounted() const { return calls.value.has_value(); }
};

struct TeamFacts {
    QDateTime now{};
    DayRange range{};
    QList<TeamRow> rows{};
    QDateTime readAt{};             ///< When Firestore answered last.
    std::optional<Error> trouble{}; ///< It does not answer: what was read before stays.
    bool reading{};
    std::optional<Error> presenceTrouble{}; ///< Why it is not known of everybody who is on a call.
    QString presenceSource{};               ///< Whose trouble that is.
    QDate today{};                          ///< In the reader's zone.
    QDate first{};                          ///< Further back nothing is asked for.
};

/// What the person does now: what was told a while ago is not known any more.
[[nodiscard]] PersonNow personNow(const TeamRow &row, const QDateTime &now);
/// The newest trace of that person's calls having been read: a document of theirs, or the stamp of a sync that found nothing new.
[[nodiscard]] QDateTime freshAt(const TeamRow &row);

/// A document of Firestore, as far as the table reads it.
struct TeamDocument {
    QString type{};
    QDate day{};
    QString source{};
    double value{};
    QDateTime updatedAt{};
    std::optional<int> inbound{};   ///< Of the day's calls, where the document tells.
    std::optional<int> answered{};  ///< Of those that came in, likewise; who was not missed may have been a colleague's.
    std::optional<int> connected{}; ///< Of all, likewise.
    bool operator==(const TeamDocument &) const = default;
};

/// Of a phone service, and a value that a count can have.
[[nodiscard]] bool isFigure(const TeamDocument &document);

/// How a person stands in a span, from the documents of Firestore whoever wrote them. Documents of other sources than a phone service are
/// left out, and so are values that no count can have.
struct TeamSpanOfTime {
    DayRange range{};
    std::optional<GoalPeriod> period{}; ///< Whose goals belong to it.
    QDateTime now{};
    QTimeZone zone{QTimeZone::utc()};
    BusinessHours hours{};
};
/// In two steps: the sums, which are the same as long as documents, span and day are; and how they stand now, which takes no time.
[[nodiscard]] TeamRow teamSums(const TeamMember &member, const QList<TeamDocument> &figures, const TeamSpanOfTime &span);
void takePace(TeamRow &row, const QList<Goal> &goals, const TeamSpanOfTime &span);
[[nodiscard]] TeamRow teamRow(const TeamMember &member, const QList<TeamDocument> &figures, const QList<Goal> &goals,
                              const TeamSpanOfTime &span);

/// Sums over those who are counted; rates are recomputed from sums, never averaged.
struct TeamTotals {
    int people{};
    int counted{};
    double calls{};
    double talk{};
    double texts{};
    std::optional<double> callsTarget{}; ///< Of those who have one and are counted.
    std::optional<double> talkTarget{};
    std::optional<double> textsTarget{};
    int incoming{};
    std::optional<double> answerRate{};     ///< Of those people only whose documents tell.
    int answeredOf{};                       ///< How many incoming calls that is.
    std::optional<double> connectionRate{}; ///< Likewise.
    int connectedOf{};                      ///< How many calls that is.
    QList<std::optional<double>> days{};    ///< Calls of the last ten working days of everybody: a gap where somebody's are missing.
    bool operator==(const TeamTotals &) const = default;
};
[[nodiscard]] TeamTotals teamTotals(const QList<TeamRow> &rows);

} // namespace callcard::ui
