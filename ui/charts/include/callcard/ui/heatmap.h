#pragma once

#include <callcard/ui/chart.h>
#include <callcard/ui/figures.h>

#include <QDate>

class QScrollBar;

namespace callcard::ui {

/// Days as cells, a week a column, Monday on top. Shows as many of the last weeks as there is room for; the others are scrolled to.
class HeatMap final : public Chart
{
    Q_OBJECT

public:
    explicit HeatMap(QWidget *parent = nullptr);
    /// From a Monday on, without gaps; one saying a day.
    void setDays(QDate monday, const QList<HeatLevel> &levels, const QStringList &sayings, QDate today);
    [[nodiscard]] QDate dayOf(int item) const { return m_monday.addDays(item); }
    [[nodiscard]] HeatLevel levelOf(int item) const { return m_levels.value(item, HeatLevel::Absent); }
    [[nodiscard]] int weeksInSight() const;
    [[nodiscard]] int firstWeek() const; ///< The leftmost in sight.
    [[nodiscard]] QRectF placeOf(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] int beside(int item, int key) const override;
    void reveal(int item) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    [[nodiscard]] int weeks() const { return static_cast<int>((m_levels.size() + 6) / 7); }
    [[nodiscard]] qreal leftEdge() const;
    [[nodiscard]] qreal topEdge() const;
    void settleScrolling(bool toTheEnd);

    QDate m_monday;
    QDate m_today;
    QList<HeatLevel> m_levels;
    QScrollBar *m_scroll;
};

} // namespace callcard::ui
