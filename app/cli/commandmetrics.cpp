#include "cli.h"
#include "dayrange.h"

#include <engine/histories.h>
#include <engine/metricsjson.h>

#include <callcard/historyrows.h>
#include <callcard/metricssync.h>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kShownDays = 30;

void printCsv(const QList<DailyMetrics> &days)
{
    print(u"date,source,calls,inbound,outbound,completed,missed,voicemail,talkSeconds,totalSeconds,averageSeconds,sms"_s);
    for (const DailyMetrics &day : days) {
        QStringList cells{day.day.toString(Qt::ISODate), day.source};
        for (const qint64 number : {qint64(day.calls), qint64(day.inbound), qint64(day.outbound), qint64(day.connected), qint64(day.missed),
                                    qint64(day.voicemail), qint64(day.talkTime.count()), qint64(day.totalTime.count()),
                                    qint64(day.averageSeconds()), qint64(day.textsSent)})
            cells.append(QString::number(number));
        print(cells.join(u','));
    }
}

void printHuman(const QList<DailyMetrics> &days, const QTimeZone &zone)
{
    const auto row = [](const QString &day, const QString &source, const QStringList &cells) {
        QString line = day.leftJustified(11) + u' ' + source.leftJustified(12);
        for (const QString &cell : cells)
            line += cell.rightJustified(10);
        print(line);
    };
    row(u"day"_s, u"source"_s, {u"calls"_s, u"in"_s, u"out"_s, u"answered"_s, u"missed"_s, u"voicemail"_s, u"talk min"_s, u"texts"_s});
    for (const DailyMetrics &day : days) {
        row(day.day.toString(Qt::ISODate), day.source,
            {QString::number(day.calls), QString::number(day.inbound), QString::number(day.outbound), QString::number(day.connected),
             QString::number(day.missed), QString::number(day.voicemail), QString::number(day.talkMinutes()),
             QString::number(day.textsSent)});
    }
    print(days.isEmpty() ? u"No calls are known of these days. callcard-cli sync reads them from the provider."_s
                         : u"Days in %1."_s.arg(QString::fromUtf8(zone.id())));
}

} // namespace

QCoro::Task<int> runMetrics(Call call)
{
    Options options = optionsIn(call.arguments, {u"--from"_s, u"--to"_s}, {u"--csv"_s});
    const DayRange range = dayRangeIn(options, todayIn(call.profile), kShownDays);
    if (options.problem.isEmpty() && call.json && options.flags.contains(u"--csv"_s))
        options.problem = u"--csv and --json do not go together."_s;
    if (!options.problem.isEmpty())
        co_return wrongUsage(options.problem, "metrics");

    const Preferences preferences({.file = call.profile.settingsFile, .policy = call.profile.policyFile});
    const SyncedRep rep = repOf(preferences);
    if (rep.email.isEmpty())
        co_return fail(u"Whose figures? Set the rep's e-mail: callcard-cli config set user/email YOU@COMPANY"_s);
    QList<DailyMetrics> days;
    SystemClock clock;
    QTimeZone calendar = rep.zone.isValid() ? rep.zone : rep.fallback;
    const Result<bool> there = isThere(call.profile.callLogFile());
    if (!there)
        co_return fail(because(u"The call log cannot be read"_s, there.error()));
    if (*there) {
        const auto log = CallLog::openReadOnly(call.profile.callLogFile(), clock);
        if (!log)
            co_return fail(because(u"The call log cannot be read"_s, log.error()));
        calendar = countingZone(**log, rep);
        const Result<Countables> rows = (*log)->countables(rep.email, range.from, range.to);
        if (!rows)
            co_return fail(because(u"The call log cannot be read"_s, rows.error()));
        days = dailyMetrics(settledCalls(*rows), countedTexts(*rows), {.email = rep.email, .zone = calendar}, range.from, range.to);
    }
    if (call.json)
        printJson(metricsToJson(days));
    else if (options.flags.contains(u"--csv"_s))
        printCsv(days);
    else
        printHuman(days, calendar);
    co_return kSuccess;
}

} // namespace callcard::cli
