#include "figuredetails.h"

#include <callcard/ui/calltexts.h>
#include <callcard/ui/figurepopover.h>
#include <callcard/ui/paneltexts.h>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
QString rowIcon(const LogEntry &entry)
{
    if (entry.isMissed())
        return entry.call.reason == EndReason::Voicemail ? u"voicemail"_s : u"phone-missed"_s;
    return entry.call.direction == CallDirection::Outbound ? u"phone-out"_s : u"phone-in"_s;
}

QString rowWho(const LogEntry &entry)
{
    const CallParty &party = entry.call.remote;
    return callerName(entry.customer.name, entry.call, party.number ? party.number->e164() : party.rawNumber);
}
} // namespace

QList<FactRow> rowsOf(const FigureDetails &details, const MetricsOptions &options, const QDateTime &now)
{
    QList<FactRow> rows;
    for (const LogEntry &entry : details.calls) {
        const QString length = entry.call.talkTime && entry.call.talkTime->count() > 0 ? callLength(*entry.call.talkTime) : QString();
        rows.append({.key = details.recorded ? QString() : entry.call.id.text(), // only calls of our own log can be opened
                     .icon = rowIcon(entry),
                     .who = rowWho(entry),
                     .detail = length,
                     .when = options.times.moment(entry.call.startedAt, now)});
    }
    for (const Message &text : details.texts)
        rows.append({.icon = u"message"_s,
                     .who = text.remote.name.isEmpty() ? (text.remote.number ? text.remote.number->e164() : text.remote.rawNumber)
                                                       : text.remote.name,
                     .detail = text.direction == CallDirection::Outbound ? FigurePopover::tr("sent") : FigurePopover::tr("received"),
                     .when = options.times.moment(text.sentAt, now)});
    return rows;
}

QList<FactRow> daysBehind(const PanelFacts &facts, Figure figure, const DayRange &range)
{
    QList<FactRow> rows;
    for (const PanelDay &day : facts.days) {
        if (day.day < range.from || day.day > range.to || (day.sources.isEmpty() && !worksOn(facts.hours, day.day)))
            continue;
        const PanelFigures one = panelFigures(facts, {.span = PanelSpan::Range, .range = {day.day, day.day}});
        FactRow row{.icon = u"calendar"_s, .who = longDay(day.day), .when = readingWords(day.reading)};
        for (const GoalFigure &goal : one.goals) {
            if (goal.figure == figure && goal.value)
                row.detail = goal.bySource.size() > 1 ? splitWords(goal.bySource, figure) : figureValue(figure, goal.value);
        }
        for (const LineFigure &line : one.lines) {
            if (line.figure == figure && line.value)
                row.detail = figureValue(figure, line.value);
        }
        rows.prepend(row); // the newest first
    }
    return rows;
}

} // namespace callcard::ui
