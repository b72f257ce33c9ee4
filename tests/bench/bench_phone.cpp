#include "table.h"

#include <callcard/phone.h>

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace callcard;

class bench_Phone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersParsedASecond()
    {
        printHead();
        measure("parsed: +1 numbers in human forms", QStringLiteral("(416) 555-%1"), QStringLiteral("CA"));
        measure("parsed: E.164 text", QStringLiteral("+1416555%1"), QStringLiteral("US"));
        measure("parsed: German national form", QStringLiteral("030 23125 %1"), QStringLiteral("DE"));
    }

private:
    static void measure(const char *what, const QString &form, const QString &region)
    {
        constexpr int kRounds = 5;
        constexpr int kNumbers = 20'000;
        std::vector<double> rates;
        int parsed = 0;
        for (int round = 0; round < kRounds; ++round) {
            QElapsedTimer timer;
            timer.start();
            for (int i = 0; i < kNumbers; ++i)
                parsed += parsePhone(form.arg(100 + i % 100, 4, 10, QLatin1Char('0')), region).has_value() ? 1 : 0;
            rates.push_back(kNumbers * 1e9 / static_cast<double>(timer.nsecsElapsed()));
        }
        std::sort(rates.begin(), rates.end());
        QCOMPARE(parsed, kRounds * kNumbers);
        printRow(what, "105,000/s", "-", rates[kRounds / 2], "/s", rates[kRounds / 2] / 105'000, "of attainable");
    }
};

QTEST_APPLESS_MAIN(bench_Phone)
#include "bench_phone.moc"
