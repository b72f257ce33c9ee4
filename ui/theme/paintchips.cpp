#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kChipPadding = 7;
constexpr int kChipGap = 5;
constexpr int kChipIcon = 12;
constexpr int kKeycapPadding = 5;
constexpr int kKeycapRadius = 4;
constexpr int kPillPadding = 6;
constexpr int kPillHeight = 18;

QString pillText(int count)
{
    return count > 99 ? u"99+"_s : QString::number(count);
}

/// Keys with a picture: the return arrow is a glyph that every font has.
QString keyText(const QString &key)
{
    if (key == "Enter"_L1 || key == "Return"_L1)
        return u"↵"_s;
    if (key == "Shift"_L1)
        return u"⇧"_s;
    if (key == "Up"_L1)
        return u"↑"_s;
    if (key == "Down"_L1)
        return u"↓"_s;
    return key;
}
} // namespace

QSize chipSize(const ChipLook &look)
{
    const Theme &theme = Theme::current();
    const QFontMetricsF metrics(theme.font(Type::Caption));
    qreal width = 2 * kChipPadding + metrics.horizontalAdvance(look.text);
    if (!look.icon.isEmpty())
        width += theme.px(kChipIcon) + (look.text.isEmpty() ? 0 : kChipGap);
    return QSize(static_cast<int>(std::ceil(width)), theme.px(look.height));
}

void drawChip(QPainter &painter, const QRectF &rect, const ChipLook &look)
{
    const Theme &theme = Theme::current();
    QColor text = theme.color.textSecondary;
    QColor fill;
    QColor border;
    switch (look.kind) {
    case ChipKind::Outlined:
        fill = theme.color.surface;
        border = theme.color.border;
        break;
    case ChipKind::Dashed:
        break;
    case ChipKind::Tinted:
        fill = look.state ? theme.state(*look.state).tint : theme.color.hover;
        text = look.state ? theme.state(*look.state).text : text;
        border = theme.highContrast ? theme.color.border : QColor();
        break;
    case ChipKind::Filled:
        fill = look.state ? theme.state(*look.state).fill : theme.color.accent;
        text = look.state ? theme.state(*look.state).onFill : theme.color.onAccent;
        break;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (look.kind == ChipKind::Dashed) {
        QPen pen(theme.color.borderStrong, 1, Qt::CustomDashLine, Qt::FlatCap);
        pen.setDashPattern({3, 2});
        painter.setPen(pen);
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius::chip - 0.5, radius::chip - 0.5);
    } else {
        drawPanel(painter, rect, radius::chip, fill, border);
    }
    const Qt::LayoutDirection direction = QGuiApplication::layoutDirection();
    const bool rightToLeft = direction == Qt::RightToLeft;
    QRectF inner = rect.adjusted(kChipPadding, 0, -kChipPadding, 0);
    if (!look.icon.isEmpty()) {
        const qreal icon = theme.px(kChipIcon);
        drawIcon(painter, QRectF(rightToLeft ? inner.right() - icon : inner.left(), rect.center().y() - icon / 2, icon, icon), look.icon,
                 text, direction);
        inner.adjust(rightToLeft ? 0 : icon + kChipGap, 0, rightToLeft ? -icon - kChipGap : 0, 0);
    }
    if (!look.text.isEmpty())
        drawElided(painter, inner.adjusted(0, 0, 1, 0), look.text, {.type = Type::Caption, .color = text});
    painter.restore();
}

QSize keycapSize(const QString &key)
{
    const Theme &theme = Theme::current();
    const qreal text = QFontMetricsF(theme.font(Type::Caption)).horizontalAdvance(keyText(key));
    const int height = theme.px(size::keycap);
    return QSize(std::max(height, static_cast<int>(std::ceil(text)) + 2 * kKeycapPadding), height);
}

void drawKeycap(QPainter &painter, const QRectF &rect, const QString &key, bool onAccent)
{
    const Theme &theme = Theme::current();
    QColor fill = theme.color.surface;
    QColor border = theme.color.border;
    QColor text = theme.color.textSecondary;
    if (onAccent) { // on the primary button: a lighter patch, no line
        fill = theme.color.onAccent;
        fill.setAlphaF(0.22F);
        border = QColor(); // {} would be a Qt::GlobalColor
        text = theme.color.onAccent;
    }
    drawPanel(painter, rect, kKeycapRadius, fill, border);
    if (!onAccent) { // the lower edge is what makes it a key
        painter.save();
        painter.setPen(QPen(border, 1));
        painter.drawLine(QPointF(rect.left() + kKeycapRadius, rect.bottom() - 1.5),
                         QPointF(rect.right() - kKeycapRadius, rect.bottom() - 1.5));
        painter.restore();
    }
    drawElided(painter, rect.adjusted(0, 0, 1, 0), keyText(key), {.type = Type::Caption, .alignment = Qt::AlignCenter, .color = text});
}

QSize countPillSize(int count)
{
    const Theme &theme = Theme::current();
    const qreal text = tabularWidth(pillText(count), theme.font(Type::CaptionStrong));
    const int height = theme.px(kPillHeight);
    return QSize(std::max(height + 2, static_cast<int>(std::ceil(text)) + 2 * kPillPadding), height);
}

void drawCountPill(QPainter &painter, const QRectF &rect, int count, StateLook look)
{
    const Theme &theme = Theme::current();
    const StateColors state = theme.state(look);
    drawPanel(painter, rect, rect.height() / 2, state.tint, theme.highContrast ? theme.color.border : QColor());
    drawTabular(painter, rect, pillText(count), theme.font(Type::CaptionStrong), state.text, Qt::AlignCenter);
}

} // namespace callcard::ui
