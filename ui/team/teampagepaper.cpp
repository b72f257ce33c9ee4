// The page as it would be on paper: everybody, however long that makes it.
#include "teampage_p.h"

#include <callcard/ui/paint.h>

#include <QHeaderView>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

int TeamPage::tableWidth() const
{
    int wide = 0;
    for (int column = 0; column < kTeamColumns; ++column)
        wide += d->table->isColumnHidden(column) ? 0 : d->table->columnWidth(column);
    return wide;
}

int TeamPage::paperHead() const
{
    return d->header->height() + d->tilesRow->height() + space::m + d->table->horizontalHeader()->height();
}

QList<int> TeamPage::paperCuts() const
{
    const int row = d->table->verticalHeader()->defaultSectionSize();
    int down = paperHead();
    QList<int> cuts;
    for (int person = 0; person < d->order->rowCount(); ++person)
        cuts.append(down += row);
    cuts.append(down + space::m + Theme::current().lineHeight(Type::Small) + space::m);
    return cuts;
}

QSize TeamPage::paperSize() const
{
    return QSize(std::max(width(), tableWidth() + 2 * space::xl), paperCuts().last());
}

/// Title, tiles and the names of the columns.
void TeamPage::paintPaperHead(QPainter &painter, const QRect &inner)
{
    const TeamFacts &shown = facts();
    const TimeTexts &times = d->model->times();
    const QDate today = shown.today.isValid() ? shown.today : shown.now.date();
    QStringList words{title()};
    if (d->team->isVisibleTo(this))
        words += d->team->text();
    words += shown.range.from == shown.range.to
                 ? times.day(shown.range.from, today)
                 //: %1, %2: the first and the last day of a span
                 : tr("%1 to %2").arg(times.shortDate(shown.range.from, today), times.shortDate(shown.range.to, today));
    const QRectF head(inner.left(), 0, inner.width(), d->header->height());
    drawElided(painter, head, words.join(u" · "_s), {.type = Type::Page});
    drawElided(painter, head, d->age->text(),
               {.type = Type::Small, .role = &Colors::textSecondary, .alignment = Qt::AlignTrailing | Qt::AlignVCenter});
    const QRect tiles(QPoint(inner.left(), d->header->height()), d->tilesRow->size());
    d->tilesRow->render(&painter, QStyle::visualRect(layoutDirection(), inner, tiles).topLeft(), {}, QWidget::DrawChildren);
    const int down = tiles.bottom() + 1 + space::m;
    const int high = d->table->horizontalHeader()->height();
    painter.fillRect(QRect(inner.left(), down, inner.width(), high), Theme::current().color.surface);
    int from = inner.left();
    for (int column = 0; column < kTeamColumns; ++column) {
        if (d->table->isColumnHidden(column))
            continue;
        const int wide = d->table->columnWidth(column);
        constexpr int pad = space::m; // as the header of the window
        drawElided(painter, QStyle::visualRect(layoutDirection(), inner, QRect(from + pad, down, wide - pad, high)),
                   teamColumnName(static_cast<TeamColumn>(column)), {.type = Type::CaptionStrong, .role = &Colors::textSecondary});
        from += wide;
    }
}

void TeamPage::paintPaper(QPainter &painter)
{
    const Theme &theme = Theme::current();
    const QRect paper(QPoint(), paperSize());
    const QRect inner = paper.adjusted(space::xl, 0, -space::xl, 0);
    const QRectF wanted = painter.hasClipping() ? painter.clipBoundingRect() : QRectF(paper); // one sheet of many
    painter.fillRect(paper, theme.color.window);
    int down = paperHead();
    if (wanted.top() < down)
        paintPaperHead(painter, inner);
    QStyleOptionViewItem option;
    option.initFrom(d->table);
    option.state = QStyle::State_Enabled;
    const int rowHigh = d->table->verticalHeader()->defaultSectionSize();
    for (int person = 0; person < d->order->rowCount(); ++person, down += rowHigh) {
        if (!wanted.intersects(QRectF(inner.left(), down, inner.width(), rowHigh)))
            continue;
        painter.fillRect(QRect(inner.left(), down, inner.width(), rowHigh), theme.color.surface);
        int from = inner.left();
        for (int column = 0; column < kTeamColumns; ++column) {
            if (d->table->isColumnHidden(column))
                continue;
            const int wide = d->table->columnWidth(column);
            option.rect = QStyle::visualRect(layoutDirection(), inner, QRect(from, down, wide, rowHigh));
            d->table->itemDelegate()->paint(&painter, option, d->order->index(person, column));
            from += wide;
        }
    }
    if (wanted.bottom() > down)
        drawElided(painter, QRectF(inner.left(), down + space::m, inner.width(), theme.lineHeight(Type::Small)), d->foot->text(),
                   {.type = Type::Small, .role = &Colors::textSecondary});
}

} // namespace callcard::ui
