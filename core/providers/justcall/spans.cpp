#include <callcard/justcallrows.h>

#include <QTimeZone>

namespace callcard::justcall {

bool isWithin(const Span &span, const QDateTime &start, const QDateTime &userStart, const QString &timeZone)
{
    const auto holds = [&](const QDateTime &instant) { return instant.isValid() && instant >= span.from && instant < span.to; };
    if (holds(start))
        return true;
    const QTimeZone zone(timeZone.toUtf8());
    return userStart.isValid() && !timeZone.isEmpty() && zone.isValid() && holds(QDateTime(userStart.date(), userStart.time(), zone));
}

} // namespace callcard::justcall
