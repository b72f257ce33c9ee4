#pragma once

#include <QColor>
#include <QIcon>

class QPainter;

namespace callcard::ui {

enum class TrayMark { Connected, Degraded, Offline };

/// What the icon says. Offline beats degraded beats quiet; ringing beats missed.
struct TrayLook {
    TrayMark mark{};
    bool quiet{};
    bool ringing{};
    int missed{};
    bool operator==(const TrayLook &) const = default;
};

/// Shapes carry the state; in colour it is only repeated.
struct TrayInk {
    QColor card, degraded, degradedSign, quiet, missed, missedFigure, ringing, offline;
    [[nodiscard]] static TrayInk mono(bool darkPanel);
    [[nodiscard]] static TrayInk colour(bool darkPanel);
};

/// On a grid of 22, at any size.
void drawTrayIcon(QPainter &painter, qreal side, const TrayLook &look, const TrayInk &ink);
/// All sizes that panels ask for: 16, 20, 22, 24, 32, 44, 48, 64.
[[nodiscard]] QIcon trayIcon(const TrayLook &look, const TrayInk &ink);
/// The program's own icon, for windows and notifications.
[[nodiscard]] QIcon applicationIcon();

} // namespace callcard::ui
