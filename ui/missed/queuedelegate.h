#pragma once

#include <QStyledItemDelegate>

namespace callcard::ui {

/// What can be clicked in a row of the queue.
enum class QueueButton { None, Call, Later, Done };

/// Paints sections as tiles of rows, with the buttons of each row.
class QueueDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit QueueDelegate(QObject *parent = nullptr) : QStyledItemDelegate(parent) {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] static QueueButton buttonAt(const QRect &row, const QModelIndex &index, const QPoint &point,
                                              Qt::LayoutDirection direction);
    [[nodiscard]] static QRect buttonRect(QueueButton button, const QRect &row, Qt::LayoutDirection direction);
    void setHovered(const QModelIndex &index, QueueButton button);
    void setCanCall(bool canCall) { m_canCall = canCall; }

private:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintButtons(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    QPersistentModelIndex m_hoveredRow;
    QueueButton m_hovered{QueueButton::None};
    bool m_canCall{true};
};

} // namespace callcard::ui
