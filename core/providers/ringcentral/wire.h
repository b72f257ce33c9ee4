#pragma once

#include <callcard/callevent.h>
#include <callcard/callhistory.h>
#include <callcard/message.h>
#include <callcard/result.h>

#include <nlohmann/json_fwd.hpp>

#include <QHash>

/// RingCentral's JSON in our words. Pure: bytes in, values out. Nothing beyond the wire files knows a field name.
namespace callcard::ringcentral {

using Json = nlohmann::json;

/// Whose eyes we see with.
struct Self {
    QString extensionId{};
    QString email{};
    QString region{QStringLiteral("US")}; ///< For numbers without a country.
    QHash<QString, QString> lines{};      ///< My numbers, E.164 → label.
    QHash<QString, QString> queues{};     ///< Id of a queue's extension → its name.
    bool operator==(const Self &) const = default;
};

/// One notification, whichever way it came (socket or webhook).
struct Notification {
    enum class Kind { Telephony, Presence, Messages, InstantText, Voicemail, Other };
    Kind kind{Kind::Other};
    QString uuid{};
    QString subscriptionId{};
    QDateTime sentAt{}; ///< By their clock.
    QList<CallEvent> events{};
    std::optional<Message> text{}; ///< InstantText
    bool snapshot{};               ///< Presence: `events` is everything that is live.
    bool operator==(const Notification &) const = default;
};

[[nodiscard]] Result<Notification> notificationFrom(const Json &envelope, const Self &self);
/// The same from a webhook's body.
[[nodiscard]] Result<Notification> eventsFromWebhook(QByteArrayView body, const Self &self);

/// The presence resource: what is live. Absent telephony state is an error, not an empty list.
[[nodiscard]] Result<QList<CallEvent>> eventsFromPresence(const Json &presence, const Self &self, const QDateTime &now);
/// The session resource: every party of one call, as it is at `now`.
[[nodiscard]] Result<QList<CallEvent>> eventsFromSession(const Json &session, const Self &self, const QDateTime &now);
/// What the session resource tells of my own party beyond its events.
struct MyParty {
    QString recordingId{};           ///< While it is being recorded.
    std::optional<bool> recording{}; ///< Absent: nothing is said of it.
    bool fromQueue{};
};
[[nodiscard]] MyParty myPartyIn(const Json &session, const Self &self);

/// One page of the call log or of call-log-sync.
struct LogPage {
    QList<HistoricCall> calls{};
    QDateTime oldest{}; ///< Start of the earliest record, those that were left out included.
    bool more{};
    QString syncToken{};
};
/// Records of another extension than `only` are left out, where one is named.
[[nodiscard]] Result<LogPage> logPageFrom(const Json &page, const Self &self, const QString &only = {});

/// One text, as the message store and the instant notification have it. A deleted one is little more than its id.
[[nodiscard]] Result<Message> messageFrom(const Json &record, const Self &self);

/// `region` counts where the account names no country.
[[nodiscard]] Result<Self> selfFrom(const Json &extension, const QString &region = {});
/// Adds the extension's numbers.
[[nodiscard]] Result<> addLines(Self &self, const Json &phoneNumbers);

/// What the service says when it refuses: the kind that names the remedy, and its own code for the log.
[[nodiscard]] Error errorFrom(int status, QByteArrayView body, std::optional<std::chrono::seconds> retryAfter);
[[nodiscard]] Error refusal(int status, const QString &code, std::optional<std::chrono::seconds> retryAfter);
[[nodiscard]] QString errorCodeIn(const Json &body); ///< "CMN-102"; empty when it names none.

} // namespace callcard::ringcentral
