#include "traylists.h"

#include <callcard/phone.h>
#include <callcard/ui/terms.h>
#include <callcard/ui/timetexts.h>
#include <callcard/ui/traytexts.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMost = 8; // lines of a submenu
constexpr int kMostOfNote = 200;

QString nameOf(const LogEntry &entry, const QString &homeRegion)
{
    if (!entry.customer.name.isEmpty())
        return entry.customer.name;
    if (entry.call.withheld)
        return ui::terms::privateNumber();
    const CallParty &party = entry.call.remote;
    if (party.number)
        return readableForm(*party.number, homeRegion);
    return party.rawNumber.isEmpty() ? party.name : party.rawNumber;
}

/// What one would ask about the call next. A private one keeps what was said to itself.
QString belowOf(const LogEntry &entry)
{
    if (!entry.isPrivate && !entry.note.isEmpty())
        return entry.note.section(u'\n', 0, 0).simplified().left(kMostOfNote);
    return entry.isPrivate || entry.outcome.isEmpty() ? entry.customer.company : entry.outcome;
}

QString iconOf(const LogEntry &entry)
{
    if (entry.isMissed())
        return entry.call.reason == EndReason::Voicemail ? u"voicemail"_s : u"phone-missed"_s;
    return entry.call.direction == CallDirection::Outbound ? u"phone-out"_s : u"phone-in"_s;
}

} // namespace

TrayLists trayLists(const CallLog &log, const QDateTime &now, const QTimeZone &zone, const QString &homeRegion)
{
    TrayLists lists;
    const ui::TimeTexts times(QLocale(), zone);
    const QDateTime midnight = now.toTimeZone(zone).date().startOfDay(zone).toUTC();
    if (const Result<LogTotals> today = log.totals(midnight, now.addDays(1)))
        lists.figures = ui::todayText(today->calls, today->talk, today->textsSent);
    else
        lists.problem = today.error();
    if (const Result<QueueFacts> facts = log.queueFacts(midnight)) {
        const CallBackQueue queue = callBackQueue(*facts, QueueOrder::Time, now);
        lists.waiting = static_cast<int>(queue.waiting.size());
        for (const WaitingCaller &caller : queue.waiting.first(std::min<qsizetype>(kMost, queue.waiting.size()))) {
            lists.missed.append({.id = caller.newest.call.id.text(),
                                 .name = nameOf(caller.newest, homeRegion),
                                 .detail = caller.times > 1 ? ui::timesText(caller.times) : times.moment(caller.newest.call.startedAt, now),
                                 .icon = iconOf(caller.newest),
                                 .below = caller.newest.customer.company});
        }
    } else {
        lists.problem = facts.error();
    }
    if (const Result<HistoryPage> page = log.history({.limit = kMost})) {
        for (const LogEntry &entry : page->entries)
            lists.recent.append({.id = entry.call.id.text(),
                                 .name = nameOf(entry, homeRegion),
                                 .detail = times.moment(entry.call.startedAt, now),
                                 .icon = iconOf(entry),
                                 .below = belowOf(entry)});
    } else {
        lists.problem = page.error();
    }
    return lists;
}

} // namespace callcard
