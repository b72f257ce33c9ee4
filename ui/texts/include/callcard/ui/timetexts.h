#pragma once

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <chrono>

namespace callcard::ui {

/// Moments and lengths of time as people read them, in one language and one place.
/// Ages: now, 12 s ago, 4 min ago, 2:13 PM, Wed 5:40 PM, Nov 17, Nov 17, 2025. Lengths: 3:42 of one call, 1 h 36 min in sums.
class TimeTexts
{
public:
    explicit TimeTexts(QLocale locale = QLocale(), QTimeZone zone = QTimeZone::systemTimeZone());

    /// How long ago, as short as it can be said without a doubt. Empty for an invalid moment. A moment slightly ahead of us is "now":
    /// clocks of two machines never agree to the second.
    [[nodiscard]] QString age(const QDateTime &moment, const QDateTime &now) const;
    /// The longest time for which age() will go on saying the same; for timers that do not wake up in vain.
    [[nodiscard]] static std::chrono::milliseconds ageHolds(const QDateTime &moment, const QDateTime &now);
    /// "2:13 PM" on the same day, "Wed 5:40 PM" within a week either way, "Nov 17, 5:40 PM" beyond.
    [[nodiscard]] QString moment(const QDateTime &moment, const QDateTime &now) const;
    [[nodiscard]] QString clock(const QDateTime &moment) const;            ///< "2:13 PM"
    [[nodiscard]] QString clockWithSeconds(const QDateTime &moment) const; ///< "2:13:07 PM"
    [[nodiscard]] QString day(QDate day, QDate today) const;               ///< "Today", "Yesterday", "Wed, Nov 18", "Nov 17, 2025"
    [[nodiscard]] QString shortDate(QDate day, QDate today) const;         ///< "Nov 17", with the year when it is another one
    /// "in 12 s", "in 4 min", "in 1 h 15 min": what is still to come.
    [[nodiscard]] QString ahead(std::chrono::seconds length) const;

private:
    [[nodiscard]] QString monthAndDay(QDate day) const;
    QLocale m_locale;
    QTimeZone m_zone;
};

/// "0:07", "3:42", "1:02:09": one call.
[[nodiscard]] QString callLength(std::chrono::seconds length);
/// "45 s", "38 min", "1 h 36 min": sums. Under a minute in seconds, otherwise whole minutes, rounded as the metrics round them.
[[nodiscard]] QString summedLength(std::chrono::seconds length, const QLocale &locale = QLocale());
/// "23 s", "3 minutes", spoken: for screen readers, which read "3:42" as a time of day.
[[nodiscard]] QString spokenLength(std::chrono::seconds length);

} // namespace callcard::ui
