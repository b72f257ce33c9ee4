#include "wireparty.h"

#include <QHash>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using wire::array;
using wire::integer;
using wire::member;
using wire::text;

namespace {

EndReason reasonOf(const QString &result, CallDirection direction)
{
    const QString word = result.simplified().toLower();
    static const QHash<QString, EndReason> words{
        {u"accepted"_s, EndReason::HungUp},
        {u"call connected"_s, EndReason::HungUp},
        {u"missed"_s, EndReason::Missed},
        {u"voicemail"_s, EndReason::Voicemail},
        {u"sent to voicemail"_s, EndReason::Voicemail},
        {u"busy"_s, EndReason::Busy},
        {u"rejected"_s, EndReason::Declined},
        {u"declined"_s, EndReason::Declined},
        {u"answered elsewhere"_s, EndReason::AnsweredElsewhere},
        {u"no answer"_s, EndReason::Missed},
        {u"hang up"_s, EndReason::Missed},
        {u"abandoned"_s, EndReason::Missed},
        {u"call failed"_s, EndReason::Failed},
        {u"call failure"_s, EndReason::Failed},
        {u"blocked"_s, EndReason::Failed},
        {u"internal error"_s, EndReason::Failed},
        {u"wrong number"_s, EndReason::Failed},
        {u"international disabled"_s, EndReason::Failed},
    };
    const EndReason reason = words.value(word, EndReason::Unknown);
    // Nobody is missed by a call of one's own.
    return reason == EndReason::Missed && direction == CallDirection::Outbound ? EndReason::HungUp : reason;
}

HistoricCall callFrom(const Json &record, const Self &self)
{
    HistoricCall call;
    CallEvent &event = call.event;
    call.rowId = text(record, "id", 128);
    call.outcomeWord = text(record, "result", 128);
    call.inProgress = call.outcomeWord.compare("In Progress"_L1, Qt::CaseInsensitive) == 0;
    call.recordingUrl = text(member(record, "recording"), "contentUri", 2048);

    event.source = u"ringcentral"_s;
    event.channel = u"log"_s;
    event.eventId = u"log/"_s + call.rowId + u'/' + text(record, "lastModifiedTime", 40);
    event.sessionId = text(record, "telephonySessionId", 128);
    event.alias = text(record, "sessionId", 128);
    if (event.sessionId.isEmpty())
        event.sessionId = event.alias;
    event.direction =
        text(record, "direction", 32).compare("Outbound"_L1, Qt::CaseInsensitive) == 0 ? CallDirection::Outbound : CallDirection::Inbound;
    event.time = wire::instant(text(record, "startTime", 40));
    event.agentEmail = self.email;

    const Json &from = member(record, "from");
    const Json &to = member(record, "to");
    const auto side = [&](const Json &party) {
        const QString number = text(party, "phoneNumber", 256);
        return sideFrom(number.isEmpty() ? text(party, "extensionNumber", 64) : number, text(party, "name", 512),
                        text(party, "extensionId", 64), self);
    };
    const bool inbound = event.direction == CallDirection::Inbound;
    const Side remote = side(inbound ? from : to);
    const Side local = side(inbound ? to : from);
    event.remote = remote.party;
    event.local = local.party;
    event.internal = remote.internal;
    event.withheld = remote.withheld && inbound;
    event.lineName = lineName(event.local.rawNumber, QString(), self);

    event.settled = !call.inProgress;
    event.state = call.inProgress ? LegState::Active : LegState::Ended;
    if (!call.inProgress) {
        event.reason = reasonOf(call.outcomeWord, event.direction);
        if (event.reason == EndReason::Unknown)
            event.providerStatus = call.outcomeWord;
        const bool connected = event.reason == EndReason::HungUp && call.outcomeWord.compare("No Answer"_L1, Qt::CaseInsensitive) != 0 &&
                               call.outcomeWord.compare("Hang Up"_L1, Qt::CaseInsensitive) != 0;
        if (const auto duration = integer(record, "duration"); duration && *duration >= 0 && connected)
            event.talkTime = std::chrono::seconds(*duration);
    }
    return call;
}

} // namespace

