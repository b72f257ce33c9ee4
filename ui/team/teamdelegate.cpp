#include "teamdelegate.h"

#include "teammodel.h"

#include <callcard/ui/figures.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/people.h>

#include <QGuiApplication>
#include <QPainter>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr qreal kCellPad = 8;
constexpr qreal kFirstPad = 16;
constexpr qreal kBulletWidth = 104;
constexpr qreal kBulletHeight = 8;
constexpr qreal kCallsFigure = 34;
constexpr int kNowIcon = 14;

QRectF mirrored(const QRectF &part, const QRectF &whole)
{
    if (QGuiApplication::layoutDirection() != Qt::RightToLeft)
        return part;
    QRectF other = part;
    other.moveLeft(whole.left() + whole.right() - part.right());
    return other;
}
} // namespace

TeamDelegate::TeamDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

int TeamDelegate::widthOf(TeamColumn column)
{
    switch (column) {
    case TeamColumn::Person:
        return 176 + 8;
    case TeamColumn::Calls:
        return 206;
    case TeamColumn::Days:
        return 112;
    case TeamColumn::Fresh:
        return 170;
    case TeamColumn::Now:
        return 150;
    case TeamColumn::Synced:
        return 106;
    case TeamColumn::Texts:
        return 64;
    default:
        return 94; // "1 h 52 min" is never cut
    }
}

QSize TeamDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    return QSize(theme.px(widthOf(static_cast<TeamColumn>(index.column()))), theme.px(size::rowTwo));
}

void TeamDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintCell(painter, option, index);
    if (option.state & QStyle::State_HasFocus)
        drawFocus(*painter, QRectF(option.rect).adjusted(4, 4, -4, -5), radius::row - 3);
}

void TeamDelegate::paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::current();
    const auto *row = index.data(TeamModel::RowRole).value<const TeamRow *>();
    if (row == nullptr)
        return;
    const QRectF cell(option.rect);
    const bool chosen = option.state & QStyle::State_Selected;
    const bool under = option.state & QStyle::State_MouseOver;
    const QColor background = chosen ? theme.color.selection : under ? theme.color.hover : theme.color.surface;
    painter->fillRect(cell, background);
    painter->fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), theme.color.border);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange))
        drawFocus(*painter, cell.adjusted(4, 4, -4, -5), radius::control);
    const auto column = static_cast<TeamColumn>(index.column());
    const PersonNow now = personNow(*row, index.data(TeamModel::NowRole).toDateTime());
    const QRectF inner = cell.adjusted(kCellPad, 0, -kCellPad, -1);
    switch (column) {
    case TeamColumn::Person:
        return paintPerson(*painter, mirrored(cell.adjusted(kFirstPad, 0, -kCellPad, -1), cell), *row, now);
    case TeamColumn::Calls:
        if (row->isCounted())
            return paintCalls(*painter, inner, *row, background);
        break;
    case TeamColumn::Days:
        return drawSparkline(*painter, inner.adjusted(0, 14, 0, -14), row->days,
                             row->isCounted() && !theme.highContrast ? theme.chart().outgoing : theme.color.textSecondary, false,
                             QGuiApplication::layoutDirection());
    case TeamColumn::Fresh:
        return paintFresh(*painter, inner, index.data(TeamModel::StaleRole).toBool(), index.data().toString());
    case TeamColumn::Now:
        if (now == PersonNow::Unknown)
            break;
        return paintNow(*painter, inner, now, index.data().toString());
    case TeamColumn::Synced:
        if (!row->syncedAt.isValid())
            break;
        drawElided(*painter, inner, index.data().toString(), {.type = Type::Small, .role = &Colors::textSecondary});
        return;
    default:
        if (row->isCounted()) {
            drawElided(*painter, inner, index.data().toString(), {.tabular = true});
            return;
        }
    }
    const qreal wide = std::min(inner.width(), column == TeamColumn::Calls ? 150.0 : 46.0);
    drawHatch(*painter, mirrored(QRectF(inner.left(), inner.center().y() - 7, wide, 14), inner), radius::cell);
}

/// Icon and word go together; only a call has a colour.
void TeamDelegate::paintNow(QPainter &painter, const QRectF &cell, PersonNow now, const QString &words) const
{
    const Theme &theme = Theme::current();
    const QColor color = now == PersonNow::OnCall    ? theme.state(StateLook::Active).text
                         : now == PersonNow::Unknown ? theme.color.textTertiary
                                                     : theme.color.textSecondary;
    const QString icon = now == PersonNow::OnCall ? u"phone"_s
                         : now == PersonNow::Free ? u"check"_s
                         : now == PersonNow::Away ? u"moon"_s
                                                  : u"question"_s;
    const qreal side = theme.px(kNowIcon);
    drawIcon(painter, mirrored(QRectF(cell.left(), cell.center().y() - side / 2, side, side), cell), icon, color);
    drawElided(painter, mirrored(cell.adjusted(side + 4, 0, 0, 0), cell), words, {.type = Type::Small, .color = color});
}

