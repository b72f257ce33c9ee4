#include "historydelegate.h"

#include "callline.h"
#include "linerows.h"

#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace callcard::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPagePadding = 24;
constexpr int kGap = 12;

/// Where the parts of a row lie, from left to right; mirrored by `at`.
class Columns
{
public:
    Columns(const QRect &row, Qt::LayoutDirection direction) : m_row(row), m_direction(direction)
    {
        const Theme &theme = Theme::current();
        const QFont figures = theme.font(Type::Body);
        m_icon = theme.iconPx();
        m_avatar = theme.px(size::avatarS);
        m_time = static_cast<int>(tabularWidth(u"00:00 PM"_s, figures)) + 4;
        m_length = static_cast<int>(tabularWidth(u"0:00:00"_s, figures));
        m_end = row.width() - kPagePadding - theme.iconPx();
        m_who = kPagePadding + m_icon + kGap + m_avatar + kGap;
        const int words = m_end - m_time - kGap - m_length - kGap - m_who;
        m_how = m_who + static_cast<int>(words * 0.5);
    }
    [[nodiscard]] QRect icon() const { return at(kPagePadding, m_icon); }
    [[nodiscard]] QRectF avatar() const
    {
        const QRect column = at(kPagePadding + m_icon + kGap, m_avatar);
        return {double(column.x()), column.y() + (column.height() - m_avatar) / 2.0, double(m_avatar), double(m_avatar)};
    }
    [[nodiscard]] QRect who() const { return at(m_who, m_how - kGap - m_who); }
    [[nodiscard]] QRect how() const { return at(m_how, m_end - m_time - kGap - m_length - kGap - m_how); }
    [[nodiscard]] QRect length() const { return at(m_end - m_time - kGap - m_length, m_length); }
    [[nodiscard]] QRect time() const { return at(m_end - m_time, m_time); }
    [[nodiscard]] QRect chevron() const { return at(m_end + 6, Theme::current().iconPx()); }

private:
    [[nodiscard]] QRect at(int left, int width) const
    {
        return QStyle::visualRect(m_direction, m_row, QRect(m_row.left() + left, m_row.top(), std::max(0, width), m_row.height()));
    }
    QRect m_row;
    Qt::LayoutDirection m_direction;
    int m_icon{}, m_avatar{}, m_time{}, m_length{}, m_end{}, m_who{}, m_how{};
};

QRectF upperLine(const QRect &cell)
{
    const int line = Theme::current().lineHeight(Type::Body);
    return QRectF(cell.left(), cell.center().y() - line + 2, cell.width(), line);
}

QRectF lowerLine(const QRect &cell)
{
    return QRectF(cell.left(), cell.center().y() + 2, cell.width(), Theme::current().lineHeight(Type::Small));
}

/// A mark at the leading end of a line; returns what is left of it.
QRectF afterMark(const QRectF &line, int width, Qt::LayoutDirection direction)
{
    return direction == Qt::LeftToRight ? line.adjusted(width, 0, 0, 0) : line.adjusted(0, 0, -width, 0);
}

void paintWho(QPainter &painter, const QRect &cell, const CallLine &line, Qt::LayoutDirection direction)
{
    QRectF upper = upperLine(cell);
    const QFontMetricsF metrics(Theme::current().font(Type::BodyMedium));
    const double wide = metrics.horizontalAdvance(line.name) + 4;
    const double times = QFontMetricsF(Theme::current().font(Type::Small)).horizontalAdvance(line.times) + 5;
    // The count stands behind the name, but never instead of it.
    if (!line.times.isEmpty() && upper.width() - times >= std::min(wide, upper.width() / 2)) {
        const double name = std::min(wide, upper.width() - times);
        const auto part = [&](double x, double top, double width) {
            return QStyle::visualRect(direction, upper.toRect(),
                                      QRectF(upper.left() + x, upper.top() + top, width, upper.height()).toRect());
        };
        drawElided(painter, part(name, 1, times), line.times, {.type = Type::Small, .role = &Colors::textSecondary});
        upper = part(0, 0, name);
    }
    drawElided(painter, upper, line.name, {.type = Type::BodyMedium});
    drawElided(painter, lowerLine(cell), line.detail, {.type = Type::Small, .role = &Colors::textSecondary});
}

