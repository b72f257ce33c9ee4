#pragma once

#include <callcard/screenpop.h>
#include <callcard/ui/timetexts.h>

#include <QStyledItemDelegate>

namespace callcard::ui {

/// Where the columns stand, for the row and for the head above it.
struct DecisionColumns {
    QRect when, who, verdict, because, took;
    [[nodiscard]] static DecisionColumns of(const QRect &row, Qt::LayoutDirection direction);
};

/// One decision. The current row unfolds into what happened when, with the setting that decided.
class DecisionRow final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setTimes(const TimeTexts &times) { m_times = times; }
    void setUnfolded(const QPersistentModelIndex &index) { m_unfolded = index; }
    /// The button of an unfolded row; empty where no setting decided.
    [[nodiscard]] QRect buttonRect(const QRect &row, const QModelIndex &index) const;
    [[nodiscard]] int foldedHeight() const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintReceipt(QPainter &painter, const QRect &row, const PopDecision &decision, Qt::LayoutDirection direction) const;
    void paintButton(QPainter &painter, const QRect &rect, const QString &text) const;
    TimeTexts m_times;
    QPersistentModelIndex m_unfolded;
};

} // namespace callcard::ui
