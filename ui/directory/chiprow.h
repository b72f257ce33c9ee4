#pragma once

#include <callcard/directoryquery.h>

#include <QList>
#include <QWidget>

namespace callcard::ui {

class Chip;

/// The filters, one of them on. What does not fit goes into the next line: long words never push the pane apart.
class ChipRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ChipRow(QWidget *parent = nullptr);
    [[nodiscard]] CustomerFilter filter() const { return m_filter; }
    void setFilter(CustomerFilter filter); ///< Emits nothing.
    void setMineShown(bool shown);         ///< Nobody knows who I am: nothing is mine.

Q_SIGNALS:
    void chosen(callcard::CustomerFilter filter);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void add(CustomerFilter filter, const QString &text);
    void choose(CustomerFilter filter);
    void place();
    QList<std::pair<CustomerFilter, Chip *>> m_chips;
    CustomerFilter m_filter{};
};

} // namespace callcard::ui
