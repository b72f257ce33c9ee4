#include <callcard/result.h>

#include <QDebug>

namespace callcard {

using namespace Qt::Literals::StringLiterals;

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled:
        return u"cancelled"_s;
    case ErrorKind::Offline:
        return u"offline"_s;
    case ErrorKind::TimedOut:
        return u"timed-out"_s;
    case ErrorKind::SignInNeeded:
        return u"sign-in-needed"_s;
    case ErrorKind::RateLimited:
        return u"rate-limited"_s;
    case ErrorKind::Refused:
        return u"refused"_s;
    case ErrorKind::ServerFault:
        return u"server-fault"_s;
    case ErrorKind::BadPayload:
        return u"bad-payload"_s;
    case ErrorKind::Storage:
        return u"storage"_s;
    case ErrorKind::SecretsLocked:
        return u"secrets-locked"_s;
    }
    Q_UNREACHABLE();
}

bool Error::isTransient() const
{
    switch (kind) {
    case ErrorKind::Offline:
    case ErrorKind::TimedOut:
    case ErrorKind::RateLimited:
    case ErrorKind::ServerFault:
    case ErrorKind::SecretsLocked:
        return true;
    case ErrorKind::Cancelled:
    case ErrorKind::SignInNeeded:
    case ErrorKind::Refused:
    case ErrorKind::BadPayload:
    case ErrorKind::Storage:
        return false;
    }
    Q_UNREACHABLE();
}

tl::unexpected<Error> failure(ErrorKind kind, QString detail, std::optional<std::chrono::seconds> retryAfter)
{
    return tl::unexpected(Error{.kind = kind, .detail = std::move(detail), .retryAfter = retryAfter});
}

QDebug operator<<(QDebug debug, const Error &error)
{
    const QDebugStateSaver saver(debug);
    debug.noquote().nospace() << errorKindName(error.kind);
    if (!error.detail.isEmpty())
        debug << ": " << error.detail;
    if (error.retryAfter)
        debug << " (again in " << error.retryAfter->count() << " s)";
    return debug;
}

} // namespace callcard
