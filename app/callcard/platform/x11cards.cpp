#include "x11cards.h"
#include "x11.h"

#include <QGuiApplication>
#include <QWidget>
#include <QWindow>

#include <xcb/shape.h>
#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>

namespace callcard {

namespace {

bool isViewable(xcb_connection_t *x, xcb_window_t window)
{
    const x11::Reply<xcb_get_window_attributes_reply_t> attributes(
        xcb_get_window_attributes_reply(x, xcb_get_window_attributes(x, window), nullptr));
    return attributes && attributes->map_state == XCB_MAP_STATE_VIEWABLE;
}

} // namespace

void X11Cards::takeKeyboard(QWidget &window)
{
    xcb_connection_t *x = x11::connection();
    QWindow *handle = window.windowHandle();
    if (!x || !handle) {
        CardPlatform::takeKeyboard(window);
        return;
    }
    handle->setFlag(Qt::WindowDoesNotAcceptFocus, false);
    const auto id = static_cast<xcb_window_t>(handle->winId());
    const x11::Reply<xcb_get_input_focus_reply_t> focus(xcb_get_input_focus_reply(x, xcb_get_input_focus(x), nullptr));
    const bool ours = focus && QWidget::find(focus->focus) && QWidget::find(focus->focus)->windowType() == Qt::ToolTip;
    if (focus && !ours) // from one card to another the first owner stays the owner
        m_before = focus->focus;
    // An override-redirect window is not the window manager's: nobody but us can give it the keyboard, and Qt would only pretend.
    xcb_set_input_focus(x, XCB_INPUT_FOCUS_PARENT, id, XCB_CURRENT_TIME);
    xcb_flush(x);
}

void X11Cards::returnKeyboard(QWidget &window)
{
    xcb_connection_t *x = x11::connection();
    CardPlatform::returnKeyboard(window);
    if (!x)
        return;
    const xcb_window_t before = std::exchange(m_before, 0U);
    const bool there = before > XCB_INPUT_FOCUS_POINTER_ROOT && isViewable(x, before);
    // Whoever it belonged to may be gone: then the window manager's focus follows the pointer until it decides itself.
    xcb_set_input_focus(x, XCB_INPUT_FOCUS_PARENT, there ? before : static_cast<xcb_window_t>(XCB_INPUT_FOCUS_POINTER_ROOT),
                        XCB_CURRENT_TIME);
    xcb_flush(x);
}

void X11Cards::restrictInput(QWidget &window, const QRect &body)
{
    xcb_connection_t *x = x11::connection();
    const QWindow *handle = window.windowHandle();
    if (!x || !handle)
        return;
    const auto id = static_cast<xcb_window_t>(handle->winId());
    const qreal scale = handle->devicePixelRatio();
    const QRect pixels(qRound(body.x() * scale), qRound(body.y() * scale), qRound(body.width() * scale), qRound(body.height() * scale));
    if (m_input.value(id) == pixels) // a round trip less on the way to a card
        return;
    m_input.insert(id, pixels);
    const xcb_rectangle_t rectangle{static_cast<int16_t>(pixels.x()), static_cast<int16_t>(pixels.y()),
                                    static_cast<uint16_t>(pixels.width()), static_cast<uint16_t>(pixels.height())};
    xcb_shape_rectangles(x, XCB_SHAPE_SO_SET, XCB_SHAPE_SK_INPUT, XCB_CLIP_ORDERING_UNSORTED, id, 0, 0, 1, &rectangle);
}

} // namespace callcard
