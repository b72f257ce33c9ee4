#pragma once

#include <ipc/profile.h>

#include <callcard/pace.h>

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace callcard::cli {

/// "--from D --to D" and other options with a value, taken out of a command's arguments; flags stay.
struct Options {
    QStringList flags{};
    QHash<QString, QString> values{};
    QString problem{}; ///< A sentence, where something is wrong.
};
[[nodiscard]] Options optionsIn(const QStringList &arguments, const QStringList &withValue, const QStringList &flags);

/// Today by the calendar in which this profile's days are counted: a server's own day may be another.
[[nodiscard]] QDate todayIn(const Profile &profile);

/// Civil days as they are written: 2026-11-20. `standard` days up to today where nothing is said; a sentence in `problem` otherwise.
[[nodiscard]] DayRange dayRangeIn(Options &options, const QDate &today, int standard);

} // namespace callcard::cli
