#include "webhooks.h"

#include <callcard/justcallhooks.h>
#include <callcard/ringcentralhooks.h>
#include <callcard/twilio.h>

#include <QCryptographicHash>
#include <QLoggingCategory>

#include <algorithm>
#include <array>

namespace callcard::relay {

using namespace Qt::Literals::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcWebhooks, "callcard.relay.webhooks", QtInfoMsg)

constexpr std::size_t kLongestHandshake = 4096;
constexpr std::chrono::minutes kCallbackAge{15}; // Twilio comes again within seconds

/// All that providers prove themselves by. A stranger's other thousands are not even copied.
constexpr std::array kHeaders{"Content-Type",
                              "Validation-Token",
                              "Verification-Token",
                              "x-justcall-signature",
                              "x-justcall-signature-version",
                              "x-justcall-request-timestamp",
                              "X-Twilio-Signature"};
constexpr qsizetype kLongestKey = 200;

HttpHeaders headersOf(const serving::Request &request)
{
    HttpHeaders headers;
    for (const char *name : kHeaders) {
        const std::string_view value = request.header(name);
        if (!value.empty())
            headers.set(name, QByteArray(value.data(), static_cast<qsizetype>(value.size())));
    }
    return headers;
}

/// Keys travel in headers, too: one with a line break or a null in it would be another one there.
bool isPlainKey(const QString &key)
{
    return key.size() <= kLongestKey && std::all_of(key.begin(), key.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

QByteArray bodyOf(const serving::Request &request)
{
    return QByteArray::fromStdString(request.body);
}

Intake forged(Provider provider, const Error &why)
{
    qCInfo(lcWebhooks) << "refused from" << providerName(provider) << why.detail;
    return {.verdict = Intake::Verdict::Forged};
}

/// A sender that repeats would repeat it for ever, so it is taken and told.
Intake unreadable(Provider provider, const serving::Request &request, const Error &why)
{
    qCWarning(lcWebhooks) << "cannot be read, from" << providerName(provider) << request.body.size() << "bytes:" << why.detail;
    return {.verdict = Intake::Verdict::Answered};
}

Intake kept(const Delivery &delivery, QString key, const QDateTime &now)
{
    if (!isPlainKey(key))
        key = u"odd-"_s + QString::fromLatin1(QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Sha256).toHex());
    if (key.isEmpty()) // no id of its own: then the very same bytes are the very same event
        key = QString::fromLatin1(QCryptographicHash::hash(delivery.payload, QCryptographicHash::Sha256).toHex());
    return {.verdict = Intake::Verdict::Keep, .record = recordOf(delivery, key, now)};
}

Intake fromJustCall(const serving::Request &request, const RelayConfig &config, const QDateTime &now)
{
    if (config.justcall.secret.isEmpty())
        return {.verdict = Intake::Verdict::NotSetUp};
    // The body is not signed, so whatever else of the address is secret must be right as well.
    const QByteArray query = QUrl(config.justcall.webhookUrl).query(QUrl::FullyEncoded).toLatin1();
    if (!query.isEmpty() && !Secret(QByteArrayView(query)).matches(QByteArrayView(request.query)))
        return forged(Provider::JustCall, Error{.detail = u"another address than the registered one"_s});
    const QByteArray body = bodyOf(request);
    const HttpHeaders headers = headersOf(request);
    const QDateTime sentAt = justcall::hookTime(headers);
    if (headers.value("x-justcall-signature").isEmpty()) {
        const bool isShort = request.body.size() <= kLongestHandshake; // a stranger's long body is not even read
        const auto hello = isShort ? justcall::eventsFromWebhook(body, sentAt, config.region) : failure(ErrorKind::Refused);
        if (hello && hello->kind == justcall::HookNews::Kind::Validation)
            return {.verdict = Intake::Verdict::Answered}; // the address is being registered; nothing of it is believed
        return forged(Provider::JustCall, Error{.detail = u"a webhook without a signature"_s});
    }
    if (const Result<> right = justcall::verifyWebhook(headers, config.justcall.webhookUrl, body, config.justcall.secret, now); !right)
        return forged(Provider::JustCall, right.error());
    const auto news = justcall::eventsFromWebhook(body, sentAt, config.region);
    if (!news)
        return unreadable(Provider::JustCall, request, news.error());
    if (news->kind == justcall::HookNews::Kind::Validation || news->kind == justcall::HookNews::Kind::Other)
        return {.verdict = Intake::Verdict::Answered};
    return kept({.provider = Provider::JustCall, .sentAt = sentAt, .payload = body}, news->requestId, now);
}

Intake fromRingCentral(const serving::Request &request, const RelayConfig &config, const QDateTime &now)
{
    const QByteArray body = bodyOf(request);
    const HttpHeaders headers = headersOf(request);
    if (const QByteArray question = ringcentral::hookQuestion(headers, body); !question.isEmpty())
        return {.verdict = Intake::Verdict::Answered, .headers = {{"Validation-Token", question.toStdString()}}};
    if (config.ringcentral.verificationToken.isEmpty())
        return {.verdict = Intake::Verdict::NotSetUp};
    if (const Result<> right = ringcentral::verifyWebhook(headers, config.ringcentral.verificationToken); !right)
        return forged(Provider::RingCentral, right.error());
    const auto envelope = ringcentral::envelopeOfWebhook(body);
    if (!envelope)
        return unreadable(Provider::RingCentral, request, envelope.error());
    return kept({.provider = Provider::RingCentral, .sentAt = envelope->sentAt, .payload = body}, envelope->uuid, now);
}

Intake fromTwilio(const serving::Request &request, const RelayConfig &config, const QDateTime &now)
{
    if (config.twilioAuthToken.isEmpty())
        return {.verdict = Intake::Verdict::NotSetUp};
    const QByteArray body = bodyOf(request);
    const QString url = config.twilioUrl + QString::fromStdString(request.target);
    if (const Result<> right = twilio::verifyWebhook(headersOf(request), url, body, config.twilioAuthToken); !right)
        return forged(Provider::Twilio, right.error());
    const auto callback = twilio::eventsFromWebhook(body, now, config.region);
    if (const auto age = callback ? twilio::ageOfCallback(body, now) : std::nullopt; age && std::chrono::abs(*age) > kCallbackAge)
        return forged(Provider::Twilio, Error{.detail = u"a callback of another time"_s}); // captured once, and sent again
    if (!callback)
        return unreadable(Provider::Twilio, request, callback.error());
    if (callback->kind == twilio::Callback::Kind::Other)
        return {.verdict = Intake::Verdict::Answered};
    const QString rep = QString::fromStdString(request.queryValue("rep").value_or("")).trimmed().toLower().left(320);
    return kept({.provider = Provider::Twilio, .rep = rep, .payload = body}, callback->deliveryKey, now);
}

} // namespace

Intake receiveWebhook(Provider provider, const serving::Request &request, const RelayConfig &config, const QDateTime &now)
{
    switch (provider) {
    case Provider::JustCall:
        return fromJustCall(request, config, now);
    case Provider::RingCentral:
        return fromRingCentral(request, config, now);
    case Provider::Twilio:
        return fromTwilio(request, config, now);
    case Provider::AiCall:
        break;
    }
    return {.verdict = Intake::Verdict::NotSetUp};
}

} // namespace callcard::relay
