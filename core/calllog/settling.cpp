#include <callcard/callbackqueue.h>

#include <algorithm>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

QDateTime beginOf(const Call &call)
{
    return call.startedAt.isValid() ? call.startedAt : call.answeredAt;
}

/// How a conversation settles what was missed before it, if it is one.
Settling kindOf(const Call &call)
{
    if (call.ownRingOutLeg)
        return Settling::Open; // my own phone was lifted, nobody else's
    if (call.reason == EndReason::AnsweredElsewhere)
        return Settling::Colleague;
    if (!call.wasAnswered() || call.reason == EndReason::Voicemail || call.reason == EndReason::Missed)
        return Settling::Open;
    return call.direction == CallDirection::Outbound ? Settling::ReachedByMe : Settling::CalledAgain;
}

Settlement by(const Call &call)
{
    const QDateTime when = call.answeredAt.isValid() ? call.answeredAt : beginOf(call);
    return {.how = kindOf(call), .at = when, .by = kindOf(call) == Settling::Colleague ? call.answeredBy : QString(), .byCall = call.id};
}

} // namespace

QString personKey(const CustomerId &customer, const Call &call)
{
    if (call.withheld)
        return {};
    if (!customer.isEmpty())
        return QString(u"c:"_s + customer.text());
    if (call.remote.number)
        return QString(u"n:"_s + call.remote.number->e164());
    if (!call.remote.extension.isEmpty())
        return QString(u"x:"_s + call.remote.extension);
    return call.remote.rawNumber.isEmpty() ? QString() : QString(u"r:"_s + call.remote.rawNumber);
}

Settlement settledBy(const Call &call)
{
    return by(call);
}

QList<Settlement> settle(const QList<LogEntry> &calls)
{
    QList<const Call *> talks;
    for (const LogEntry &entry : calls) {
        if (kindOf(entry.call) != Settling::Open && beginOf(entry.call).isValid())
            talks.append(&entry.call);
    }
    std::sort(talks.begin(), talks.end(), [](const Call *left, const Call *right) {
        return std::pair(beginOf(*left), left->id) < std::pair(beginOf(*right), right->id);
    });

    QList<Settlement> settlements;
    settlements.reserve(calls.size());
    for (const LogEntry &entry : calls) {
        Settlement settlement;
        if (entry.isMissed() && !entry.call.ownRingOutLeg) {
            const bool byHand = entry.settlement.how == Settling::ByHand;
            const auto talk = std::find_if(talks.cbegin(), talks.cend(), [&](const Call *call) {
                return call->id != entry.call.id && beginOf(*call) >= beginOf(entry.call);
            });
            if (talk != talks.cend())
                settlement = by(**talk);
            if (byHand && (settlement.how == Settling::Open || entry.settlement.at <= settlement.at))
                settlement = entry.settlement;
        }
        settlements.append(settlement);
    }
    return settlements;
}

} // namespace callcard
