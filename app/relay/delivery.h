#pragma once

#include <callcard/eventlog.h>

namespace callcard::relay {

enum class Provider { JustCall, RingCentral, Twilio, AiCall };
[[nodiscard]] QString providerName(Provider provider);

/// What a provider (or, of an AI call, the relay itself) said, and what is known of it beside its body. The log keeps it as it came: how it
/// is read may improve, and who it concerns may change.
struct Delivery {
    Provider provider{};
    QDateTime sentAt{}; ///< By the sender's clock; invalid where it does not say.
    QString rep{};      ///< E-mail, where the address that was called names one.
    QByteArray payload{};
};

[[nodiscard]] LogRecord recordOf(const Delivery &delivery, const QString &key, const QDateTime &receivedAt);
/// Nothing for a record that this program does not know.
[[nodiscard]] std::optional<Delivery> deliveryOf(const LogRecord &record);

} // namespace callcard::relay
