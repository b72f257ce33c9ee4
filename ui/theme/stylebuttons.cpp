#include "styleparts.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kButtonPadding = 12;
constexpr int kPaddingSmall = 10;
constexpr int kButtonIconGap = 8;
constexpr int kMenuArrow = 16;

QString keycapOf(const QWidget *widget)
{
    return widget ? widget->property("keycap").toString() : QString();
}

QFont buttonFont(const QWidget *widget)
{
    const Theme &theme = Theme::current();
    QFont font = theme.font(isSmall(widget) ? Type::Small : Type::BodyMedium);
    font.setWeight(QFont::Medium);
    return font;
}

void drawButtonIcon(QPainter &painter, const QRect &rect, const QIcon &icon, const QColor &color, bool enabled,
                    Qt::LayoutDirection direction)
{
    if (const QString name = lineIconName(icon); !name.isEmpty())
        drawIcon(painter, rect, name, color, direction);
    else
        icon.paint(&painter, rect, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
}

/// Icon, text and keycap side by side, the whole centred.
void drawContents(QPainter &painter, const QRect &rect, const QIcon &icon, const QString &text, const QColor &color, const QWidget *widget,
                  const QStyleOption &option, ButtonKind kind, bool arrow)
{
    const Theme &theme = Theme::current();
    const QFont font = buttonFont(widget);
    const QFontMetrics metrics(font);
    const int iconPx = theme.iconPx();
    const QString keycap = keycapOf(widget);
    const int iconWidth = icon.isNull() ? 0 : iconPx;
    const int textWidth = text.isEmpty() ? 0 : metrics.size(Qt::TextShowMnemonic, text).width();
    const int keyWidth = keycap.isEmpty() ? 0 : kButtonIconGap + keycapSize(keycap).width();
    const int arrowWidth = arrow ? kMenuArrow : 0;
    const int gap = iconWidth > 0 && textWidth > 0 ? kButtonIconGap : 0;
    const int wanted = iconWidth + gap + textWidth + keyWidth + arrowWidth;
    const int padding = isSmall(widget) ? kPaddingSmall / 2 : kButtonPadding / 2;
    const int room = rect.width() - (text.isEmpty() ? 0 : 2 * padding);
    const int shownText = textWidth - std::max(0, wanted - room);
    const int width = std::min(wanted, room);
    int x = rect.left() + (rect.width() - width) / 2;
    const auto place = [&](int itemWidth, int itemHeight) {
        const QRect logical(x, rect.center().y() - itemHeight / 2 + (itemHeight % 2 == 0 && rect.height() % 2 == 0 ? 1 : 0), itemWidth,
                            itemHeight);
        x += itemWidth;
        return QStyle::visualRect(option.direction, rect, logical);
    };
    if (iconWidth > 0)
        drawButtonIcon(painter, place(iconPx, iconPx), icon, color, option.state & QStyle::State_Enabled, option.direction);
    x += gap;
    if (shownText > 0) {
        painter.setFont(font);
        painter.setPen(color);
        const QString shown = shownText < textWidth ? metrics.elidedText(text, Qt::ElideRight, shownText, Qt::TextShowMnemonic) : text;
        // Mnemonics work with Alt; underlining them all the time is noise.
        painter.drawText(place(std::max(shownText, 1), rect.height()),
                         Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute | Qt::TextHideMnemonic | Qt::TextSingleLine, shown);
    }
    if (keyWidth > 0) {
        x += kButtonIconGap;
        const QSize key = keycapSize(keycap);
        drawKeycap(painter, place(key.width(), key.height()), keycap, kind == ButtonKind::Primary);
    }
    if (arrow) {
        x += 4;
        drawIcon(painter, place(12, 12), u"chevron-down"_s, color);
    }
}
} // namespace

ButtonKind buttonKind(const QWidget *widget, ButtonKind otherwise)
{
    const QString kind = widget ? widget->property("kind").toString() : QString();
    if (kind == "primary"_L1)
        return ButtonKind::Primary;
    if (kind == "plain"_L1)
        return ButtonKind::Plain;
    if (kind == "quiet"_L1)
        return ButtonKind::Quiet;
    if (kind == "icon"_L1)
        return ButtonKind::Icon;
    if (kind == "danger"_L1)
        return ButtonKind::Danger;
    return otherwise;
}

bool isSmall(const QWidget *widget)
{
    return widget && widget->property("small").toBool();
}

int buttonHeight(const QWidget *widget)
{
    return Theme::current().px(isSmall(widget) ? size::buttonSmall : size::button);
}

