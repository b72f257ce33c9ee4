#include "ringcentralrun.h"

#include <callcard/calllog.h>

#include <QSignalSpy>
#include <QTemporaryDir>

#include <algorithm>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

DialRequest toMarcus()
{
    return {.number = *PhoneNumber::fromE164(u"+13035550187"_s)};
}

/// A RingOut being watched.
struct Watched {
    void watch(std::shared_ptr<DialAttempt> placed)
    {
        attempt = std::move(placed);
        QObject::connect(attempt.get(), &DialAttempt::progressed, attempt.get(), [this](const DialProgress &one) { steps.append(one); });
        QObject::connect(attempt.get(), &DialAttempt::finished, attempt.get(), [this](const DialProgress &one) { ends.append(one); });
    }
    std::shared_ptr<DialAttempt> attempt;
    QList<DialProgress> steps;
    QList<DialProgress> ends;
    [[nodiscard]] LegProgress mine() const { return steps.isEmpty() ? LegProgress::Waiting : steps.last().mine; }
    [[nodiscard]] LegProgress theirs() const { return steps.isEmpty() ? LegProgress::Waiting : steps.last().theirs; }
};

/// Places the call and listens from its first word on.
QCoro::Task<Result<>> dial(CallProvider *provider, DialRequest request, Watched *watched)
{
    const auto placed = co_await provider->placeCall(std::move(request), std::stop_token());
    if (!placed)
        co_return tl::unexpected(placed.error());
    watched->watch(*placed);
    co_return {};
}

} // namespace