void TeamDelegate::paintPerson(QPainter &painter, const QRectF &cell, const TeamRow &row, PersonNow now) const
{
    const Theme &theme = Theme::current();
    const qreal circle = theme.px(size::avatarS);
    drawAvatar(painter, mirrored(QRectF(cell.left(), cell.center().y() - circle / 2, circle, circle), cell),
               {.id = row.id.text(), .name = teamPerson(row)});
    const qreal start = circle + 10;
    const QString self = row.isSelf ? tr("you") : QString();
    const QString second = row.present          ? (self.isEmpty() ? QString() : self + u" · "_s) + teamNowWord(now)
                           : !self.isEmpty()    ? self
                           : row.name.isEmpty() ? QString()
                                                : row.email;
    const qreal line = theme.lineHeight(Type::Body);
    const qreal small = second.isEmpty() ? 0 : theme.lineHeight(Type::Small);
    const qreal top = cell.center().y() - (line + small) / 2;
    drawElided(painter, mirrored(QRectF(cell.left() + start, top, cell.width() - start, line), cell), teamPerson(row),
               {.type = Type::BodyMedium});
    const QRectF below = mirrored(QRectF(cell.left() + start, top + line, cell.width() - start, small), cell);
    if (row.present)
        paintNow(painter, below, now, second);
    else if (!second.isEmpty())
        drawElided(painter, below, second, {.type = Type::Small, .role = &Colors::textSecondary});
}

void TeamDelegate::paintCalls(QPainter &painter, const QRectF &cell, const TeamRow &row, const QColor &background) const
{
    const Theme &theme = Theme::current();
    const QString figure = countText(std::llround(*row.calls.value));
    const qreal wide = std::max<qreal>(theme.px(static_cast<int>(kCallsFigure)), tabularWidth(figure, theme.font(Type::BodyMedium)) + 4);
    const bool rtl = QGuiApplication::layoutDirection() == Qt::RightToLeft;
    const auto part = [&](qreal from, qreal length, qreal high) {
        return mirrored(QRectF(cell.left() + from, cell.center().y() - high / 2, length, high), cell);
    };
    drawTabular(painter, part(0, wide, cell.height()), figure, theme.font(Type::BodyMedium), theme.color.text,
                rtl ? Qt::AlignLeft : Qt::AlignRight);
    if (!row.calls.target)
        return;
    const double difference = std::round(row.calls.pace.difference);
    const QString by = countText(std::llround(std::abs(difference)));
    const qreal arrow = theme.px(11);
    const qreal beside = 12 + arrow + tabularWidth(by, theme.font(Type::Small)) + 4;
    const qreal bar = std::max(24.0, std::min(kBulletWidth, cell.width() - wide - 10 - std::max(44.0, beside)));
    drawBullet(painter, part(wide + 10, bar, kBulletHeight), row.calls.pace.share, row.calls.pace.expected / *row.calls.target, background,
               QGuiApplication::layoutDirection());
    if (difference == 0)
        return;
    const bool ahead = difference > 0;
    const QColor color = theme.state(ahead ? StateLook::Ok : StateLook::Warning).text;
    drawIcon(painter, part(wide + bar + 20, arrow, arrow), ahead ? u"arrow-up"_s : u"arrow-down"_s, color);
    drawElided(painter, part(wide + bar + 21 + arrow, cell.width() - wide - bar - 21 - arrow, cell.height()), by,
               {.type = Type::Small, .tabular = true, .color = color});
}

void TeamDelegate::paintFresh(QPainter &painter, const QRectF &cell, bool stale, const QString &text) const
{
    const Theme &theme = Theme::current();
    const qreal icon = theme.iconPx();
    const QColor color = stale ? theme.state(StateLook::Warning).text : theme.color.textSecondary;
    drawIcon(painter, mirrored(QRectF(cell.left(), cell.center().y() - icon / 2, icon, icon), cell),
             stale ? u"warning"_s : u"check-circle"_s, color);
    drawElided(painter, mirrored(cell.adjusted(icon + 6, 0, 0, 0), cell), text, {.type = Type::Small, .color = color});
}

} // namespace callcard::ui
