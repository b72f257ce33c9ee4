#include "styleparts.h"

#include <callcard/ui/paint.h>

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace callcard::ui {

namespace {
constexpr int kExtent = 12;
constexpr int kThumb = 6;
constexpr int kShortestThumb = 28;
constexpr float kRestingOpacity = 0.55F;

/// What the bar lies beside: it should look like a part of it.
QColor backgroundOf(const QWidget *bar)
{
    for (const QWidget *widget = bar ? bar->parentWidget() : nullptr; widget; widget = widget->parentWidget()) {
        if (const auto *area = qobject_cast<const QAbstractScrollArea *>(widget)) {
            const QWidget *viewport = area->viewport();
            if (viewport && viewport->autoFillBackground())
                return viewport->palette().color(viewport->backgroundRole());
        }
        if (widget->isWindow() || widget->autoFillBackground())
            return widget->palette().color(widget->backgroundRole());
    }
    return Theme::current().color.window;
}
} // namespace

int scrollBarExtent()
{
    return kExtent;
}

QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const bool horizontal = option.orientation == Qt::Horizontal;
    const int length = horizontal ? option.rect.width() : option.rect.height();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int thumb = length;
    if (range > 0)
        thumb = static_cast<int>(
            std::clamp<qint64>(qint64(option.pageStep) * length / (range + option.pageStep), std::min(kShortestThumb, length), length));
    const int start =
        QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown);
    const auto along = [&](int from, int size) {
        const QRect logical = horizontal ? QRect(option.rect.left() + from, option.rect.top(), size, option.rect.height())
                                         : QRect(option.rect.left(), option.rect.top() + from, option.rect.width(), size);
        return horizontal ? QStyle::visualRect(option.direction, option.rect, logical) : logical;
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    case QStyle::SC_ScrollBarSlider:
        return along(start, thumb);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + thumb, length - start - thumb);
    default: // no arrows, no first, no last
        return {};
    }
}

void drawScrollBar(const QStyleOptionSlider &option, QPainter &painter, const QWidget *widget)
{
    const Theme &theme = Theme::current();
    painter.fillRect(option.rect, backgroundOf(widget));
    if (option.maximum <= option.minimum)
        return;
    const bool touched = option.state & (QStyle::State_Sunken | QStyle::State_MouseOver);
    QColor color = theme.color.borderStrong;
    if (!touched && !theme.highContrast)
        color.setAlphaF(kRestingOpacity);
    QRectF thumb = scrollBarPart(option, QStyle::SC_ScrollBarSlider);
    if (option.orientation == Qt::Horizontal)
        thumb.adjust(2, (kExtent - kThumb) / 2.0, -2, -(kExtent - kThumb) / 2.0);
    else
        thumb.adjust((kExtent - kThumb) / 2.0, 2, -(kExtent - kThumb) / 2.0, -2);
    drawPanel(painter, thumb, kThumb / 2.0, color);
}

} // namespace callcard::ui
