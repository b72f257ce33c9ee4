#include <callcard/connection.h>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QString connectionStateName(ConnectionState state)
{
    switch (state) {
    case ConnectionState::NotConfigured:
        return u"not-configured"_s;
    case ConnectionState::Connecting:
        return u"connecting"_s;
    case ConnectionState::Connected:
        return u"connected"_s;
    case ConnectionState::Degraded:
        return u"degraded"_s;
    case ConnectionState::Offline:
        return u"offline"_s;
    case ConnectionState::SignInNeeded:
        return u"sign-in-needed"_s;
    }
    Q_UNREACHABLE();
}

} // namespace callcard
