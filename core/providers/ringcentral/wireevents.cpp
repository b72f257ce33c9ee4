#include "wireparty.h"

#include <QHash>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using wire::array;
using wire::flag;
using wire::integer;
using wire::member;
using wire::text;

namespace {

constexpr std::size_t kMostParties = 64;

LegState legState(const QString &code)
{
    static const QHash<QString, LegState> states{
        {u"setup"_s, LegState::Setup},
        {u"proceeding"_s, LegState::Ringing},
        {u"answered"_s, LegState::Active},
        {u"hold"_s, LegState::Held},
        {u"parked"_s, LegState::Parked},
        {u"voicemail"_s, LegState::Voicemail},
        {u"voicemailscreening"_s, LegState::Voicemail},
        {u"vmscreening"_s, LegState::Voicemail},
        {u"disconnected"_s, LegState::Ended},
        {u"gone"_s, LegState::Moved},
        // The presence's words.
        {u"ringing"_s, LegState::Ringing},
        {u"callconnected"_s, LegState::Active},
        {u"onhold"_s, LegState::Held},
        {u"parkedcall"_s, LegState::Parked},
        {u"nocall"_s, LegState::Ended},
    };
    return states.value(code.toLower(), LegState::Unknown);
}

EndReason endReason(const QString &reason)
{
    static const QHash<QString, EndReason> reasons{
        {u"pickup"_s, EndReason::AnsweredElsewhere},
        {u"agentanswered"_s, EndReason::AnsweredElsewhere},
        {u"takeover"_s, EndReason::AnsweredElsewhere},
        {u"blindtransfer"_s, EndReason::Transferred},
        {u"attendedtransfer"_s, EndReason::Transferred},
        {u"rcctransfer"_s, EndReason::Transferred},
        {u"dtmftransfer"_s, EndReason::Transferred},
        {u"rejected"_s, EndReason::Declined},
        {u"callreplied"_s, EndReason::Declined},
        {u"targetbusy"_s, EndReason::Busy},
        {u"voicemail"_s, EndReason::Voicemail},
        {u"internalerror"_s, EndReason::Failed},
        {u"invalidnumber"_s, EndReason::Failed},
        {u"internationaldisabled"_s, EndReason::Failed},
        {u"destinationblocked"_s, EndReason::Failed},
        {u"notenoughfunds"_s, EndReason::Failed},
        {u"nosuchuser"_s, EndReason::Failed},
    };
    // The rest says how a leg ended and not how the call did; the tracker infers that from who answered.
    return reasons.value(reason.toLower(), EndReason::None);
}

CallDirection directionOf(const Json &object)
{
    return text(object, "direction", 32).compare("Outbound"_L1, Qt::CaseInsensitive) == 0 ? CallDirection::Outbound
                                                                                          : CallDirection::Inbound;
}

void setSides(CallEvent &event, const Side &from, const Side &to)
{
    const bool inbound = event.direction == CallDirection::Inbound;
    const Side &remote = inbound ? from : to;
    const Side &local = inbound ? to : from;
    event.remote = remote.party;
    event.local = local.party;
    event.internal = remote.internal;
    event.withheld = remote.withheld && inbound;
}

CallEvent eventFromParty(const Json &party, const Self &self)
{
    CallEvent event;
    event.source = u"ringcentral"_s;
    event.channel = u"telephony"_s;
    event.legId = text(party, "id", 128);
    event.direction = directionOf(party);

    const Json &status = member(party, "status");
    const QString code = text(status, "code", 64);
    event.state = legState(code);
    if (event.state == LegState::Unknown)
        event.providerStatus = code;
    if (event.state == LegState::Ended)
        event.reason = endReason(text(status, "reason", 64));
    if (event.state == LegState::Moved)
        event.movedTo = text(member(status, "peerId"), "telephonySessionId", 128);

    const QString extensionId = text(party, "extensionId", 64);
    event.mine = self.extensionId.isEmpty() || extensionId == self.extensionId;
    if (event.mine)
        event.agentEmail = self.email;

    const Json &from = member(party, "from");
    const Json &to = member(party, "to");
    const Json &ui = member(party, "uiCallInfo");
    const Json &primary = member(ui, "primary");
    const QString knownQueue = self.queues.value(text(to, "extensionId", 64));
    const QString queue = text(primary, "type", 32) == "QueueName"_L1 ? text(primary, "value", 256)
                          : !knownQueue.isEmpty()                     ? knownQueue
                          : flag(party, "queueCall")                  ? text(to, "name", 256)
                                                                      : QString();
    const Side fromSide =
        sideFrom(text(from, "phoneNumber", 256), callerName(text(from, "name", 512), queue), text(from, "extensionId", 64), self);
    const Side toSide = sideFrom(text(to, "phoneNumber", 256), text(to, "name", 512), text(to, "extensionId", 64), self);
    setSides(event, fromSide, toSide);
    const Json &mySide = event.direction == CallDirection::Inbound ? to : from;
    event.lineName = !queue.isEmpty() ? queue : lineName(text(mySide, "phoneNumber", 256), QString(), self);
    if (!event.mine && event.direction == CallDirection::Inbound)
        event.answeredBy = event.state == LegState::Active ? text(to, "name", 256) : QString();
    return event;
}

Result<QList<CallEvent>> eventsFromTelephony(const Json &body, const Self &self, const QString &uuid)
{
    const QString session = text(body, "telephonySessionId", 128);
    const Json &parties = array(body, "parties");
    if (session.isEmpty() || parties.empty() || parties.size() > kMostParties)
        return failure(ErrorKind::BadPayload, u"a telephony event without session or with %1 parties"_s.arg(parties.size()));
    const bool ringOut = text(member(body, "origin"), "type", 32) == "RingOut"_L1;
    QList<CallEvent> events;
    for (const Json &party : parties) {
        CallEvent event = eventFromParty(party, self);
        event.eventId = uuid;
        event.sessionId = session;
        event.alias = text(body, "sessionId", 128);
        event.sequence = integer(body, "sequence").value_or(-1);
        event.time = wire::instant(text(body, "eventTime", 40));
        event.ownRingOutLeg = ringOut && event.mine && event.direction == CallDirection::Inbound;
        if (!event.legId.isEmpty())
            events.append(event);
    }
    return events;
}

Notification::Kind kindOf(const QString &filter)
{
    const QString path = filter.section(u'?', 0, 0);
    if (path.endsWith("/telephony/sessions"_L1))
        return Notification::Kind::Telephony;
    if (path.endsWith("/presence"_L1))
        return Notification::Kind::Presence;
    if (path.endsWith("/message-store/instant"_L1))
        return Notification::Kind::InstantText;
    if (path.endsWith("/message-store"_L1))
        return Notification::Kind::Messages;
    if (path.endsWith("/voicemail"_L1))
        return Notification::Kind::Voicemail;
    return Notification::Kind::Other;
}

} // namespace

