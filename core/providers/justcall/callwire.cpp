#include "wire.h"

#include <callcard/phone.h>

#include <wire/wirejson.h>

#include <QHash>

namespace callcard::justcall {

using namespace Qt::Literals::StringLiterals;
using wire::integer;
using wire::member;
using wire::text;

namespace {

using std::chrono::seconds;

std::optional<CallDirection> directionOf(const QString &word)
{
    const QString lower = word.trimmed().toLower();
    if (lower.startsWith("in"_L1))
        return CallDirection::Inbound;
    if (lower.startsWith("out"_L1))
        return CallDirection::Outbound;
    return std::nullopt;
}

std::optional<seconds> secondsOf(const Json &durations, const char *key)
{
    constexpr qint64 kLongest = 7 * 24 * 3600;
    const auto value = integer(durations, key);
    return value && *value >= 0 && *value <= kLongest ? std::optional(seconds(*value)) : std::nullopt;
}

/// Whole words: "Unanswered" contains "answered".
EndReason reasonOf(const QString &type, CallDirection direction, bool talked)
{
    static const QHash<QString, EndReason> words{
        {u"answered"_s, EndReason::HungUp},     {u"missed"_s, EndReason::Missed},     {u"unanswered"_s, EndReason::Missed},
        {u"abandoned"_s, EndReason::Missed},    {u"cancelled"_s, EndReason::Missed},  {u"canceled"_s, EndReason::Missed},
        {u"voicemail"_s, EndReason::Voicemail}, {u"busy"_s, EndReason::Busy},         {u"failed"_s, EndReason::Failed},
        {u"blocked"_s, EndReason::Failed},      {u"restricted"_s, EndReason::Failed}, {u"abandoned before ringing"_s, EndReason::Missed},
    };
    if (talked)
        return EndReason::HungUp;
    const EndReason reason = words.value(type.simplified().toLower(), EndReason::Unknown);
    // Nobody is missed by a call of one's own.
    return reason == EndReason::Missed && direction == CallDirection::Outbound ? EndReason::HungUp : reason;
}

/// A contact without a name is often called by its number.
QString realName(const QString &name, const QString &number)
{
    QString digits;
    for (const QChar c : name) {
        if (c.isLetter())
            return name;
        if (c.isDigit())
            digits += c;
    }
    return digits.isEmpty() || number.contains(digits) ? QString() : name;
}

} // namespace

Result<CallRow> callRowFrom(const Json &row, const QString &region)
{
    CallRow result;
    HistoricCall &call = result.call;
    CallEvent &event = call.event;
    const Json &info = member(row, "call_info");
    const Json &durations = member(row, "call_duration");

    call.rowId = text(row, "id", 64);
    event.source = u"justcall"_s;
    event.channel = u"log"_s;
    event.sessionId = text(row, "call_sid", 128);
    const QString byId = call.rowId.isEmpty() ? QString() : QString(u"justcall-"_s + call.rowId);
    if (event.sessionId.isEmpty())
        event.sessionId = byId;
    else
        event.alias = byId;
    const auto direction = directionOf(text(info, "direction", 32));
    if (event.sessionId.isEmpty() || !direction)
        return failure(ErrorKind::BadPayload, u"a call without an id or a direction"_s);
    event.direction = *direction;
    event.time = civilTime(text(row, "call_date", 40), text(row, "call_time", 40));
    const QString userDate = text(row, "call_user_date", 40);
    result.userStart = civilTime(userDate, text(row, "call_user_time", 40));
    call.userDay = result.userStart.isValid() ? result.userStart.date() : civilTime(userDate, u"0:00"_s).date();

    const QString number = text(row, "contact_number", 128);
    const WrittenNumber remote = readWrittenNumber(number, region);
    event.remote = {.number = remote.number,
                    .rawNumber = number,
                    .extension = remote.extension,
                    .name = realName(plainText(text(row, "contact_name", 512)), number),
                    .email = text(row, "contact_email", 320)};
    event.withheld = remote.withheld && event.direction == CallDirection::Inbound;
    event.internal = remote.isShort;
    const QString line = text(row, "justcall_number", 128);
    event.local = {.number = readWrittenNumber(line, region).number, .rawNumber = line};
    event.lineName = plainText(text(row, "justcall_line_name", 256));
    event.agentEmail = text(row, "agent_email", 320).trimmed();
    result.agentId = text(row, "agent_id", 64);

    call.outcomeWord = text(info, "type", 128);
    call.inProgress = call.outcomeWord.simplified().compare("In Progress"_L1, Qt::CaseInsensitive) == 0;
    call.notes = plainText(text(info, "notes"));
    call.disposition = plainText(text(info, "disposition", 256));
    call.recordingUrl = text(info, "recording", 2048);
    call.transcription = plainText(text(info, "voicemail_transcription"));

    if (call.inProgress) {
        // Whether it rings or is talked in, the row does not say.
        event.state = LegState::Setup;
        return result;
    }
    event.state = LegState::Ended;
    event.settled = true;
    const auto talk = secondsOf(durations, "conversation_time");
    const bool answered = call.outcomeWord.simplified().compare("answered"_L1, Qt::CaseInsensitive) == 0;
    const bool talked = answered || talk.value_or(seconds(0)) > seconds(0);
    event.reason = reasonOf(call.outcomeWord, event.direction, talked);
    if (event.reason == EndReason::Unknown)
        event.providerStatus = call.outcomeWord;
    if (!talked)
        return result;
    event.holdTime = secondsOf(durations, "hold_time");
    const auto total = secondsOf(durations, "total_duration");
    event.talkTime = talk;
    if (!talk && total)
        event.talkTime = std::max(*total - event.holdTime.value_or(seconds(0)), seconds(0));
    if (event.direction == CallDirection::Inbound)
        event.answeredBy = plainText(text(row, "agent_name", 256));
    return result;
}

} // namespace callcard::justcall
