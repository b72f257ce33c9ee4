#include <callcard/ui/factrows.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>

#include <QFontMetricsF>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr int kFactRow = 36;
constexpr qreal kMostDetail = 0.35; // of the width: who it was comes first
} // namespace

FactRows::FactRows(QWidget *parent) : Chart(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FactRows::setRows(const QList<FactRow> &rows)
{
    m_rows = rows;
    QStringList sayings;
    for (const FactRow &row : rows) {
        QStringList words{row.who, row.detail, row.when};
        words.removeAll(QString());
        sayings += words.join(u", "_s);
    }
    setSayings(sayings);
    updateGeometry();
}

bool FactRows::isPressable(int item) const
{
    return !m_rows.value(item).key.isEmpty();
}

QRectF FactRows::placeOf(int item) const
{
    const int row = Theme::current().px(kFactRow);
    return item >= 0 && item < m_rows.size() ? QRectF(0, item * row, width(), row) : QRectF();
}

QSize FactRows::sizeHint() const
{
    return QSize(288, Theme::current().px(kFactRow) * static_cast<int>(m_rows.size()));
}

QSize FactRows::minimumSizeHint() const
{
    return QSize(200, sizeHint().height());
}

int FactRows::beside(int item, int key) const
{
    return key == Qt::Key_Up                           ? item - 1
           : key == Qt::Key_Down                       ? item + 1
           : key == Qt::Key_Home || key == Qt::Key_End ? Chart::beside(item, key)
                                                       : item;
}

void FactRows::paintEvent(QPaintEvent *event)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const int row = theme.px(kFactRow);
    const int first = std::max(0, event->rect().top() / row);
    const int stop = std::min(static_cast<int>(m_rows.size()), event->rect().bottom() / row + 1);
    const QFontMetricsF small(theme.font(Type::Small));
    for (int i = first; i < stop; ++i) {
        const FactRow &fact = m_rows[i];
        const QRectF place = placeOf(i);
        if (i == hovered() && isPressable(i))
            drawPanel(painter, place, radius::row, theme.color.hover);
        const auto part = [&](qreal from, qreal to, qreal high) {
            return visual(QRectF(from, place.center().y() - high / 2, std::max(0.0, to - from), high));
        };
        const qreal icon = theme.iconPx();
        drawIcon(painter, part(4, 4 + icon, icon), fact.icon, theme.color.textSecondary, layoutDirection());
        const qreal when = fact.when.isEmpty() ? 0 : std::ceil(small.horizontalAdvance(fact.when)) + 4;
        const qreal detail = std::min(std::ceil(small.horizontalAdvance(fact.detail)) + 8, width() * kMostDetail);
        drawElided(painter, part(icon + 12, width() - when - detail - 8, row), fact.who, {.type = Type::BodyMedium});
        drawElided(
            painter, part(width() - when - detail, width() - when - 4, row), fact.detail,
            {.type = Type::Small, .role = &Colors::textSecondary, .alignment = Qt::AlignTrailing | Qt::AlignVCenter, .tabular = true});
        drawElided(painter, part(width() - when, width() - 4, row), fact.when,
                   {.type = Type::Small, .role = &Colors::textTertiary, .alignment = Qt::AlignTrailing | Qt::AlignVCenter});
    }
    drawCurrent(painter, radius::row);
}

} // namespace callcard::ui
