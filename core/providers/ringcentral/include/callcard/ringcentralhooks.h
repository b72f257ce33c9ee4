#pragma once

#include <callcard/callevent.h>
#include <callcard/http.h>
#include <callcard/secrets.h>

/// RingCentral's webhooks, for whoever receives them.
namespace callcard::ringcentral {

/// What is asked when an address is registered: to be echoed in the header of the same name, with 200. Empty: this is no question.
[[nodiscard]] QByteArray hookQuestion(const HttpHeaders &headers, QByteArrayView body);

/// Whether it carries the token that the subscription was given. The body is not signed, and nothing tells the moment: `uuid` tells
/// repetitions.
[[nodiscard]] Result<> verifyWebhook(const HttpHeaders &headers, const Secret &verificationToken);

/// One delivery, before anybody's eyes look at it.
struct HookEnvelope {
    QString uuid{};
    QDateTime sentAt{};       ///< By their clock.
    QStringList sessions{};   ///< The calls it tells of.
    QStringList extensions{}; ///< Whose parties these are, and whose subscription it was.
    bool presence{};          ///< It tells how one extension stands, not what happened in a call.
    bool operator==(const HookEnvelope &) const = default;
};
[[nodiscard]] Result<HookEnvelope> envelopeOfWebhook(QByteArrayView body);

/// What the delivery says to one rep: parties of others are not `mine`.
struct HookReader {
    QString extensionId{};
    QString email{};
    QString region{};
};
[[nodiscard]] Result<QList<CallEvent>> eventsFromWebhook(QByteArrayView body, const HookReader &reader);

} // namespace callcard::ringcentral
