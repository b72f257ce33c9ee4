#pragma once

#include "queuedelegate.h"

#include <QListView>

namespace callcard::ui {

/// The queue's list: clicks on a row's buttons, keys for the page, titles passed over.
class QueueList final : public QListView
{
    Q_OBJECT

public:
    explicit QueueList(QWidget *parent = nullptr);
    void setCanCall(bool canCall);
    void chooseFirst(); ///< Where nothing is chosen.

Q_SIGNALS:
    void buttonPressed(const QModelIndex &index, callcard::ui::QueueButton button);

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void hover(const QPoint &point);
    [[nodiscard]] QModelIndex choosable(int from, int step) const;
    QueueDelegate *m_delegate;
};

} // namespace callcard::ui
