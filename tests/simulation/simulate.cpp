// Lives through many days of a rep, each from a seed: simulate --days 1000. What fails prints how to live through that day again.
#include "simulatedday.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QLoggingCategory>

#include <cstdio>
#include <map>

using namespace callcard::simulation;
using namespace Qt::Literals::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Simulated days: the real engine against the real demo cloud, with faults, compressed in time."_s);
    parser.addHelpOption();
    parser.addOptions({{u"seed"_s, u"The first day's seed."_s, u"number"_s, u"1"_s},
                       {u"days"_s, u"How many days, each with the next seed."_s, u"number"_s, u"1"_s},
                       {u"source"_s, u"ringcentral, justcall, relay, or mixed: one in four of JustCall."_s, u"name"_s, u"ringcentral"_s},
                       {u"hours"_s, u"How long a day is."_s, u"number"_s, u"8"_s},
                       {u"calls"_s, u"How many calls it has."_s, u"number"_s, u"250"_s},
                       {u"verbose"_s, u"Says what the engine says."_s}});
    parser.process(application);
    if (!parser.isSet(u"verbose"_s))
        QLoggingCategory::setFilterRules(u"callcard.*=false\nqt.*=false"_s);
    QElapsedTimer timer;
    timer.start();
    int failed = 0;
    int calls = 0;
    std::map<std::string, int> troubles;
    const int days = parser.value(u"days"_s).toInt();
    for (int i = 0; i < days; ++i) {
        DayOrder order{.seed = parser.value(u"seed"_s).toUInt() + static_cast<unsigned>(i),
                       .source = parser.value(u"source"_s),
                       .hours = parser.value(u"hours"_s).toInt(),
                       .calls = parser.value(u"calls"_s).toInt()};
        if (order.source == "mixed"_L1)
            order.source = i % 4 == 3 ? u"justcall"_s : u"ringcentral"_s;
        SimulatedDay day(order);
        const QStringList problems = day.live();
        calls += day.tally().calls;
        for (const auto &[name, times] : day.tally().troubles)
            troubles[name] += times;
        if (problems.isEmpty() && days > 20)
            continue;
        std::printf("%s  seed %u, %s: %d calls, %d texts, %d cards, %d requests, %s\n", problems.isEmpty() ? "ok    " : "FAILED",
                    order.seed, qPrintable(order.source), day.tally().calls, day.tally().texts, day.tally().cards, day.tally().requests,
                    day.trace().constData());
        for (const QString &problem : problems)
            std::printf("        %s\n", qPrintable(problem));
        if (!problems.isEmpty()) {
            ++failed;
            std::printf("        again: simulate --seed %u --source %s --hours %d --calls %d --verbose\n", order.seed,
                        qPrintable(order.source), order.hours, order.calls);
        }
        std::fflush(stdout);
    }
    std::printf("%d days, %d calls, %d failed, %lld s\n", days, calls, failed, timer.elapsed() / 1000);
    for (const auto &[name, times] : troubles)
        std::printf("  %6d  %s\n", times, name.c_str());
    return failed == 0 ? 0 : 1;
}
