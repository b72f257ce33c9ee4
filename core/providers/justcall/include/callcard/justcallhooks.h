#pragma once

#include <callcard/callhistory.h>
#include <callcard/http.h>
#include <callcard/secrets.h>

/// JustCall's webhooks, for whoever receives them.
namespace callcard::justcall {

/// One delivery. The same one may come five times; `requestId` tells.
struct HookNews {
    enum class Kind {
        Validation, ///< Somebody registered the address: to be answered with 200.
        Call,
        Text,
        Other, ///< A kind that nobody here needs.
    };
    Kind kind{Kind::Other};
    QString requestId{};
    QString type{};                    ///< "call.completed"
    QString agentId{};                 ///< May be missing while a shared line rings.
    QList<CallEvent> facts{};          ///< Call: none for changes that are no facts of the call.
    std::optional<HistoricCall> row{}; ///< Call, where the delivery carries all that the API would.
    std::optional<Message> text{};     ///< Text
    bool operator==(const HookNews &) const = default;
};

/// The words of an event. `sentAt` (the delivery's timestamp) stands in where a call that rings has no time yet.
[[nodiscard]] Result<HookNews> eventsFromWebhook(QByteArrayView body, const QDateTime &sentAt, const QString &region);

/// Retries come late, so a delivery may be that old.
inline constexpr std::chrono::minutes kHookAge{15};

/// Whether JustCall sent it, and lately. `url` is the address as it was registered, never the one in the body. The body itself is
/// not signed: what it says is a hint, and the call is read again before anything is recorded.
[[nodiscard]] Result<> verifyWebhook(const HttpHeaders &headers, const QString &url, QByteArrayView body, const Secret &secret,
                                     const QDateTime &now);
/// "x-justcall-request-timestamp", UTC; invalid where there is none.
[[nodiscard]] QDateTime hookTime(const HttpHeaders &headers);

} // namespace callcard::justcall
