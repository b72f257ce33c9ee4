#include "queuedelegate.h"

#include "queuemodel.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <algorithm>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMargin = 24;
constexpr int kPadding = 16;
constexpr int kRow = 64;
constexpr int kSettledRow = 48;
constexpr int kTitle = 44;
constexpr int kSmallButton = 32;

struct ButtonWords {
    Q_DECLARE_TR_FUNCTIONS(MissedRow)
};

QString callWord()
{
    return ButtonWords::tr("Call back");
}

int callWidth()
{
    const Theme &theme = Theme::current();
    const int words = QFontMetrics(theme.font(Type::BodyMedium)).horizontalAdvance(callWord());
    return words + theme.iconPx() + 8 + 24 + keycapSize(u"↵"_s).width() + 8;
}

QRect mirrored(const QRect &part, const QRect &row, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, row, part);
}

/// The white tile around the rows of a section: each row paints its share of it.
void paintTile(QPainter &painter, const QRect &row, bool first, bool last, const QColor &fill)
{
    const Colors &color = Theme::current().color;
    const QRectF inside =
        QRectF(row.adjusted(kMargin, 0, -kMargin, 0)).adjusted(0.5, first ? 0.5 : -radius::tile * 2, -0.5, last ? -0.5 : radius::tile * 2);
    painter.save();
    painter.setClipRect(row);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path;
    path.addRoundedRect(inside, radius::tile, radius::tile);
    painter.fillPath(path, fill);
    painter.setPen(QPen(color.border, 1));
    painter.drawPath(path);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!last)
        painter.fillRect(QRect(row.left() + kMargin + 1, row.bottom(), row.width() - 2 * kMargin - 2, 1), color.border);
    painter.restore();
}

} // namespace

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    if (index.data(QueueModel::TitleRole).toBool())
        return {option.rect.width(), theme.px(kTitle)};
    const bool settled = index.data(QueueModel::SectionRole).toInt() == static_cast<int>(QueueSection::Settled);
    return {option.rect.width(), theme.px(settled ? kSettledRow : kRow)};
}

QRect QueueDelegate::buttonRect(QueueButton button, const QRect &row, Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::current();
    const int height = theme.px(kSmallButton);
    const int y = row.top() + (row.height() - height) / 2;
    const int end = row.right() + 1 - kMargin - kPadding + 4;
    const QRect done(end - height, y, height, height);
    const QRect later(done.left() - height, y, height, height);
    switch (button) {
    case QueueButton::Done:
        return mirrored(done, row, direction);
    case QueueButton::Later:
        return mirrored(later, row, direction);
    case QueueButton::Call:
        return mirrored(QRect(later.left() - 6 - callWidth(), y, callWidth(), height), row, direction);
    case QueueButton::None:
        break;
    }
    return {};
}

QueueButton QueueDelegate::buttonAt(const QRect &row, const QModelIndex &index, const QPoint &point, Qt::LayoutDirection direction)
{
    const bool settled = index.data(QueueModel::SectionRole).toInt() == static_cast<int>(QueueSection::Settled);
    if (!index.isValid() || settled || index.data(QueueModel::TitleRole).toBool())
        return QueueButton::None;
    for (const QueueButton button : {QueueButton::Call, QueueButton::Later, QueueButton::Done}) {
        if (buttonRect(button, row, direction).contains(point))
            return button;
    }
    return QueueButton::None;
}

void QueueDelegate::setHovered(const QModelIndex &index, QueueButton button)
{
    m_hoveredRow = index;
    m_hovered = button;
}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(QueueModel::TitleRole).toBool()) {
        drawElided(*painter, QRectF(option.rect).adjusted(kMargin, 8, -kMargin, 0), index.data(Qt::DisplayRole).toString(),
                   {.type = Type::BodyStrong});
        return;
    }
    paintRow(*painter, option, index);
}

void QueueDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const QueueText text = index.data(QueueModel::TextRole).value<QueueText>();
    const bool settled = index.data(QueueModel::SectionRole).toInt() == static_cast<int>(QueueSection::Settled);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor fill = selected                                         ? theme.color.selection
                        : option.state.testFlag(QStyle::State_MouseOver) ? theme.color.hover
                                                                         : theme.color.surface;
    paintTile(painter, option.rect, index.data(QueueModel::FirstRole).toBool(), index.data(QueueModel::LastRole).toBool(), fill);

    const QRect row = option.rect;
    const Qt::LayoutDirection direction = option.direction;
    const int px = theme.iconPx();
    const int avatar = theme.px(settled ? size::avatarS : size::avatarM);
    const int left = row.left() + kMargin + kPadding;
    const int whoX = left + theme.px(size::avatarM) + 14;
    // Settled rows have no buttons: their time stands at the very end.
    const int buttons = settled ? -16 : 2 * theme.px(kSmallButton) + 6 + callWidth();
    const int endOfWords = row.right() + 1 - kMargin - kPadding - buttons;
    const int wait = std::max(theme.px(84), static_cast<int>(tabularWidth(text.wait, theme.font(settled ? Type::Small : Type::Body))) + 2);
    const int words = endOfWords - wait - 28 - whoX;
    const int whoWidth = std::min(theme.px(204), words / 2);
    const int howX = whoX + whoWidth + 12;
    const auto part = [&](int x, int y, int width, int height) {
        return mirrored(QRect(x, y, std::max(0, width), height), row, direction);
    };
    const int centre = row.center().y();
    const int bodyLine = theme.lineHeight(Type::Body);
    const int smallLine = theme.lineHeight(Type::Small);

    drawAvatar(painter, part(left + (theme.px(size::avatarM) - avatar) / 2, centre - avatar / 2, avatar, avatar), text.person);
    const int star = text.star ? px + 6 : 0;
    const int nameWidth = std::min(QFontMetrics(theme.font(Type::BodyMedium)).horizontalAdvance(text.name) + 4, whoWidth - star);
    drawElided(painter, part(whoX, centre - bodyLine + 2, nameWidth, bodyLine), text.name, {.type = Type::BodyMedium});
    if (text.star)
        drawIcon(painter, part(whoX + nameWidth + 4, centre - bodyLine / 2 - px / 2 + 1, px, px), u"star"_s,
                 theme.state(StateLook::Held).text);
    drawElided(painter, part(whoX, centre + 2, whoWidth, smallLine), text.detail, {.type = Type::Small, .role = &Colors::textSecondary});

    const int howWidth = endOfWords - wait - 28 - howX;
    const bool two = !text.second.isEmpty();
    const int firstY = two ? centre - bodyLine + 2 : centre - bodyLine / 2;
    const QColor ink = text.tone ? theme.state(*text.tone).text : theme.color.textSecondary;
    drawIcon(painter, part(howX, firstY + (bodyLine - px) / 2, px, px), text.icon, ink, direction);
    drawElided(painter, part(howX + px + 6, firstY, howWidth - px - 6, bodyLine), text.what,
               {.type = Type::Body, .role = settled ? &Colors::textSecondary : &Colors::text});
    if (two) {
        int x = howX;
        if (text.lineMark >= 0) {
            const QRect mark = part(howX, centre + 2, 8, smallLine);
            drawLineMark(painter, QPointF(mark.left(), mark.center().y() + 0.5), text.lineMark);
            x += 12;
        }
        drawElided(painter, part(x, centre + 2, howX + howWidth - x, smallLine), text.second,
                   {.type = Type::Small, .role = &Colors::textSecondary});
    }
    const QRect waitRect = part(endOfWords - wait - 16, row.top(), wait, row.height());
    drawTabular(painter, waitRect, text.wait, theme.font(settled ? Type::Small : Type::Body), theme.color.textSecondary,
                Qt::AlignTrailing | Qt::AlignVCenter);
    if (!settled)
        paintButtons(painter, option, index);
    if (selected && option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        drawFocus(painter, QRectF(row.adjusted(kMargin, 0, -kMargin, 0)).adjusted(4, 4, -4, -4), radius::row);
}

void QueueDelegate::paintButtons(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto hovered = [&](QueueButton button) { return m_hovered == button && m_hoveredRow == index; };
    if (m_canCall) {
        const QRect rect = buttonRect(QueueButton::Call, option.rect, option.direction);
        const QColor fill = selected ? (hovered(QueueButton::Call) ? theme.color.accentHover : theme.color.accent)
                                     : (hovered(QueueButton::Call) ? theme.color.hover : theme.color.surface);
        const QColor ink = selected ? theme.color.onAccent : theme.color.text;
        drawPanel(painter, rect, radius::control, fill, selected ? QColor() : theme.color.border);
        const int px = theme.iconPx();
        const QSize keycap = keycapSize(u"↵"_s);
        const int words = QFontMetrics(theme.font(Type::BodyMedium)).horizontalAdvance(callWord()) + 2;
        const int all = px + 8 + words + (selected ? keycap.width() + 8 : 0);
        int x = rect.left() + (rect.width() - all) / 2;
        const auto next = [&](int width, int height) {
            const QRect part(x, rect.center().y() + 1 - height / 2, width, height);
            x += width + 8;
            return mirrored(part, rect, option.direction);
        };
        drawIcon(painter, next(px, px), u"phone"_s, ink, option.direction);
        drawElided(painter, next(words, theme.lineHeight(Type::Body)), callWord(), {.type = Type::BodyMedium, .color = ink});
        if (selected)
            drawKeycap(painter, next(keycap.width(), keycap.height()), u"↵"_s, true);
    }
    for (const QueueButton button : {QueueButton::Later, QueueButton::Done}) {
        const QRect rect = buttonRect(button, option.rect, option.direction);
        if (hovered(button))
            drawPanel(painter, rect.adjusted(2, 2, -2, -2), radius::control, theme.color.pressed);
        const int px = theme.iconPx();
        drawIcon(painter, QRectF(rect.center().x() - px / 2, rect.center().y() - px / 2 + 1, px, px),
                 button == QueueButton::Later ? u"snooze"_s : u"check"_s, theme.color.text);
    }
}

} // namespace callcard::ui
