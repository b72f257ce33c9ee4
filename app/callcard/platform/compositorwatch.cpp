#include "compositorwatch.h"
#include "x11.h"

#include <QGuiApplication>

#include <xcb/xcb.h>

#include <cstdlib>
#include <memory>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

namespace {

xcb_atom_t atom(xcb_connection_t *x, const QByteArray &name)
{
    const x11::Reply<xcb_intern_atom_reply_t> reply(
        xcb_intern_atom_reply(x, xcb_intern_atom(x, 0, static_cast<uint16_t>(name.size()), name.constData()), nullptr));
    return reply ? reply->atom : xcb_atom_t{XCB_ATOM_NONE};
}

/// Adds to what we hear of a window: others of this program listen to it too.
void listenTo(xcb_connection_t *x, xcb_window_t window)
{
    const x11::Reply<xcb_get_window_attributes_reply_t> known(
        xcb_get_window_attributes_reply(x, xcb_get_window_attributes(x, window), nullptr));
    if (!known)
        return;
    const std::uint32_t mask = known->your_event_mask | XCB_EVENT_MASK_STRUCTURE_NOTIFY;
    xcb_change_window_attributes(x, window, XCB_CW_EVENT_MASK, &mask);
}

} // namespace

CompositorWatch::CompositorWatch(QObject *parent) : QObject(parent)
{
    xcb_connection_t *x = x11::connection();
    if (!x) {
        m_running = QGuiApplication::platformName() == "wayland"_L1;
        return;
    }
    m_selection = atom(x, "_NET_WM_CM_S0");
    m_manager = atom(x, "MANAGER");
    listenTo(x, xcb_setup_roots_iterator(xcb_get_setup(x)).data->root);
    qGuiApp->installNativeEventFilter(this);
    look();
}

CompositorWatch::~CompositorWatch()
{
    if (qGuiApp)
        qGuiApp->removeNativeEventFilter(this);
}

void CompositorWatch::look()
{
    xcb_connection_t *x = x11::connection();
    const x11::Reply<xcb_get_selection_owner_reply_t> reply(
        xcb_get_selection_owner_reply(x, xcb_get_selection_owner(x, m_selection), nullptr));
    m_owner = reply ? reply->owner : xcb_window_t{XCB_WINDOW_NONE};
    if (m_owner != XCB_WINDOW_NONE)
        listenTo(x, m_owner); // to hear of its end
    const bool running = m_owner != XCB_WINDOW_NONE;
    if (std::exchange(m_running, running) != running)
        Q_EMIT
    changed(running);
}

bool CompositorWatch::nativeEventFilter(const QByteArray &eventType, void *message, qintptr *)
{
    if (eventType != "xcb_generic_event_t")
        return false;
    const auto *event = static_cast<const xcb_generic_event_t *>(message);
    const int type = event->response_type & 0x7f;
    bool concerns = false;
    if (type == XCB_CLIENT_MESSAGE) { // a new owner of a manager selection tells the root window
        const auto *client = static_cast<const xcb_client_message_event_t *>(message);
        concerns = client->type == m_manager && client->data.data32[1] == m_selection;
    } else if (type == XCB_DESTROY_NOTIFY) {
        concerns = m_owner != XCB_WINDOW_NONE && static_cast<const xcb_destroy_notify_event_t *>(message)->window == m_owner;
    }
    if (concerns)
        QMetaObject::invokeMethod(this, &CompositorWatch::look, Qt::QueuedConnection);
    return false;
}

} // namespace callcard
