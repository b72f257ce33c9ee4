// Texts and recordings, as the relay's stream tells them beside the calls.
#include "callwire.h"

#include <callcard/phone.h>

#include <wire/wirejson.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestTextId = 256;
constexpr qsizetype kLongestBody = 24 * 1024; // words, and a link for each picture
constexpr qsizetype kLongestLink = 2048;

std::string bounded(const QString &text, qsizetype longest)
{
    return text.left(longest).toStdString();
}

std::string momentOf(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs).toStdString() : std::string();
}

std::string writtenNumber(const CallParty &party)
{
    return bounded(party.number ? party.number->e164() : party.rawNumber, 128);
}

CallParty partyOfText(const QString &number, const QString &name, const QString &region)
{
    const WrittenNumber read = readWrittenNumber(number, region);
    return {.number = read.number, .rawNumber = number, .extension = read.extension, .name = name};
}

} // namespace

QByteArray textToWire(const Message &message)
{
    const bool inbound = message.direction == CallDirection::Inbound;
    const CallParty &from = inbound ? message.remote : message.local;
    const CallParty &to = inbound ? message.local : message.remote;
    wire::Json json{{"id", bounded(message.id.text(), kLongestTextId)},
                    {"from_number", writtenNumber(from)},
                    {"from_name", bounded(from.name, 512)},
                    {"to_number", writtenNumber(to)},
                    {"to_name", bounded(to.name, 512)},
                    {"direction", callDirectionName(message.direction).toStdString()},
                    {"body", bounded(message.text, kLongestBody)},
                    {"timestamp", momentOf(message.sentAt)},
                    {"agent_email", bounded(message.agentEmail, 320)},
                    {"source", bounded(message.source, 32)},
                    {"deleted", message.deleted}};
    if (message.userDay.isValid())
        json["day"] = message.userDay.toString(Qt::ISODate).toStdString();
    return wire::dump(json);
}

Result<Message> textFromWire(QByteArrayView json, const QString &region)
{
    const Result<wire::Json> text = wire::parse(json, 8);
    if (!text)
        return tl::unexpected(text.error());
    return callstream::messageFrom(*text, region);
}

QByteArray recordingToWire(const CallRecording &recording)
{
    wire::Json json{{"id", bounded(recording.id, kLongestTextId)},
                    {"call_id", bounded(recording.call.text(), kLongestTextId)},
                    {"session_id", bounded(recording.sessionId, kLongestTextId)},
                    {"url", bounded(recording.url, kLongestLink)},
                    {"timestamp", momentOf(recording.at)},
                    {"agent_email", bounded(recording.agentEmail, 320)},
                    {"source", bounded(recording.source, 32)}};
    if (recording.length)
        json["seconds"] = recording.length->count();
    return wire::dump(json);
}

Result<CallRecording> recordingFromWire(QByteArrayView json)
{
    const Result<wire::Json> recording = wire::parse(json, 8);
    if (!recording)
        return tl::unexpected(recording.error());
    return callstream::recordingFrom(*recording);
}

namespace callstream {

Result<Message> messageFrom(const Json &text, const QString &region)
{
    const QString id = wire::text(text, "id", kLongestTextId);
    const QDateTime sentAt = wire::instant(wire::text(text, "timestamp", 40));
    const auto direction = callDirectionFromName(wire::text(text, "direction", 32));
    if (id.isEmpty() || !sentAt.isValid() || !direction)
        return failure(ErrorKind::BadPayload, u"a text without id, time or direction"_s);
    const QString source = wire::text(text, "source", 32);
    const CallParty from = partyOfText(wire::text(text, "from_number", 128), wire::text(text, "from_name", 512), region);
    const CallParty to = partyOfText(wire::text(text, "to_number", 128), wire::text(text, "to_name", 512), region);
    const bool inbound = *direction == CallDirection::Inbound;
    return Message{.id = MessageId(id),
                   .source = source.isEmpty() ? u"callstream"_s : source,
                   .direction = *direction,
                   .remote = inbound ? from : to,
                   .local = inbound ? to : from,
                   .agentEmail = wire::text(text, "agent_email", 320),
                   .text = wire::text(text, "body", kLongestBody),
                   .sentAt = sentAt,
                   .userDay = QDate::fromString(wire::text(text, "day", 10), Qt::ISODate),
                   .deleted = wire::flag(text, "deleted")};
}

Result<CallRecording> recordingFrom(const Json &recording)
{
    constexpr qint64 kLongestRecording = 7 * 24 * 3600;
    CallRecording told{.id = wire::text(recording, "id", kLongestTextId),
                       .call = CallId(wire::text(recording, "call_id", kLongestTextId)),
                       .sessionId = wire::text(recording, "session_id", kLongestTextId),
                       .source = wire::text(recording, "source", 32),
                       .agentEmail = wire::text(recording, "agent_email", 320),
                       .url = wire::text(recording, "url", kLongestLink),
                       .at = wire::instant(wire::text(recording, "timestamp", 40))};
    const auto seconds = wire::integer(recording, "seconds");
    if (seconds && *seconds >= 0 && *seconds <= kLongestRecording)
        told.length = std::chrono::seconds(*seconds);
    const bool isWeb = told.url.startsWith("https://"_L1, Qt::CaseInsensitive) || told.url.startsWith("http://"_L1, Qt::CaseInsensitive);
    if (told.id.isEmpty() || told.call.isEmpty() || !isWeb)
        return failure(ErrorKind::BadPayload, u"a recording without id, call or address"_s);
    return told;
}

} // namespace callstream
} // namespace callcard
