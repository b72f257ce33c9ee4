#include "callfold.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace callcard {

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

// Where a provider gives neither counter nor usable time, a call only goes forward.
int rankOf(LegState state)
{
    switch (state) {
    case LegState::Unknown:
        return 0;
    case LegState::Setup:
        return 1;
    case LegState::Ringing:
        return 2;
    case LegState::Active:
    case LegState::Held:
    case LegState::Parked:
        return 3;
    case LegState::Voicemail:
        return 4;
    case LegState::Moved:
    case LegState::Ended:
        return 5;
    }
    Q_UNREACHABLE();
}

bool isOver(LegState state)
{
    return state == LegState::Ended || state == LegState::Moved;
}

/// One leg as one channel tells it.
struct Leg {
    QString party; // the same in every channel
    bool numbered = false;
    LegState state = LegState::Setup;
    EndReason reason = EndReason::None;
    QDateTime rangAt;
    QDateTime answeredAt;
    QDateTime overAt;
    QDateTime lastAt;
    milliseconds talk{};
    milliseconds hold{};
    bool mine = false;
    bool voicemail = false;
    bool settled = false;
    bool endGuessed = false; // over, but nobody said when
    std::optional<seconds> toldTalk;
    std::optional<seconds> toldHold;
};

Leg foldLeg(std::vector<const CallEvent *> facts)
{
    std::sort(facts.begin(), facts.end(), [](const CallEvent *a, const CallEvent *b) { return happensBefore(*a, *b); });
    Leg leg;
    for (const CallEvent *fact : facts) {
        leg.mine |= fact->mine;
        leg.numbered |= fact->sequence >= 0;
        leg.settled |= fact->settled;
        if (fact->talkTime)
            leg.toldTalk = fact->talkTime;
        if (fact->holdTime)
            leg.toldHold = fact->holdTime;
        if (fact->state == LegState::Unknown || isOver(leg.state))
            continue; // a leg that is over never comes back
        if (leg.lastAt.isValid() && fact->time.isValid()) {
            const milliseconds passed(std::max<qint64>(leg.lastAt.msecsTo(fact->time), 0));
            if (leg.state == LegState::Active)
                leg.talk += passed;
            else if (leg.state == LegState::Held || leg.state == LegState::Parked)
                leg.hold += passed;
        }
        if (fact->time.isValid())
            leg.lastAt = fact->time;
        leg.state = fact->state;
        switch (fact->state) {
        case LegState::Ringing:
            if (!leg.rangAt.isValid())
                leg.rangAt = fact->time;
            break;
        case LegState::Active:
        case LegState::Held:
        case LegState::Parked:
            if (!leg.answeredAt.isValid())
                leg.answeredAt = fact->time;
            leg.overAt = {}; // picked up while the caller was talking to the mailbox
            break;
        case LegState::Voicemail:
            leg.voicemail = true;
            leg.overAt = fact->time; // over for the rep, whose phone rings no longer, however long the message gets
            break;
        case LegState::Ended:
        case LegState::Moved:
            // A settled fact carries the start of the call; the end is where talk and hold are over.
            leg.endGuessed = !fact->time.isValid();
            if (!leg.overAt.isValid() && fact->settled)
                leg.overAt = fact->time.addSecs((fact->talkTime.value_or(0s) + fact->holdTime.value_or(0s)).count());
            else if (!leg.overAt.isValid())
                leg.overAt = fact->time.isValid() ? fact->time : leg.lastAt;
            leg.reason = fact->reason;
            break;
        case LegState::Setup:
        case LegState::Unknown:
            break;
        }
    }
    return leg;
}

void keepEarliest(QDateTime &kept, const QDateTime &candidate)
{
    if (candidate.isValid() && (!kept.isValid() || candidate < kept))
        kept = candidate;
}

void keepLatest(QDateTime &kept, const QDateTime &candidate)
{
    if (candidate.isValid() && (!kept.isValid() || candidate > kept))
        kept = candidate;
}

/// Which fact describes the call best, for everything that is a matter of wording and not of state: the provider's history
/// first, my own leg before a colleague's, the earliest of those.
bool describesBetter(const CallEvent &left, const CallEvent &right)
{
    const auto key = [](const CallEvent &fact) {
        // A stream at second hand tells less than the provider itself.
        const bool secondHand = fact.source == QStringLiteral("callstream");
        return std::tuple(!fact.settled, !fact.mine, secondHand, fact.remote.rawNumber.isEmpty() && !fact.withheld, fact.channel,
                          fact.sequence, fact.time, fact.eventId, fact.legId);
    };
    return key(left) < key(right);
}

