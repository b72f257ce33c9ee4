#pragma once

#include <callcard/ui/chart.h>
#include <callcard/ui/tray.h>

namespace callcard::ui {

/// Calls of the flyout, two lines each; the one under the pointer or the keyboard offers what pressing it does.
class FlyoutRows final : public Chart
{
    Q_OBJECT

public:
    explicit FlyoutRows(const QString &offer, QWidget *parent = nullptr);
    void setCalls(const QList<TrayCall> &calls);
    [[nodiscard]] const QList<TrayCall> &calls() const { return m_calls; }
    [[nodiscard]] QRectF placeOf(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] int beside(int item, int key) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    QList<TrayCall> m_calls;
    QString m_offer; ///< "Call back"; empty: none.
};

} // namespace callcard::ui
