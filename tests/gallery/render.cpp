#include "render.h"
#include "shown.h"

#include <callcard/ui/theme.h>

#include <QPainter>
#include <QWidget>

namespace callcard::gallery {

namespace {
constexpr int kWall = 32;
} // namespace

QImage render(const Entry &entry)
{
    const std::unique_ptr<QWidget> widget(entry.make());
    widget->setAttribute(Qt::WA_DontShowOnScreen, false);
    if (!widget->testAttribute(Qt::WA_Resized))
        widget->resize(widget->sizeHint());        // adjustSize() would shrink to the offscreen screen
    QWidget *const wanted = widget->focusWidget(); // asked for by the state, not by chance of activation
    widget->show();
    widget->activateWindow();
    settle();
    if (QWidget *focused = wanted ? widget->focusWidget() : nullptr) { // activation is no keyboard: what a state focuses, Tab has reached
        focused->clearFocus();
        focused->setFocus(Qt::TabFocusReason);
        settle();
    }
    QImage picture = widget->grab().toImage();
    if (!entry.onWall)
        return picture;
    const qreal dpr = picture.devicePixelRatio();
    QImage wall((picture.deviceIndependentSize() + QSizeF(2 * kWall, 2 * kWall)).toSize() * dpr, QImage::Format_ARGB32_Premultiplied);
    wall.setDevicePixelRatio(dpr);
    wall.fill(ui::Theme::current().color.wall);
    QPainter(&wall).drawImage(kWall, kWall, picture);
    return wall;
}

} // namespace callcard::gallery
