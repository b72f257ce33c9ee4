#include "teamtexts.h"

#include <callcard/ui/errortexts.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/terms.h>

#include <QCoreApplication>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
struct TeamText {
    Q_DECLARE_TR_FUNCTIONS(TeamText)
};
constexpr auto kFreshFor = std::chrono::hours(24);

QString counted(const std::optional<double> &value)
{
    return figureText(value ? std::optional(static_cast<qint64>(std::llround(*value))) : std::nullopt);
}

/// "On a call, 20 s ago"; what is not known has no age.
QString nowWithAge(const TeamRow &row, const QDateTime &now, const TimeTexts &times)
{
    const PersonNow what = personNow(row, now);
    if (what == PersonNow::Unknown)
        return teamNowWord(what);
    //: %1: "On a call", %2: "20 s ago"
    return TeamText::tr("%1, %2").arg(teamNowWord(what), times.age(row.presentAt, now));
}

QString minutes(const std::optional<double> &value)
{
    return value ? summedLength(std::chrono::seconds(static_cast<qint64>(std::llround(*value)) * 60)) : figureText(std::nullopt);
}
} // namespace

QString teamColumnName(TeamColumn column)
{
    switch (column) {
    case TeamColumn::Person:
        return TeamText::tr("Person");
    case TeamColumn::Calls:
        return TeamText::tr("Calls, against pace");
    case TeamColumn::Talk:
        return TeamText::tr("Talk");
    case TeamColumn::Texts:
        return TeamText::tr("Texts");
    case TeamColumn::Answered:
        return TeamText::tr("Answered");
    case TeamColumn::Incoming:
        return TeamText::tr("Incoming");
    case TeamColumn::Average:
        return TeamText::tr("Talk a call");
    case TeamColumn::Days:
        return TeamText::tr("10 work days");
    case TeamColumn::Fresh:
        return TeamText::tr("How fresh");
    case TeamColumn::Now:
        //: Column: free, on a call, away
        return TeamText::tr("Right now");
    case TeamColumn::Synced:
        return TeamText::tr("Last sync");
    case TeamColumn::Connected:
        //: Column: how many of all calls were answered by a person
        return TeamText::tr("Connected");
    }
    Q_UNREACHABLE();
}

QString teamPerson(const TeamRow &row)
{
    return row.name.isEmpty() ? row.email : row.name;
}

std::optional<double> teamAverageSeconds(const TeamRow &row)
{
    if (!row.talk.value || row.calls.value.value_or(0) <= 0)
        return std::nullopt;
    return *row.talk.value * 60 / *row.calls.value;
}

bool isTeamStale(const TeamRow &row, const QDateTime &now)
{
    const QDateTime fresh = freshAt(row);
    return row.problem || !fresh.isValid() || fresh.secsTo(now) > std::chrono::seconds(kFreshFor).count();
}

QString teamCell(const TeamRow &row, TeamColumn column, const QDateTime &now, const TimeTexts &times)
{
    switch (column) {
    case TeamColumn::Person:
        return teamPerson(row);
    case TeamColumn::Calls:
        return counted(row.calls.value);
    case TeamColumn::Talk:
        return minutes(row.talk.value);
    case TeamColumn::Texts:
        return counted(row.texts.value);
    case TeamColumn::Answered:
        if (row.isCounted() && !row.answered)
            //: The documents do not say how many calls were answered
            return TeamText::tr("not told");
        return row.incoming.value_or(0) > 0 && row.answered ? percentText(double(*row.answered) / *row.incoming) : figureText(std::nullopt);
    case TeamColumn::Incoming:
        return figureText(row.incoming ? std::optional<qint64>(*row.incoming) : std::nullopt);
    case TeamColumn::Average: {
        const std::optional<double> average = teamAverageSeconds(row);
        return average ? callLength(std::chrono::seconds(std::llround(*average))) : figureText(std::nullopt);
    }
    case TeamColumn::Days:
        return {};
    case TeamColumn::Connected:
        if (row.isCounted() && !row.connected)
            return TeamText::tr("not told");
        return row.connected && row.calls.value.value_or(0) > 0 ? percentText(*row.connected / *row.calls.value) : figureText(std::nullopt);
    case TeamColumn::Now:
        return row.present ? nowWithAge(row, now, times) : figureText(std::nullopt);
    case TeamColumn::Synced:
        return row.syncedAt.isValid() ? times.age(row.syncedAt, now) : figureText(std::nullopt);
    case TeamColumn::Fresh:
        break;
    }
    if (row.problem)
        return errorText(*row.problem, serviceName(u"firestore"_s), now, times).happened;
    const QDateTime fresh = freshAt(row);
    if (!fresh.isValid())
        return row.loading ? TeamText::tr("Still being read") : terms::notRead();
    if (isTeamStale(row, now))
        //: %1: a moment, "Wed 5:40 PM"
        return TeamText::tr("Not read since %1").arg(times.moment(fresh, now));
    return times.age(fresh, now);
}

QString teamNowWord(PersonNow what)
{
    switch (what) {
    case PersonNow::Free:
        //: A person of the team who is not on the phone
        return TeamText::tr("Free");
    case PersonNow::OnCall:
        return TeamText::tr("On a call");
    case PersonNow::Away:
        return TeamText::tr("Away");
    case PersonNow::Unknown:
        break;
    }
    //: Whether a person is on the phone
    return TeamText::tr("Not known");
}

QString teamHint(const TeamRow &row, TeamColumn column, const QDateTime &now, const TimeTexts &times)
{
    QStringList parts;
    if (column == TeamColumn::Person) {
        if (!row.name.isEmpty())
            parts += row.email;
        if (row.present)
            parts += nowWithAge(row, now, times);
    } else if (column == TeamColumn::Fresh) {
        if (isTeamStale(row, now)) // which may be cut in the cell
            parts += teamCell(row, column, now, times);
        if (row.updatedAt.isValid())
            //: %1: "12 s ago"
            parts += TeamText::tr("Documents of %1").arg(times.age(row.updatedAt, now));
        if (row.syncedAt.isValid())
            //: %1: "12 s ago"
            parts += TeamText::tr("Last sync %1").arg(times.age(row.syncedAt, now));
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString teamSaying(const TeamRow &row, TeamColumn column, const QDateTime &now, const TimeTexts &times)
{
    const QString cell = teamCell(row, column, now, times);
    if (column == TeamColumn::Person)
        return row.present ? TeamText::tr("%1, %2").arg(cell, nowWithAge(row, now, times)) : cell;
    if (column == TeamColumn::Now || column == TeamColumn::Synced) {
        const bool isTold = column == TeamColumn::Now ? row.present.has_value() : row.syncedAt.isValid();
        return teamColumnName(column) + u": "_s + (isTold ? cell : teamNowWord(PersonNow::Unknown));
    }
    if (column == TeamColumn::Days) {
        QStringList days;
        for (const auto &day : row.days)
            days += day ? counted(day) : terms::notRead();
        return teamColumnName(column) + u": "_s + days.join(TeamText::tr(", "));
    }
    QString said = teamColumnName(column) + u": "_s + (row.isCounted() || column == TeamColumn::Fresh ? cell : terms::notRead());
    if (column == TeamColumn::Calls && row.calls.target && row.calls.value)
        said += TeamText::tr(", of %1, %2 expected by now").arg(counted(row.calls.target), counted(row.calls.pace.expected));
    if (const QString hint = column == TeamColumn::Fresh ? teamHint(row, column, now, times) : QString(); !hint.isEmpty())
        said += TeamText::tr(", ") + hint;
    return said;
}

} // namespace callcard::ui
