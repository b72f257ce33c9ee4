#pragma once

#include <callcard/callrecords.h>
#include <callcard/screenpop.h>

#include <QStringList>

namespace callcard::ui {

/// A card in the words and buttons that a desktop's notification has room for.
struct NotificationTexts {
    QString summary{};     ///< Name · company, or the number.
    QStringList lines{};   ///< State and line, number, match, promise. Plain text: whoever sends it escapes it.
    QStringList actions{}; ///< Key, words, key, words …
    bool urgent{};         ///< Stays until it is dealt with: it rings.
    bool operator==(const NotificationTexts &) const = default;
};

[[nodiscard]] NotificationTexts notificationTexts(const Card &card, const QString &homeRegion);

/// What came while no card was allowed: a line for calls, one for texts. `writers`: who wrote each text.
[[nodiscard]] NotificationTexts digestTexts(const QList<DigestLine> &calls, const QStringList &writers = {});
/// What came while the connection was gone: "2 calls while offline".
[[nodiscard]] NotificationTexts awayTexts(int calls);
/// Whom the rep wanted to call now.
[[nodiscard]] NotificationTexts reminderTexts(const QList<Reminder> &due, const QString &homeRegion);

/// Keys of actions.
namespace notification {
inline constexpr QLatin1StringView kDefault{"default"};
inline constexpr QLatin1StringView kOpen{"open"};
inline constexpr QLatin1StringView kNote{"note"};
inline constexpr QLatin1StringView kCallBack{"call-back"};
inline constexpr QLatin1StringView kAdd{"add"};
inline constexpr QLatin1StringView kLink{"link"};
inline constexpr QLatin1StringView kLater{"later"};
inline constexpr QLatin1StringView kCopy{"copy"};
} // namespace notification

} // namespace callcard::ui
