#include <callcard/ui/timetexts.h>

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace callcard::ui {

namespace {
constexpr qint64 kNowSeconds = 5;
constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 3600;
constexpr int kWeekdayRange = 6; // beyond it, "Wed" could mean two days

struct TimeText {
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};
} // namespace

TimeTexts::TimeTexts(QLocale locale, QTimeZone zone) : m_locale(std::move(locale)), m_zone(std::move(zone)) {}

QString TimeTexts::age(const QDateTime &moment, const QDateTime &now) const
{
    if (!moment.isValid() || !now.isValid())
        return {};
    const qint64 seconds = moment.secsTo(now);
    if (seconds > -kMinute && seconds < kNowSeconds)
        return TimeText::tr("now");
    if (seconds >= 0 && seconds < kMinute)
        //: Age of a figure, as short as possible. %L1: seconds
        return TimeText::tr("%1 s ago").arg(m_locale.toString(seconds));
    if (seconds >= 0 && seconds < kHour)
        //: Age of a figure, as short as possible. %L1: minutes
        return TimeText::tr("%1 min ago").arg(m_locale.toString(seconds / kMinute));
    const QDateTime then = moment.toTimeZone(m_zone);
    const QDate today = now.toTimeZone(m_zone).date();
    if (qAbs(then.date().daysTo(today)) <= kWeekdayRange)
        return this->moment(moment, now);
    return shortDate(then.date(), today);
}

std::chrono::milliseconds TimeTexts::ageHolds(const QDateTime &moment, const QDateTime &now)
{
    const qint64 ms = moment.msecsTo(now);
    if (ms < 0)
        return std::chrono::milliseconds(std::min<qint64>(-ms, kHour * 1000));
    if (ms < kMinute * 1000)
        return std::chrono::seconds(kNowSeconds); // the shared pace of ages; second by second would be a restless screen
    if (ms < kHour * 1000)
        return std::chrono::milliseconds(kMinute * 1000 - ms % (kMinute * 1000));
    return std::chrono::hours(1);
}

QString TimeTexts::moment(const QDateTime &moment, const QDateTime &now) const
{
    if (!moment.isValid())
        return {};
    const QDateTime then = moment.toTimeZone(m_zone);
    const QDate today = now.toTimeZone(m_zone).date();
    const qint64 days = then.date().daysTo(today);
    if (days == 0)
        return clock(moment);
    if (qAbs(days) <= kWeekdayRange)
        //: A moment within a week. %1: short day of the week, %2: time. "Wed 5:40 PM"
        return TimeText::tr("%1 %2").arg(m_locale.dayName(then.date().dayOfWeek(), QLocale::ShortFormat), clock(moment));
    //: A moment more than a week away. %1: date, %2: time. "Nov 17, 5:40 PM"
    return TimeText::tr("%1, %2").arg(shortDate(then.date(), today), clock(moment));
}

QString TimeTexts::clock(const QDateTime &moment) const
{
    return moment.isValid() ? m_locale.toString(moment.toTimeZone(m_zone).time(), QLocale::ShortFormat) : QString();
}

QString TimeTexts::clockWithSeconds(const QDateTime &moment) const
{
    if (!moment.isValid())
        return {};
    QString format = m_locale.timeFormat(QLocale::ShortFormat);
    if (!format.contains(u's'))
        format.replace(u"mm"_s, u"mm:ss"_s);
    return m_locale.toString(moment.toTimeZone(m_zone).time(), format);
}

QString TimeTexts::day(QDate day, QDate today) const
{
    const qint64 days = day.daysTo(today);
    if (days == 0)
        return TimeText::tr("Today");
    if (days == 1)
        return TimeText::tr("Yesterday");
    if (day.year() != today.year())
        return shortDate(day, today);
    //: A day of this year. %1: short day of the week, %2: month and day. "Wed, Nov 18"
    return TimeText::tr("%1, %2", "day").arg(m_locale.dayName(day.dayOfWeek(), QLocale::ShortFormat), monthAndDay(day));
}

QString TimeTexts::shortDate(QDate day, QDate today) const
{
    if (!day.isValid())
        return {};
    if (day.year() == today.year())
        return monthAndDay(day);
    return m_locale.toString(
        day, m_locale.dateFormat(QLocale::LongFormat).remove(QRegularExpression(u"^d{3,4}[,.]?\\s*"_s)).replace(u"MMMM"_s, u"MMM"_s));
}

QString TimeTexts::ahead(std::chrono::seconds length) const
{
    //: How long until something happens. %1: "12 s", "4 min", "1 h 15 min"
    return TimeText::tr("in %1").arg(summedLength(std::max(length, std::chrono::seconds(0)), m_locale));
}

// QLocale has no format without the year, so it is cut out of the long one, which every locale writes in its own order.
QString TimeTexts::monthAndDay(QDate day) const
{
    static const QRegularExpression weekday(u"^d{3,4}[,.]?\\s*|[\\s,(]*d{3,4}\\)?$"_s);
    static const QRegularExpression yearBehind(u"[\\s,.]*('[^']*'\\s*)?y+(\\s*'[^']*')?\\.?$"_s);
    static const QRegularExpression yearBefore(u"^y+('[^']*'|[^dM'\\s])?[\\s,./-]*"_s);
    QString format = m_locale.dateFormat(QLocale::LongFormat);
    const bool dotted = format.contains(u"d. "_s); // "17. Nov": the dot belongs to the day, not to the year
    format.remove(weekday).remove(yearBehind).remove(yearBefore).replace(u"MMMM"_s, u"MMM"_s);
    if (dotted && format.endsWith(u'd'))
        format += u'.';
    return m_locale.toString(day, format);
}

} // namespace callcard::ui
