#include "styleparts.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QPainter>
#include <QVariant>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kSwitchWidth = 34;
constexpr int kSwitchHeight = 20;
constexpr int kCheckRadius = 4;

struct ToggleColors {
    QColor fill, border, mark;
};

/// The same for all three: empty ones have a strong line, set ones are accent.
ToggleColors toggleColors(QStyle::State state, bool set)
{
    const Theme &theme = Theme::current();
    const bool enabled = state & QStyle::State_Enabled;
    const bool hover = enabled && (state & QStyle::State_MouseOver);
    if (set && enabled)
        return {hover ? theme.color.accentHover : theme.color.accent, {}, theme.color.onAccent};
    if (set)
        return {theme.color.textDisabled, {}, theme.color.surface};
    return {hover ? theme.color.hover : theme.color.surface, enabled ? theme.color.borderStrong : theme.color.textDisabled,
            enabled ? theme.color.borderStrong : theme.color.textDisabled};
}
} // namespace

bool isSwitch(const QWidget *widget)
{
    return widget && widget->property("switch").toBool();
}

QSize switchSize()
{
    const Theme &theme = Theme::current();
    return QSize(theme.px(kSwitchWidth), theme.px(kSwitchHeight));
}

void drawCheckIndicator(QPainter &painter, const QRect &rect, QStyle::State state)
{
    const bool partly = state & QStyle::State_NoChange;
    const ToggleColors look = toggleColors(state, partly || (state & QStyle::State_On));
    drawPanel(painter, rect, kCheckRadius, look.fill, look.border);
    if (partly)
        painter.fillRect(QRectF(rect.left() + rect.width() * 0.25, rect.center().y(), rect.width() * 0.5, 2), look.mark);
    else if (state & QStyle::State_On)
        drawIcon(painter, QRectF(rect).adjusted(1, 1, -1, -1), u"check"_s, look.mark);
}

void drawRadioIndicator(QPainter &painter, const QRect &rect, QStyle::State state)
{
    const bool on = state & QStyle::State_On;
    const ToggleColors look = toggleColors(state, on);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on ? QPen(Qt::NoPen) : QPen(look.border, 1.5));
    painter.setBrush(look.fill);
    painter.drawEllipse(on ? QRectF(rect) : QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75));
    if (on) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.mark);
        const qreal dot = rect.width() * 0.19;
        painter.drawEllipse(QRectF(rect).center(), dot, dot);
    }
    painter.restore();
}

void drawSwitch(QPainter &painter, const QRect &rect, QStyle::State state, Qt::LayoutDirection direction)
{
    const bool on = state & QStyle::State_On;
    const ToggleColors look = toggleColors(state, on);
    const qreal radius = rect.height() / 2.0;
    drawPanel(painter, rect, radius, look.fill, look.border);
    constexpr qreal gap = 2;
    const qreal side = rect.height() - 2 * gap - (on ? 0 : 2);
    const bool atRight = on == (direction == Qt::LeftToRight);
    const qreal inset = gap + (on ? 0 : 1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.mark);
    painter.drawEllipse(QRectF(atRight ? rect.right() + 1 - inset - side : rect.left() + inset, rect.top() + inset, side, side));
    painter.restore();
}

} // namespace callcard::ui
