#pragma once

#include <callcard/ui/chart.h>

#include <QList>

namespace callcard::ui {

/// One of the things that a figure is made of: a call, a text, a day, a person.
struct FactRow {
    QString key{}; ///< Empty: it leads nowhere.
    QString icon{};
    QString who{};
    QString detail{};
    QString when{};
    bool operator==(const FactRow &) const = default;
};

/// What is behind a figure, in a few words, one a row.
class FactRows final : public Chart
{
    Q_OBJECT

public:
    explicit FactRows(QWidget *parent = nullptr);
    void setRows(const QList<FactRow> &rows);
    [[nodiscard]] const QList<FactRow> &rows() const { return m_rows; }
    [[nodiscard]] QRectF placeOf(int item) const override;
    [[nodiscard]] bool isPressable(int item) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] int beside(int item, int key) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    QList<FactRow> m_rows;
};

} // namespace callcard::ui
