#include <callcard/outbox.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/storefaults.h>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A destination that a test can make late, angry or dead. It remembers what arrived and when it was asked.
class FakeDelivery final : public Delivery
{
public:
    explicit FakeDelivery(const Clock &clock) : m_clock(clock) {}
    QCoro::Task<QList<Result<>>> deliver(QList<OutboxEntry> entries, std::stop_token stop) override
    {
        asked.append(m_clock.monotonic());
        batches.append(entries.size());
        if (hold) {
            Completion<> gate;
            m_gate = &gate;
            const Result<> opened = co_await gate.wait(stop);
            m_gate = nullptr;
            if (!opened)
                co_return QList<Result<>>(entries.size(), failure(ErrorKind::Cancelled));
        }
        QList<Result<>> results;
        for (const OutboxEntry &entry : std::as_const(entries)) {
            const Result<> result = everything                     ? Result<>(tl::unexpected(*everything))
                                    : refusals.contains(entry.key) ? Result<>(tl::unexpected(refusals.value(entry.key)))
                                                                   : Result<>();
            if (result)
                arrived.append(QString(entry.key + u"="_s + QString::fromUtf8(entry.payload)));
            results.append(result);
        }
        results.resize(results.size() - forgotten);
        co_return results;
    }
    int batchSize() const override { return size; }
    void release()
    {
        hold = false;
        if (m_gate)
            m_gate->complete();
    }
    bool isHolding() const { return m_gate; }

    std::optional<Error> everything{};
    QHash<QString, Error> refusals{};
    QStringList arrived{};
    QList<std::chrono::milliseconds> asked{};
    QList<qsizetype> batches{};
    int size = 10;
    int forgotten = 0;
    bool hold = false;

private:
    const Clock &m_clock;
    Completion<> *m_gate = nullptr;
};

void turn()
{
    QCoreApplication::processEvents();
    QCoreApplication::sendPostedEvents();
}

} // namespace

class tst_OutboxPump : public QObject
{
    Q_OBJECT

private:
    /// Everything one test needs, in the order an engine has it.
    struct Setting {
        explicit Setting(bool started = true)
            : outbox(Outbox::open(folder.filePath(u"outbox.db"_s), clock).value())
            , delivery(clock)
            , pump(std::make_unique<OutboxPump>(*outbox, u"fire"_s, delivery, clock,
                                                OutboxPump::Pace{.entry = {.first = 10s, .cap = 60s, .jitter = 0},
                                                                 .destination = {.first = 2s, .cap = 30s, .jitter = 0}}))
        {
            if (started)
                pump->start();
        }
        ~Setting() { stop(); }
        void stop()
        {
            bool stopped = false;
            pump->stop().then([&stopped] { stopped = true; });
            QVERIFY(stopped);
        }
        void put(const QString &key, const QByteArray &payload = "1") { QVERIFY(outbox->put(u"fire"_s, OutboxItem{key, payload})); }
        OutboxCounts counts() { return outbox->counts().value(); }

        QTemporaryDir folder;
        FakeClock clock;
        std::unique_ptr<Outbox> outbox;
        FakeDelivery delivery;
        std::unique_ptr<OutboxPump> pump;
    };

private Q_SLOTS:
    void sendsWhatIsPutInBatches()
    {
        Setting s;
        QSignalSpy delivered(s.pump.get(), &OutboxPump::delivered);
        for (int i = 0; i < 25; ++i)
            s.put(u"k%1"_s.arg(i + 10));
        QCOMPARE(s.delivery.asked.size(), 0); // never inside put()
        turn();
        QCOMPARE(s.delivery.batches, (QList<qsizetype>{10, 10, 5}));
        QCOMPARE(s.delivery.arrived.size(), 25);
        QVERIFY(std::is_sorted(s.delivery.arrived.cbegin(), s.delivery.arrived.cend()));
        QCOMPARE(s.counts(), OutboxCounts());
        QCOMPARE(delivered.count(), 25);
    }

    void sendsWhatWasLeftBehind()
    {
        Setting s(false);
        s.put(u"a"_s);
        s.pump->start();
        QCOMPARE(s.delivery.arrived, (QStringList{u"a=1"_s}));
    }

    void otherDestinationsAreNotItsBusiness()
    {
        Setting s;
        QVERIFY(s.outbox->put(u"just"_s, OutboxItem{u"a"_s, "1"}));
        turn();
        QVERIFY(s.delivery.asked.isEmpty());
        QCOMPARE(s.counts().waiting, 1);
    }

