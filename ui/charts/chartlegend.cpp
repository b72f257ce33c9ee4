#include <callcard/ui/chartlegend.h>
#include <callcard/ui/figures.h>
#include <callcard/ui/paint.h>
#include <callcard/ui/spoken.h>

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace callcard::ui {

namespace {
constexpr qreal kSwatch = 10;
constexpr qreal kHeatSwatch = 11;
constexpr qreal kHeatStep = 13;
constexpr qreal kTextGap = 6;
constexpr qreal kEntryGap = 16;

qreal legendWidth(const QString &text)
{
    return text.isEmpty() ? 0 : std::ceil(QFontMetricsF(Theme::current().font(Type::Caption)).horizontalAdvance(text)) + 2;
}
} // namespace

ChartLegend::ChartLegend(QWidget *parent) : QWidget(parent)
{
    leaveUnsaid(this);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void ChartLegend::add(const Entry &entry)
{
    m_entries += entry;
    updateGeometry();
    update();
}

void ChartLegend::addColor(QColor ChartColors::*color, const QString &text)
{
    add({.kind = Kind::Color, .color = color, .text = text, .before = {}});
}

void ChartLegend::addHatch(const QString &text)
{
    add({.kind = Kind::Hatch, .color = nullptr, .text = text, .before = {}});
}

void ChartLegend::addHeat(const QString &least, const QString &most)
{
    add({.kind = Kind::Heat, .color = nullptr, .text = most, .before = least});
}

void ChartLegend::clear()
{
    m_entries.clear();
    updateGeometry();
}

qreal ChartLegend::widthOf(const Entry &entry) const
{
    if (entry.kind == Kind::Heat)
        return legendWidth(entry.before) + kTextGap + 6 * kHeatStep + kTextGap + legendWidth(entry.text);
    return kSwatch + kTextGap + legendWidth(entry.text);
}

QSize ChartLegend::sizeHint() const
{
    qreal wide = 0;
    for (const Entry &entry : m_entries)
        wide += widthOf(entry) + (wide > 0 ? kEntryGap : 0);
    return QSize(static_cast<int>(std::ceil(wide)), Theme::current().lineHeight(Type::Caption) + 4);
}

QSize ChartLegend::minimumSizeHint() const
{
    return QSize(0, sizeHint().height());
}

QList<QPointF> ChartLegend::places(qreal width) const
{
    const qreal line = sizeHint().height();
    QList<QPointF> places;
    // One line stands at the end, beside a title; several begin below it.
    QPointF place(std::max(0.0, width - qreal(sizeHint().width())), 0);
    for (const Entry &entry : m_entries) {
        const qreal wide = widthOf(entry);
        if (place.x() > 0 && place.x() + wide > width + 0.5)
            place = QPointF(0, place.y() + line);
        places += place;
        place.rx() += wide + kEntryGap;
    }
    return places;
}

int ChartLegend::heightForWidth(int width) const
{
    const QList<QPointF> all = places(width);
    return (all.isEmpty() ? 0 : static_cast<int>(all.last().y())) + sizeHint().height();
}

void ChartLegend::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const QList<QPointF> begins = places(width());
    const qreal line = begins.isEmpty() || begins.last().y() == 0 ? height() : qreal(sizeHint().height());
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries.at(i);
        const QPointF begin = begins.at(i);
        const auto at = [&](qreal from, qreal wide, qreal high) {
            QRectF place(from, begin.y() + (line - high) / 2, wide, high);
            if (layoutDirection() == Qt::RightToLeft)
                place.moveLeft(width() - place.right());
            return place;
        };
        const auto word = [&](qreal from, const QString &text) {
            drawElided(painter, at(from, legendWidth(text), line), text, {.type = Type::Caption, .role = &Colors::textSecondary});
        };
        if (entry.kind == Kind::Heat) {
            word(begin.x(), entry.before);
            qreal cell = begin.x() + legendWidth(entry.before) + kTextGap;
            for (int level = 0; level < 6; ++level, cell += kHeatStep)
                drawHeatCell(painter, at(cell, kHeatSwatch, kHeatSwatch), static_cast<HeatLevel>(level));
            word(cell + kTextGap - (kHeatStep - kHeatSwatch), entry.text);
        } else {
            const QRectF swatch = at(begin.x(), kSwatch, kSwatch);
            if (entry.kind == Kind::Hatch)
                drawHatch(painter, swatch, 2);
            else
                drawPanel(painter, swatch, 2, theme.chart().*entry.color);
            word(begin.x() + kSwatch + kTextGap, entry.text);
        }
    }
}

void ChartLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace callcard::ui
