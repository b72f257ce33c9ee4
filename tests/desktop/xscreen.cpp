#include "xscreen.h"

#include <xcb/xcb.h>

#include <cstdlib>
#include <cstring>

namespace callcard::testing {

namespace {

constexpr int kNarrowestCard = 288;
constexpr int kLargestIcon = 64;

struct Free {
    void operator()(void *memory) const { std::free(memory); }
};

template <typename Reply>
using Owned = std::unique_ptr<Reply, Free>;

QByteArray classOf(xcb_connection_t *x, xcb_window_t window)
{
    const Owned<xcb_get_property_reply_t> reply(
        xcb_get_property_reply(x, xcb_get_property(x, 0, window, XCB_ATOM_WM_CLASS, XCB_ATOM_STRING, 0, 64), nullptr));
    if (!reply)
        return {};
    const QByteArray both(static_cast<const char *>(xcb_get_property_value(reply.get())), xcb_get_property_value_length(reply.get()));
    return both.split('\0').value(0); // instance, then class
}

} // namespace

XScreen::XScreen(const QByteArray &display) : m_x(xcb_connect(display.isEmpty() ? nullptr : display.constData(), nullptr))
{
    if (xcb_connection_has_error(m_x))
        qFatal("needs a screen: run it by packaging/desktop-session");
    const xcb_screen_t *screen = xcb_setup_roots_iterator(xcb_get_setup(m_x)).data;
    m_root = screen->root;
    m_size = QSize(screen->width_in_pixels, screen->height_in_pixels);
}

XScreen::~XScreen()
{
    xcb_disconnect(m_x);
}

QSize XScreen::size() const
{
    return m_size;
}

void XScreen::collect(std::uint32_t window, const QPoint &origin, QList<XWindow> &found) const
{
    const Owned<xcb_query_tree_reply_t> tree(xcb_query_tree_reply(m_x, xcb_query_tree(m_x, window), nullptr));
    if (!tree)
        return;
    const xcb_window_t *children = xcb_query_tree_children(tree.get());
    for (int i = 0; i < xcb_query_tree_children_length(tree.get()); ++i) {
        const auto attributesCookie = xcb_get_window_attributes(m_x, children[i]);
        const auto geometryCookie = xcb_get_geometry(m_x, children[i]);
        const Owned<xcb_get_window_attributes_reply_t> attributes(xcb_get_window_attributes_reply(m_x, attributesCookie, nullptr));
        const Owned<xcb_get_geometry_reply_t> geometry(xcb_get_geometry_reply(m_x, geometryCookie, nullptr));
        if (!attributes || !geometry || attributes->map_state != XCB_MAP_STATE_VIEWABLE)
            continue;
        const QRect rect(origin + QPoint(geometry->x, geometry->y), QSize(geometry->width, geometry->height));
        found.append({.id = children[i],
                      .rect = rect,
                      .program = classOf(m_x, children[i]),
                      .overrideRedirect = attributes->override_redirect != 0});
        collect(children[i], rect.topLeft(), found);
    }
}

QList<XWindow> XScreen::windows(const QByteArray &program) const
{
    QList<XWindow> all;
    collect(m_root, {}, all);
    all.removeIf([&program](const XWindow &window) { return window.program != program; });
    return all;
}

QList<XWindow> XScreen::cards() const
{
    QList<XWindow> found = windows("callcard");
    found.removeIf([](const XWindow &window) { return !window.overrideRedirect || window.rect.width() < kNarrowestCard; });
    return found;
}

QList<XWindow> XScreen::trayIcons() const
{
    QList<XWindow> found = windows("callcard");
    found.removeIf([](const XWindow &window) {
        // Qt's icons are not the window manager's either, so size alone tells them from cards.
        return window.rect.width() > kLargestIcon || window.rect.height() > kLargestIcon || window.rect.width() < 8;
    });
    return found;
}

std::uint32_t XScreen::focus() const
{
    const Owned<xcb_get_input_focus_reply_t> reply(xcb_get_input_focus_reply(m_x, xcb_get_input_focus(m_x), nullptr));
    return reply ? reply->focus : 0;
}

QRgb XScreen::pixel(const QPoint &place) const
{
    const Owned<xcb_get_image_reply_t> reply(xcb_get_image_reply(
        m_x,
        xcb_get_image(m_x, XCB_IMAGE_FORMAT_Z_PIXMAP, m_root, static_cast<int16_t>(place.x()), static_cast<int16_t>(place.y()), 1, 1, ~0U),
        nullptr));
    if (!reply)
        return 0;
    QRgb value = 0;
    std::memcpy(&value, xcb_get_image_data(reply.get()), sizeof value);
    return value | 0xff000000U;
}

QImage XScreen::picture(const QRect &rect) const
{
    const QRect area = (rect.isEmpty() ? QRect(QPoint(), m_size) : rect).intersected(QRect(QPoint(), m_size));
    const Owned<xcb_get_image_reply_t> reply(xcb_get_image_reply(
        m_x,
        xcb_get_image(m_x, XCB_IMAGE_FORMAT_Z_PIXMAP, m_root, static_cast<int16_t>(area.x()), static_cast<int16_t>(area.y()),
                      static_cast<uint16_t>(area.width()), static_cast<uint16_t>(area.height()), ~0U),
        nullptr));
    if (!reply)
        return {};
    return QImage(xcb_get_image_data(reply.get()), area.width(), area.height(), area.width() * 4, QImage::Format_RGB32).copy();
}

} // namespace callcard::testing
