#include <callcard/backoff.h>

#include <QTest>

using namespace callcard;
using namespace std::chrono_literals;

class tst_Backoff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsToTheCapAndStaysThere()
    {
        Backoff backoff({.first = 1s, .cap = 10s, .factor = 2.0, .jitter = 0.0}, 1);
        const QList<std::chrono::milliseconds> expected{1s, 2s, 4s, 8s, 10s, 10s};
        for (const auto pause : expected)
            QCOMPARE(backoff.next().count(), pause.count());
        QCOMPARE(backoff.tries(), 6);
        backoff.reset();
        QCOMPARE(backoff.next().count(), 1000);
        QCOMPARE(backoff.tries(), 1);
    }

    void jitterStaysBetweenItsBoundsAndSpreads()
    {
        bool low = false;
        bool high = false;
        for (std::uint32_t seed = 0; seed < 200; ++seed) {
            Backoff backoff({.first = 1s, .cap = 60s, .factor = 2.0, .jitter = 0.5}, seed);
            const auto pause = backoff.next();
            QVERIFY(pause >= 500ms && pause <= 1s);
            low |= pause < 600ms;
            high |= pause > 900ms;
        }
        QVERIFY(low && high);
    }

    void spreadStaysInsideItsSpan()
    {
        Backoff backoff({}, 7);
        for (int i = 0; i < 100; ++i) {
            const auto pause = backoff.spread(3s);
            QVERIFY(pause >= 0ms && pause <= 3s);
        }
        QCOMPARE(backoff.tries(), 0);
    }
};

QTEST_APPLESS_MAIN(tst_Backoff)
#include "tst_backoff.moc"
