#pragma once

#include <callcard/ui/callbox.h>

#include <QStyledItemDelegate>

namespace callcard::ui {

/// Paints a row of the call box: avatar, who, what will be dialled, and on the chosen one the key that calls.
class CallBoxDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where "Call anyway" and its key stand in the chosen row.
    [[nodiscard]] static QRect keyRect(const QRect &item, const CallBoxRow &value, Qt::LayoutDirection direction);
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace callcard::ui
