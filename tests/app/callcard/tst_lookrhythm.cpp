#include <callcard/lookrhythm.h>

#include <callcard/testing/fakeclock.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
TeamPresence troubled(std::optional<std::chrono::seconds> retryAfter = {})
{
    TeamPresence presence;
    presence.problem =
        SyncProblem{.source = u"ringcentral"_s, .error = {.kind = ErrorKind::RateLimited, .detail = {}, .retryAfter = retryAfter}};
    return presence;
}
} // namespace

class tst_LookRhythm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onceAMinute()
    {
        callcard::testing::FakeClock clock;
        LookRhythm rhythm(clock);
        QVERIFY(rhythm.ahead() <= 0ms); // the first one is at once
        rhythm.onLooked(TeamPresence());
        QCOMPARE(rhythm.ahead(), std::chrono::milliseconds(60s));
        clock.advance(59s);
        QVERIFY(rhythm.ahead() > 0ms);
        clock.advance(1s);
        QVERIFY(rhythm.ahead() <= 0ms);
    }

    void lessOftenWhileItFails()
    {
        callcard::testing::FakeClock clock;
        LookRhythm rhythm(clock);
        for (const std::chrono::seconds pause : {120s, 240s, 480s, 600s, 600s}) {
            rhythm.onLooked(troubled());
            QCOMPARE(rhythm.ahead(), std::chrono::milliseconds(pause));
            clock.advance(pause);
        }
        rhythm.onLooked(TeamPresence());
        QCOMPARE(rhythm.ahead(), std::chrono::milliseconds(60s));
    }

    void whoAskedToBeLeftAloneIsLeftAlone()
    {
        callcard::testing::FakeClock clock;
        LookRhythm rhythm(clock);
        rhythm.onLooked(troubled(3600s));
        clock.advance(3599s);
        QVERIFY(rhythm.ahead() > 0ms); // whoever opens the page meanwhile, and however often
        clock.advance(1s);
        QVERIFY(rhythm.ahead() <= 0ms);
    }

    void soonWhereNobodyCouldBeAsked()
    {
        callcard::testing::FakeClock clock;
        LookRhythm rhythm(clock);
        rhythm.onLooked(failure(ErrorKind::RateLimited, u"left to others"_s));
        QCOMPARE(rhythm.ahead(), std::chrono::milliseconds(3s));
        clock.advance(3s);
        rhythm.putOff();
        QCOMPARE(rhythm.ahead(), std::chrono::milliseconds(3s));
        rhythm.onLooked(TeamPresence()); // which is no failure of the service
        QCOMPARE(rhythm.ahead(), std::chrono::milliseconds(60s));
    }

    void aClockThatIsSetChangesNothing()
    {
        callcard::testing::FakeClock clock;
        LookRhythm rhythm(clock);
        rhythm.onLooked(TeamPresence());
        clock.setWallClock(clock.now().addDays(-400));
        QCOMPARE(rhythm.ahead(), std::chrono::milliseconds(60s));
    }
};

QTEST_GUILESS_MAIN(tst_LookRhythm)
#include "tst_lookrhythm.moc"
