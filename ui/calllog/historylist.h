#pragma once

#include <QListView>

namespace callcard::ui {

class DayHead;

/// The list: the header of the day in sight stays at the top, and near the end it asks for more.
class HistoryList final : public QListView
{
    Q_OBJECT

public:
    explicit HistoryList(QWidget *parent = nullptr);
    void setModel(QAbstractItemModel *model) override;
    /// A row that can be chosen, from there on in that direction.
    [[nodiscard]] QModelIndex choosable(int from, int step) const;

Q_SIGNALS:
    void endNear();
    void dayShown(QDate day);
    void currentMoved();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void look();
    [[nodiscard]] QModelIndex headerAbove(const QModelIndex &index) const;
    DayHead *m_bar;
    QList<QMetaObject::Connection> m_connections;
};

} // namespace callcard::ui
