#include "floatingwindow.h"

#include <callcard/ui/paint.h>

#include <QEvent>
#include <QGuiApplication>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
Qt::WindowFlags cardFlags()
{
    // On X11 a tool tip is not the window manager's: no taskbar entry, no focus, three times faster to show than a tool.
    const bool x11 = QGuiApplication::platformName() == "xcb"_L1 || QGuiApplication::platformName() == "offscreen"_L1;
    return (x11 ? Qt::ToolTip : Qt::Tool) | Qt::FramelessWindowHint | Qt::WindowStaysOnTopHint | Qt::WindowDoesNotAcceptFocus |
           Qt::NoDropShadowWindowHint;
}
} // namespace

FloatingWindow::FloatingWindow() : QWidget(nullptr, cardFlags())
{
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_AlwaysShowToolTips);
    setAttribute(Qt::WA_QuitOnClose, false);
    setAttribute(Qt::WA_MacAlwaysShowToolWindow);
    settleTranslucency();
}

int FloatingWindow::margin()
{
    return Theme::current().compositing ? size::cardShadowMargin : 0;
}

void FloatingWindow::settleTranslucency()
{
    const bool wanted = Theme::current().compositing;
    if (testAttribute(Qt::WA_TranslucentBackground) == wanted && windowHandle())
        return;
    setAttribute(Qt::WA_TranslucentBackground, wanted);
    setAttribute(Qt::WA_NoSystemBackground, wanted);
    if (windowHandle() && !isVisible())
        destroy(); // the kind of surface is decided when the window is made
}

void FloatingWindow::setBody(QWidget *body, bool round)
{
    m_body = body;
    m_round = round;
    body->setParent(this);
    setFocusProxy(nullptr);
}

QSize FloatingWindow::bodySize() const
{
    return m_body->sizeHint() + QSize(2 * size::hairline, 2 * size::hairline);
}

void FloatingWindow::placeBody(const QRect &rect)
{
    m_rect = rect;
    const int around = margin();
    const QRect outer = rect.adjusted(-around, -around, around, around);
    if (outer != geometry())
        setGeometry(outer);
    const int inset = around + size::hairline;
    m_body->setGeometry(QRect(QPoint(inset, inset), rect.size() - QSize(2 * size::hairline, 2 * size::hairline)));
}

void FloatingWindow::warmUp()
{
    winId();
    QPixmap scratch(size());
    scratch.fill(Qt::transparent);
    render(&scratch);
}

void FloatingWindow::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    QPainter painter(this);
    const int around = margin();
    const QRect body = rect().adjusted(around, around, -around, -around);
    drawFloating(painter, body, theme.color.surface, m_round ? body.height() / 2.0 : radius::card);
    if (isVisible() && !std::exchange(m_painted, true))
        QMetaObject::invokeMethod(this, &FloatingWindow::painted, Qt::QueuedConnection); // after the parts, and the flush
}

void FloatingWindow::enterEvent(QEnterEvent *)
{
    if (!m_under) {
        m_under = true;
        Q_EMIT
        hovered(true);
    }
}

void FloatingWindow::leaveEvent(QEvent *)
{
    if (m_under) {
        m_under = false;
        Q_EMIT
        hovered(false);
    }
}

void FloatingWindow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_under = false; // a hidden window hears no leaving
    m_painted = false;
}

void FloatingWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        settleTranslucency();
    if (event->type() == QEvent::ActivationChange && !isActiveWindow())
        Q_EMIT
    deactivated();
}

} // namespace callcard::ui
