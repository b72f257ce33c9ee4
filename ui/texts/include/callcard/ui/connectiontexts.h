#pragma once

#include <callcard/connection.h>
#include <callcard/ui/timetexts.h>

#include <QList>

namespace callcard::ui {

/// How the whole stands: what the tray, the side bar and the flyout all say. One truth, said once.
enum class Truth { NotSetUp, Connected, Degraded, Offline };

struct Standing {
    Truth truth{};
    QString headline{}; ///< "Connected", "Partly connected", "Offline since 2:04 PM"
    QString detail{};   ///< "Last event 4 s ago", "JustCall asked us to wait until 2:31 PM."
    bool operator==(const Standing &) const = default;
};

/// "Connected", "Connecting…", "Waiting until 2:31 PM", "Sign in again" …
[[nodiscard]] QString connectionWord(const Connection &connection, const QDateTime &now, const TimeTexts &times = TimeTexts());
/// "last event 4 s ago"; the problem in plain words where there is one.
[[nodiscard]] QString connectionDetail(const Connection &connection, const QDateTime &now, const TimeTexts &times = TimeTexts());
/// The worst of several, unless some still work: then "Partly connected" with the reason. What is not set up does not count.
[[nodiscard]] Standing standing(const QList<Connection> &connections, const QDateTime &now, const TimeTexts &times = TimeTexts());

} // namespace callcard::ui
