#pragma once

#include <callcard/ui/shell.h>
#include <callcard/ui/tray.h>

namespace callcard {

class Engine;

/// What the tray and the window say about the engine right now.
[[nodiscard]] ui::TrayState trayState(const Engine &engine, const QDateTime &now);
void showStanding(ui::Shell &shell, const Engine &engine, const QDateTime &now);

} // namespace callcard