/// Click to call by RingOut.
class tst_RingCentralDialing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothLegsAreFollowed()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        Watched call;
        const Result<> placed = run.outcome(dial(&run.provider(), toMarcus(), &call));
        QVERIFY2(placed, qPrintable(placed ? QString() : placed.error().detail));
        QVERIFY(run.stage.eventually([&] { return call.mine() == LegProgress::Ringing; }));
        QCOMPARE(call.theirs(), LegProgress::Waiting); // mine first
        QVERIFY(run.stage.eventually([&] { return call.mine() == LegProgress::Answered; }));
        QVERIFY(run.stage.eventually([&] { return call.theirs() == LegProgress::Answered; }));
        QVERIFY(run.stage.eventually([&] { return !call.ends.isEmpty(); }));
        QCOMPARE(call.ends.size(), 1);
        QVERIFY(run.becomes(CallState::Active)); // and one card, though my own phone rang before
        QCOMPARE(run.cardWorthy().first().direction, CallDirection::Outbound);
        QVERIFY(run.stage.eventually([&] { return call.steps.last().sessionId == run.cardWorthy().first().sessionId; }));
        const int asked = run.asked("GET", "/ring-out/");
        run.stage.advance(60s);
        QCOMPARE(run.asked("GET", "/ring-out/"), asked); // connected: there is nothing left to ask for
        QVERIFY2(asked <= 6, QByteArray::number(asked).constData());
    }

    void howItCanEnd_data()
    {
        QTest::addColumn<QByteArray>("caller");
        QTest::addColumn<QByteArray>("callee");
        QTest::addColumn<int>("mine");
        QTest::addColumn<int>("theirs");
        QTest::addColumn<QByteArray>("call");
        const auto row = [](const char *caller, const char *callee, LegProgress mine, LegProgress theirs,
                            const char *call = "CannotReach") {
            QTest::addRow("%s, %s, %s", caller, callee, call)
                << QByteArray(caller) << QByteArray(callee) << int(mine) << int(theirs) << QByteArray(call);
        };
        row("NoAnswer", "Success", LegProgress::NoAnswer, LegProgress::Waiting);
        row("Busy", "Success", LegProgress::Busy, LegProgress::Waiting);
        row("Rejected", "Success", LegProgress::Rejected, LegProgress::Waiting);
        row("GenericError", "Success", LegProgress::Failed, LegProgress::Waiting);
        row("RingOutFromThisNumberIsNotSupported", "Success", LegProgress::Failed, LegProgress::Waiting);
        row("Invalid", "Success", LegProgress::Failed, LegProgress::Waiting);
        row("InternationalDisabled", "Success", LegProgress::Failed, LegProgress::Waiting);
        row("DestinationBlocked", "Success", LegProgress::Failed, LegProgress::Waiting);
        row("NotEnoughFunds", "Success", LegProgress::Failed, LegProgress::Waiting);
        row("NosuchUser", "Success", LegProgress::Failed, LegProgress::Waiting);
        row("Finished", "Success", LegProgress::Finished, LegProgress::Waiting);
        row("NoSessionFound", "Success", LegProgress::Finished, LegProgress::Waiting);
        row("Unknown", "Success", LegProgress::Failed, LegProgress::Waiting); // the whole has failed, so mine has
        row("Success", "NoAnswer", LegProgress::Answered, LegProgress::NoAnswer);
        row("Success", "Busy", LegProgress::Answered, LegProgress::Busy);
        row("Success", "Rejected", LegProgress::Answered, LegProgress::Rejected);
        row("Success", "GenericError", LegProgress::Answered, LegProgress::Failed);
        row("Success", "InternationalDisabled", LegProgress::Answered, LegProgress::Failed);
        row("Success", "DestinationBlocked", LegProgress::Answered, LegProgress::Failed);
        row("Success", "NotEnoughFunds", LegProgress::Answered, LegProgress::Failed);
        row("Success", "NosuchUser", LegProgress::Answered, LegProgress::Failed);
        row("Success", "Invalid", LegProgress::Answered, LegProgress::Failed);
        row("Success", "RingOutFromThisNumberIsNotSupported", LegProgress::Answered, LegProgress::Failed);
        row("Success", "Finished", LegProgress::Answered, LegProgress::Finished);
        row("Success", "NoSessionFound", LegProgress::Answered, LegProgress::Finished);
        row("Success", "Unknown", LegProgress::Answered, LegProgress::Failed);
        row("Success", "Teleported", LegProgress::Answered, LegProgress::Failed); // a word of tomorrow
        // No side says what it was; the word for the whole does.
        for (const char *call : {"NoAnsweringMachine", "Invalid", "Error", "CannotReach"}) {
            row("InProgress", "Success", LegProgress::Failed, LegProgress::Waiting, call);
            row("Success", "InProgress", LegProgress::Answered, LegProgress::Failed, call);
        }
    }

    void howItCanEnd()
    {
        QFETCH(const QByteArray, caller);
        QFETCH(const QByteArray, callee);
        QFETCH(const int, mine);
        QFETCH(const int, theirs);
        QFETCH(const QByteArray, call);
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        run.verb("fault",
                 {{"name", "ringOut"}, {"caller", caller.toStdString()}, {"callee", callee.toStdString()}, {"call", call.toStdString()}});
        Watched watched;
        const Result<> placed = run.outcome(dial(&run.provider(), toMarcus(), &watched));
        QVERIFY2(placed, qPrintable(placed ? QString() : placed.error().detail));
        QVERIFY(run.stage.eventually([&] { return !watched.ends.isEmpty(); }, 60s));
        QCOMPARE(int(watched.ends.first().mine), mine);
        QCOMPARE(int(watched.ends.first().theirs), theirs);
        run.stage.advance(60s);
        QCOMPARE(watched.ends.size(), 1);
        for (const Call &one : std::as_const(run.calls))
            QCOMPARE(one.state, CallState::Ended);
    }

    void nobodyIsAskedForEver()
    {
        RingCentralRun run;
        run.turn("ringOutAnswerMs", 3'600'000); // "InProgress" for an hour
        QVERIFY(run.connectFeed());
        Watched call;
        const Result<> placed = run.outcome(dial(&run.provider(), toMarcus(), &call));
        QVERIFY2(placed, qPrintable(placed ? QString() : placed.error().detail));
        QVERIFY(run.stage.eventually([&] { return call.mine() == LegProgress::Ringing; }));
        run.stage.advance(280s);
        QVERIFY(call.ends.isEmpty());
        QVERIFY(run.stage.eventually([&] { return !call.ends.isEmpty(); }, 60s));
        const int asked = run.asked("GET", "/ring-out/");
        run.stage.advance(60s);
        QCOMPARE(run.asked("GET", "/ring-out/"), asked);
        QCOMPARE(call.ends.size(), 1);
    }

    void myOwnPhoneSettlesNothing_data()
    {
        QTest::addColumn<QByteArray>("caller");
        QTest::newRow("I lift it, she does not") << QByteArray("Success");
        QTest::newRow("I do not lift it") << QByteArray("NoAnswer");
    }

    /// From the events of a RingOut to the queue of those who wait for a call.
    void myOwnPhoneSettlesNothing()
    {
        QFETCH(const QByteArray, caller);
        RingCentralRun run;
        const QTemporaryDir folder;
        auto opened = CallLog::open(folder.filePath(u"calls.db"_s), run.stage.clock());
        QVERIFY(opened);
        CallLog &log = **opened;
        connect(&run.tracker, &CallTracker::callChanged, &log, &CallLog::onCallChanged);
        QVERIFY(run.connectFeed());
        run.stage.control("call.start", {{"from", "+13035550187"}});
        QVERIFY(run.becomes(CallState::Ringing));
        run.stage.control("call.end");
        QVERIFY(run.becomes(CallState::Ended));
        const CallId missed = run.cardWorthy().first().id;
        QVERIFY(log.flush());
        const QDateTime midnight = run.stage.clock().now().addDays(-1);
        QCOMPARE(log.queueFacts(midnight)->missed.size(), 1);

        run.verb("fault", {{"name", "ringOut"}, {"caller", caller.toStdString()}, {"callee", "NoAnswer"}});
        Watched call;
        const Result<> placed = run.outcome(dial(&run.provider(), toMarcus(), &call));
        QVERIFY2(placed, qPrintable(placed ? QString() : placed.error().detail));
        QVERIFY(run.stage.eventually([&] { return !call.ends.isEmpty(); }, 60s));
        QVERIFY(run.stage.eventually([&] { return run.tracker.liveCalls().isEmpty(); }));
        QVERIFY(std::any_of(run.calls.begin(), run.calls.end(), [](const Call &one) { return one.ownRingOutLeg; }));
        QVERIFY(log.flush());
        const Result<QueueFacts> facts = log.queueFacts(midnight);
        QVERIFY(facts);
        QCOMPARE(facts->missed.size(), 1);
        QCOMPARE(facts->missed.first().call.id, missed);
        QVERIFY(facts->settled.isEmpty());
    }

    void cancelled_data()
    {
        QTest::addColumn<QString>("when");
        for (const char *when : {"at once", "my phone rings", "theirs rings", "connected", "over", "failed"})
            QTest::newRow(when) << QString::fromLatin1(when);
    }

    void cancelled()
    {
        QFETCH(const QString, when);
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        if (when == "failed"_L1)
            run.verb("fault", {{"name", "ringOut"}, {"caller", "Success"}, {"callee", "Busy"}});
        Watched call;
        const Result<> placed = run.outcome(dial(&run.provider(), toMarcus(), &call));
        QVERIFY2(placed, qPrintable(placed ? QString() : placed.error().detail));
        if (when == "my phone rings"_L1) {
            QVERIFY(run.stage.eventually([&] { return call.mine() == LegProgress::Ringing; }));
            run.stage.advance(1s);
        } else if (when == "theirs rings"_L1) {
            QVERIFY(run.stage.eventually([&] { return call.theirs() == LegProgress::Ringing && !call.steps.last().sessionId.isEmpty(); }));
        } else if (when == "failed"_L1) {
            QVERIFY(run.stage.eventually([&] { return !call.ends.isEmpty(); }));
        } else if (when != "at once"_L1) {
            QVERIFY(run.becomes(CallState::Active));
        }
        if (when == "over"_L1) {
            run.stage.control("call.end");
            QVERIFY(run.becomes(CallState::Ended));
        }
        const Result<> done = run.outcome(call.attempt->cancel({}));
        if (when == "over"_L1) {
            // Nothing is there any more that could be ended, and saying so is no failure of ours to act.
            QVERIFY(done || done.error().kind == ErrorKind::Refused);
        } else {
            QVERIFY2(done, qPrintable(done ? QString() : done.error().detail));
        }
        QVERIFY(run.stage.eventually([&] { return !call.ends.isEmpty(); }));
        QVERIFY(run.stage.eventually([&] { return run.tracker.liveCalls().isEmpty(); }));
        run.stage.advance(30s);
        QCOMPARE(call.ends.size(), 1);
        QVERIFY(run.stage.control("calls", {{"live", true}})["calls"].empty()); // at the provider too
    }

    void goneIsFinished()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        Watched call;
        const Result<> placed = run.outcome(dial(&run.provider(), toMarcus(), &call));
        QVERIFY2(placed, qPrintable(placed ? QString() : placed.error().detail));
        QVERIFY(run.stage.eventually([&] { return run.calls.size() == 1; })); // my own phone rings
        const Call leg = *run.calls.cbegin();
        QVERIFY(leg.ownRingOutLeg);
        QVERIFY(run.outcome(run.provider().act(leg, CallAction::HangUp, {}, {})));
        QVERIFY(run.stage.eventually([&] { return !call.ends.isEmpty(); }));
        QCOMPARE(call.ends.first().mine, LegProgress::Finished);
        QVERIFY(run.asked("GET", "/ring-out/") >= 1);
        QVERIFY(run.cardWorthy().isEmpty());
    }

    void aLostAnswerPlacesNoSecondCall_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const char *kind : {"lost", "half", "hang", "503"})
            QTest::newRow(kind) << QByteArray(kind);
    }

    void aLostAnswerPlacesNoSecondCall()
    {
        QFETCH(const QByteArray, kind);
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        run.stage.addFault("ringcentral", kind.toStdString(), {{"path", "*/ring-out"}, {"method", "POST"}, {"times", 1}});
        const auto placed = run.outcome(run.provider().placeCall(toMarcus(), {}));
        QVERIFY(!placed);
        QCOMPARE(placed.error().kind, kind == "503" ? ErrorKind::ServerFault : ErrorKind::TimedOut);
        run.stage.advance(30s);
        QCOMPARE(run.asked("POST", "/ring-out"), 1);
        const bool carriedOut = kind == "lost" || kind == "half";
        QCOMPARE(run.cardWorthy().size(), carriedOut ? 1 : 0); // it shows by its events, with one card
    }

    void aClickDoesNotWaitForAPenalty()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        run.verb("limit", {{"group", "heavy"}, {"exhaust", true}});
        for (int tries = 0; tries < 2; ++tries) {
            const auto placed = run.outcome(run.provider().placeCall(toMarcus(), {}));
            QVERIFY(!placed);
            QCOMPARE(placed.error().kind, ErrorKind::RateLimited);
            QVERIFY(placed.error().retryAfter);
        }
        run.stage.advance(120s);
        QVERIFY(run.calls.isEmpty()); // and no phone rings two minutes after the click
        QCOMPARE(run.stage.counter("ringcentral", "requestsDuringPenalty"), 0);
    }

    void refusals_data()
    {
        QTest::addColumn<QString>("callerId");
        QTest::addColumn<bool>("permission");
        QTest::newRow("not a number of ours") << u"+13035550199"_s << true;
    }

    void refusals()
    {
        QFETCH(const QString, callerId);
        QFETCH(const bool, permission);
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        if (!permission)
            run.verb("fault", {{"name", "permission"}, {"permission", "OutboundCalls"}});
        DialRequest request = toMarcus();
        request.callerId = callerId;
        const auto placed = run.outcome(run.provider().placeCall(request, {}));
        QVERIFY(!placed);
        QCOMPARE(placed.error().kind, ErrorKind::Refused);
    }

    void oneSessionForBothLegs()
    {
        RingCentralRun run;
        run.turn("ringOutSessions", "one");
        QVERIFY(run.connectFeed());
        const auto placed = run.outcome(run.provider().placeCall(toMarcus(), {}));
        QVERIFY(placed);
        QVERIFY(run.becomes(CallState::Active));
    }

    void withoutTelephonyEventsThereIsOneCardToo()
    {
        RingCentralRun run;
        run.turn("callControlScope", "off");
        QVERIFY(run.connectFeed());
        const auto placed = run.outcome(run.provider().placeCall(toMarcus(), {}));
        QVERIFY(placed);
        QVERIFY(run.becomes(CallState::Active));
        QCOMPARE(run.cardWorthy().first().direction, CallDirection::Outbound);
    }

    void lettingGoLetsTheCallBe()
    {
        RingCentralRun run;
        QVERIFY(run.connectFeed());
        auto placed = run.outcome(run.provider().placeCall(toMarcus(), {}));
        QVERIFY(placed);
        placed->reset();
        QVERIFY(run.becomes(CallState::Active));
    }
};

QTEST_GUILESS_MAIN(tst_RingCentralDialing)
#include "tst_ringcentral_dialing.moc"