QColor buttonTextColor(ButtonKind kind, bool enabled)
{
    const Theme &theme = Theme::current();
    if (!enabled)
        return theme.color.textDisabled;
    switch (kind) {
    case ButtonKind::Primary:
        return theme.color.onAccent;
    case ButtonKind::Danger:
        return theme.state(StateLook::Error).text;
    case ButtonKind::Icon:
        return theme.color.textSecondary;
    case ButtonKind::Plain:
    case ButtonKind::Quiet:
        break;
    }
    return theme.color.text;
}

void drawButtonPanel(QPainter &painter, const QRect &rect, ButtonKind kind, QStyle::State state)
{
    const Theme &theme = Theme::current();
    const bool enabled = state & QStyle::State_Enabled;
    const bool down = enabled && (state & (QStyle::State_Sunken | QStyle::State_On));
    const bool hover = enabled && (state & QStyle::State_MouseOver);
    QColor fill;
    QColor border;
    switch (kind) {
    case ButtonKind::Primary:
        fill = !enabled ? theme.color.pressed : down ? theme.color.accentPressed : hover ? theme.color.accentHover : theme.color.accent;
        break;
    case ButtonKind::Danger:
        fill = down || hover ? theme.state(StateLook::Error).tint : theme.color.surface;
        border = theme.color.border;
        break;
    case ButtonKind::Plain:
        fill = down ? theme.color.pressed : hover ? theme.color.hover : theme.color.surface;
        border = theme.color.border;
        break;
    case ButtonKind::Quiet:
    case ButtonKind::Icon:
        fill = down ? theme.color.pressed : hover ? theme.color.hover : QColor();
        break;
    }
    if (theme.highContrast && !border.isValid())
        border = theme.color.border;
    drawPanel(painter, rect, radius::control, fill, border);
}

void drawPushButton(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget)
{
    const ButtonKind kind = buttonKind(widget, option.features & QStyleOptionButton::Flat ? ButtonKind::Quiet : ButtonKind::Plain);
    drawButtonPanel(painter, option.rect, kind, option.state);
    painter.save();
    drawContents(painter, option.rect, option.icon, option.text, buttonTextColor(kind, option.state & QStyle::State_Enabled), widget,
                 option, kind, option.features & QStyleOptionButton::HasMenu);
    painter.restore();
}

void drawToolButton(const QStyleOptionToolButton &option, QPainter &painter, const QWidget *widget)
{
    const ButtonKind kind = buttonKind(widget, option.state & QStyle::State_AutoRaise ? ButtonKind::Icon : ButtonKind::Plain);
    drawButtonPanel(painter, option.rect, kind, option.state);
    const QString text = option.toolButtonStyle == Qt::ToolButtonIconOnly && !option.icon.isNull() ? QString() : option.text;
    const QIcon icon = option.toolButtonStyle == Qt::ToolButtonTextOnly ? QIcon() : option.icon;
    painter.save();
    drawContents(painter, option.rect, icon, text, buttonTextColor(kind, option.state & QStyle::State_Enabled), widget, option, kind,
                 option.features & QStyleOptionToolButton::HasMenu && !text.isEmpty());
    painter.restore();
}

QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget)
{
    const Theme &theme = Theme::current();
    const QFontMetrics metrics(buttonFont(widget));
    const int height = buttonHeight(widget);
    if (option.text.isEmpty() && !option.icon.isNull())
        return QSize(height, height);
    int width = metrics.size(Qt::TextShowMnemonic, option.text).width() + 2 * (isSmall(widget) ? kPaddingSmall : kButtonPadding);
    if (!option.icon.isNull())
        width += theme.iconPx() + kButtonIconGap;
    if (const QString keycap = keycapOf(widget); !keycap.isEmpty())
        width += kButtonIconGap + keycapSize(keycap).width();
    if (option.features & QStyleOptionButton::HasMenu)
        width += kMenuArrow;
    return QSize(std::max(width, height), height);
}

QSize toolButtonSize(const QStyleOptionToolButton &option, const QWidget *widget)
{
    const ButtonKind kind = buttonKind(widget, option.state & QStyle::State_AutoRaise ? ButtonKind::Icon : ButtonKind::Plain);
    const Theme &theme = Theme::current();
    if (option.toolButtonStyle == Qt::ToolButtonIconOnly || option.text.isEmpty()) {
        const int side = kind != ButtonKind::Icon ? buttonHeight(widget) : theme.px(isSmall(widget) ? size::buttonSmall : size::iconButton);
        return QSize(side, side);
    }
    QStyleOptionButton button;
    button.text = option.text;
    if (option.toolButtonStyle != Qt::ToolButtonTextOnly)
        button.icon = option.icon;
    if (option.features & QStyleOptionToolButton::HasMenu)
        button.features |= QStyleOptionButton::HasMenu;
    return pushButtonSize(button, widget);
}

} // namespace callcard::ui
