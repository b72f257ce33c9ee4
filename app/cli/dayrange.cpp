#include "dayrange.h"

#include <engine/histories.h>

#include <callcard/metricssync.h>

#include <QFile>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostDays = 3660;

std::optional<QDate> dayIn(Options &options, const QString &name)
{
    if (!options.values.contains(name))
        return std::nullopt;
    const QString text = options.values.value(name);
    const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s);
    if (!day.isValid() && options.problem.isEmpty())
        options.problem = u"%1 needs a day such as 2026-11-20, not \"%2\"."_s.arg(name, text.left(40));
    return day;
}

} // namespace

Options optionsIn(const QStringList &arguments, const QStringList &withValue, const QStringList &flags)
{
    Options options;
    for (qsizetype i = 0; i < arguments.size() && options.problem.isEmpty(); ++i) {
        const QString &argument = arguments.at(i);
        const QString name = argument.section(u'=', 0, 0);
        if (flags.contains(argument)) {
            options.flags.append(argument);
        } else if (withValue.contains(name)) {
            const bool isJoined = argument.contains(u'=');
            if (options.values.contains(name))
                options.problem = u"%1 is given twice."_s.arg(name);
            else if (!isJoined && i + 1 >= arguments.size())
                options.problem = u"%1 needs a value."_s.arg(name);
            else
                options.values.insert(name, isJoined ? argument.section(u'=', 1) : arguments.at(++i));
        } else {
            options.problem = u"\"%1\" is not understood."_s.arg(argument.left(40));
        }
    }
    return options;
}

QDate todayIn(const Profile &profile)
{
    const Preferences preferences({.file = profile.settingsFile, .policy = profile.policyFile});
    const SyncedRep rep = repOf(preferences);
    QTimeZone calendar = rep.zone.isValid() ? rep.zone : rep.fallback;
    SystemClock clock;
    if (QFile::exists(profile.callLogFile())) {
        if (const auto log = CallLog::openReadOnly(profile.callLogFile(), clock))
            calendar = countingZone(**log, rep);
    }
    return clock.now().toTimeZone(calendar).date();
}

DayRange dayRangeIn(Options &options, const QDate &today, int standard)
{
    const std::optional<QDate> from = dayIn(options, u"--from"_s);
    const std::optional<QDate> to = dayIn(options, u"--to"_s);
    if (!options.problem.isEmpty())
        return {};
    const QDate last = to.value_or(from ? std::max(today, *from) : today);
    const DayRange range{from.value_or(last.addDays(1 - standard)), last};
    if (range.from > range.to)
        options.problem =
            u"The first day (%1) is after the last (%2)."_s.arg(range.from.toString(Qt::ISODate), range.to.toString(Qt::ISODate));
    else if (range.from > today)
        options.problem = u"%1 is in the future."_s.arg(range.from.toString(Qt::ISODate));
    else if (range.from.daysTo(range.to) >= kMostDays)
        options.problem = u"At most ten years at a time."_s;
    return range;
}

} // namespace callcard::cli
