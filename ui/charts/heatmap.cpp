#include <callcard/ui/heatmap.h>
#include <callcard/ui/paint.h>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace callcard::ui {

namespace {
constexpr int kPitch = size::heatCell + size::heatGap;
constexpr int kUsualWeeks = 28;
constexpr qreal kWeekdayGap = 8;
constexpr qreal kMonthGap = 6;
constexpr int kEdge = 2; // today's outline lies outside its cell

/// Every second one, the first included: they say which rows these are.
QString weekdayText(int row)
{
    return row % 2 == 0 ? QLocale().standaloneDayName(row + 1, QLocale::ShortFormat) : QString();
}
} // namespace

HeatMap::HeatMap(QWidget *parent) : Chart(parent), m_scroll(new QScrollBar(Qt::Horizontal, this))
{
    m_scroll->setFocusPolicy(Qt::NoFocus); // arrows move from day to day and take it along
    m_scroll->setAccessibleName({});
    connect(m_scroll, &QScrollBar::valueChanged, this, QOverload<>::of(&QWidget::update));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
}

void HeatMap::setDays(QDate monday, const QList<HeatLevel> &levels, const QStringList &sayings, QDate today)
{
    Q_ASSERT(levels.size() == sayings.size());
    const bool another = monday != m_monday || levels.size() != m_levels.size();
    m_monday = monday;
    m_levels = levels;
    m_today = today;
    settleScrolling(another);
    setSayings(sayings);
}

qreal HeatMap::leftEdge() const
{
    const QFontMetricsF metrics(Theme::current().font(Type::Caption));
    qreal widest = 0;
    for (int row = 0; row < 7; ++row)
        widest = std::max(widest, metrics.horizontalAdvance(weekdayText(row)));
    return std::ceil(widest) + kWeekdayGap;
}

qreal HeatMap::topEdge() const
{
    return Theme::current().lineHeight(Type::Caption) + kMonthGap;
}

int HeatMap::weeksInSight() const
{
    const int room = static_cast<int>((width() - leftEdge() - kEdge + size::heatGap) / kPitch);
    return std::clamp(room, 1, std::max(1, weeks()));
}

int HeatMap::firstWeek() const
{
    return m_scroll->value();
}

void HeatMap::settleScrolling(bool toTheEnd)
{
    const int last = std::max(0, weeks() - weeksInSight());
    const bool atTheEnd = toTheEnd || m_scroll->value() == m_scroll->maximum();
    m_scroll->setRange(0, last);
    m_scroll->setPageStep(weeksInSight());
    m_scroll->setSingleStep(1);
    if (atTheEnd)
        m_scroll->setValue(last);
    m_scroll->setVisible(last > 0);
}

QRectF HeatMap::placeOf(int item) const
{
    const int week = item / 7 - m_scroll->value();
    if (item < 0 || item >= m_levels.size() || week < 0 || week >= weeksInSight())
        return {};
    return visual(QRectF(leftEdge() + week * kPitch, topEdge() + (item % 7) * kPitch, size::heatCell, size::heatCell));
}

QSize HeatMap::sizeHint() const
{
    const int wide = static_cast<int>(leftEdge()) + kUsualWeeks * kPitch - size::heatGap + kEdge;
    return QSize(wide, minimumSizeHint().height());
}

QSize HeatMap::minimumSizeHint() const
{
    return QSize(static_cast<int>(leftEdge()) + 8 * kPitch,
                 static_cast<int>(topEdge()) + 7 * kPitch + m_scroll->sizeHint().height() + kEdge);
}

int HeatMap::beside(int item, int key) const
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (key) {
    case Qt::Key_Up:
        return item % 7 == 0 ? item : item - 1;
    case Qt::Key_Down:
        return item % 7 == 6 ? item : item + 1;
    case Qt::Key_Left:
        return mirrored ? item + 7 : item - 7;
    case Qt::Key_Right:
        return mirrored ? item - 7 : item + 7;
    case Qt::Key_PageUp:
        return std::max(item % 7, item - 7 * weeksInSight());
    case Qt::Key_PageDown:
        return std::min(count() - 1, item + 7 * weeksInSight());
    default:
        return Chart::beside(item, key);
    }
}

void HeatMap::reveal(int item)
{
    const int week = item / 7;
    if (week < m_scroll->value())
        m_scroll->setValue(week);
    else if (week >= m_scroll->value() + weeksInSight())
        m_scroll->setValue(week - weeksInSight() + 1);
}

void HeatMap::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const qreal line = theme.lineHeight(Type::Caption);
    const qreal left = leftEdge();
    for (int row = 0; row < 7; ++row) {
        const QRectF place = visual(QRectF(0, topEdge() + row * kPitch + (size::heatCell - line) / 2, left - 2, line));
        drawElided(painter, place, weekdayText(row), {.type = Type::Caption, .role = &Colors::textTertiary});
    }
    const QFontMetricsF metrics(theme.font(Type::Caption));
    qreal free = left;
    for (int week = m_scroll->value(); week < m_scroll->value() + weeksInSight() && week < weeks(); ++week) {
        const QDate monday = m_monday.addDays(7 * week);
        // The week with the first of a month carries its name; the first in sight where there is room.
        const QDate last = monday.addDays(6);
        const bool starts = last.day() <= 7;
        const qreal x = left + (week - m_scroll->value()) * kPitch;
        if ((starts || (week == m_scroll->value() && last.day() < 20)) && x >= free) {
            const QString month = last.month() == 1 && starts ? QLocale().toString(last, u"yyyy")
                                                              : QLocale().standaloneMonthName(last.month(), QLocale::ShortFormat);
            const qreal wide = metrics.horizontalAdvance(month) + 2;
            if (x + wide <= width() || starts) {
                const qreal from = std::min(x, width() - wide);
                drawElided(painter, visual(QRectF(from, 0, wide, line)), month, {.type = Type::Caption, .role = &Colors::textTertiary});
                free = x + wide + kPitch / 2.0;
            }
        }
    }
    const int first = 7 * m_scroll->value();
    const int stop = std::min(count(), first + 7 * weeksInSight());
    for (int item = first; item < stop; ++item)
        drawHeatCell(painter, placeOf(item), m_levels[item], dayOf(item) == m_today);
    if (hovered() >= 0 && m_levels.value(hovered()) != HeatLevel::Absent) {
        painter.setPen(QPen(theme.color.borderStrong, 1));
        painter.setBrush(Qt::NoBrush);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawRoundedRect(placeOf(hovered()).adjusted(-0.5, -0.5, 0.5, 0.5), radius::cell, radius::cell);
    }
    drawCurrent(painter, radius::cell);
}

void HeatMap::resizeEvent(QResizeEvent *event)
{
    Chart::resizeEvent(event);
    settleScrolling(false);
    const int high = m_scroll->sizeHint().height();
    const QRectF bar = visual(QRectF(leftEdge(), height() - high, weeksInSight() * kPitch - size::heatGap, high));
    m_scroll->setGeometry(bar.toRect());
}

void HeatMap::wheelEvent(QWheelEvent *event)
{
    // Sideways only: a wheel that turns down means the page.
    if (event->angleDelta().x() != 0 || (event->modifiers() & Qt::ShiftModifier))
        QCoreApplication::sendEvent(m_scroll, event);
    else
        event->ignore();
}

} // namespace callcard::ui
