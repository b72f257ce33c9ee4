#include "table.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

/// How long callcard-demo takes from its start to its line of addresses, with everything invented that it will tell of.
class bench_Demo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithManyCustomers()
    {
        printHead();
        measure("demo cloud: 2,000 customers, a month", {u"--quiet"_s}, 1000, "1000 ms");
        measure("demo cloud: 10,000 customers, a year", {u"--customers"_s, u"10000"_s, u"--days"_s, u"365"_s, u"--quiet"_s}, 1000,
                "1000 ms");
        measure("demo cloud: 100,000 customers, a year",
                {u"--customers"_s, u"100000"_s, u"--seed"_s, u"7"_s, u"--days"_s, u"365"_s, u"--quiet"_s}, 5000, "5000 ms");
    }

private:
    static void measure(const char *what, const QStringList &arguments, double budgetMs, const char *budget)
    {
        std::vector<double> starts;
        for (int round = 0; round < 5; ++round) {
            QProcess process;
            QElapsedTimer timer;
            timer.start();
            process.start(qEnvironmentVariable("CALLCARD_DEMO"), arguments);
            QByteArray said;
            while (!said.contains('\n') && process.waitForReadyRead(60'000))
                said += process.readAllStandardOutput();
            QVERIFY2(said.contains("\"control\""), said.constData());
            starts.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
            process.closeWriteChannel(); // which is how it is asked to end
            QVERIFY(process.waitForFinished(20'000));
            QCOMPARE(process.exitCode(), 0);
        }
        std::sort(starts.begin(), starts.end());
        const double median = starts[starts.size() / 2];
        printRow(what, "-", budget, median, "ms", median / budgetMs, "budget");
        QVERIFY2(median <= budgetMs, what);
    }
};

QTEST_GUILESS_MAIN(bench_Demo)
#include "bench_demo.moc"
