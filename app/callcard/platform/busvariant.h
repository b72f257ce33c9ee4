#pragma once

#include <QDBusVariant>
#include <QMetaType>
#include <QVariant>

namespace callcard {

/// Before a slot that takes a QDBusVariant is connected to a signal of the bus: Qt looks the types of its parameters up by name, and
/// knows this name only from here on. Connecting fails until then, and nothing but its result tells.
inline void knowBusVariants()
{
    qRegisterMetaType<QDBusVariant>();
}

/// What lies within, however often it was wrapped: the portal's Read() does it twice.
inline QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace callcard
