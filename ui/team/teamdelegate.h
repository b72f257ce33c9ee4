#pragma once

#include "teamtexts.h"

#include <QStyledItemDelegate>

namespace callcard::ui {

/// Paints a cell of the team's table; what was not read is hatched.
class TeamDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TeamDelegate(QObject *parent = nullptr);
    [[nodiscard]] static int widthOf(TeamColumn column); ///< Tokens.
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintCell(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintPerson(QPainter &painter, const QRectF &cell, const TeamRow &row, PersonNow now) const;
    void paintNow(QPainter &painter, const QRectF &cell, PersonNow now, const QString &words) const;
    void paintCalls(QPainter &painter, const QRectF &cell, const TeamRow &row, const QColor &background) const;
    void paintFresh(QPainter &painter, const QRectF &cell, bool stale, const QString &text) const;
};

} // namespace callcard::ui
