#pragma once

#include <callcard/ui/chart.h>

#include <QAccessibleWidget>
#include <QPointer>

#include <vector>

namespace callcard::ui {

/// Makes charts known to screen readers; once a program is enough, more do no harm.
void installChartAccess();

/// A chart is a list of its things; one that is a single thing is a button.
class ChartAccess final : public QAccessibleWidget
{
public:
    explicit ChartAccess(Chart *chart);

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    [[nodiscard]] QAccessible::Role role() const override;
    [[nodiscard]] QStringList actionNames() const override;
    void doAction(const QString &name) override;

protected:
    ~ChartAccess() override;

private:
    [[nodiscard]] Chart *chart() const;
    mutable std::vector<QAccessible::Id> m_items; ///< Made when somebody asks: two years are 730 cells.
};

} // namespace callcard::ui