CallParty mergedParty(const std::vector<const CallEvent *> &best, CallParty CallEvent::*party)
{
    CallParty merged;
    for (const CallEvent *fact : best) {
        const CallParty &told = fact->*party;
        if (!merged.number)
            merged.number = told.number;
        if (merged.rawNumber.isEmpty())
            merged.rawNumber = told.rawNumber;
        if (merged.extension.isEmpty())
            merged.extension = told.extension;
        if (merged.name.isEmpty())
            merged.name = told.name;
        if (merged.email.isEmpty())
            merged.email = told.email;
    }
    return merged;
}

QString firstOf(const std::vector<const CallEvent *> &best, QString CallEvent::*text)
{
    for (const CallEvent *fact : best) {
        if (!(fact->*text).isEmpty())
            return fact->*text;
    }
    return {};
}

void describe(Call &call, const std::vector<CallEvent> &facts)
{
    std::vector<const CallEvent *> best;
    best.reserve(facts.size());
    for (const CallEvent &fact : facts)
        best.push_back(&fact);
    std::sort(best.begin(), best.end(), [](const CallEvent *a, const CallEvent *b) { return describesBetter(*a, *b); });

    call.source = best.front()->source;
    call.direction = best.front()->direction;
    call.remote = mergedParty(best, &CallEvent::remote);
    call.local = mergedParty(best, &CallEvent::local);
    call.lineName = firstOf(best, &CallEvent::lineName);
    call.agentEmail = firstOf(best, &CallEvent::agentEmail);
    call.answeredBy = firstOf(best, &CallEvent::answeredBy);
    call.providerStatus = firstOf(best, &CallEvent::providerStatus);
    for (const CallEvent *fact : best) {
        call.withheld |= fact->withheld;
        call.internal |= fact->internal;
        call.ownRingOutLeg |= fact->ownRingOutLeg;
    }
    if (call.withheld)
        call.remote.number.reset();
}

EndReason endReason(const Call &call, const std::vector<Leg> &mine, const std::vector<Leg> &others)
{
    const auto any = [](const std::vector<Leg> &legs, auto predicate) { return std::any_of(legs.begin(), legs.end(), predicate); };
    const bool transferred = any(mine, [](const Leg &leg) { return leg.reason == EndReason::Transferred; });
    // What the provider's history says is final; but of a call that was handed on it merely says that it was answered.
    for (const Leg &leg : mine) {
        if (leg.settled && leg.reason != EndReason::None && !(transferred && leg.reason == EndReason::HungUp))
            return leg.reason;
    }
    if (transferred)
        return EndReason::Transferred;
    if (any(mine, [](const Leg &leg) { return leg.answeredAt.isValid(); }))
        return EndReason::HungUp;
    if (any(others, [](const Leg &leg) { return leg.answeredAt.isValid(); }) ||
        any(mine, [](const Leg &leg) { return leg.reason == EndReason::AnsweredElsewhere; }))
        return EndReason::AnsweredElsewhere;
    if (any(mine, [](const Leg &leg) { return leg.voicemail || leg.reason == EndReason::Voicemail; }))
        return EndReason::Voicemail;
    for (const EndReason reason : {EndReason::Declined, EndReason::Busy, EndReason::Failed, EndReason::Unknown}) {
        if (any(mine, [reason](const Leg &leg) { return leg.reason == reason; }))
            return reason;
    }
    return call.direction == CallDirection::Inbound ? EndReason::Missed : EndReason::HungUp;
}

} // namespace

bool happensBefore(const CallEvent &left, const CallEvent &right)
{
    // One channel of one leg either counts or does not; a fact without a number comes before those with one.
    if (left.sequence != right.sequence)
        return left.sequence < right.sequence;
    if (left.sequence < 0 && isOver(left.state) != isOver(right.state))
        return isOver(right.state);
    if (left.time != right.time)
        return left.time < right.time;
    return std::tuple(rankOf(left.state), left.eventId) < std::tuple(rankOf(right.state), right.eventId);
}

