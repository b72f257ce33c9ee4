#include <callcard/ui/figures.h>
#include <callcard/ui/icons.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/sharebars.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace callcard::ui {

namespace {
constexpr int kRow = 26;
constexpr qreal kBarHeight = 8;
constexpr qreal kLeastBar = 24; // the words come first: the figure says the same as the bar
constexpr qreal kBar = 90;
constexpr qreal kLabelOf = 132;
} // namespace

ShareBars::ShareBars(QWidget *parent) : Chart(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ShareBars::setRows(const QList<ShareRow> &rows)
{
    m_rows = rows;
    QStringList sayings;
    for (const ShareRow &row : rows)
        sayings += row.saying;
    setSayings(sayings);
    updateGeometry();
}

QRectF ShareBars::placeOf(int item) const
{
    const int row = Theme::current().px(kRow);
    return item >= 0 && item < m_rows.size() ? QRectF(0, item * row, width(), row) : QRectF();
}

QSize ShareBars::sizeHint() const
{
    return QSize(286, Theme::current().px(kRow) * static_cast<int>(std::max<qsizetype>(1, m_rows.size())));
}

QSize ShareBars::minimumSizeHint() const
{
    return QSize(180, sizeHint().height());
}

int ShareBars::beside(int item, int key) const
{
    return key == Qt::Key_Up                             ? item - 1
           : key == Qt::Key_Down                         ? item + 1
           : key == Qt::Key_Left || key == Qt::Key_Right ? item
                                                         : Chart::beside(item, key);
}

qreal ShareBars::figureWidth() const
{
    qreal widest = 0;
    for (const ShareRow &row : m_rows)
        widest = std::max(widest, tabularWidth(row.figure, Theme::current().font(Type::BodyMedium)));
    return std::ceil(widest) + 1;
}

void ShareBars::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const qreal figure = std::max(figureWidth(), 24.0);
    const qreal icon = theme.iconPx();
    const qreal start = icon + 6;
    const QFontMetricsF metrics(theme.font(Type::Body));
    qreal label = theme.px(static_cast<int>(kLabelOf)) - start;
    for (const ShareRow &row : m_rows)
        label = std::max(label, metrics.horizontalAdvance(row.label) + 2);
    const qreal room = width() - figure - space::s;
    label = std::min(label, room - start - space::s - kLeastBar);
    const qreal barStart = std::max(start + label + space::s, room - theme.px(static_cast<int>(kBar)));
    for (int i = 0; i < m_rows.size(); ++i) {
        const ShareRow &row = m_rows[i];
        const QRectF place = placeOf(i);
        if (i == hovered())
            drawPanel(painter, place, radius::row, theme.color.hover);
        const auto part = [&](qreal from, qreal to, qreal high) {
            return visual(QRectF(from, place.center().y() - high / 2, to - from, high));
        };
        drawIcon(painter, part(0, icon, icon), row.icon, theme.color.textSecondary, layoutDirection());
        drawElided(painter, part(start, barStart - space::s, place.height()), row.label, {});
        const QRectF bar = part(barStart, room, kBarHeight);
        if (row.read)
            drawBar(painter, bar, row.share, theme.highContrast ? theme.color.text : theme.chart().*row.color, layoutDirection());
        else
            drawHatch(painter, bar, radius::cell);
        drawTabular(painter, part(width() - figure, width(), place.height()), row.figure, theme.font(Type::BodyMedium), theme.color.text,
                    layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight);
    }
    drawCurrent(painter, radius::row);
}

} // namespace callcard::ui
