#include <callcard/ui/chart.h>

#include "chartaccess.h"

#include <callcard/ui/outsidetext.h>
#include <callcard/ui/paint.h>

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMetaMethod>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace callcard::ui {

Chart::Chart(QWidget *parent) : QWidget(parent)
{
    installChartAccess();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

Chart::~Chart() = default;

void Chart::setSayings(const QStringList &sayings)
{
    const bool moved = sayings.size() != m_sayings.size();
    m_sayings = sayings;
    if (m_current >= count())
        m_current = count() - 1;
    m_hovered = -1;
    if (moved) {
        QAccessibleEvent reordered(this, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&reordered);
    } else if (hasFocus() && m_current >= 0) {
        QAccessibleEvent renamed(this, QAccessible::NameChanged);
        if (count() > 1)
            renamed.setChild(m_current);
        QAccessible::updateAccessibility(&renamed);
    }
    update();
}

int Chart::itemAt(const QPointF &point) const
{
    for (int item = 0; item < count(); ++item) {
        if (placeOf(item).contains(point))
            return item;
    }
    return -1;
}

void Chart::setCurrent(int item)
{
    if (item < 0 || item >= count() || item == m_current)
        return;
    m_current = item;
    reveal(item);
    update();
    QAccessibleEvent focused(this, QAccessible::Focus);
    if (count() > 1)
        focused.setChild(item);
    QAccessible::updateAccessibility(&focused);
}

void Chart::press(int item)
{
    if (item < 0 || item >= count())
        return;
    setCurrent(item);
    if (isPressable(item))
        Q_EMIT
    chosen(item);
}

void Chart::askForMenu()
{
    const QRectF place = m_current < 0 ? QRectF() : placeOf(m_current);
    Q_EMIT
    menuRequested(mapToGlobal(place.isEmpty() ? rect().center() : place.center().toPoint()));
}

bool Chart::hasMenu() const
{
    return isSignalConnected(QMetaMethod::fromSignal(&Chart::menuRequested));
}

void Chart::contextMenuEvent(QContextMenuEvent *event)
{
    if (!hasMenu())
        return QWidget::contextMenuEvent(event);
    if (event->reason() == QContextMenuEvent::Keyboard)
        return askForMenu();
    if (const int item = itemAt(event->pos()); item >= 0)
        setCurrent(item);
    Q_EMIT
    menuRequested(event->globalPos());
}

bool Chart::isPressable(int) const
{
    return true;
}

void Chart::reveal(int) {}

int Chart::beside(int item, int key) const
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    switch (key) {
    case Qt::Key_Left:
        return item + (mirrored ? 1 : -1);
    case Qt::Key_Right:
        return item + (mirrored ? -1 : 1);
    case Qt::Key_Home:
        return 0;
    case Qt::Key_End:
        return count() - 1;
    default:
        return item;
    }
}

QRectF Chart::visual(const QRectF &logical) const
{
    if (layoutDirection() != Qt::RightToLeft)
        return logical;
    QRectF mirrored = logical;
    mirrored.moveLeft(width() - logical.right());
    return mirrored;
}

void Chart::drawCurrent(QPainter &painter, qreal radius) const
{
    if (!hasFocus() || !m_byKeyboard || m_current < 0)
        return;
    const QRectF place = placeOf(m_current);
    if (!place.isEmpty())
        drawFocus(painter, place, radius);
}

bool Chart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int item = itemAt(help->pos());
    QToolTip::showText(help->globalPos(), item < 0 ? QString() : plainToolTip(cleaned(saying(item))), this);
    return true;
}

void Chart::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space) {
        press(std::max(0, m_current));
        return;
    }
    const int from = std::max(0, m_current);
    const int next = beside(from, event->key());
    // Esc leads nowhere: it closes what we may lie in. Days that are still to come say nothing.
    if (count() < 2 || next == from || next < 0 || next >= count() || m_sayings.at(next).isEmpty())
        return QWidget::keyPressEvent(event);
    m_byKeyboard = true;
    setCurrent(next);
}

void Chart::mouseMoveEvent(QMouseEvent *event)
{
    const int item = itemAt(event->position());
    if (item != m_hovered) {
        m_hovered = item;
        setCursor(item < 0 || !isPressable(item) ? Qt::ArrowCursor : Qt::PointingHandCursor);
        update();
    }
    QWidget::mouseMoveEvent(event);
}

void Chart::mouseReleaseEvent(QMouseEvent *event)
{
    const int item = itemAt(event->position());
    if (event->button() != Qt::LeftButton || item < 0)
        return QWidget::mouseReleaseEvent(event);
    m_byKeyboard = false;
    press(item);
}

void Chart::leaveEvent(QEvent *event)
{
    m_hovered = -1;
    update();
    QWidget::leaveEvent(event);
}

void Chart::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    const Qt::FocusReason reason = event->reason();
    if (reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason) {
        m_byKeyboard = true;
        if (m_current < 0)
            setCurrent(count() - 1); // charts end with today
    }
    update();
}

void Chart::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void Chart::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

} // namespace callcard::ui
