#pragma once

#include <callcard/ui/chart.h>

namespace callcard::ui {

struct ShareRow {
    QString icon{};
    QString label{};
    QColor ChartColors::*color{&ChartColors::outgoing};
    double share{}; ///< Of the longest bar.
    QString figure{};
    bool read{true};
    QString saying{};
};

/// Rows of label, bar and figure: what a day's calls are made of.
class ShareBars final : public Chart
{
    Q_OBJECT

public:
    explicit ShareBars(QWidget *parent = nullptr);
    void setRows(const QList<ShareRow> &rows);
    [[nodiscard]] const QList<ShareRow> &rows() const { return m_rows; }
    [[nodiscard]] QRectF placeOf(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] int beside(int item, int key) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] qreal figureWidth() const;
    QList<ShareRow> m_rows;
};

} // namespace callcard::ui