    void aReplacementOnTheWayIsNotLost()
    {
        Setting s;
        s.delivery.hold = true;
        s.put(u"a"_s, "old");
        s.put(u"b"_s);
        turn();
        QVERIFY(s.delivery.isHolding());
        s.put(u"a"_s, "new");
        s.delivery.release();
        turn();
        QCOMPARE(s.delivery.arrived, (QStringList{u"a=old"_s, u"b=1"_s, u"a=new"_s}));
        QCOMPARE(s.counts(), OutboxCounts());
    }

    void aRestoredKeyAfterWithdrawalIsNotLostEither()
    {
        Setting s;
        s.delivery.hold = true;
        s.put(u"a"_s, "old");
        turn();
        QVERIFY(s.outbox->withdraw(u"fire"_s, u"a"_s));
        s.put(u"a"_s, "new");
        s.delivery.release();
        turn();
        QCOMPARE(s.delivery.arrived.last(), u"a=new"_s);
        QCOMPARE(s.counts(), OutboxCounts());
    }

    void aRefusedReplacementDoesNotParkTheNewOne()
    {
        Setting s;
        s.delivery.hold = true;
        s.delivery.refusals.insert(u"a"_s, {.kind = ErrorKind::Refused});
        s.put(u"a"_s, "bad");
        turn();
        s.put(u"a"_s, "good");
        s.delivery.release();
        QCOMPARE(s.counts(), (OutboxCounts{.waiting = 0, .parked = 1})); // the good one was tried at once and refused too
        s.delivery.refusals.clear();
        s.put(u"a"_s, "better");
        turn();
        QCOMPARE(s.delivery.arrived, (QStringList{u"a=better"_s}));
        QCOMPARE(s.counts(), OutboxCounts());
    }

    void refusedForGoodIsParkedAndNeverBlocks()
    {
        Setting s;
        QSignalSpy parked(s.pump.get(), &OutboxPump::parked);
        s.delivery.size = 1;
        s.delivery.refusals = {{u"a"_s, {.kind = ErrorKind::Refused, .detail = u"no such field"_s}},
                               {u"b"_s, {.kind = ErrorKind::BadPayload}}};
        s.put(u"a"_s);
        s.put(u"b"_s);
        s.put(u"c"_s);
        turn();
        QCOMPARE(s.delivery.arrived, (QStringList{u"c=1"_s}));
        QCOMPARE(s.counts(), (OutboxCounts{.waiting = 0, .parked = 2}));
        QCOMPARE(parked.count(), 2);
        const QList<ParkedEntry> entries = s.outbox->parked().value();
        QCOMPARE(entries.last().entry.key, u"a"_s);
        QCOMPARE(entries.last().reason, (Error{.kind = ErrorKind::Refused, .detail = u"no such field"_s}));
        QCOMPARE(entries.last().since, s.clock.now());
        s.clock.advance(24h);
        turn();
        QCOMPARE(s.delivery.asked.size(), 3); // nobody tries a parked one again by itself
        s.delivery.refusals.clear();
        QVERIFY(s.outbox->retry(u"fire"_s, u"a"_s));
        turn();
        QCOMPARE(s.delivery.arrived.last(), u"a=1"_s);
        QVERIFY(s.outbox->retryAll(u"fire"_s));
        turn();
        QCOMPARE(s.counts(), OutboxCounts());
    }

    void anEntryThatFailsForAWhileIsPassed()
    {
        Setting s;
        s.delivery.refusals.insert(u"a"_s, {.kind = ErrorKind::ServerFault});
        s.put(u"a"_s);
        s.put(u"b"_s);
        turn();
        QCOMPARE(s.delivery.arrived, (QStringList{u"b=1"_s}));
        QVERIFY(!s.pump->pausedBecause());
        s.clock.advance(9s);
        QCOMPARE(s.delivery.asked.size(), 1);
        s.put(u"c"_s);
        turn();
        QCOMPARE(s.delivery.batches.last(), 1); // only c: a waits for its time
        s.clock.advance(1s);                    // 10 s: second try; then 20, 40, 60, 60
        QCOMPARE(s.delivery.asked.size(), 3);
        s.delivery.refusals.clear();
        s.clock.advance(20s);
        QCOMPARE(s.delivery.arrived.last(), u"a=1"_s);
        QCOMPARE(s.counts(), OutboxCounts());
    }

