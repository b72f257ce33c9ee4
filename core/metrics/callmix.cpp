#include <callcard/callmix.h>

#include "civildays.h"

#include <map>

namespace callcard {

int CallMix::*mixPartOf(const CountedCall &call)
{
    const bool outgoing = call.direction == CallDirection::Outbound;
    switch (outcomeOf(call)) {
    case Outcome::Connected:
        return outgoing ? &CallMix::outgoingReached : &CallMix::incomingAnswered;
    case Outcome::NotConnected:
        return &CallMix::outgoingUnanswered;
    case Outcome::Missed:
        return &CallMix::missed;
    case Outcome::Voicemail:
        return &CallMix::voicemail;
    case Outcome::Elsewhere:
        return &CallMix::elsewhere;
    case Outcome::Failed:
        return &CallMix::failed;
    case Outcome::InProgress:
    case Outcome::Unknown:
        return &CallMix::unknown;
    }
    Q_UNREACHABLE();
}

QList<CallMix> callMixes(const QList<CountedCall> &calls, const Rep &rep, const QDate &from, const QDate &to)
{
    Q_ASSERT(rep.zone.isValid());
    CivilDays calendar(rep.zone);
    std::map<std::pair<QDate, QString>, CallMix> days;
    for (const CountedCall &call : newestReports(calls)) {
        if (outcomeOf(call) == Outcome::InProgress || !belongsTo(rep, call.agentEmail))
            continue;
        const QDate day = call.userDay.isValid() ? call.userDay : calendar.dayOf(call.startedAt);
        if (!day.isValid() || day < from || day > to)
            continue;
        CallMix &mix = days.try_emplace({day, call.source}, CallMix{.day = day, .source = call.source}).first->second;
        ++(mix.*mixPartOf(call));
    }
    QList<CallMix> mixes;
    mixes.reserve(static_cast<qsizetype>(days.size()));
    for (const auto &[key, mix] : days)
        mixes.append(mix);
    return mixes;
}

} // namespace callcard
