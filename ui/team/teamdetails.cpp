#include "teamdetails.h"

#include <callcard/goalprogress.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/terms.h>

#include <QCoreApplication>

#include <cmath>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
struct TeamDetailText {
    Q_DECLARE_TR_FUNCTIONS(TeamDetailText)
};

/// One day of one phone service.
struct DayTold {
    std::optional<double> calls{};
    std::optional<double> talk{};
    std::optional<double> texts{};
    std::optional<int> inbound{};
    std::optional<int> answered{};
    std::optional<int> connected{};
};

void addTo(DayTold &day, const TeamDocument &document)
{
    if (document.type == kTalkType) {
        day.talk = document.value;
    } else if (document.type == kTextsType) {
        day.texts = document.value;
    } else if (document.type == kCallsType) {
        day.calls = document.value;
        day.inbound = document.inbound;
        day.answered = document.answered;
        day.connected = document.connected;
    }
}

QString amountText(const std::optional<double> &value)
{
    return value ? countText(std::llround(*value)) : QString();
}

QString partOf(const std::optional<int> &part, const std::optional<double> &whole)
{
    if (!whole)
        return {};
    //: A part of a whole: "9 of 12"
    return part ? TeamDetailText::tr("%1 of %2").arg(countText(*part), amountText(whole)) : TeamDetailText::tr("not told");
}

/// Empty: nothing that this column is made of was written that day.
QString dayCell(const DayTold &day, TeamColumn column)
{
    switch (column) {
    case TeamColumn::Talk:
        return day.talk ? summedLength(std::chrono::minutes(std::llround(*day.talk))) : QString();
    case TeamColumn::Texts:
        return amountText(day.texts);
    case TeamColumn::Answered:
        return day.inbound ? partOf(day.answered, double(*day.inbound)) : day.calls ? TeamDetailText::tr("not told") : QString();
    case TeamColumn::Incoming:
        return day.inbound ? countText(*day.inbound) : QString();
    case TeamColumn::Connected:
        return partOf(day.connected, day.calls);
    case TeamColumn::Average:
        if (!day.talk || !day.calls)
            return {};
        //: %1: a length of time, %2: how many calls
        return TeamDetailText::tr("%1 in %2").arg(summedLength(std::chrono::minutes(std::llround(*day.talk))), amountText(day.calls));
    default:
        return amountText(day.calls);
    }
}
} // namespace

bool isTeamFigure(TeamColumn column)
{
    switch (column) {
    case TeamColumn::Person:
    case TeamColumn::Fresh:
    case TeamColumn::Now:
    case TeamColumn::Synced:
        return false;
    default:
        return true;
    }
}

QString teamDefinition(TeamColumn column)
{
    switch (column) {
    case TeamColumn::Calls:
        return TeamDetailText::tr("Every call that is over, incoming and outgoing, counted once however it ended, on the day on which it "
                                  "began where that person is.");
    case TeamColumn::Talk:
        return TeamDetailText::tr("Conversation only: ringing and hold are left out. Rounded to minutes once a day, then summed.");
    case TeamColumn::Texts:
        return TeamDetailText::tr("Texts that were sent. Deleted ones are left out.");
    case TeamColumn::Answered:
        return TeamDetailText::tr("Incoming calls that were answered, of all that came in. Only where every day’s document tells it.");
    case TeamColumn::Incoming:
        return TeamDetailText::tr("Calls that came in, however they ended.");
    case TeamColumn::Average:
        return TeamDetailText::tr("Talk time divided by all calls, also by those in which nobody talked.");
    case TeamColumn::Connected:
        return TeamDetailText::tr("Calls in which somebody talked, of all calls. Recomputed from sums, never the mean of several rates.");
    case TeamColumn::Days:
        return TeamDetailText::tr("Calls of each of the last ten working days. A gap is a day that was not read.");
    default:
        return {};
    }
}

QList<FactRow> peopleBehind(const QList<const TeamRow *> &rows, TeamColumn column, const QDateTime &now, const TimeTexts &times)
{
    QList<FactRow> people;
    for (const TeamRow *row : rows) {
        const TeamFigure *figure = column == TeamColumn::Calls   ? &row->calls
                                   : column == TeamColumn::Talk  ? &row->talk
                                   : column == TeamColumn::Texts ? &row->texts
                                                                 : nullptr;
        const bool hasTarget = figure != nullptr && figure->target && row->isCounted();
        const QString target = !hasTarget                   ? QString()
                               : column == TeamColumn::Talk ? summedLength(std::chrono::minutes(std::llround(*figure->target)))
                                                            : amountText(figure->target);
        people.append({.key = row->id.text(),
                       .icon = u"person"_s,
                       .who = teamPerson(*row),
                       .detail = row->isCounted() ? teamCell(*row, column, now, times) : QString(),
                       //: %1: a goal, after a figure
                       .when = !row->isCounted()  ? TeamDetailText::tr("not read")
                               : target.isEmpty() ? QString()
                                                  : TeamDetailText::tr("of %1").arg(target)});
    }
    return people;
}

QList<FactRow> teamDaysBehind(const QList<TeamDocument> &documents, TeamColumn column, const DayRange &range, const QDate &today,
                              const TimeTexts &times)
{
    std::map<std::pair<QDate, QString>, DayTold> days;
    for (const TeamDocument &document : documents) {
        if (isFigure(document) && document.day >= range.from && document.day <= range.to)
            addTo(days[{document.day, document.source}], document);
    }
    QList<FactRow> rows;
    for (const auto &[key, day] : days) {
        const QString cell = dayCell(day, column);
        if (!cell.isEmpty())
            rows.prepend({.icon = u"calendar"_s, .who = times.day(key.first, today), .detail = cell, .when = serviceName(key.second)});
    }
    return rows;
}

} // namespace callcard::ui
