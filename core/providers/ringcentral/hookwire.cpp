#include "wire.h"

#include <callcard/ringcentralhooks.h>

#include <wire/wirejson.h>

namespace callcard::ringcentral {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestQuestion = 256;
constexpr qsizetype kMostNames = 64;

void addName(QStringList &names, const QString &name)
{
    if (!name.isEmpty() && !names.contains(name) && names.size() < kMostNames)
        names.append(name);
}

} // namespace

QByteArray hookQuestion(const HttpHeaders &headers, QByteArrayView body)
{
    const QByteArray token = headers.value("Validation-Token").trimmed();
    const bool plain = std::all_of(token.begin(), token.end(), [](char c) { return c > ' ' && c < 0x7f; });
    return body.isEmpty() && plain && token.size() <= kLongestQuestion ? token : QByteArray();
}

Result<> verifyWebhook(const HttpHeaders &headers, const Secret &verificationToken)
{
    if (verificationToken.isEmpty())
        return failure(ErrorKind::Refused, u"there is no token to check webhooks with"_s);
    // One page of the documentation gives the header the other name.
    const bool right = verificationToken.matches(headers.value("Verification-Token"));
    const bool rightByTheOther = verificationToken.matches(headers.value("Validation-Token"));
    if (!right && !rightByTheOther)
        return failure(ErrorKind::Refused, u"a webhook without the subscription's token"_s);
    return {};
}

Result<HookEnvelope> envelopeOfWebhook(QByteArrayView bytes)
{
    const Result<Json> json = wire::parse(bytes);
    if (!json)
        return tl::unexpected(json.error());
    const Json &body = wire::member(*json, "body");
    HookEnvelope envelope{.uuid = wire::text(*json, "uuid", 128), .sentAt = wire::instant(wire::text(*json, "timestamp", 40))};
    if (envelope.uuid.isEmpty() || !body.is_object())
        return failure(ErrorKind::BadPayload, u"a notification without an id or a body"_s);
    addName(envelope.sessions, wire::text(body, "telephonySessionId", 128));
    for (const Json &party : wire::array(body, "parties"))
        addName(envelope.extensions, wire::text(party, "extensionId", 64));
    envelope.presence = wire::member(body, "activeCalls").is_array();
    for (const Json &call : wire::array(body, "activeCalls"))
        addName(envelope.sessions, wire::text(call, "telephonySessionId", 128));
    addName(envelope.extensions, wire::text(body, "extensionId", 64));
    const QString path = wire::text(*json, "event", 1024).section(u'?', 0, 0);
    addName(envelope.extensions, path.section("/extension/"_L1, 1).section(u'/', 0, 0));
    return envelope;
}

Result<QList<CallEvent>> eventsFromWebhook(QByteArrayView body, const HookReader &reader)
{
    Self self{.extensionId = reader.extensionId, .email = reader.email};
    if (!reader.region.isEmpty())
        self.region = reader.region;
    const Result<Notification> notification = eventsFromWebhook(body, self);
    if (!notification)
        return tl::unexpected(notification.error());
    return notification->events;
}

} // namespace callcard::ringcentral
