#pragma once

#include <callcard/ui/tray.h>

namespace callcard {

/// How the tray's icon is drawn so that it is seen.
struct TrayInkChoice {
    ui::TrayColours colours{};
    bool darkPanel{true};
    bool operator==(const TrayInkChoice &) const = default;
};

/// `setting`: "auto", "light", "dark", "color". Panels do not say what colour they have: some desktops always have a dark one, some follow
/// the scheme, and of the others nothing is known, so that only colour is seen for certain. `desktop`: XDG_CURRENT_DESKTOP.
[[nodiscard]] TrayInkChoice trayInkFor(const QString &setting, const QString &desktop, bool darkScheme);

} // namespace callcard
