#include <callcard/ui/barchart.h>
#include <callcard/ui/numbertexts.h>
#include <callcard/ui/paint.h>

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace callcard::ui {

namespace {
constexpr qreal kBarWidth = 22;
constexpr qreal kAxisGap = 8;
constexpr qreal kLabelGap = 6;
constexpr qreal kSplitGap = 2;

double heightOf(const DayBar &bar)
{
    return bar.read ? double(bar.outgoing) + bar.incoming + bar.missed + bar.unconnected : double(bar.probable);
}

QString axisText(double value)
{
    return countText(static_cast<qint64>(std::lround(value)));
}
} // namespace

BarChart::BarChart(QWidget *parent) : Chart(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BarChart::setGoal(double goal, const QString &label)
{
    m_goal = goal > 0 ? goal : 0;
    m_goalLabel = label;
}

void BarChart::setColumns(const QList<BarColumn> &columns)
{
    m_columns = columns;
    double most = m_goal;
    QStringList sayings;
    for (const BarColumn &column : columns) {
        sayings += column.saying;
        for (const DayBar &bar : column.parts)
            most = std::max(most, heightOf(bar));
    }
    m_axis = axisFor(most * 1.02); // the highest bar leaves room for its figure
    setSayings(sayings);
}

QRectF BarChart::plot() const
{
    const Theme &theme = Theme::current();
    const qreal left = std::ceil(tabularWidth(axisText(m_axis.top), theme.font(Type::Caption))) + kAxisGap;
    const qreal above = theme.lineHeight(Type::Caption) + 2;
    return visual(QRectF(left, above, width() - left, height() - above - theme.lineHeight(Type::Caption) - kLabelGap));
}

QRectF BarChart::slot(int column) const
{
    const QRectF area = plot();
    const qreal wide = area.width() / static_cast<qreal>(std::max<qsizetype>(1, m_columns.size()));
    const qreal along = wide * column;
    const qreal x = layoutDirection() == Qt::RightToLeft ? area.right() - along - wide : area.left() + along;
    return QRectF(x, area.top(), wide, area.height());
}

QRectF BarChart::placeOf(int item) const
{
    if (item < 0 || item >= m_columns.size())
        return {};
    QRectF place = slot(item);
    const qreal wide = std::min(kBarWidth + 4, place.width());
    place.adjust((place.width() - wide) / 2, 0, -(place.width() - wide) / 2, 0);
    return place;
}

QSize BarChart::sizeHint() const
{
    return QSize(574, Theme::current().px(172));
}

QSize BarChart::minimumSizeHint() const
{
    return QSize(160, Theme::current().px(110));
}

void BarChart::drawGrid(QPainter &painter) const
{
    const Theme &theme = Theme::current();
    const QRectF area = plot();
    const QRectF axis = visual(QRectF(0, 0, width() - area.width() - kAxisGap, 0));
    for (double value = 0; value <= m_axis.top + m_axis.step / 2; value += m_axis.step) {
        const qreal y = std::round(area.bottom() - value / m_axis.top * area.height());
        painter.fillRect(QRectF(area.left(), y, area.width(), 1), theme.highContrast ? theme.color.textDisabled : theme.chart().grid);
        const qreal line = theme.lineHeight(Type::Caption);
        drawTabular(painter, QRectF(axis.left(), y - line / 2, axis.width(), line), axisText(value), theme.font(Type::Caption),
                    theme.color.textTertiary, layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight);
    }
}

void BarChart::drawLabels(QPainter &painter) const
{
    const Theme &theme = Theme::current();
    const QRectF area = plot();
    const QFontMetricsF metrics(theme.font(Type::CaptionStrong));
    qreal widest = 1;
    for (const BarColumn &column : m_columns)
        widest = std::max(widest, metrics.horizontalAdvance(column.label));
    const qreal room = area.width() / static_cast<qreal>(std::max<qsizetype>(1, m_columns.size()));
    const int step = std::max(1, static_cast<int>(std::ceil((widest + 6) / room)));
    const int last = static_cast<int>(m_columns.size()) - 1;
    for (int i = 0; i <= last; ++i) {
        const BarColumn &column = m_columns[i];
        const qreal middle = slot(i).center().x();
        // Counted from the newest: it always has its name.
        if ((last - i) % step == 0 && !column.label.isEmpty()) {
            const qreal wide = metrics.horizontalAdvance(column.label) + 2;
            const qreal x = std::clamp(middle - wide / 2, 0.0, std::max(0.0, width() - wide));
            drawElided(painter, QRectF(x, area.bottom() + kLabelGap, wide, theme.lineHeight(Type::Caption)), column.label,
                       {.type = column.strong ? Type::CaptionStrong : Type::Caption,
                        .role = column.strong ? &Colors::text : &Colors::textTertiary,
                        .alignment = Qt::AlignCenter});
        }
        if (column.above.isEmpty())
            continue;
        double most = 0;
        for (const DayBar &bar : column.parts)
            most = std::max(most, heightOf(bar));
        const qreal line = theme.lineHeight(Type::Caption);
        const qreal top = area.bottom() - std::min(1.0, most / m_axis.top) * area.height() - line;
        // As a whole, also above the last of a hundred bars: a figure that is cut is another figure.
        const qreal wide = std::ceil(tabularWidth(column.above, theme.font(Type::CaptionStrong))) + 2;
        const qreal x = std::clamp(middle - wide / 2, 0.0, std::max(0.0, width() - wide));
        drawTabular(painter, QRectF(x, top, wide, line), column.above, theme.font(Type::CaptionStrong), theme.color.text, Qt::AlignCenter);
    }
}

void BarChart::drawGoal(QPainter &painter) const
{
    if (m_goal <= 0)
        return;
    const Theme &theme = Theme::current();
    const QRectF area = plot();
    const qreal y = std::round(area.bottom() - m_goal / m_axis.top * area.height()) + 0.5;
    painter.setPen(QPen(theme.color.textTertiary, 1, Qt::CustomDashLine));
    QPen pen = painter.pen();
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    const QFontMetricsF metrics(theme.font(Type::Caption));
    const qreal wide = metrics.horizontalAdvance(m_goalLabel) + 4;
    const qreal line = theme.lineHeight(Type::Caption);
    const qreal x = layoutDirection() == Qt::RightToLeft ? area.left() : area.right() - wide;
    drawElided(painter, QRectF(x, y - line, wide, line), m_goalLabel,
               {.type = Type::Caption, .role = &Colors::textTertiary, .alignment = Qt::AlignTrailing | Qt::AlignVCenter});
}

void BarChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawGrid(painter);
    const QRectF area = plot();
    for (int i = 0; i < m_columns.size(); ++i) {
        const QList<DayBar> &parts = m_columns[i].parts;
        const QRectF place = placeOf(i);
        if (i == hovered())
            drawPanel(painter, place.adjusted(-2, 0, 2, 0), radius::cell, Theme::current().color.hover);
        const auto several = static_cast<qreal>(parts.size());
        const qreal wide = std::max(1.0, (std::min(kBarWidth, place.width() - 2) - kSplitGap * (several - 1)) / std::max(1.0, several));
        const qreal all = wide * several + kSplitGap * (several - 1);
        for (qsizetype part = 0; part < parts.size(); ++part) {
            const qsizetype order = layoutDirection() == Qt::RightToLeft ? parts.size() - 1 - part : part;
            const qreal x = place.center().x() - all / 2 + static_cast<qreal>(order) * (wide + kSplitGap);
            drawStackedBars(painter, QRectF(x - 1, area.top(), wide + 2, area.height()), {parts[part]}, m_axis.top, wide);
        }
    }
    drawGoal(painter);
    drawLabels(painter);
    drawCurrent(painter, radius::cell);
}

} // namespace callcard::ui
