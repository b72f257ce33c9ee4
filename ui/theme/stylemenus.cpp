#include "styleparts.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QFontMetrics>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kRow = 30;
constexpr int kSeparator = 11;
constexpr int kInset = 4;
constexpr int kSide = 10;
constexpr int kMenuIconGap = 10;
constexpr int kShortcutGap = 32;
constexpr int kArrow = 12;
constexpr int kSecondLine = 18;

struct MenuText {
    QString first;  ///< With its mnemonic.
    QString second; ///< Smaller below: the true effect of the action.
    QString shortcut;
};

MenuText parted(const QString &text)
{
    MenuText result;
    result.shortcut = text.section(u'\t', 1);
    const QString left = text.section(u'\t', 0, 0);
    result.first = left.section(u'\n', 0, 0);
    result.second = left.section(u'\n', 1);
    return result;
}
} // namespace

void drawMenuPanel(QPainter &painter, const QRect &rect)
{
    const Theme &theme = Theme::current();
    drawPanel(painter, rect, theme.compositing ? radius::tile : 0.5, theme.color.surface,
              theme.compositing ? theme.color.border : theme.color.borderStrong);
}

QSize menuItemSize(const QStyleOptionMenuItem &option)
{
    const Theme &theme = Theme::current();
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return QSize(10, kSeparator);
    const MenuText text = parted(option.text);
    const QFontMetrics body(theme.font(Type::Body));
    const QFontMetrics small(theme.font(Type::Small));
    const int words = std::max(body.size(Qt::TextShowMnemonic, text.first).width(), small.horizontalAdvance(text.second));
    int width = 2 * (kInset + kSide) + theme.iconPx() + kMenuIconGap + words;
    if (!text.shortcut.isEmpty())
        width += kShortcutGap + small.horizontalAdvance(text.shortcut);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += kShortcutGap;
    return QSize(width, theme.px(kRow) + (text.second.isEmpty() ? 0 : theme.px(kSecondLine)));
}

void drawMenuItem(const QStyleOptionMenuItem &option, QPainter &painter)
{
    const Theme &theme = Theme::current();
    const QRect &rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(rect.left() + kInset + kSide, rect.center().y(), rect.width() - 2 * (kInset + kSide), size::hairline),
                         theme.color.border);
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRect row = rect.adjusted(kInset, 0, -kInset, 0);
    if (enabled && (option.state & QStyle::State_Selected))
        drawPanel(painter, row, radius::row, theme.color.hover, theme.highContrast ? theme.color.border : QColor());

    const MenuText text = parted(option.text);
    const auto visual = [&](const QRect &logical) { return QStyle::visualRect(option.direction, rect, logical); };
    const int iconPx = theme.iconPx();
    const int firstHeight = theme.px(kRow);
    const QColor ink = enabled ? theme.color.text : theme.color.textTertiary; // a disabled line is information here: it must be readable
    const QColor faint = enabled ? theme.color.textSecondary : theme.color.textTertiary;
    const QRect icon = visual(QRect(row.left() + kSide, rect.top() + (firstHeight - iconPx) / 2, iconPx, iconPx));
    if (option.checkType != QStyleOptionMenuItem::NotCheckable) {
        if (option.checked)
            drawIcon(painter, icon, u"check"_s, theme.color.accentText);
    } else if (const QString name = lineIconName(option.icon); !name.isEmpty()) {
        drawIcon(painter, icon, name, faint, option.direction);
    } else if (!option.icon.isNull()) {
        option.icon.paint(&painter, icon, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }

    const int left = row.left() + kSide + iconPx + kMenuIconGap;
    const int right = row.right() - kSide;
    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const int leading = static_cast<int>((rightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
    const int trailing = static_cast<int>((rightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute | Qt::AlignVCenter);
    painter.save();
    painter.setFont(theme.font(Type::Body));
    painter.setPen(ink);
    painter.drawText(visual(QRect(left, rect.top(), right - left, firstHeight)), leading | Qt::TextHideMnemonic | Qt::TextSingleLine,
                     text.first);
    painter.setFont(theme.font(Type::Small));
    painter.setPen(theme.color.textTertiary);
    if (!text.second.isEmpty())
        painter.drawText(visual(QRect(left, rect.top() + firstHeight - theme.px(6), right - left, theme.px(kSecondLine))),
                         leading | Qt::TextSingleLine, text.second);
    if (!text.shortcut.isEmpty())
        painter.drawText(visual(QRect(left, rect.top(), right - left, firstHeight)), trailing | Qt::TextSingleLine, text.shortcut);
    painter.restore();
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        drawIcon(painter, visual(QRect(right - kArrow, rect.top() + (firstHeight - kArrow) / 2, kArrow, kArrow)), u"chevron-right"_s, faint,
                 option.direction);
}

void drawToolTipPanel(const QStyleOption &option, QPainter &painter)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::ToolTipBase));
    if (Theme::current().highContrast) {
        painter.setPen(Theme::current().color.border);
        painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

} // namespace callcard::ui
