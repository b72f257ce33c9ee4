#pragma once

#include <QGuiApplication>

#include <cstdlib>
#include <memory>
#include <xcb/xcb.h>

namespace callcard::x11 {

struct FreeReply {
    void operator()(void *memory) const { std::free(memory); }
};

/// What the X server answered; it belongs to the caller.
template <typename T>
using Reply = std::unique_ptr<T, FreeReply>;

/// Null where the window system is another.
inline xcb_connection_t *connection()
{
    const auto *x11 = qGuiApp->nativeInterface<QNativeInterface::QX11Application>();
    return x11 ? x11->connection() : nullptr;
}

} // namespace callcard::x11
