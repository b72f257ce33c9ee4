#include "callcard_p.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolButton>

namespace callcard::ui {

namespace {
std::optional<int> digitOf(const QKeyEvent &event)
{
    if (event.key() >= Qt::Key_1 && event.key() <= Qt::Key_9)
        return event.key() - Qt::Key_1;
    return std::nullopt;
}

/// Tab and the arrows only move; everything else that a card hears acts.
bool acts(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Escape:
        return false;
    default:
        return true;
    }
}
} // namespace

void CallCard::setKeyboard(bool on)
{
    if (on == d->keyboard)
        return;
    d->keyboard = on;
    d->actions->setKeycaps(on);
    d->note->setKeycaps(on);
    if (!on) {
        if (QWidget *focused = focusWidget())
            focused->clearFocus();
        Q_EMIT
        handChanged();
        return;
    }
    Q_EMIT
    handChanged();
    if (isWriting())
        return;
    if (d->showsNotes() && !d->face.primary && d->face.writesNotes && d->card.call.state != CallState::Ringing)
        d->note->startWriting(Qt::ShortcutFocusReason);
    else if (QAbstractButton *first = d->actions->first(); first && d->actions->isVisibleTo(this))
        first->setFocus(Qt::ShortcutFocusReason);
    else
        setFocus(Qt::ShortcutFocusReason);
}

bool CallCard::hasKeyboard() const
{
    return d->keyboard;
}

void CallCard::keyPressEvent(QKeyEvent *event)
{
    if (!d->handleKey(*event))
        QWidget::keyPressEvent(event);
}

bool CallCard::Private::handleKey(const QKeyEvent &event)
{
    if (acts(event) && isGuarded())
        return true;
    const bool control = event.modifiers() & Qt::ControlModifier;
    switch (event.key()) {
    case Qt::Key_Escape:
        wish(Wish::LeaveKeyboard);
        return true;
    case Qt::Key_Delete:
        wish(Wish::Dismiss);
        return true;
    case Qt::Key_Up:
        wish(Wish::CardAbove);
        return true;
    case Qt::Key_Down:
        wish(Wish::CardBelow);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event.modifiers() & Qt::ShiftModifier) {
            if (actions->offers(Wish::OpenInCrm))
                wish(Wish::OpenInCrm);
        } else if (auto *button = qobject_cast<QAbstractButton *>(q.focusWidget()); keyboard && button && button->isVisible()) {
            button->click();
        } else if (face.primary || !face.buttons.isEmpty()) {
            actions->pressPrimary();
        }
        return true;
    default:
        break;
    }
    if (transferOpen)
        return false; // its letters and digits are somebody's name
    if (const auto digit = digitOf(event); digit && (control || !note->isWriting())) {
        if (showsNotes() && note->chooseOutcome(*digit))
            return true;
        return choices->isVisibleTo(&q) && choices->choose(*digit);
    }
    if (control && event.key() == Qt::Key_P && note->isVisibleTo(&q)) {
        note->promiseCurrentLine();
        return true;
    }
    return event.modifiers() == Qt::NoModifier && handleLetter(event);
}

bool CallCard::Private::handleLetter(const QKeyEvent &event)
{
    const auto ifOffered = [this](Wish wanted) {
        if (actions->offers(wanted))
            wish(wanted);
        return true;
    };
    switch (event.key()) {
    case Qt::Key_N:
        openNote(Qt::ShortcutFocusReason);
        return true;
    case Qt::Key_C:
        return ifOffered(Wish::CopyNumber);
    case Qt::Key_B:
        return ifOffered(Wish::CallBack);
    case Qt::Key_R:
        return ifOffered(Wish::Remind);
    case Qt::Key_P:
        wish(card.pinned ? Wish::Unpin : Wish::Pin);
        return true;
    case Qt::Key_M:
        actions->openMenu(actions->isVisibleTo(&q) ? static_cast<QWidget *>(actions) : band);
        return true;
    default:
        return false;
    }
}

bool CallCard::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::TouchBegin:
        return d->isGuarded();
    case QEvent::KeyPress: { // Space presses a button before we would see it
        const auto *key = static_cast<QKeyEvent *>(event);
        // A button would take the arrows for a wish to go to its neighbour.
        if ((key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) && qobject_cast<QAbstractButton *>(watched))
            return d->handleKey(*key);
        return (key->key() == Qt::Key_Space || key->key() == Qt::Key_Select) && !d->note->isWriting() && d->isGuarded();
    }
    default:
        return false;
    }
}

} // namespace callcard::ui
