#pragma once

#include <QStyledItemDelegate>

namespace callcard::ui {

/// Paints a row of the call box: avatar, who, what will be dialled, and on the chosen one the key that calls.
class CallBoxDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace callcard::ui
