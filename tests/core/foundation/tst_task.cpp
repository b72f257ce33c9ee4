#include <callcard/task.h>
#include <callcard/testing/fakeclock.h>

#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Tells when the frame that holds it dies.
struct Witness {
    explicit Witness(int &deaths) : deaths(deaths) {}
    Witness(const Witness &) = delete;
    Witness &operator=(const Witness &) = delete;
    ~Witness() { ++deaths; }
    int &deaths;
};

QCoro::Task<> sleepAndNote(Clock &clock, std::chrono::milliseconds duration, std::stop_token stop, QList<Result<>> &results, int &deaths)
{
    const Witness witness(deaths);
    results.append(co_await clock.sleep(duration, stop));
}

/// A service as the house style wants it: scope last, stop() awaited by the owner.
class Ticker
{
public:
    Ticker(Clock &clock, int &ticks) : m_clock(clock), m_ticks(ticks) {}
    void start() { m_scope.start(run()); }
    QCoro::Task<> stop() { return m_scope.close(); }

private:
    QCoro::Task<> run()
    {
        const std::stop_token stop = m_scope.stopToken();
        while (true) {
            const Result<> waited = co_await m_clock.sleep(1s, stop);
            if (!waited)
                break;
            ++m_ticks;
        }
    }
    Clock &m_clock;
    int &m_ticks;
    TaskScope m_scope;
};

QCoro::Task<> stopAndDelete(std::unique_ptr<Ticker> &ticker, bool &done)
{
    co_await ticker->stop();
    ticker.reset();
    done = true;
}

QCoro::Task<> throwing()
{
    throw std::runtime_error("a bug");
    co_return;
}

QCoro::Task<> waitFor(Completion<int> &completion, std::stop_token stop, std::optional<Result<int>> &out)
{
    out = co_await completion.wait(stop);
}

} // namespace

/// The spike that the house rests on: coroutines that end when told to, and owners that may go. Run it under ASan.
class tst_Task : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sleepersWakeInOrder()
    {
        FakeClock clock;
        TaskScope scope;
        QList<Result<>> results;
        int deaths = 0;
        scope.start(sleepAndNote(clock, 2s, scope.stopToken(), results, deaths));
        scope.start(sleepAndNote(clock, 1s, scope.stopToken(), results, deaths));
        QCOMPARE(scope.running(), 2);
        clock.advance(1500ms);
        QCOMPARE(deaths, 1);
        clock.advance(500ms);
        QCOMPARE(deaths, 2);
        QCOMPARE(scope.running(), 0);
        QVERIFY(results[0].has_value() && results[1].has_value());
    }

    void closingCompletesEverythingAndLocalsDie()
    {
        FakeClock clock;
        TaskScope scope;
        QList<Result<>> results;
        int deaths = 0;
        for (int i = 0; i < 3; ++i)
            scope.start(sleepAndNote(clock, 1h, scope.stopToken(), results, deaths));
        bool closed = false;
        scope.close().then([&closed] { closed = true; });
        QVERIFY(closed);
        QCOMPARE(deaths, 3);
        QCOMPARE(clock.sleepers(), 0);
        QCOMPARE(results.size(), 3);
        for (const Result<> &result : results)
            QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    }

    void closingAnIdleScopeAndClosingTwiceIsFine()
    {
        TaskScope scope;
        int closed = 0;
        scope.close().then([&closed] { ++closed; });
        scope.close().then([&closed] { ++closed; });
        QCOMPARE(closed, 2);
        QVERIFY(scope.isClosed());
    }

    void anOwnerMayGoAfterItsStopWasAwaited()
    {
        FakeClock clock;
        int ticks = 0;
        auto ticker = std::make_unique<Ticker>(clock, ticks);
        ticker->start();
        clock.advance(3s);
        QCOMPARE(ticks, 3);
        bool done = false;
        TaskScope scope;
        scope.start(stopAndDelete(ticker, done));
        QVERIFY(done && !ticker);
        clock.advance(10s);
        QCOMPARE(ticks, 3);
    }

    void aScopeThatIsDestroyedStopsItsCoroutines()
    {
        FakeClock clock;
        QList<Result<>> results;
        int deaths = 0;
        {
            TaskScope scope;
            scope.start(sleepAndNote(clock, 1h, scope.stopToken(), results, deaths));
        }
        QCOMPARE(deaths, 1);
        QCOMPARE(clock.sleepers(), 0);
    }

    void anExceptionIsLoggedAndTheScopeStillCloses()
    {
        TaskScope scope;
        QTest::ignoreMessage(QtCriticalMsg, "an exception left a coroutine: a bug");
        scope.start(throwing());
        QCOMPARE(scope.running(), 0);
    }

    void aCompletionCountsOnce()
    {
        Completion<int> completion;
        std::optional<Result<int>> out;
        TaskScope scope;
        scope.start(waitFor(completion, scope.stopToken(), out));
        QVERIFY(!out);
        QVERIFY(completion.complete(42));
        QVERIFY(!completion.complete(43));
        QCOMPARE(out->value(), 42);
    }

    void aCompletionMayComeBeforeTheWait()
    {
        Completion<int> completion;
        completion.complete(7);
        std::optional<Result<int>> out;
        TaskScope scope;
        scope.start(waitFor(completion, scope.stopToken(), out));
        QCOMPARE(out->value(), 7);
    }

    void aStoppedTokenWins()
    {
        Completion<int> completion;
        completion.complete(7);
        std::stop_source source;
        source.request_stop();
        std::optional<Result<int>> out;
        TaskScope scope;
        scope.start(waitFor(completion, source.get_token(), out));
        QCOMPARE(out->error().kind, ErrorKind::Cancelled);
    }

    void aDestroyedCompletionWakesItsWaiter()
    {
        std::optional<Result<int>> out;
        TaskScope scope;
        {
            Completion<int> completion;
            scope.start(waitFor(completion, scope.stopToken(), out));
        }
        QCOMPARE(out->error().kind, ErrorKind::Cancelled);
        QCOMPARE(scope.running(), 0);
    }

    void anErrorTravels()
    {
        Completion<int> completion;
        std::optional<Result<int>> out;
        TaskScope scope;
        scope.start(waitFor(completion, scope.stopToken(), out));
        completion.complete(failure(ErrorKind::RateLimited, u"slow down"_s, 30s));
        QCOMPARE(out->error().retryAfter->count(), 30);
        QVERIFY(out->error().isTransient());
    }
};

QTEST_GUILESS_MAIN(tst_Task)
#include "tst_task.moc"
