#pragma once

#include <callcard/callhistory.h>

/// JustCall's rows where somebody else carries them.
namespace callcard::justcall {

struct RelayedCall {
    HistoricCall call{};
    QDateTime userStart{}; ///< The start by the agent's calendar, written as if UTC; an agent may have edited it.
};
struct RelayedText {
    Message message{};
    QDateTime userStart{};
};

/// JustCall's lists reach back about three months; the last days of that are not relied on.
inline constexpr std::chrono::days kReach{88};

/// Whether a row belongs to the span by its own start or by the one that its agent made of it.
[[nodiscard]] bool isWithin(const Span &span, const QDateTime &start, const QDateTime &userStart, const QString &timeZone);

/// {"status","complete","calls":[…]}: what is not complete is an error.
[[nodiscard]] Result<QList<RelayedCall>> relayedCalls(QByteArrayView body, const QString &region);
/// {"status","complete","texts":[…]}
[[nodiscard]] Result<QList<RelayedText>> relayedTexts(QByteArrayView body, const QString &region);

} // namespace callcard::justcall
