#include <engine/livecalls.h>

#include <callcard/calltracker.h>
#include <callcard/testing/fakeclock.h>

#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Tells of calls, and notes whether it outlived the telling.
class Teller final : public CallProvider
{
public:
    struct Fate {
        bool gone = false;
        bool goneWhileTelling = false;
    };
    Teller(QString id, std::shared_ptr<Fate> fate) : m_id(std::move(id)), m_fate(std::move(fate)) {}
    ~Teller() override { m_fate->gone = true; }

    [[nodiscard]] ProviderInfo info() const override { return {.id = m_id, .name = m_id, .showsRinging = true}; }
    QCoro::Task<Error> runFeed(std::stop_token stop) override
    {
        Completion<> end;
        const Result<> ended = co_await end.wait(stop);
        co_return ended.error();
    }
    QCoro::Task<Result<Snapshot>> snapshot(std::stop_token) override { co_return failure(ErrorKind::Offline); }
    QCoro::Task<Result<QList<CallEvent>>> callsSince(QDateTime, std::stop_token) override { co_return failure(ErrorKind::Offline); }
    QCoro::Task<Result<QList<CallEvent>>> lookUp(Call, std::stop_token) override { co_return failure(ErrorKind::Offline); }

    void tell(LegState state)
    {
        const std::shared_ptr<Fate> fate = m_fate;
        CallEvent event;
        event.source = m_id;
        event.sessionId = u"s-1"_s;
        event.state = state;
        event.time = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC);
        event.remote.rawNumber = u"+14165550142"_s;
        Q_EMIT
        eventReceived(event);
        fate->goneWhileTelling = fate->gone;
    }

private:
    QString m_id;
    std::shared_ptr<Fate> m_fate;
};

} // namespace

class tst_LiveCalls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clock = std::make_unique<FakeClock>();
        tracker = std::make_unique<CallTracker>(*clock);
        calls = std::make_unique<LiveCalls>(*tracker, *clock);
    }

    void cleanup()
    {
        stop();
        calls.reset();
    }

    /// A command that waits for the end of a call ends the engine when it hears of it.
    void noProviderDiesWhileItTells()
    {
        auto fate = std::make_shared<Teller::Fate>();
        Teller *teller = begin(u"teller"_s, fate);
        bool stopped = false;
        connect(tracker.get(), &CallTracker::callChanged, this, [&] { calls->stop().then([&stopped] { stopped = true; }); });
        teller->tell(LegState::Ringing);
        QTRY_VERIFY(stopped);
        QVERIFY(fate->gone && !fate->goneWhileTelling);
    }

    void callsOfASourceThatIsGoneEnd()
    {
        Teller *teller = begin(u"teller"_s, std::make_shared<Teller::Fate>());
        teller->tell(LegState::Ringing);
        QCOMPARE(tracker->liveCalls().size(), 1);
        stop();
        QCOMPARE(tracker->liveCalls().size(), 1); // the same source may come again, with another key
        begin(u"teller"_s, std::make_shared<Teller::Fate>());
        QCOMPARE(tracker->liveCalls().size(), 1);
        stop();
        begin(u"other"_s, std::make_shared<Teller::Fate>());
        QCOMPARE(tracker->liveCalls().size(), 0);
    }

private:
    Teller *begin(const QString &id, const std::shared_ptr<Teller::Fate> &fate)
    {
        auto provider = std::make_unique<Teller>(id, fate);
        Teller *teller = provider.get();
        std::vector<SourceOfCalls> sources;
        sources.push_back({.account = id, .provider = std::move(provider)});
        calls->start(std::move(sources));
        return teller;
    }

    void stop()
    {
        bool stopped = false;
        calls->stop().then([&stopped] { stopped = true; });
        QTRY_VERIFY(stopped);
    }

    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<CallTracker> tracker;
    std::unique_ptr<LiveCalls> calls;
};

QTEST_GUILESS_MAIN(tst_LiveCalls)
#include "tst_livecalls.moc"