void paintHow(QPainter &painter, const QRect &cell, const CallLine &line, Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::current();
    if (line.word.isEmpty()) {
        const QColor tone = line.open ? theme.state(StateLook::Missed).text : QColor();
        drawElided(painter, upperLine(cell), line.outcome, {.type = Type::Body, .color = tone});
    } else {
        const ChipLook chip{.text = line.word};
        const QSize size = chipSize(chip).boundedTo(QSize(cell.width(), chipSize(chip).height()));
        const QRectF upper = upperLine(cell);
        drawChip(painter, QStyle::visualRect(direction, cell, QRect(QPoint(cell.left(), static_cast<int>(upper.top())), size)), chip);
    }
    QRectF lower = lowerLine(cell);
    if (!line.secondIcon.isEmpty()) {
        const int px = theme.iconPx() * 3 / 4;
        const QRectF mark =
            QStyle::visualRect(direction, lower.toRect(), QRectF(lower.left(), lower.center().y() - px / 2.0, px, px).toRect());
        drawIcon(painter, mark, line.secondIcon, theme.color.textSecondary, direction);
        lower = afterMark(lower, px + 4, direction);
    } else if (line.lineMark >= 0) {
        const double x = direction == Qt::LeftToRight ? lower.left() : lower.right() - 8;
        drawLineMark(painter, QPointF(x, lower.center().y()), line.lineMark);
        lower = afterMark(lower, 13, direction);
    }
    drawElided(painter, lower, line.second, {.type = Type::Small, .role = &Colors::textSecondary});
}

} // namespace

int HistoryDelegate::rowHeight(bool header)
{
    return Theme::current().px(header ? size::dayHeader : size::rowTable);
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.rect.width(), rowHeight(index.data(IsHeaderRole).toBool())};
}

void HistoryDelegate::paintHeader(QPainter &painter, const QRect &rect, const QModelIndex &index, Qt::LayoutDirection direction)
{
    const Theme &theme = Theme::current();
    painter.fillRect(rect, theme.color.sunken);
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color.border);
    const QString title = index.data(DayTitleRole).toString();
    const int width = QFontMetrics(theme.font(Type::BodyStrong)).horizontalAdvance(title) + 4;
    const QRect inner = rect.adjusted(kPagePadding, 0, -kPagePadding, 0);
    const auto part = [&](int left, int wide) {
        return QStyle::visualRect(direction, inner, QRect(inner.left() + left, inner.top(), std::max(0, wide), inner.height()));
    };
    drawElided(painter, part(0, std::min(width, inner.width())), title, {.type = Type::BodyStrong});
    drawElided(painter, part(width + kGap, inner.width() - width - kGap), index.data(DayContextRole).toString(),
               {.type = Type::Small, .role = &Colors::textSecondary});
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(IsHeaderRole).toBool()) {
        paintHeader(*painter, option.rect, index, option.direction);
        return;
    }
    const Theme &theme = Theme::current();
    const CallLine line = index.data(LineValueRole).value<CallLine>();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (selected)
        painter->fillRect(option.rect, theme.color.selection);
    else if (hovered)
        painter->fillRect(option.rect, theme.color.hover);
    const Columns columns(option.rect, option.direction);
    const QColor ink = line.tone ? theme.state(*line.tone).text : theme.color.textSecondary;
    const QRect icon = columns.icon();
    drawIcon(*painter, QRectF(icon.left(), icon.center().y() - icon.width() / 2, icon.width(), icon.width()), line.icon, ink,
             option.direction);
    drawAvatar(*painter, columns.avatar(), line.person);
    paintWho(*painter, columns.who(), line, option.direction);
    paintHow(*painter, columns.how(), line, option.direction);
    const QFont figures = theme.font(Type::Body);
    drawTabular(*painter, columns.length(), line.length, figures, theme.color.textSecondary, Qt::AlignTrailing | Qt::AlignVCenter);
    drawTabular(*painter, columns.time(), line.time, figures, theme.color.textSecondary, Qt::AlignTrailing | Qt::AlignVCenter);
    if (selected)
        drawIcon(*painter, columns.chevron(), u"chevron-right"_s, theme.color.textSecondary, option.direction);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        drawFocus(*painter, QRectF(option.rect).adjusted(4, 4, -4, -4), radius::row);
}

} // namespace callcard::ui
