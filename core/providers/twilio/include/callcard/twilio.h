#pragma once

#include <callcard/callevent.h>
#include <callcard/http.h>
#include <callcard/secrets.h>

/// Twilio's callbacks, for whoever receives them. Nothing here asks Twilio anything.
namespace callcard::twilio {

/// One callback: of a call's status, or of a recording that is ready.
struct Callback {
    enum class Kind { Status, Recording, Other };
    Kind kind{Kind::Other};
    QString callSid{};
    QString parentCallSid{};         ///< The call that dialled this one, where there is one.
    QString deliveryKey{};           ///< The same delivery again has the same: callbacks come more than once.
    QString statusWord{};            ///< Raw
    QString recordStatus{};          ///< What call records say for it: queued, ringing, in-progress …; empty: it stays as it was.
    std::optional<CallEvent> fact{}; ///< Status
    QString recordingSid{};
    QString recordingUrl{};
    std::optional<std::chrono::seconds> recordingLength{};
    bool operator==(const Callback &) const = default;
};

/// From a form or a JSON body. `receivedAt` stands in where Twilio tells no time.
[[nodiscard]] Result<Callback> eventsFromWebhook(QByteArrayView body, const QDateTime &receivedAt, const QString &region);

/// Whether the account's token signed it: a form with its fields, a JSON body by the hash in the address. `url` is the address as it
/// was configured, query included. It proves the origin, not the moment, hence no clock: see ageOfCallback(); deliveryKey tells
/// repetitions.
[[nodiscard]] Result<> verifyWebhook(const HttpHeaders &headers, const QString &url, QByteArrayView body, const Secret &authToken);

/// How long ago Twilio wrote it, by the time that is signed with the rest; nothing where none is told (recordings).
[[nodiscard]] std::optional<std::chrono::seconds> ageOfCallback(QByteArrayView body, const QDateTime &now);

} // namespace callcard::twilio
