#include <callcard/clock.h>
#include <callcard/testing/fakeclock.h>

#include <QElapsedTimer>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;

namespace {
QCoro::Task<> sleepOnce(Clock &clock, std::chrono::milliseconds duration, std::stop_token stop, std::optional<Result<>> &out)
{
    out = co_await clock.sleep(duration, stop);
}
} // namespace

class tst_Clock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSystemClockSleepsThroughTheEventLoop()
    {
        SystemClock clock;
        TaskScope scope;
        std::optional<Result<>> out;
        const auto before = clock.monotonic();
        scope.start(sleepOnce(clock, 30ms, scope.stopToken(), out));
        QVERIFY(!out);
        QTRY_VERIFY(out.has_value());
        QVERIFY(out->has_value());
        QVERIFY(clock.monotonic() - before >= 29ms);
    }

    void theSystemClockIsCancelledAtOnce()
    {
        SystemClock clock;
        std::optional<Result<>> out;
        TaskScope scope;
        scope.start(sleepOnce(clock, 24h * 60, scope.stopToken(), out));
        const auto closing = scope.close();
        QCOMPARE(out->error().kind, ErrorKind::Cancelled);
    }

    void nowIsUtc() { QCOMPARE(SystemClock().now().timeSpec(), Qt::UTC); }

    void theFakeClockGivesEverySleeperItsOwnMoment()
    {
        FakeClock clock;
        const QDateTime start = clock.now();
        TaskScope scope;
        std::optional<Result<>> out;
        scope.start(sleepOnce(clock, 90s, scope.stopToken(), out));
        clock.advance(89s);
        QVERIFY(!out);
        clock.advance(1s);
        QVERIFY(out->has_value());
        QCOMPARE(start.secsTo(clock.now()), 90);
        clock.setWallClock(start);
        QCOMPARE(clock.now(), start);
    }
};

QTEST_GUILESS_MAIN(tst_Clock)
#include "tst_clock.moc"
