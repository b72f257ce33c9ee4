#pragma once

#include <QStyledItemDelegate>

namespace callcard::ui {

class CustomerRows;

/// Paints a row: circle, name over company with the typed letters marked, the number over the last contact.
class CustomerDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit CustomerDelegate(CustomerRows &rows, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

private:
    CustomerRows &m_rows;
};

} // namespace callcard::ui
