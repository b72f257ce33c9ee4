#pragma once

#include <callcard/ui/chart.h>
#include <callcard/ui/figures.h>

namespace callcard::ui {

/// One place on the axis: a day, a week.
struct BarColumn {
    QList<DayBar> parts{}; ///< One a source, side by side: sources are never added up. Empty: nothing to expect (a day to come).
    QString label{};       ///< Below the axis; those that have no room are left out.
    QString above{};       ///< A figure over the bar.
    bool strong{};         ///< Today.
    QString saying{};
};

/// Bars per day, stacked by outcome, against a goal.
class BarChart final : public Chart
{
    Q_OBJECT

public:
    explicit BarChart(QWidget *parent = nullptr);
    /// Before the columns: the text beside the dashed line, "goal 50". Zero: no goal.
    void setGoal(double goal, const QString &label);
    void setColumns(const QList<BarColumn> &columns);
    [[nodiscard]] const QList<BarColumn> &columns() const { return m_columns; }
    [[nodiscard]] const Axis &axis() const { return m_axis; }
    [[nodiscard]] QRectF placeOf(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] QRectF slot(int column) const;
    void drawGrid(QPainter &painter) const;
    void drawLabels(QPainter &painter) const;
    void drawGoal(QPainter &painter) const;

    QList<BarColumn> m_columns;
    Axis m_axis;
    double m_goal{};
    QString m_goalLabel;
};

} // namespace callcard::ui
