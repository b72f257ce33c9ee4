#include "callwire.h"

#include <callcard/phone.h>

#include <wire/wirejson.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;
using wire::integer;
using wire::member;
using wire::text;

namespace {

using Json = nlohmann::json;

constexpr qsizetype kLongestId = 256;
constexpr qsizetype kLongestName = 512;

std::string utf8(const QString &text, qsizetype longest)
{
    return text.left(longest).toStdString();
}

QString numberOf(const CallParty &party)
{
    return party.number ? party.number->e164() : party.rawNumber;
}

std::string timeText(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs).toStdString() : std::string();
}

CallParty partyFrom(const QString &number, const QString &name, const WrittenNumber &read)
{
    return {.number = read.number, .rawNumber = number, .extension = read.extension, .name = name};
}

std::optional<std::chrono::seconds> secondsOf(const Json &call, const char *key)
{
    constexpr qint64 kLongest = 7 * 24 * 3600;
    const auto value = integer(call, key);
    return value && *value >= 0 && *value <= kLongest ? std::optional(std::chrono::seconds(*value)) : std::nullopt;
}

void setState(CallEvent &event, const Json &call)
{
    const QString status = text(call, "status", 64);
    const auto state = callStateFromName(status);
    if (!state) {
        event.state = LegState::Unknown;
        event.providerStatus = status;
        return;
    }
    switch (*state) {
    case CallState::Ringing:
        event.state = LegState::Ringing;
        break;
    case CallState::Active:
        event.state = LegState::Active;
        break;
    case CallState::Held:
        event.state = LegState::Held;
        break;
    case CallState::Ended: {
        event.state = LegState::Ended;
        const QString reason = text(call, "reason", 64);
        event.reason = endReasonFromName(reason).value_or(EndReason::Unknown);
        if (event.reason == EndReason::Unknown)
            event.providerStatus = reason;
        break;
    }
    }
}

/// What must have been before the news, where the other side tells it or it goes without saying: a call heard of late has its
/// right times, and one that was talked in is no missed call because a frame was lost.
QList<CallEvent> withItsPast(const CallEvent &news, const Json &call)
{
    QList<CallEvent> facts{news};
    CallEvent past = news;
    past.settled = false;
    past.reason = EndReason::None;
    past.providerStatus.clear();
    past.talkTime.reset();
    past.holdTime.reset();

    const QDateTime started = wire::instant(text(call, "started_at", 40));
    if (started.isValid() && news.state != LegState::Ringing && news.state != LegState::Unknown) {
        past.state = LegState::Ringing;
        past.time = started;
        facts.append(past);
    }
    QDateTime answered = wire::instant(text(call, "answered_at", 40));
    const bool over = news.state == LegState::Ended;
    const bool talkedIn = over && news.reason == EndReason::HungUp && news.direction == CallDirection::Inbound;
    if (!answered.isValid() && talkedIn && !call.contains("answered_at"))
        answered = news.time;
    if (answered.isValid() && (over || news.state == LegState::Held)) {
        past.state = LegState::Active;
        past.time = answered;
        facts.append(past);
    }
    return facts;
}

} // namespace

