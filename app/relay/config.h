#pragma once

#include "natslog.h"

#include <callcard/eventlog.h>
#include <callcard/httpserver.h>
#include <callcard/secrets.h>

#include <QHash>
#include <QUrl>

namespace callcard::relay {

/// One rep, and by what the providers know them.
struct RelayUser {
    QString email{}; ///< Lower case.
    QString justcallAgentId{};
    QString ringcentralExtensionId{};
    QStringList numbers{};  ///< E.164: lines of which a ringing names no agent.
    QByteArray tokenHash{}; ///< SHA-256; empty: tokens are made with `callcard-relay token create`.
    bool operator==(const RelayUser &) const = default;
};

struct JustCallAccess {
    Secret apiKey{};
    Secret secret{}; ///< Of the API and of the webhooks' signatures.
    QUrl url{QStringLiteral("https://api.justcall.io/v2.1")};
    QString webhookUrl{}; ///< As it was registered; JustCall signs it.
};

struct RingCentralAccess {
    Secret verificationToken{};
    QUrl serverUrl{QStringLiteral("https://platform.ringcentral.com")};
    QString clientId{};
    Secret clientSecret{};
    Secret jwt{}; ///< With these three the relay subscribes by itself.
    [[nodiscard]] bool canSubscribe() const { return !clientId.isEmpty() && !clientSecret.isEmpty() && !jwt.isEmpty(); }
};

struct ElevenLabsAccess {
    Secret apiKey{};
    QString agentId{};
    QString phoneNumberId{};
    QUrl url{QStringLiteral("https://api.elevenlabs.io")};
    [[nodiscard]] bool isUsable() const { return !apiKey.isEmpty() && !agentId.isEmpty() && !phoneNumberId.isEmpty(); }
};

struct RelayLimits {
    double requestsPerSecond = 10; ///< Of one token; six times as many at once.
    int streamsPerToken = 20;
    std::chrono::milliseconds heartbeat{15'000};
    /// Behind a proxy everybody has one address; without, a stranger must not take every place.
    serving::Limits server{.bodyBytes = 256 * 1024, .connections = 20'000, .connectionsPerAddress = 20'000};
};

struct RelayConfig {
    serving::ListenAddress listen{.host = "127.0.0.1", .port = 8420};
    std::optional<serving::Tls> tls{};
    bool behindProxy = false; ///< Who calls is in X-Forwarded-For.
    QString publicUrl{};      ///< What providers call, without a slash at its end.
    QString dataFolder{};
    QString region{QStringLiteral("US")}; ///< For numbers without a country.
    JustCallAccess justcall{};
    RingCentralAccess ringcentral{};
    Secret twilioAuthToken{};
    QString twilioUrl{}; ///< Where Twilio finds us, if not at publicUrl.
    ElevenLabsAccess elevenlabs{};
    NatsAccess nats{}; ///< Set: several relays share one log.
    QList<RelayUser> users{};
    LogRetention retention{};
    RelayLimits limits{};

    [[nodiscard]] QString tokenFile() const { return dataFolder + QStringLiteral("/tokens.json"); }
    [[nodiscard]] QString logFile() const { return dataFolder + QStringLiteral("/events.db"); }
};

/// The file's JSON, with the environment above it. Every problem is a sentence; with any of them there is no configuration. A warning is
/// one, too, and works.
struct ConfigReading {
    RelayConfig config{};
    QStringList problems{};
    QStringList warnings{};
};
[[nodiscard]] ConfigReading readConfig(const QByteArray &json, const QHash<QString, QString> &environment);
[[nodiscard]] QHash<QString, QString> relayEnvironment(); ///< The variables that readConfig() knows, as this process has them.

} // namespace callcard::relay