    void retryAfterIsObeyed()
    {
        Setting s;
        s.delivery.refusals.insert(u"a"_s, {.kind = ErrorKind::ServerFault, .retryAfter = 45s});
        s.put(u"a"_s);
        s.put(u"b"_s);
        turn();
        s.delivery.refusals.clear();
        s.clock.advance(44s);
        QCOMPARE(s.delivery.asked.size(), 1);
        s.clock.advance(1s);
        QCOMPARE(s.delivery.arrived.last(), u"a=1"_s);
        // Longer than any wait of ours: after the longest, not at once.
        s.delivery.refusals.insert(u"c"_s, {.kind = ErrorKind::ServerFault, .retryAfter = std::chrono::hours(3)});
        s.put(u"c"_s);
        s.put(u"d"_s);
        turn();
        const auto begun = s.clock.monotonic();
        s.delivery.asked.clear();
        s.clock.advance(4min);
        QCOMPARE(s.delivery.asked, QList<std::chrono::milliseconds>{begun + 2min}); // and then all of it waits
    }

    void offlinePausesUntilTheWaitOrTheNudge()
    {
        Setting s;
        QSignalSpy pause(s.pump.get(), &OutboxPump::pauseChanged);
        s.delivery.everything = Error{.kind = ErrorKind::Offline};
        s.put(u"a"_s);
        turn();
        QCOMPARE(s.pump->pausedBecause()->kind, ErrorKind::Offline);
        QCOMPARE(pause.count(), 1);
        s.put(u"b"_s); // does not shorten the pause
        turn();
        QCOMPARE(s.delivery.asked.size(), 1);
        s.clock.advance(2s); // then 4, 8, 16, 30, 30
        QCOMPARE(s.delivery.asked.size(), 2);
        s.clock.advance(60s);
        QCOMPARE(s.delivery.asked.size(), 6);
        s.delivery.everything.reset();
        s.pump->nudge();
        turn();
        QCOMPARE(s.delivery.arrived, (QStringList{u"a=1"_s, u"b=1"_s}));
        QVERIFY(!s.pump->pausedBecause());
        QCOMPARE(s.counts(), OutboxCounts());
    }

    void weeksWithoutNetworkLoseNothing()
    {
        Setting s;
        s.delivery.everything = Error{.kind = ErrorKind::Offline};
        for (int i = 0; i < 30; ++i)
            s.put(u"k%1"_s.arg(i));
        turn();
        s.clock.advance(21 * 24h);
        QCOMPARE(s.counts(), (OutboxCounts{.waiting = 30}));
        s.delivery.everything.reset();
        s.clock.advance(30s);
        QCOMPARE(s.delivery.arrived.size(), 30);
    }

    void signInWaitsForAPerson()
    {
        Setting s;
        s.delivery.everything = Error{.kind = ErrorKind::SignInNeeded};
        s.put(u"a"_s);
        turn();
        s.clock.advance(240h);
        s.put(u"b"_s);
        turn();
        QCOMPARE(s.delivery.asked.size(), 1);
        s.delivery.everything.reset();
        s.pump->nudge();
        turn();
        QCOMPARE(s.delivery.arrived.size(), 2);
    }

    void aNudgeDuringTheDeliveryIsNotForgotten()
    {
        Setting s;
        s.delivery.hold = true;
        s.delivery.everything = Error{.kind = ErrorKind::SignInNeeded};
        s.put(u"a"_s);
        turn();
        s.pump->nudge(); // the sign-in came back while the old token was failing
        turn();
        s.delivery.release();
        QCOMPARE(s.delivery.asked.size(), 2);
    }

    void aPenaltyIsSatOut()
    {
        Setting s;
        s.delivery.everything = Error{.kind = ErrorKind::RateLimited, .retryAfter = 60s};
        s.put(u"a"_s);
        turn();
        s.delivery.everything.reset();
        for (int i = 0; i < 5; ++i) {
            s.clock.advance(10s);
            s.pump->nudge();
            s.put(u"b%1"_s.arg(i));
            turn();
        }
        QCOMPARE(s.delivery.asked.size(), 1);
        s.clock.advance(10s);
        QCOMPARE(s.delivery.arrived.size(), 6);
    }

