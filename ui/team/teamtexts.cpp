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
    return row.problem || !row.updatedAt.isValid() || row.updatedAt.secsTo(now) > std::chrono::seconds(kFreshFor).count();
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
    case TeamColumn::Fresh:
        break;
    }
    if (row.problem)
        return errorText(*row.problem, serviceName(u"firestore"_s), now, times).happened;
    if (!row.updatedAt.isValid())
        return row.loading ? TeamText::tr("Still being read") : terms::notRead();
    if (isTeamStale(row, now))
        //: %1: a moment, "Wed 5:40 PM"
        return TeamText::tr("Not read since %1").arg(times.moment(row.updatedAt, now));
    return times.age(row.updatedAt, now);
}

QString teamSaying(const TeamRow &row, TeamColumn column, const QDateTime &now, const TimeTexts &times)
{
    const QString cell = teamCell(row, column, now, times);
    if (column == TeamColumn::Person)
        return cell;
    if (column == TeamColumn::Days) {
        QStringList days;
        for (const auto &day : row.days)
            days += day ? counted(day) : terms::notRead();
        return teamColumnName(column) + u": "_s + days.join(TeamText::tr(", "));
    }
    QString said = teamColumnName(column) + u": "_s + (row.isCounted() || column == TeamColumn::Fresh ? cell : terms::notRead());
    if (column == TeamColumn::Calls && row.calls.target && row.calls.value)
        said += TeamText::tr(", of %1, %2 expected by now").arg(counted(row.calls.target), counted(row.calls.pace.expected));
    return said;
}

} // namespace callcard::ui
