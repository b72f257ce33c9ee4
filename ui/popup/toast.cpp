#include <callcard/ui/spoken.h>
#include <callcard/ui/toasts.h>

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>

namespace callcard::ui {

Toast::Toast(QWidget *parent) : QWidget(parent)
{
    speakAsNews(this);
}

bool Toast::hasKeyboard() const
{
    const QWidget *focused = QApplication::focusWidget();
    return focused && isAncestorOf(focused);
}

void Toast::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    announce(this, true);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !qobject_cast<QAbstractButton *>(watched))
        return false;
    // A button would take the arrows for a wish to go to its neighbour.
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Up && key != Qt::Key_Down)
        return false;
    keyPressEvent(static_cast<QKeyEvent *>(event));
    return true;
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        Q_EMIT
        neighbourWanted(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    case Qt::Key_Escape:
        Q_EMIT
        keyboardLeft();
        return;
    case Qt::Key_Delete:
        Q_EMIT
        dismissed();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (auto *button = qobject_cast<QAbstractButton *>(focusWidget())) {
            button->click();
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

} // namespace callcard::ui
