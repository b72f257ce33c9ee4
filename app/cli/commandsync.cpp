#include "cli.h"
#include "dayrange.h"

#include <algorithm>

namespace callcard::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSyncedDays = 30;
constexpr int kTeamDays = 7;

QString textOf(const Json &object, const char *name)
{
    return QString::fromStdString(object.value(name, std::string()));
}

void printOne(const Json &user)
{
    print(u"%1  %2 to %3"_s.arg(textOf(user, "userEmail"), textOf(user, "startDate"), textOf(user, "endDate")));
    print(u"    %1."_s.arg(textOf(user, "message")));
    if (const int unchanged = user.value("metricsUnchanged", 0); unchanged > 0)
        print(u"    %1 were there already, unchanged."_s.arg(unchanged));
    if (const int live = user.value("callsInProgress", 0); live > 0)
        print(u"    %1 still in progress: counted when they have ended."_s.arg(live));
    if (user.contains("records")) {
        const Json &records = user.at("records");
        const int arrived = records.value("calls", 0) - records.value("waiting", 0) - records.value("parked", 0);
        print(u"    %1 call records brought up to date."_s.arg(std::max(0, arrived)));
    }
    for (const Json &error : user.at("errors"))
        print(u"    ! %1"_s.arg(QString::fromStdString(error.get<std::string>())));
}

void showProgress(const Json &step)
{
    const int all = step.value("all", 0);
    if (all <= 0)
        return;
    const QString who = step.contains("user") ? textOf(step, "user") : textOf(step, "source");
    note(u"%1 of %2  %3"_s.arg(step.value("done", 0)).arg(all).arg(who));
}

} // namespace

QCoro::Task<int> runSync(Call call)
{
    Options options = optionsIn(call.arguments, {u"--from"_s, u"--to"_s, u"--user"_s}, {u"--all"_s, u"--records"_s, u"--dry-run"_s});
    // A server reads a whole team again and again: what is older than a week has been settled, and the budget is everybody's.
    const int standard = options.flags.contains(u"--all"_s) ? kTeamDays : kSyncedDays;
    const DayRange range = dayRangeIn(options, todayIn(call.profile), standard);
    const QString user = options.values.value(u"--user"_s).trimmed();
    if (options.problem.isEmpty() && options.flags.contains(u"--all"_s) && options.values.contains(u"--user"_s))
        options.problem = u"--user and --all do not go together."_s;
    if (options.problem.isEmpty() && options.values.contains(u"--user"_s) && user.isEmpty())
        options.problem = u"--user needs an id or an e-mail."_s;
    if (options.problem.isEmpty() && options.flags.contains(u"--records"_s) && (options.flags.contains(u"--all"_s) || !user.isEmpty()))
        options.problem = u"--records is for the own calls: records of others are written where their calls are."_s;
    if (!options.problem.isEmpty())
        co_return wrongUsage(options.problem, "sync");

    const Json arguments{{"from", range.from.toString(Qt::ISODate).toStdString()},
                         {"to", range.to.toString(Qt::ISODate).toStdString()},
                         {"user", user.toStdString()},
                         {"all", options.flags.contains(u"--all"_s)},
                         {"records", options.flags.contains(u"--records"_s)},
                         {"dryRun", options.flags.contains(u"--dry-run"_s)}};
    const EventSink progress = call.json ? EventSink() : EventSink(showProgress);
    const Result<Json> document = co_await askEngine(call.profile, "sync", arguments, call.stop, progress);
    if (!document)
        co_return fail(inWords(document.error()));
    if (call.json) {
        printJson(*document);
    } else if (document->contains("users")) {
        for (const Json &one : document->at("users"))
            printOne(one);
        print(QString(textOf(*document, "message") + u'.'));
    } else {
        printOne(*document);
    }
    if (document->value("success", false))
        co_return kSuccess;
    co_return fail(u"Not everything could be synced; the errors are listed. What was counted is kept and sent later."_s);
}

} // namespace callcard::cli