Result<LogPage> logPageFrom(const Json &page, const Self &self, const QString &only)
{
    const Json &records = member(page, "records");
    if (!records.is_array())
        return failure(ErrorKind::BadPayload, u"a call log without records"_s);
    LogPage result{.more = member(member(page, "navigation"), "nextPage").is_object(),
                   .syncToken = text(member(page, "syncInfo"), "syncToken", 4096)};
    for (const Json &record : records) {
        const QDateTime start = wire::instant(text(record, "startTime", 40));
        if (start.isValid() && (!result.oldest.isValid() || start < result.oldest))
            result.oldest = start;
        if (text(record, "type", 16).compare("Fax"_L1, Qt::CaseInsensitive) == 0 ||
            text(record, "action", 64).compare("FindMe"_L1, Qt::CaseInsensitive) == 0)
            continue; // no call, and the echo of one
        if (!only.isEmpty() && text(member(record, "extension"), "id", 64) != only)
            continue;
        if (wire::flag(record, "deleted"))
            continue; // only its id is left of it
        HistoricCall call = callFrom(record, self);
        if (call.rowId.isEmpty() || call.event.sessionId.isEmpty() || !call.event.time.isValid())
            return failure(ErrorKind::BadPayload, u"a call log record without id, session or start"_s);
        result.calls.append(std::move(call));
    }
    return result;
}

Result<Self> selfFrom(const Json &extension, const QString &region)
{
    Self self{.extensionId = text(extension, "id", 64), .email = text(member(extension, "contact"), "email", 320)};
    if (self.extensionId.isEmpty())
        return failure(ErrorKind::BadPayload, u"an extension without an id"_s);
    if (!region.isEmpty())
        self.region = region;
    const QString country = text(member(member(extension, "regionalSettings"), "homeCountry"), "isoCode", 2);
    if (country.size() == 2)
        self.region = country.toUpper();
    return self;
}

Result<> addLines(Self &self, const Json &phoneNumbers)
{
    const Json &records = member(phoneNumbers, "records");
    if (!records.is_array())
        return failure(ErrorKind::BadPayload, u"a list of numbers without records"_s);
    for (const Json &record : records) {
        const QString number = text(record, "phoneNumber", 64);
        if (!number.isEmpty())
            self.lines.insert(number, text(record, "label", 128));
    }
    return {};
}

QString errorCodeIn(const Json &body)
{
    const Json &errors = array(body, "errors");
    QString code = errors.empty() ? QString() : text(errors.front(), "errorCode", 64);
    if (code.isEmpty())
        code = text(body, "errorCode", 64);
    if (code.isEmpty())
        code = text(body, "error", 64);
    return code;
}

Error errorFrom(int status, QByteArrayView body, std::optional<std::chrono::seconds> retryAfter)
{
    const auto json = wire::parse(body);
    return refusal(status, json ? errorCodeIn(*json) : QString(), retryAfter);
}

Error refusal(int status, const QString &code, std::optional<std::chrono::seconds> retryAfter)
{
    Error error{.detail = u"HTTP %1 %2"_s.arg(status).arg(code).trimmed(), .retryAfter = retryAfter};
    if (status == 401)
        error.kind = ErrorKind::SignInNeeded;
    else if (status == 429)
        error.kind = ErrorKind::RateLimited;
    else if (status == 408)
        error.kind = ErrorKind::TimedOut;
    else if (status >= 500)
        error.kind = ErrorKind::ServerFault;
    else if (status >= 400)
        error.kind = ErrorKind::Refused;
    else
        error.kind = ErrorKind::BadPayload;
    return error;
}

} // namespace callcard::ringcentral
