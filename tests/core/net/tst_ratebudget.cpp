#include <callcard/ratebudget.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>

#include <QTest>

#include <deque>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Outcome = std::optional<Result<HttpAnswer>>;

QCoro::Task<> keep(QCoro::Task<Result<HttpAnswer>> task, Outcome &out)
{
    out = co_await task;
}

} // namespace

class tst_RateBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clock = std::make_unique<FakeClock>();
        traffic = std::make_unique<TrafficLedger>();
        server = std::make_unique<LoopbackServer>();
        client = std::make_unique<HttpClient>(*clock, *traffic);
        budget = std::make_unique<RateBudget>(*client, *clock, RateRules{.reader = readRingCentralRates});
        scope = std::make_unique<TaskScope>();
        server->respond([](const ReceivedRequest &) { return Script::json("{}"); });
    }

    void cleanup()
    {
        scope.reset();
        budget.reset();
        client.reset();
        server.reset();
    }

    void nothingIsSentDuringAPenalty()
    {
        for (int i = 0; i < 2; ++i)
            server->queue(Script::http(429, "{}", {"Retry-After: 60", "X-Rate-Limit-Group: heavy"}));
        QList<Outcome> out(5);
        for (Outcome &one : out)
            ask(u"Heavy"_s, one);
        QTRY_COMPARE(state(u"Heavy"_s).penalties, 2u); // two were on their way
        settle();
        for (int i = 0; i < 60; ++i) {
            clock->advance(1s);
            settle();
            QCOMPARE(server->received().size(), 2);
        }
        clock->advance(500ms);
        for (const Outcome &one : out)
            QTRY_VERIFY(one && (*one)->status == 200);
        QCOMPARE(server->received().size(), 7); // the two again, and the others
        QCOMPARE(state(u"Heavy"_s).waiting, 0);
        QCOMPARE(state(u"Heavy"_s).sent, 7u);
    }

    void nobodyWaitsForTenMinutes()
    {
        server->queue(Script::http(429, "{}", {"Retry-After: 600", "X-Rate-Limit-Group: heavy"}));
        server->queue(Script::http(429, "{}", {"Retry-After: 600", "X-Rate-Limit-Group: heavy"}));
        QList<Outcome> out(4);
        for (Outcome &one : out)
            ask(u"Heavy"_s, one);
        for (const Outcome &one : out) {
            QTRY_VERIFY(one);
            QVERIFY(!*one);
            QCOMPARE(one->error().kind, ErrorKind::RateLimited);
            QVERIFY(one->error().retryAfter >= 600s);
        }
        QCOMPARE(state(u"Heavy"_s).waiting, 0);
    }

    void oneProbeGoesAlone()
    {
        server->queue(Script::http(429, "{}", {"Retry-After: 5", "X-Rate-Limit-Group: light"}));
        server->queue(Script::http(429, "{}", {"Retry-After: 5", "X-Rate-Limit-Group: light"}));
        server->queue(Script::silence());
        QList<Outcome> out(4);
        for (Outcome &one : out)
            ask(u"Light"_s, one);
        QTRY_COMPARE(state(u"Light"_s).penalties, 2u);
        clock->advance(6s);
        QTRY_COMPARE(server->received().size(), 3);
        settle();
        QCOMPARE(server->received().size(), 3); // the probe has no answer yet
        server->sendToAll("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        QTRY_COMPARE(server->received().size(), 6);
        for (const Outcome &one : out)
            QTRY_VERIFY(one && (*one)->status == 200);
    }

    void otherGroupsGoOn()
    {
        server->queue(Script::http(429, "{}", {"Retry-After: 60", "X-Rate-Limit-Group: heavy"}));
        Outcome &heavy = outcome();
        Outcome &light = outcome();
        ask(u"Heavy"_s, heavy);
        QTRY_VERIFY(state(u"Heavy"_s).pausedFor);
        ask(u"Light"_s, light);
        QTRY_VERIFY(light && (*light)->status == 200);
        QVERIFY(!heavy);
    }

    void a429WithoutGroupStopsTheService()
    {
        server->queue(Script::http(429, "{}", {"Retry-After: 60"}));
        Outcome &heavy = outcome();
        Outcome &light = outcome();
        ask(u"Heavy"_s, heavy);
        QTRY_VERIFY(state(u"Heavy"_s).pausedFor);
        ask(u"Light"_s, light);
        settle();
        QVERIFY(!light);
        QCOMPARE(server->received().size(), 1);
        clock->advance(61s);
        QTRY_VERIFY(light && heavy);
        QCOMPARE((*light)->status, 200);
    }

    void zeroRemainingWaitsForTheWindow()
    {
        server->queue(Script::http(200, "{}", {"X-Rate-Limit-Remaining: 0", "X-Rate-Limit-Window: 60"}));
        Outcome &first = outcome();
        Outcome &second = outcome();
        ask(u"Medium"_s, first);
        QTRY_VERIFY(first);
        ask(u"Medium"_s, second);
        clock->advance(59s);
        settle();
        QCOMPARE(server->received().size(), 1);
        clock->advance(2s);
        QTRY_VERIFY(second);
        QCOMPARE(state(u"Medium"_s).penalties, 0u);
    }

    void withoutAWordAMinute()
    {
        server->queue(Script::http(429, "{}", {"X-Rate-Limit-Group: light"}));
        Outcome &out = outcome();
        ask(u"Light"_s, out);
        QTRY_VERIFY(state(u"Light"_s).pausedFor);
        clock->advance(60s);
        settle();
        QCOMPARE(server->received().size(), 1);
        clock->advance(1s);
        QTRY_VERIFY(out);
    }

    void aPersonDoesNotWait()
    {
        server->queue(Script::http(429, "{}", {"Retry-After: 40", "X-Rate-Limit-Group: heavy"}));
        Outcome &asked = outcome();
        Outcome &clicked = outcome();
        ask(u"Heavy"_s, asked, Patience::FailsFast);
        QTRY_VERIFY(asked);
        QCOMPARE(asked->error().kind, ErrorKind::RateLimited);
        clock->advance(10s);
        ask(u"Heavy"_s, clicked, Patience::FailsFast);
        QVERIFY(clicked); // at once
        QCOMPARE(clicked->error().retryAfter, std::optional(31s));
        QCOMPARE(server->received().size(), 1);
    }

    void aPersonInTheQueueIsToldWhenAPenaltyBegins()
    {
        server->queue(Script::http(429, "{}", {"Retry-After: 5", "X-Rate-Limit-Group: heavy"}));
        server->queue(Script::silence());
        Outcome &probe = outcome();
        Outcome &clicked = outcome();
        ask(u"Heavy"_s, probe);
        QTRY_VERIFY(state(u"Heavy"_s).pausedFor);
        clock->advance(6s);
        QTRY_COMPARE(server->received().size(), 2);
        ask(u"Heavy"_s, clicked, Patience::FailsFast); // behind the probe
        QVERIFY(!clicked);
        server->sendToAll("HTTP/1.1 429 No\r\nRetry-After: 9\r\nX-Rate-Limit-Group: heavy\r\nContent-Length: 0\r\n\r\n");
        QTRY_VERIFY(clicked);
        QCOMPARE(clicked->error().kind, ErrorKind::RateLimited);
        QVERIFY(!probe);
    }

    void threePenaltiesAreEnough()
    {
        server->respond([](const ReceivedRequest &) { return Script::http(429, "{}", {"Retry-After: 1", "X-Rate-Limit-Group: light"}); });
        Outcome &out = outcome();
        ask(u"Light"_s, out);
        for (int i = 1; i <= 3; ++i) {
            QTRY_COMPARE(state(u"Light"_s).penalties, quint64(i));
            clock->advance(2s);
        }
        QTRY_VERIFY(out);
        QCOMPARE((*out)->status, 429);
        QCOMPARE(server->received().size(), 3);
    }

    void aFailedProbeLetsTheNextProbe()
    {
        server->queue(Script::http(429, "{}", {"Retry-After: 1", "X-Rate-Limit-Group: light"}));
        Outcome &first = outcome();
        Outcome &second = outcome();
        ask(u"Light"_s, first);
        QTRY_VERIFY(state(u"Light"_s).pausedFor);
        ask(u"Light"_s, second);
        server->queue(Script::hangUp());
        clock->advance(2s);
        QTRY_VERIFY(first);
        QVERIFY(!first->has_value());
        QTRY_VERIFY(second && second->has_value());
    }

    void waitingCanBeStopped()
    {
        server->queue(Script::http(429, "{}", {"Retry-After: 60", "X-Rate-Limit-Group: heavy"}));
        Outcome &first = outcome();
        Outcome &second = outcome();
        std::stop_source stop;
        ask(u"Heavy"_s, first);
        QTRY_VERIFY(state(u"Heavy"_s).pausedFor);
        scope->start(keep(budget->send(u"Heavy"_s, HttpRequest::get(server->url()), stop.get_token()), second));
        QCOMPARE(state(u"Heavy"_s).waiting, 2);
        stop.request_stop();
        QCOMPARE(second->error().kind, ErrorKind::Cancelled);
        QCOMPARE(state(u"Heavy"_s).waiting, 1);
        clock->advance(61s);
        QTRY_VERIFY(first && first->has_value());
        QCOMPARE(state(u"Heavy"_s).inFlight, 0);
    }

    void aDestroyedBudgetCancels()
    {
        server->queue(Script::http(429, "{}", {"Retry-After: 60"}));
        server->queue(Script::silence());
        QList<Outcome> out(4);
        for (Outcome &one : out)
            ask(u"Heavy"_s, one);
        QTRY_COMPARE(state(u"Heavy"_s).waiting, 3);
        budget.reset();
        client.reset();
        for (const Outcome &one : out)
            QCOMPARE(one->error().kind, ErrorKind::Cancelled);
    }

    void justCallHeaders_data()
    {
        QTest::addColumn<QList<QByteArray>>("lines");
        QTest::addColumn<int>("remaining");  // -1: unknown
        QTest::addColumn<qint64>("seconds"); // -1: none
        const qint64 now = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC).toSecsSinceEpoch();
        const auto line = [](const char *name, qint64 value) -> QByteArray { return QByteArray(name) + ": " + QByteArray::number(value); };
        using Lines = QList<QByteArray>;
        QTest::newRow("none") << Lines{} << -1 << qint64(-1);
        QTest::newRow("plenty") << Lines{line("X-Rate-Limit-Remaining", 100), line("X-Rate-Limit-Burst-Remaining", 7)} << 7 << qint64(-1);
        QTest::newRow("hour spent") << Lines{line("X-Rate-Limit-Remaining", 0), line("X-Rate-Limit-Reset", now + 900),
                                             line("X-Rate-Limit-Burst-Remaining", 5), line("X-Rate-Limit-Burst-Reset", now + 30)}
                                    << 0 << qint64(900);
        QTest::newRow("burst spent") << Lines{line("X-Rate-Limit-Remaining", 50), line("X-Rate-Limit-Reset", now + 900),
                                              line("X-Rate-Limit-Burst-Remaining", 0), line("X-Rate-Limit-Burst-Reset", now + 30)}
                                     << 0 << qint64(30);
        QTest::newRow("both: the later") << Lines{line("X-Rate-Limit-Remaining", 0), line("X-Rate-Limit-Reset", now + 900),
                                                  line("X-Rate-Limit-Burst-Remaining", 0), line("X-Rate-Limit-Burst-Reset", now + 30)}
                                         << 0 << qint64(900);
        QTest::newRow("a delay") << Lines{line("X-Rate-Limit-Remaining", 0), line("X-Rate-Limit-Reset", 45)} << 0 << qint64(45);
        QTest::newRow("in the past") << Lines{line("X-Rate-Limit-Remaining", 0), line("X-Rate-Limit-Reset", now - 45)} << 0 << qint64(0);
        QTest::newRow("absurd") << Lines{line("X-Rate-Limit-Remaining", 0), line("X-Rate-Limit-Reset", now + 999'999)} << 0 << qint64(3600);
        QTest::newRow("by their clock") << Lines{"Date: Fri, 20 Nov 2026 12:00:00 GMT", line("X-Rate-Limit-Remaining", 0),
                                                 line("X-Rate-Limit-Reset", now + 3 * 3600 + 20)}
                                        << 0 << qint64(20);
        QTest::newRow("nonsense") << Lines{"X-Rate-Limit-Remaining: many"} << -1 << qint64(-1);
    }

    void justCallHeaders()
    {
        QFETCH(QList<QByteArray>, lines);
        QFETCH(int, remaining);
        QFETCH(qint64, seconds);
        HttpAnswer answer{.status = 200};
        for (const QByteArray &line : lines)
            answer.headers.set(line.left(line.indexOf(':')), line.mid(line.indexOf(':') + 2));
        const RateReading reading = readJustCallRates(answer, QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC));
        QCOMPARE(reading.remaining.value_or(-1), remaining);
        QCOMPARE(reading.untilMore ? qint64(reading.untilMore->count() / 1000) : -1, seconds);
        QVERIFY(reading.isAboutGroup); // one budget for everything, one group
    }

private:
    void ask(const QString &group, Outcome &out, Patience patience = Patience::Waits)
    {
        scope->start(keep(budget->send(group, HttpRequest::postJson(server->url(), "{}"), scope->stopToken(), patience), out));
    }

    /// Outlives the test function, for coroutines that are stopped behind it.
    Outcome &outcome() { return outcomes.emplace_back(); }

    void settle()
    {
        for (int i = 0; i < 5; ++i)
            QTest::qWait(0);
    }

    RateGroupState state(const QString &name)
    {
        for (const RateGroupState &group : budget->groups()) {
            if (group.group == name)
                return group;
        }
        return {};
    }

    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<TrafficLedger> traffic;
    std::unique_ptr<LoopbackServer> server;
    std::unique_ptr<HttpClient> client;
    std::unique_ptr<RateBudget> budget;
    std::unique_ptr<TaskScope> scope;
    std::deque<Outcome> outcomes;
};

QTEST_GUILESS_MAIN(tst_RateBudget)
#include "tst_ratebudget.moc"
