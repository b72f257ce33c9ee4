#pragma once

#include <callcard/clock.h>
#include <callcard/store.h>

namespace callcard {

/// Opens what lies in `file`. What is damaged is moved beside itself and told in `movedTo`, and a new one is begun: nothing is lost, and
/// what comes from now on is kept.
template <typename Open>
auto openOrBeginAnew(const QString &file, const Clock &clock, QString &movedTo, Open open)
{
    auto opened = open();
    if (opened || storageFault(opened.error()) != StorageFault::Corrupt)
        return opened;
    const Result<QString> moved = setAside(file, clock.now());
    if (!moved)
        return opened;
    movedTo = *moved;
    return open();
}

} // namespace callcard
