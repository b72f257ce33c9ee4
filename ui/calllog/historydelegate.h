#pragma once

#include <QStyledItemDelegate>

namespace callcard::ui {

/// Paints the rows of the history: headers of days, and calls with icon, who, how it went, length and time.
class HistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    static void paintHeader(QPainter &painter, const QRect &rect, const QModelIndex &index, Qt::LayoutDirection direction);
    [[nodiscard]] static int rowHeight(bool header);
};

} // namespace callcard::ui
