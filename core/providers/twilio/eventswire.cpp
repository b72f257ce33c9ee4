#include "form.h"

#include <callcard/phone.h>
#include <callcard/twilio.h>

#include <wire/wirejson.h>

#include <array>

namespace callcard::twilio {

using namespace Qt::Literals::StringLiterals;

namespace {

struct StatusWord {
    QByteArrayView word;
    LegState state;
    EndReason reason;
    QLatin1StringView record; ///< The word of call records.
};
constexpr std::array kStatuses{
    StatusWord{"queued", LegState::Setup, EndReason::None, "queued"_L1},
    StatusWord{"initiated", LegState::Setup, EndReason::None, "queued"_L1},
    StatusWord{"ringing", LegState::Ringing, EndReason::None, "ringing"_L1},
    StatusWord{"in-progress", LegState::Active, EndReason::None, "in-progress"_L1},
    StatusWord{"completed", LegState::Ended, EndReason::HungUp, "completed"_L1},
    StatusWord{"no-answer", LegState::Ended, EndReason::Missed, "no-answer"_L1},
    StatusWord{"busy", LegState::Ended, EndReason::Busy, "failed"_L1},
    StatusWord{"failed", LegState::Ended, EndReason::Failed, "failed"_L1},
    StatusWord{"canceled", LegState::Ended, EndReason::Missed, "failed"_L1},
};

QString textOf(const Form &form, QByteArrayView name, qsizetype longest = 128)
{
    return QString::fromUtf8(valueOf(form, name).left(longest * 4)).left(longest).trimmed();
}

/// A JSON body with the same members, as fields.
Result<Form> fieldsOf(QByteArrayView body)
{
    if (!body.trimmed().startsWith('{'))
        return formFrom(body);
    const Result<wire::Json> json = wire::parse(body, 4);
    if (!json)
        return tl::unexpected(json.error());
    Form form;
    for (const auto &[name, value] : json->items()) {
        if (form.size() < 200)
            form.append({QByteArray::fromStdString(name), wire::asText(value, 4096).toUtf8()});
    }
    return form;
}

std::optional<std::chrono::seconds> secondsOf(const Form &form, QByteArrayView name)
{
    bool ok = false;
    const qint64 value = valueOf(form, name).trimmed().toLongLong(&ok);
    return ok && value >= 0 && value <= 7 * 24 * 3600 ? std::optional(std::chrono::seconds(value)) : std::nullopt;
}

QDateTime stampOf(const Form &form)
{
    const QString text = textOf(form, "Timestamp", 64);
    const QDateTime time = QDateTime::fromString(text, Qt::RFC2822Date).toUTC();
    return time.isValid() ? time : wire::instant(text);
}

QDateTime timeOf(const Form &form, const QDateTime &receivedAt)
{
    const QDateTime time = stampOf(form);
    return time.isValid() ? time : receivedAt;
}

CallEvent factFrom(const Form &form, const Callback &callback, const QDateTime &receivedAt, const QString &region)
{
    CallEvent fact;
    fact.source = u"twilio"_s;
    fact.channel = u"status"_s;
    fact.sessionId = callback.callSid;
    fact.eventId = callback.deliveryKey;
    bool ok = false;
    const qint64 sequence = valueOf(form, "SequenceNumber").trimmed().toLongLong(&ok);
    fact.sequence = ok && sequence >= 0 ? sequence : -1;
    fact.time = timeOf(form, receivedAt);
    fact.direction = textOf(form, "Direction").startsWith("outbound"_L1) ? CallDirection::Outbound : CallDirection::Inbound;

    const bool inbound = fact.direction == CallDirection::Inbound;
    const QString from = textOf(form, "From");
    const QString to = textOf(form, "To");
    const QString theirs = inbound ? from : to;
    const QString ours = inbound ? to : from;
    const WrittenNumber remote = readWrittenNumber(theirs, region);
    fact.remote = {.number = remote.number,
                   .rawNumber = theirs,
                   .extension = remote.extension,
                   .name = inbound ? textOf(form, "CallerName", 512) : QString()};
    fact.local = {.number = readWrittenNumber(ours, region).number, .rawNumber = ours};
    fact.withheld = inbound && remote.withheld;

    const auto word = std::find_if(kStatuses.begin(), kStatuses.end(),
                                   [&](const StatusWord &one) { return callback.statusWord == QLatin1StringView(one.word); });
    if (word == kStatuses.end()) {
        fact.state = LegState::Unknown;
        fact.providerStatus = callback.statusWord;
        return fact;
    }
    fact.state = word->state;
    fact.reason = word->reason;
    if (fact.state != LegState::Ended)
        return fact;
    // Exactly one final word comes, and nothing after it.
    fact.settled = true;
    if (fact.reason == EndReason::Missed && !inbound)
        fact.reason = EndReason::HungUp; // nobody is missed by a call of one's own
    if (word->reason == EndReason::HungUp) {
        fact.talkTime = secondsOf(form, "CallDuration").value_or(std::chrono::seconds(0));
        fact.time = fact.time.addSecs(-fact.talkTime->count()); // a settled fact carries the start of the talk
    }
    return fact;
}

} // namespace

std::optional<std::chrono::seconds> ageOfCallback(QByteArrayView body, const QDateTime &now)
{
    const Result<Form> form = fieldsOf(body);
    const QDateTime written = form ? stampOf(*form) : QDateTime();
    return written.isValid() ? std::optional(std::chrono::seconds(written.secsTo(now))) : std::nullopt;
}

Result<Callback> eventsFromWebhook(QByteArrayView body, const QDateTime &receivedAt, const QString &region)
{
    const Result<Form> form = fieldsOf(body);
    if (!form)
        return tl::unexpected(form.error());
    Callback callback{.callSid = textOf(*form, "CallSid"),
                      .parentCallSid = textOf(*form, "ParentCallSid"),
                      .statusWord = textOf(*form, "CallStatus", 64),
                      .recordingSid = textOf(*form, "RecordingSid"),
                      .recordingUrl = textOf(*form, "RecordingUrl", 2048)};
    if (callback.callSid.isEmpty())
        return failure(ErrorKind::BadPayload, u"a callback about no call"_s);
    if (!textOf(*form, "RecordingStatus").isEmpty() || (callback.statusWord.isEmpty() && !callback.recordingSid.isEmpty())) {
        callback.kind = Callback::Kind::Recording;
        const QString status = textOf(*form, "RecordingStatus");
        callback.recordingLength = secondsOf(*form, "RecordingDuration");
        callback.deliveryKey = callback.callSid + u"/recording/"_s + callback.recordingSid + u'/' + status;
        if (!status.isEmpty() && status != "completed"_L1)
            callback.recordingUrl.clear(); // the address is told before there is anything at it
        return callback;
    }
    if (callback.statusWord.isEmpty())
        return callback;
    callback.kind = Callback::Kind::Status;
    const QString sequence = textOf(*form, "SequenceNumber", 20);
    callback.deliveryKey = callback.callSid + u'/' + (sequence.isEmpty() ? callback.statusWord : sequence);
    for (const StatusWord &word : kStatuses) {
        if (callback.statusWord == QLatin1StringView(word.word))
            callback.recordStatus = word.record;
    }
    callback.fact = factFrom(*form, callback, receivedAt, region);
    return callback;
}

} // namespace callcard::twilio
