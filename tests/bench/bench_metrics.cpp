#include "table.h"

#include <callcard/metrics.h>

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <random>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The original's way with the same rows: by the text of the date, and by parts of words. Wrong, and what has to be beaten.
qsizetype originalsWay(const QList<CountedCall> &calls)
{
    QMap<QString, std::pair<int, qint64>> days;
    for (const CountedCall &call : calls) {
        if (call.agentEmail.toLower() != u"dana@callcard.example"_s)
            continue;
        auto &day = days[call.startedAt.date().toString(Qt::ISODate)];
        ++day.first;
        if (call.outcomeWord.toLower().contains(u"answered"_s))
            day.second += call.talkTime.count() + call.holdTime.count();
    }
    return days.size();
}

double medianMilliseconds(int rounds, const std::function<void()> &work)
{
    QList<double> taken;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        taken.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(taken.begin(), taken.end());
    return taken[taken.size() / 2];
}

} // namespace

/// A year of a busy rep's calls to daily figures.
class bench_Metrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aYearOfCalls()
    {
        std::mt19937 random(3);
        const QStringList words{u"Answered"_s, u"Missed"_s, u"Voicemail"_s, u"Unanswered"_s, u"Busy"_s};
        QList<CountedCall> calls;
        const QDateTime start(QDate(2026, 1, 1), QTime(7, 0), Qt::UTC);
        for (int i = 0; i < 50'000; ++i) {
            calls.append({.source = u"justcall"_s,
                          .rowId = QString::number(90'210'000 + i),
                          .agentEmail = u"dana@callcard.example"_s,
                          .direction = random() % 2 ? CallDirection::Inbound : CallDirection::Outbound,
                          .outcomeWord = words[static_cast<qsizetype>(random() % 5)],
                          .startedAt = start.addSecs(static_cast<qint64>(random() % (365 * 86'400))),
                          .talkTime = std::chrono::seconds(random() % 600)});
        }
        const Rep rep{.email = u"dana@callcard.example"_s, .zone = QTimeZone("America/Denver")};
        QList<DailyMetrics> days;
        qsizetype other = 0;
        const double ours = medianMilliseconds(9, [&] { days = dailyMetrics(calls, {}, rep, QDate(2025, 12, 31), QDate(2027, 1, 1)); });
        const double theirs = medianMilliseconds(9, [&] { other = originalsWay(calls); });
        QVERIFY(days.size() >= 365);
        QVERIFY(other >= 365);
        printHead();
        printRow("50,000 calls to daily figures", "", "<= 100 ms", ours, "ms", ours / theirs,
                 "the original's loop, without its faults' cost");
        QVERIFY2(ours <= 100, "a year's figures take too long");
    }
};

QTEST_APPLESS_MAIN(bench_Metrics)
#include "bench_metrics.moc"
