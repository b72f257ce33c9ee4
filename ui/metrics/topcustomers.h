#pragma once

#include <callcard/ui/chart.h>
#include <callcard/ui/panelfacts.h>
#include <callcard/ui/timetexts.h>

namespace callcard::ui {

/// With whom there was most to do: calls, texts, the last order and what they bought in twelve months.
class TopCustomers final : public Chart
{
    Q_OBJECT

public:
    explicit TopCustomers(QWidget *parent = nullptr);
    void setCustomers(const QList<PanelCustomer> &customers, const QDate &today, const TimeTexts &times);
    [[nodiscard]] const QList<PanelCustomer> &customers() const { return m_customers; }
    [[nodiscard]] QRectF placeOf(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] int beside(int item, int key) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    QList<PanelCustomer> m_customers;
    QStringList m_orders;
};

} // namespace callcard::ui
