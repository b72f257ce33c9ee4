#include "sleepsignals.h"

#include <QDBusConnection>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

SleepSignals::SleepSignals(QObject *parent) : QObject(parent)
{
    QDBusConnection::systemBus().connect(u"org.freedesktop.login1"_s, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s,
                                         u"PrepareForSleep"_s, this, SLOT(onPrepareForSleep(bool)));
}

void SleepSignals::onPrepareForSleep(bool before)
{
    if (before)
        Q_EMIT
    fallsAsleep();
    else Q_EMIT
    wokeUp();
}

} // namespace callcard
