#include "queuelist.h"

#include "queuemodel.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace callcard::ui {

QueueList::QueueList(QWidget *parent) : QListView(parent), m_delegate(new QueueDelegate(this))
{
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Callers"));
    viewport()->setAutoFillBackground(false);
}

void QueueList::setCanCall(bool canCall)
{
    m_delegate->setCanCall(canCall);
    viewport()->update();
}

QModelIndex QueueList::choosable(int from, int step) const
{
    for (int row = from; row >= 0 && row < model()->rowCount(); row += step) {
        const QModelIndex index = model()->index(row, 0);
        if (!index.data(QueueModel::TitleRole).toBool())
            return index;
    }
    return {};
}

void QueueList::chooseFirst()
{
    const QModelIndex current = currentIndex();
    if (current.isValid() && !current.data(QueueModel::TitleRole).toBool())
        return;
    // Whoever stood in the place of the row that went is next.
    const QModelIndex next = choosable(std::max(0, current.row()), 1);
    setCurrentIndex(next.isValid() ? next : choosable(model()->rowCount() - 1, -1));
}

void QueueList::hover(const QPoint &point)
{
    const QModelIndex index = indexAt(point);
    const QueueButton button = QueueDelegate::buttonAt(visualRect(index), index, point, layoutDirection());
    m_delegate->setHovered(index, button);
    viewport()->setCursor(button == QueueButton::None ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewport()->update();
}

void QueueList::mouseMoveEvent(QMouseEvent *event)
{
    hover(event->position().toPoint());
    QListView::mouseMoveEvent(event);
}

void QueueList::leaveEvent(QEvent *event)
{
    m_delegate->setHovered({}, QueueButton::None);
    viewport()->update();
    QListView::leaveEvent(event);
}

void QueueList::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const QModelIndex index = indexAt(point);
    QListView::mouseReleaseEvent(event);
    const QueueButton button = QueueDelegate::buttonAt(visualRect(index), index, point, layoutDirection());
    if (event->button() == Qt::LeftButton && button != QueueButton::None)
        Q_EMIT
    buttonPressed(index, button);
}

bool QueueList::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    auto *help = static_cast<QHelpEvent *>(event);
    const QModelIndex index = indexAt(help->pos());
    const QueueButton button = QueueDelegate::buttonAt(visualRect(index), index, help->pos(), layoutDirection());
    QString text;
    if (button == QueueButton::Later)
        text = tr("Later (L)");
    else if (button == QueueButton::Done)
        text = tr("Done (D)");
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

void QueueList::keyPressEvent(QKeyEvent *event)
{
    // Letters are commands of the page: L, D, S.
    const bool typed = !event->text().isEmpty() && event->text().at(0).isPrint();
    if (typed || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->ignore();
    else
        QListView::keyPressEvent(event);
}

QModelIndex QueueList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex moved = QListView::moveCursor(action, modifiers);
    if (!moved.isValid() || !moved.data(QueueModel::TitleRole).toBool())
        return moved;
    const QModelIndex next = choosable(moved.row(), moved.row() < currentIndex().row() ? -1 : 1);
    return next.isValid() ? next : currentIndex();
}

} // namespace callcard::ui
