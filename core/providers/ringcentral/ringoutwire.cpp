#include "ringoutwire.h"

#include <QHash>

#include <algorithm>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;
using wire::member;
using wire::text;

namespace {

LegProgress progressOf(const QString &word)
{
    static const QHash<QString, LegProgress> words{
        {u"inprogress"_s, LegProgress::Ringing},      {u"success"_s, LegProgress::Answered},  {u"busy"_s, LegProgress::Busy},
        {u"noanswer"_s, LegProgress::NoAnswer},       {u"rejected"_s, LegProgress::Rejected}, {u"finished"_s, LegProgress::Finished},
        {u"nosessionfound"_s, LegProgress::Finished}, {u"unknown"_s, LegProgress::Waiting},
    };
    // Invalid, GenericError, InternationalDisabled, DestinationBlocked, NotEnoughFunds, NosuchUser and what is not known yet.
    return words.value(word.toLower(), LegProgress::Failed);
}

bool isOver(LegProgress progress)
{
    return progress != LegProgress::Waiting && progress != LegProgress::Ringing && progress != LegProgress::Answered;
}

Json numbered(const QString &number)
{
    return {{"phoneNumber", number.toStdString()}};
}

bool isId(const QString &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

Result<RingOutStatus> ringOutFrom(const Json &answer)
{
    RingOutStatus status{.id = text(answer, "id", 256)};
    const Json &words = member(answer, "status");
    const QString call = text(words, "callStatus", 64);
    if (status.id.isEmpty() || call.isEmpty())
        return failure(ErrorKind::BadPayload, u"a RingOut without id or status"_s);
    status.progress.mine = progressOf(text(words, "callerStatus", 64));
    status.progress.theirs = progressOf(text(words, "calleeStatus", 64));
    // Their phone is rung when mine was answered, whatever the word says before.
    if (status.progress.mine != LegProgress::Answered && status.progress.theirs == LegProgress::Ringing)
        status.progress.theirs = LegProgress::Waiting;
    const bool ongoing = call.compare("InProgress"_L1, Qt::CaseInsensitive) == 0;
    const bool connected = call.compare("Success"_L1, Qt::CaseInsensitive) == 0;
    if (!ongoing && !connected && !isOver(status.progress.mine) && !isOver(status.progress.theirs)) {
        // CannotReach, NoAnsweringMachine, Invalid, Error: no leg says which of them it was.
        LegProgress &failed = status.progress.mine == LegProgress::Answered ? status.progress.theirs : status.progress.mine;
        failed = LegProgress::Failed;
    }
    status.decided = !ongoing;
    return status;
}

QByteArray ringOutBody(const DialRequest &request)
{
    Json body = {{"to", numbered(request.number.e164())}, {"playPrompt", false}};
    if (isId(request.fromDevice))
        body["from"] = {{"forwardingNumberId", request.fromDevice.toStdString()}};
    else if (!request.fromDevice.isEmpty())
        body["from"] = numbered(request.fromDevice);
    if (!request.callerId.isEmpty())
        body["callerId"] = numbered(request.callerId);
    return wire::dump(body);
}

QByteArray transferBody(const QString &target)
{
    constexpr int kLongestExtension = 6;
    const bool extension = isId(target) && target.size() <= kLongestExtension;
    return wire::dump({{extension ? "extensionNumber" : "phoneNumber", target.toStdString()}});
}

QByteArray voicemailBody(const QString &extensionId)
{
    return wire::dump({{"voicemail", extensionId.toStdString()}});
}

QByteArray deviceBody(const QString &deviceId)
{
    return wire::dump({{"deviceId", deviceId.toStdString()}});
}

QByteArray recordingBody(bool active)
{
    return wire::dump({{"active", active}});
}

QString recordingIdFrom(const Json &answer)
{
    return text(answer, "id", 64);
}

QByteArray textBody(const QString &from, const QString &to, const QString &message)
{
    return wire::dump({{"from", numbered(from)}, {"to", Json::array({numbered(to)})}, {"text", message.toStdString()}});
}

} // namespace callcard::ringcentral