Result<Message> messageFrom(const Json &record, const Self &self)
{
    Message message{
        .id = MessageId(u"ringcentral:"_s + text(record, "id", 64)), .source = u"ringcentral"_s, .direction = directionOf(record)};
    if (text(record, "id", 64).isEmpty())
        return failure(ErrorKind::BadPayload, u"a text without an id"_s);
    const Json &from = member(record, "from");
    const Json &recipients = array(record, "to");
    const Json &to = recipients.empty() ? Json() : recipients.front();
    const Side fromSide = sideFrom(text(from, "phoneNumber", 256), text(from, "name", 512), {}, self);
    const Side toSide = sideFrom(text(to, "phoneNumber", 256), text(to, "name", 512), {}, self);
    const bool inbound = message.direction == CallDirection::Inbound;
    message.remote = (inbound ? fromSide : toSide).party;
    message.local = (inbound ? toSide : fromSide).party;
    message.agentEmail = self.email;
    message.text = text(record, "subject", 4000);
    message.sentAt = wire::instant(text(record, "creationTime", 40));
    const QString availability = text(record, "availability", 32);
    message.deleted = !availability.isEmpty() && availability.compare("Alive"_L1, Qt::CaseInsensitive) != 0;
    if (!message.deleted && !message.sentAt.isValid())
        return failure(ErrorKind::BadPayload, u"a text without a time"_s);
    return message;
}