    void partOfABatchMayMeetThePause()
    {
        Setting s;
        s.delivery.refusals.insert(u"b"_s, {.kind = ErrorKind::RateLimited, .retryAfter = 30s});
        s.put(u"a"_s);
        s.put(u"b"_s);
        turn();
        QCOMPARE(s.counts(), (OutboxCounts{.waiting = 1}));
        QCOMPARE(s.pump->pausedBecause()->kind, ErrorKind::RateLimited);
        s.delivery.refusals.clear();
        s.clock.advance(30s);
        QCOMPARE(s.counts(), OutboxCounts());
    }

    void aBrokenServerIsNotHammeredWithTheWholeQueue()
    {
        Setting s;
        s.delivery.size = 1;
        s.delivery.everything = Error{.kind = ErrorKind::ServerFault};
        for (int i = 0; i < 50; ++i)
            s.put(u"k%1"_s.arg(i));
        turn();
        QCOMPARE(s.delivery.asked.size(), 1);
        s.clock.advance(6s);
        QVERIFY(s.delivery.asked.size() <= 3);
        s.delivery.everything.reset();
        s.clock.advance(90s);
        QCOMPARE(s.delivery.arrived.size(), 50);
    }

    void aDeliveryThatForgetsOrGivesUpDoesNotSpin()
    {
        Setting s;
        s.delivery.forgotten = 1;
        s.put(u"a"_s);
        turn();
        QCOMPARE(s.delivery.asked.size(), 1);
        QCOMPARE(s.counts().waiting, 1);
        s.delivery.forgotten = 0;
        s.delivery.everything = Error{.kind = ErrorKind::Cancelled};
        s.clock.advance(10s);
        QVERIFY(s.delivery.asked.size() < 5);
        s.delivery.everything.reset();
        s.clock.advance(60s);
        QCOMPARE(s.counts(), OutboxCounts());
    }

    void stoppingCancelsAndKeeps()
    {
        Setting s;
        s.delivery.hold = true;
        s.put(u"a"_s);
        turn();
        QVERIFY(s.delivery.isHolding());
        s.stop();
        QVERIFY(!s.delivery.isHolding());
        QCOMPARE(s.counts(), (OutboxCounts{.waiting = 1}));
        QCOMPARE(s.clock.sleepers(), 0);
    }

    void aClockThatWasSetBackHoldsNothingUp()
    {
        Setting s;
        s.delivery.refusals.insert(u"a"_s, {.kind = ErrorKind::ServerFault});
        s.put(u"a"_s);
        s.put(u"b"_s);
        turn();
        s.delivery.refusals.clear();
        s.clock.setWallClock(s.clock.now().addYears(-1));
        s.put(u"c"_s);
        turn();
        QCOMPARE(s.counts(), OutboxCounts());
    }

    /// Every statement from put to acknowledgement fails once, or the program dies there: in the end everything arrived.
    void everyStatementMayFail_data()
    {
        QTest::addColumn<int>("after");
        QTest::newRow("heals") << static_cast<int>(StoreFaults::After::Heals);
        QTest::newRow("dies") << static_cast<int>(StoreFaults::After::Dies);
    }
    void everyStatementMayFail()
    {
        QFETCH(int, after);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"outbox.db"_s);
        FakeClock clock;
        FakeDelivery delivery(clock);
        bool accepted = false;
        const auto life = [&](bool puts) {
            auto outbox = Outbox::open(path, clock);
            if (!outbox)
                return;
            OutboxPump pump(**outbox, u"fire"_s, delivery, clock);
            pump.start();
            if (puts)
                accepted = (*outbox)->put(u"fire"_s, {{u"a"_s, "1"}, {u"b"_s, "1"}}).has_value();
            turn();
            clock.advance(1s);
            pump.stop().then([] {});
        };
        const int failed = failEveryStatement(
            StoreFaults::After(after),
            [&] {
                accepted = false;
                delivery.arrived.clear();
                life(true);
            },
            [&](bool) {
                life(false);
                const auto outbox = Outbox::open(path, clock);
                QCOMPARE((*outbox)->counts().value(), OutboxCounts());
                if (accepted) // once at least; deliveries are idempotent
                    QVERIFY(delivery.arrived.contains(u"a=1"_s) && delivery.arrived.contains(u"b=1"_s));
                else
                    QVERIFY(delivery.arrived.isEmpty());
            });
        QVERIFY2(failed > 12, qPrintable(QString::number(failed)));
        QVERIFY(accepted);
    }
};

QTEST_GUILESS_MAIN(tst_OutboxPump)
#include "tst_outboxpump.moc"