QByteArray callToWire(const Call &call, const QDateTime &changedAt, const WireCustomer &customer)
{
    const bool inbound = call.direction == CallDirection::Inbound;
    const QString theirs = call.withheld ? QString() : numberOf(call.remote);
    const QString ours = numberOf(call.local);
    Json json{{"id", utf8(call.id.text(), kLongestId)},
              {"session_id", utf8(call.sessionId, kLongestId)},
              {"from_number", utf8(inbound ? theirs : ours, 128)},
              {"from_name", utf8(inbound ? call.remote.name : call.local.name, kLongestName)},
              {"to_number", utf8(inbound ? ours : theirs, 128)},
              {"to_name", utf8(inbound ? call.local.name : call.remote.name, kLongestName)},
              {"direction", utf8(callDirectionName(call.direction), 16)},
              {"status", utf8(callStateName(call.state), 16)},
              {"reason", utf8(endReasonName(call.reason), 32)},
              {"timestamp", timeText(changedAt)},
              {"customer_id", utf8(customer.id, kLongestId)},
              {"customer_name", utf8(customer.name, kLongestName)},
              {"customer_email", utf8(customer.email, 320)},
              {"source", utf8(call.source, 32)},
              {"extension", utf8(call.remote.extension, 32)},
              {"line_name", utf8(call.lineName, 256)},
              {"agent_email", utf8(call.agentEmail, 320)},
              {"answered_by", utf8(call.answeredBy, 256)},
              {"started_at", timeText(call.startedAt)},
              {"answered_at", timeText(call.answeredAt)},
              {"withheld", call.withheld},
              {"internal", call.internal}};
    if (call.talkTime)
        json["talk_seconds"] = call.talkTime->count();
    if (call.holdTime)
        json["hold_seconds"] = call.holdTime->count();
    if (call.reason == EndReason::Missed)
        json["provisional"] = call.missedProvisional;
    return wire::dump(json);
}

Result<QList<CallEvent>> callFromWire(QByteArrayView json, const QString &region)
{
    const Result<Json> call = wire::parse(json, 8);
    if (!call)
        return tl::unexpected(call.error());
    return callstream::factsFrom(*call, region);
}

namespace callstream {

Result<QList<CallEvent>> factsFrom(const Json &call, const QString &region)
{
    CallEvent event;
    event.source = u"callstream"_s;
    event.channel = u"stream"_s;
    const QString id = text(call, "id", kLongestId);
    event.sessionId = text(call, "session_id", kLongestId);
    if (event.sessionId.isEmpty())
        event.sessionId = id;
    else if (id != event.sessionId)
        event.alias = id;
    event.time = wire::instant(text(call, "timestamp", 40));
    const auto direction = callDirectionFromName(text(call, "direction", 32));
    if (event.sessionId.isEmpty() || !event.time.isValid() || !direction || text(call, "status", 64).isEmpty())
        return failure(ErrorKind::BadPayload, u"a call without id, time, direction or status"_s);
    event.direction = *direction;
    setState(event, call);

    const bool inbound = event.direction == CallDirection::Inbound;
    const QString theirs = text(call, inbound ? "from_number" : "to_number", 128);
    const QString ours = text(call, inbound ? "to_number" : "from_number", 128);
    const WrittenNumber remote = readWrittenNumber(theirs, region);
    event.remote = partyFrom(theirs, text(call, inbound ? "from_name" : "to_name", kLongestName), remote);
    event.local = partyFrom(ours, text(call, inbound ? "to_name" : "from_name", kLongestName), readWrittenNumber(ours, region));
    if (const QString extension = text(call, "extension", 32); !extension.isEmpty())
        event.remote.extension = extension;
    if (event.remote.name.isEmpty())
        event.remote.name = text(call, "customer_name", kLongestName);
    event.remote.email = text(call, "customer_email", 320);
    event.internal = member(call, "internal").is_boolean() ? wire::flag(call, "internal") : remote.isShort;
    event.withheld = inbound && !event.internal && (wire::flag(call, "withheld") || remote.withheld);
    event.lineName = text(call, "line_name", 256);
    event.agentEmail = text(call, "agent_email", 320);
    event.answeredBy = text(call, "answered_by", 256);
    if (event.state == LegState::Ended) {
        event.talkTime = secondsOf(call, "talk_seconds");
        event.holdTime = secondsOf(call, "hold_seconds");
        const Json &provisional = member(call, "provisional");
        const QDateTime started = wire::instant(text(call, "started_at", 40));
        if (provisional.is_boolean() && !provisional.get<bool>() && started.isValid()) {
            event.settled = true;
            event.time = started; // a settled fact carries the start of its call
        }
    }
    return withItsPast(event, call);
}

} // namespace callstream
} // namespace callcard