std::optional<Call> foldCall(const CallId &id, const QString &sessionId, const std::vector<CallEvent> &facts)
{
    std::map<std::tuple<QString, QString, QString>, std::vector<const CallEvent *>> streams;
    for (const CallEvent &fact : facts)
        streams[{fact.source, fact.channel, fact.legId}].push_back(&fact);

    std::vector<Leg> mine;
    std::vector<Leg> others;
    bool settled = false;
    for (auto &[key, stream] : streams) {
        Leg leg = foldLeg(std::move(stream));
        if (!std::get<2>(key).isEmpty())
            leg.party = std::get<0>(key) + u'|' + std::get<2>(key);
        settled |= leg.settled;
        (leg.mine ? mine : others).push_back(std::move(leg));
    }

    const bool somethingHappened = std::any_of(mine.begin(), mine.end(), [](const Leg &leg) {
        return leg.rangAt.isValid() || leg.answeredAt.isValid() || leg.voicemail || leg.settled;
    });
    // Only set up, or first heard of when it was over already: there was never anything to show or to count.
    if (!somethingHappened)
        return std::nullopt;

    // Of one party several channels may tell; what one of them said before another had news of it counts no longer.
    const auto isOutdated = [&mine](const Leg &leg) {
        return std::any_of(mine.begin(), mine.end(), [&leg](const Leg &other) {
            if (&other == &leg || leg.party.isEmpty() || other.party != leg.party || !other.lastAt.isValid())
                return false;
            return other.lastAt > leg.lastAt || (other.lastAt == leg.lastAt && other.numbered && !leg.numbered);
        });
    };

    Call call{.id = id, .sessionId = sessionId};
    describe(call, facts);
    std::optional<seconds> toldTalk;
    std::optional<seconds> toldHold;
    milliseconds talk{};
    milliseconds hold{};
    bool active = false;
    bool held = false;
    bool over = settled;
    bool talkKnown = true;
    for (const Leg &leg : mine) {
        keepEarliest(call.startedAt, leg.rangAt);
        keepEarliest(call.startedAt, leg.answeredAt);
        keepEarliest(call.answeredAt, leg.answeredAt);
        keepLatest(call.endedAt, leg.overAt);
        over |= isOver(leg.state) || leg.state == LegState::Voicemail;
        active |= leg.state == LegState::Active && !isOutdated(leg);
        held |= (leg.state == LegState::Held || leg.state == LegState::Parked) && !isOutdated(leg);
        talkKnown &= !leg.endGuessed || !leg.answeredAt.isValid();
        talk = std::max(talk, leg.talk);
        hold = std::max(hold, leg.hold);
        if (leg.settled || !toldTalk)
            toldTalk = leg.toldTalk ? leg.toldTalk : toldTalk;
        if (leg.settled || !toldHold)
            toldHold = leg.toldHold ? leg.toldHold : toldHold;
    }
    for (const CallEvent &fact : facts) {
        if (fact.settled)
            keepEarliest(call.startedAt, fact.time);
    }

    // A leg that another channel calls over is over there too, unless a different leg of mine talks on (a pick-up on
    // another device): talking beats ended, ended beats ringing.
    const bool talksOn = std::any_of(mine.begin(), mine.end(), [&](const Leg &leg) {
        const bool live = leg.state == LegState::Active || leg.state == LegState::Held || leg.state == LegState::Parked;
        return live && !isOutdated(leg) && (!call.endedAt.isValid() || (leg.lastAt.isValid() && leg.lastAt >= call.endedAt));
    });
    if (settled || (over && !talksOn)) {
        call.state = CallState::Ended;
        call.reason = endReason(call, mine, others);
        call.missedProvisional = !settled && call.reason == EndReason::Missed;
        if (!call.wasAnswered() && toldTalk)
            call.answeredAt = call.startedAt; // the history does not say how long it rang
        if (call.wasAnswered()) {
            // Hours may lie between the last that was heard of a call and the moment when nobody had it any more.
            call.talkTime = toldTalk || !talkKnown ? toldTalk : duration_cast<seconds>(talk);
            call.holdTime = toldHold || !talkKnown ? toldHold : duration_cast<seconds>(hold);
        }
    } else {
        call.endedAt = {};
        call.state = active ? CallState::Active : held ? CallState::Held : CallState::Ringing;
    }
    return call;
}

} // namespace callcard
