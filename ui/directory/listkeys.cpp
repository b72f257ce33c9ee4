#include "customerrows.h"
#include "customerwords.h"
#include "listpane.h"

#include <callcard/phone.h>
#include <callcard/ui/controls.h>
#include <callcard/ui/notices.h>
#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

bool ListPane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (watched == m_search ? searchKey(key) : watched == m_list && listKey(key))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

bool ListPane::searchKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Down:
        if (m_rows->rowCount() == 0)
            return false;
        // The first row is chosen already while one types: the next one is meant.
        move(1);
        m_list->setFocus(Qt::TabFocusReason);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event.modifiers() & Qt::ControlModifier)
            Q_EMIT
        callUsual();
        else if (!m_chosen.isEmpty()) Q_EMIT
        opened();
        return true;
    default:
        return false;
    }
}

bool ListPane::listKey(const QKeyEvent &event)
{
    if (event.matches(QKeySequence::Copy)) {
        copyNumber();
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event.modifiers() & Qt::ControlModifier)
            Q_EMIT
        callUsual();
        else Q_EMIT
        opened();
        return true;
    case Qt::Key_Up:
        if (m_list->currentIndex().row() > 0)
            return false;
        focusSearch();
        return true;
    case Qt::Key_Backspace:
        focusSearch();
        return true;
    default:
        break;
    }
    // A letter is the beginning of a search, whatever has the keyboard.
    const QString typed = event.text();
    if (typed.isEmpty() || !typed.at(0).isPrint() || typed == " "_L1 || (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        return false;
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->setText(typed);
    return true;
}

void ListPane::move(int rows)
{
    const int current = m_list->currentIndex().row();
    choose(std::clamp(current + rows, 0, m_rows->rowCount() - 1));
}

void ListPane::copyNumber()
{
    const auto customer = chosenCustomer();
    const auto number = customer ? mainNumber(*customer) : std::nullopt;
    if (number)
        QGuiApplication::clipboard()->setText(number->number->e164());
}

QWidget *ListPane::nothingFound()
{
    const QString typed = text();
    if (typed.isEmpty()) {
        return new EmptyState(u"filter"_s, filter() == CustomerFilter::Mine            ? tr("None of the customers here is yours.")
                                           : filter() == CustomerFilter::SharedNumbers ? tr("No number belongs to several customers.")
                                                                                       : tr("No customer is marked as active."));
    }
    if (const auto number = parsePhone(typed, m_options.homeRegion); number && m_options.canCall) {
        const QString shown = readableForm(number->number, m_options.homeRegion);
        auto *state = new EmptyState(u"search"_s, tr("Nobody here has this number."), tr("Call %1").arg(numberRun(shown)));
        connect(state, &EmptyState::buttonClicked, this, [this, number = number->number] {
            Q_EMIT
            callText(number);
        });
        return state;
    }
    auto *state = new EmptyState(u"search"_s, tr("Nobody is found for “%1”.").arg(cleaned(typed, 60)), tr("Add customer"));
    connect(state, &EmptyState::buttonClicked, this, [this, typed] {
        Q_EMIT
        addRequested(typed);
    });
    return state;
}

void ListPane::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    painter.fillRect(rect(), theme.color.window);
    const int edge = layoutDirection() == Qt::LeftToRight ? width() - 1 : 0;
    painter.fillRect(QRect(edge, 0, 1, height()), theme.color.border);
}

} // namespace callcard::ui