Result<QList<CallEvent>> eventsFromPresence(const Json &presence, const Self &self, const QDateTime &now)
{
    if (text(presence, "telephonyStatus", 32).isEmpty())
        return failure(ErrorKind::BadPayload, u"a presence without telephony state"_s);
    QList<CallEvent> events;
    for (const Json &call : array(presence, "activeCalls")) {
        CallEvent event;
        event.source = u"ringcentral"_s;
        event.channel = u"presence"_s;
        event.sequence = integer(presence, "sequence").value_or(-1);
        event.sessionId = text(call, "telephonySessionId", 128);
        event.alias = text(call, "sessionId", 128);
        if (event.sessionId.isEmpty())
            event.sessionId = event.alias;
        event.legId = text(call, "partyId", 128);
        event.direction = directionOf(call);
        const QString word = text(call, "telephonyStatus", 64);
        event.state = legState(word);
        if (event.state == LegState::Unknown)
            event.providerStatus = word;
        // Presence says what is, not since when: only a ringing call rings since its start.
        event.time = event.state == LegState::Ringing ? wire::instant(text(call, "startTime", 40)) : now;
        event.agentEmail = self.email;
        const QString queue = flag(call, "queueCall") ? text(call, "toName", 256) : QString();
        const Side from = sideFrom(text(call, "from", 256), callerName(text(call, "fromName", 512), queue), {}, self);
        const Side to = sideFrom(text(call, "to", 256), text(call, "toName", 512), {}, self);
        setSides(event, from, to);
        event.lineName = !queue.isEmpty() ? queue : lineName(event.local.rawNumber, QString(), self);
        if (!event.sessionId.isEmpty())
            events.append(event);
    }
    return events;
}

Result<QList<CallEvent>> eventsFromSession(const Json &session, const Self &self, const QDateTime &now)
{
    const QString id = text(session, "id", 128);
    const Json &parties = array(session, "parties");
    if (id.isEmpty() || parties.size() > kMostParties)
        return failure(ErrorKind::BadPayload, u"a session without an id or with %1 parties"_s.arg(parties.size()));
    const bool ringOut = text(member(session, "origin"), "type", 32) == "RingOut"_L1;
    QList<CallEvent> events;
    for (const Json &party : parties) {
        CallEvent event = eventFromParty(party, self);
        event.channel = u"session"_s; // it has no counter, so it counts apart from the events
        event.sessionId = id;
        // It says what is, not since when: only what rings has done so since the beginning.
        const bool rings = event.state == LegState::Setup || event.state == LegState::Ringing;
        event.time = rings ? wire::instant(text(session, "creationTime", 40)) : now;
        event.ownRingOutLeg = ringOut && event.mine && event.direction == CallDirection::Inbound;
        events.append(event);
    }
    return events;
}

MyParty myPartyIn(const Json &session, const Self &self)
{
    MyParty mine;
    for (const Json &party : array(session, "parties")) {
        if (text(party, "extensionId", 64) != self.extensionId)
            continue;
        const QString queue = text(member(member(party, "uiCallInfo"), "primary"), "type", 32);
        mine.fromQueue = mine.fromQueue || flag(party, "queueCall") || queue == "QueueName"_L1;
        for (const Json &recording : array(party, "recordings")) {
            mine.recording = mine.recording.value_or(false) || flag(recording, "active");
            if (flag(recording, "active"))
                mine.recordingId = text(recording, "id", 64);
        }
    }
    return mine;
}

Result<Notification> notificationFrom(const Json &envelope, const Self &self)
{
    Notification notification{.kind = kindOf(text(envelope, "event", 512)),
                              .uuid = text(envelope, "uuid", 128),
                              .subscriptionId = text(envelope, "subscriptionId", 128),
                              .sentAt = wire::instant(text(envelope, "timestamp", 40))};
    const Json &body = member(envelope, "body");
    if (!body.is_object())
        return failure(ErrorKind::BadPayload, u"a notification without a body"_s);
    switch (notification.kind) {
    case Notification::Kind::Telephony: {
        const auto events = eventsFromTelephony(body, self, notification.uuid);
        if (!events)
            return tl::unexpected(events.error());
        notification.events = *events;
        break;
    }
    case Notification::Kind::Presence: {
        const auto events = eventsFromPresence(body, self, notification.sentAt);
        if (!events)
            return tl::unexpected(events.error());
        notification.events = *events;
        notification.snapshot = true;
        break;
    }
    case Notification::Kind::InstantText: {
        const auto message = messageFrom(body, self);
        if (!message)
            return tl::unexpected(message.error());
        notification.text = *message;
        break;
    }
    case Notification::Kind::Messages:
    case Notification::Kind::Voicemail:
    case Notification::Kind::Other:
        break;
    }
    return notification;
}

Result<Notification> eventsFromWebhook(QByteArrayView body, const Self &self)
{
    const auto envelope = wire::parse(body);
    if (!envelope)
        return tl::unexpected(envelope.error());
    return notificationFrom(*envelope, self);
}

} // namespace callcard::ringcentral
