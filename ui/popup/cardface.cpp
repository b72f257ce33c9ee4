#include "cardface.h"
#include "cardwords.h"

#include <callcard/ui/outsidetext.h>
#include <callcard/ui/terms.h>

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
std::chrono::seconds between(const QDateTime &from, const QDateTime &to)
{
    return std::chrono::seconds(from.isValid() && to.isValid() ? std::max<qint64>(0, from.secsTo(to)) : 0);
}

void faceBand(CardFace &face, const Card &card, const CardOptions &options)
{
    const Call &call = card.call;
    face.look = lookOf(call);
    face.icon = stateIcon(face.look);
    face.word = cleaned(callStateText(call), 80);
    face.line = cleaned(call.lineName, 80);
    face.lineColour = static_cast<int>(std::max<qsizetype>(0, options.lines.indexOf(call.lineName)));
    if (card.test)
        face.line = CardWords::tr("Test call");
    if (call.isLive()) {
        face.runsFrom = call.state == CallState::Ringing ? call.startedAt : call.answeredAt.isValid() ? call.answeredAt : call.startedAt;
    } else if (face.look == StateLook::Missed) {
        face.detail = options.times.clock(call.endedAt.isValid() ? call.endedAt : call.startedAt);
    } else if (call.reason == EndReason::AnsweredElsewhere) {
        const auto rang = between(call.startedAt, call.answeredAt.isValid() ? call.answeredAt : call.endedAt);
        if (rang.count() > 0)
            //: How long it rang before somebody else took the call
            face.detail = CardWords::tr("after %1").arg(summedLength(rang));
    } else if (call.talkTime && call.talkTime->count() > 0) {
        face.detail = callLength(*call.talkTime);
    }
}

void faceLegs(CardFace &face, const CardExtras &extras)
{
    if (!extras.legs)
        return;
    const CallLegs &legs = *extras.legs;
    face.legMine = legs.device.isEmpty() ? CardWords::tr("Your phone") : cleaned(legs.device, 60);
    face.legMineState = legs.mine;
    face.legTheirsState = legs.theirs;
    const QString who = cleaned(face.name, 200).section(u' ', 0, 0);
    switch (legs.theirs) {
    case LegState::Waiting:
        //: %1: first name of who is being called after one's own phone
        face.legTheirs = CardWords::tr("then %1").arg(who);
        break;
    case LegState::Ringing:
        face.legTheirs = CardWords::tr("%1’s phone rings").arg(who);
        break;
    case LegState::Up:
        face.legTheirs = CardWords::tr("%1 answered").arg(who);
        break;
    }
}

/// "Incoming call, Sarah Lindqvist, Northlight Coffee Roasters, exact match, on Sales Toronto"; on the end the band's words.
QString spokenOf(const CardFace &face, const Call &call)
{
    QStringList parts;
    if (call.state == CallState::Ringing)
        parts += call.direction == CallDirection::Outbound ? CardWords::tr("Outgoing call") : CardWords::tr("Incoming call");
    else
        parts += face.word;
    parts += face.name;
    if (!face.company.isEmpty())
        parts += face.company;
    if (face.chip)
        parts += face.chip->text.toLower();
    if (!face.guess.isEmpty())
        parts += face.guess + u' ' + terms::guess().toLower();
    if (!face.lead.isEmpty() && call.isLive())
        parts += face.lead;
    if (!face.line.isEmpty())
        parts += CardWords::tr("on %1").arg(face.line);
    return parts.join(u", "_s);
}

/// Others look at this screen: nothing but initials and the state.
void hideFromOthers(CardFace &face)
{
    CardFace bare;
    bare.look = face.look;
    bare.icon = face.icon;
    bare.word = face.word;
    bare.runsFrom = face.runsFrom;
    bare.detail = face.detail;
    bare.person = face.person;
    bare.person.photo = {};
    bare.name = initials(face.person.name);
    if (bare.name.isEmpty())
        bare.name = CardWords::tr("Caller hidden");
    bare.company = CardWords::tr("Hidden while your screen is shared");
    bare.small = face.small;
    bare.afterglow = face.afterglow;
    bare.spoken = face.word;
    face = bare;
}
} // namespace

StateLook lookOf(const Call &call)
{
    switch (call.state) {
    case CallState::Ringing:
        return call.direction == CallDirection::Outbound ? StateLook::Dialling : StateLook::Ringing;
    case CallState::Active:
        return StateLook::Active;
    case CallState::Held:
        return StateLook::Held;
    case CallState::Ended:
        break;
    }
    return isMissedLook(call) ? StateLook::Missed : StateLook::Ended;
}

bool isMissedLook(const Call &call)
{
    return !call.isLive() && call.direction == CallDirection::Inbound &&
           (call.reason == EndReason::Missed || call.reason == EndReason::Voicemail);
}

const Customer *knownCustomer(const Card &card)
{
    return card.who.facts.size() == 1 && !card.call.withheld ? &card.who.facts.first().customer : nullptr;
}

bool isStranger(const Card &card)
{
    return card.who.facts.isEmpty() && !card.who.problem && !card.call.withheld && !card.call.internal;
}

CardFace faceOf(const Card &card, const CardOptions &options, const CardExtras &extras, const QDateTime &now)
{
    CardFace face;
    const Call &call = card.call;
    faceBand(face, card, options);
    faceWho(face, card, options, now);
    // A call I placed is written about before hello; otherwise the note takes the memory's place once we talk.
    if (!extras.typeAfter.isEmpty() && call.isLive() && call.direction == CallDirection::Outbound) {
        //: %1: an extension or tones, to be typed on the phone when the other side answers
        face.lead = CardWords::tr("then type %1").arg(cleaned(extras.typeAfter, 40));
        face.place.clear(); // what has to be done goes before where they are
        face.leadStays = true;
    }
    if (extras.recording && call.isLive() && face.lead.isEmpty()) {
        //: The call is being recorded just now
        face.lead = CardWords::tr("Recording");
        face.place.clear(); // likewise
        face.leadStays = true;
    }
    face.writesNotes = call.isLive() && (call.state != CallState::Ringing || call.direction == CallDirection::Outbound);
    face.small = !call.isLive() && face.look != StateLook::Missed;
    if (face.small)
        face.line.clear(); // it is over: which line it was no longer helps
    face.afterglow = !call.isLive() && face.look != StateLook::Missed && !card.pinned;
    if (call.isLive())
        faceMemory(face, card, options, now);
    if (call.state == CallState::Ringing && call.direction == CallDirection::Outbound)
        faceLegs(face, extras);
    faceButtons(face, card, options, extras);
    face.spoken = call.isLive() || face.look == StateLook::Missed ? spokenOf(face, call) : face.word;
    if (options.screenShared)
        hideFromOthers(face);
    return face;
}

} // namespace callcard::ui
