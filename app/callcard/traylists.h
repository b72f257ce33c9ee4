#pragma once

#include <callcard/calllog.h>
#include <callcard/ui/tray.h>

namespace callcard {

/// What the call log has for the tray: today's figures, who waits for a call, the last calls.
struct TrayLists {
    QString figures{}; ///< "38 calls · 96 min · 21 texts today"
    int waiting{};
    QList<ui::TrayCall> missed{};
    QList<ui::TrayCall> recent{};
    std::optional<Error> problem{}; ///< Why something of it is missing.
};

/// Nothing of what the log cannot say: never a zero instead.
[[nodiscard]] TrayLists trayLists(const CallLog &log, const QDateTime &now, const QTimeZone &zone, const QString &homeRegion);

} // namespace callcard
