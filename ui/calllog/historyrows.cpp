#include "historyrows.h"

#include <callcard/callbackqueue.h>

#include <QHash>

namespace callcard::ui {

QList<HistoryLine> historyLines(QDate day, const QList<LogEntry> &entries)
{
    QList<HistoryLine> lines;
    if (entries.isEmpty())
        return lines;
    lines.reserve(entries.size() + 1);
    lines.append({.header = true, .day = day});
    QHash<QString, qsizetype> last; // of each person, where it was a miss
    for (const LogEntry &entry : entries) {
        const QString person = personKey(entry.customer.id, entry.call);
        const auto newer = last.constFind(person);
        if (entry.isMissed() && !person.isEmpty() && newer != last.constEnd() && *newer >= 0) {
            HistoryLine &line = lines[*newer];
            if (line.entry.waiting == entry.waiting && line.entry.settlement.byCall == entry.settlement.byCall) {
                ++line.times;
                continue;
            }
        }
        last.insert(person, entry.isMissed() ? lines.size() : -1);
        lines.append({.day = day, .entry = entry});
    }
    return lines;
}

bool belongsTo(const LogEntry &entry, const HistoryQuery &query)
{
    const Call &call = entry.call;
    if (!query.text.trimmed().isEmpty() || call.ownRingOutLeg)
        return false;
    if ((query.from.isValid() && call.startedAt < query.from) || (query.to.isValid() && call.startedAt >= query.to))
        return false;
    if (!query.customer.isEmpty() || !query.numbers.isEmpty()) {
        const bool theirs = (!query.customer.isEmpty() && entry.customer.id == query.customer) ||
                            (call.remote.number && query.numbers.contains(*call.remote.number));
        if (!theirs)
            return false;
    }
    switch (query.filter) {
    case HistoryFilter::All:
        return true;
    case HistoryFilter::Missed:
        return entry.isMissed();
    case HistoryFilter::Incoming:
        return call.direction == CallDirection::Inbound;
    case HistoryFilter::Outgoing:
        return call.direction == CallDirection::Outbound;
    case HistoryFilter::Voicemail:
        return call.reason == EndReason::Voicemail;
    }
    Q_UNREACHABLE();
}

} // namespace callcard::ui
