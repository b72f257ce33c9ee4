#include <callcard/dialing.h>
#include <callcard/testing/fakeclock.h>

#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace callcard;
using namespace callcard::testing;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

class Attempt final : public DialAttempt
{
public:
    QCoro::Task<Result<>> cancel(std::stop_token) override
    {
        ++cancels;
        co_return cancelResult;
    }
    int cancels = 0;
    Result<> cancelResult{};
};

/// Answers when the test says so.
class Phone final : public CallProvider
{
public:
    ProviderInfo info() const override { return {.id = u"phone"_s, .name = u"Phone"_s, .canDial = canDial, .sendsAgents = sendsAgents}; }
    QCoro::Task<Error> runFeed(std::stop_token) override { co_return Error{.kind = ErrorKind::Cancelled}; }
    QCoro::Task<Result<Snapshot>> snapshot(std::stop_token) override { co_return Snapshot{}; }
    QCoro::Task<Result<QList<CallEvent>>> callsSince(QDateTime, std::stop_token) override { co_return QList<CallEvent>{}; }
    QCoro::Task<Result<QList<CallEvent>>> lookUp(Call, std::stop_token) override { co_return QList<CallEvent>{}; }
    QCoro::Task<Result<std::shared_ptr<DialAttempt>>> placeCall(DialRequest request, std::stop_token stop) override
    {
        requests.append(request.number.e164());
        const auto answer = std::make_shared<Completion<>>();
        answers.append(answer);
        const std::stop_token heard = deaf ? std::stop_token() : stop;
        const Result<> answered = co_await answer->wait(heard);
        if (!answered)
            co_return tl::unexpected(answered.error());
        std::shared_ptr<DialAttempt> given = attempt; // g++ 12 moves from a member named in co_return
        co_return given;
    }
    QCoro::Task<Result<>> sendAgent(AgentRequest request, std::stop_token stop) override
    {
        agents.append(request.number.e164() + u' ' + request.facts.value(u"customer_name"_s));
        const auto answer = std::make_shared<Completion<>>();
        answers.append(answer);
        const Result<> answered = co_await answer->wait(stop);
        co_return answered;
    }
    bool canDial = true;
    bool sendsAgents = true;
    QStringList agents;
    bool deaf = false; ///< Answers whatever is said to it meanwhile.
    QStringList requests;
    QList<std::shared_ptr<Completion<>>> answers; // of the requests, in their order
    std::shared_ptr<Attempt> attempt = std::make_shared<Attempt>();
};

class Links final : public LinkOpener
{
public:
    QCoro::Task<Result<>> open(QUrl link, std::stop_token) override
    {
        opened.append(link.toString(QUrl::FullyEncoded));
        co_return result;
    }
    QStringList opened;
    Result<> result{};
};

/// A desk with a phone on it, and what came of each dialling.
struct Desk {
    explicit Desk(DialRoute route = DialRoute::Provider) : dialing(links, clock)
    {
        dialing.setProvider(&phone);
        dialing.setAgents(&phone);
        dialing.setRules({.route = route, .region = u"US"_s});
        QObject::connect(&dialing, &Dialing::recordChanged, &dialing, [this](const DialRecord &record) { records.append(record); });
    }
    ~Desk() { QCoro::waitFor(scope.close()); }

    void dial(const QString &text, QList<DialWarning> accepted = {}, Callee callee = {})
    {
        scope.start(run(dialing.plan(*dialing.read(text), callee), std::move(accepted)));
    }
    QCoro::Task<> run(DialPlan plan, QList<DialWarning> accepted)
    {
        const Result<Dialing::Dialled> dialled = co_await dialing.dial(plan, accepted, scope.stopToken());
        outcomes.append(dialled ? (dialled->alreadyCalling ? u"already %1"_s : u"call %1"_s).arg(dialled->record)
                                : errorKindName(dialled.error().kind) + u": "_s + dialled.error().detail);
    }
    [[nodiscard]] QStringList stages() const
    {
        static const QStringList names{u"asked"_s, u"handed-over"_s, u"placed"_s, u"over"_s, u"refused"_s, u"unclear"_s};
        QStringList told;
        for (const DialRecord &record : records)
            told.append(names.at(int(record.stage)));
        return told;
    }

    FakeClock clock{QDateTime(QDate(2026, 11, 14), QTime(19, 0), Qt::UTC)}; // noon in Denver
    Links links;
    Phone phone;
    Dialing dialing;
    QList<DialRecord> records;
    QStringList outcomes;
    TaskScope scope;
};

QCoro::Task<> letGo(Dialing &dialing, bool &gone)
{
    co_await dialing.letGo();
    gone = true;
}

} // namespace

class tst_Dialing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallHasARecordBeforeItIsAsked()
    {
        Desk desk;
        desk.dial(u"(303) 555-0142"_s);
        QCOMPARE(desk.phone.requests, QStringList{u"+13035550142"_s});
        QCOMPARE(desk.stages(), QStringList{u"asked"_s});
        QVERIFY(desk.outcomes.isEmpty());

        desk.phone.answers.last()->complete();
        QCOMPARE(desk.outcomes, QStringList{u"call 1"_s});
        Q_EMIT
        desk.phone.attempt->progressed({.mine = LegProgress::Ringing, .sessionId = u"s-1"_s});
        Q_EMIT
        desk.phone.attempt->finished({.mine = LegProgress::Answered, .theirs = LegProgress::Answered, .sessionId = u"s-1"_s});
        QCOMPARE(desk.stages(), (QStringList{u"asked"_s, u"placed"_s, u"placed"_s, u"over"_s}));
        QCOMPARE(desk.dialing.record(1)->progress.sessionId, u"s-1"_s);
    }

    void twoClicksAreOneCall()
    {
        Desk desk;
        desk.dial(u"(303) 555-0142"_s);
        desk.clock.advance(20s);
        desk.dial(u"tel:+13035550142"_s); // the first one has not even answered, however slow the network
        QCOMPARE(desk.outcomes, QStringList{u"already 1"_s});
        desk.dial(u"303-555-0143"_s); // somebody else
        QCOMPARE(desk.phone.requests.size(), 2);
        desk.phone.answers.first()->complete();
        desk.clock.advance(2900ms); // since the answer, not since the click
        desk.dial(u"(303) 555-0142"_s);
        QCOMPARE(desk.phone.requests.size(), 2);
        desk.clock.advance(200ms);
        desk.dial(u"(303) 555-0142"_s);
        QCOMPARE(desk.phone.requests.size(), 3);
    }

    void aStormOfLinksIsOneCall()
    {
        Desk desk(DialRoute::System);
        for (int i = 0; i < 100; ++i)
            desk.dial(u"tel:+13035550142"_s);
        QCOMPARE(desk.links.opened, QStringList{u"tel:+13035550142"_s});
        QCOMPARE(desk.outcomes.count(u"already 1"_s), 99);
    }

    void aRefusedCallMayBeTriedAtOnce()
    {
        Desk desk;
        desk.dial(u"303-555-0142"_s);
        desk.phone.answers.last()->complete(failure(ErrorKind::Refused, u"InsufficientPermissions"_s));
        QCOMPARE(desk.outcomes, QStringList{u"refused: InsufficientPermissions"_s});
        QCOMPARE(desk.stages(), (QStringList{u"asked"_s, u"refused"_s}));
        desk.dial(u"303-555-0142"_s);
        QCOMPARE(desk.phone.requests.size(), 2);
    }

    void aLostAnswerIsNotTriedAgain_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("silence") << ErrorKind::TimedOut;
        QTest::newRow("a fault") << ErrorKind::ServerFault;
        QTest::newRow("an answer that nobody can read") << ErrorKind::BadPayload;
    }

    void aLostAnswerIsNotTriedAgain()
    {
        QFETCH(const ErrorKind, kind);
        Desk desk;
        desk.dial(u"303-555-0142"_s);
        desk.clock.advance(20s);
        desk.phone.answers.last()->complete(failure(kind));
        QCOMPARE(desk.stages(), (QStringList{u"asked"_s, u"unclear"_s}));
        QVERIFY(desk.dialing.record(1)->error.has_value());
        desk.clock.advance(2900ms);
        desk.dial(u"303-555-0142"_s); // an impatient finger
        QCOMPARE(desk.phone.requests.size(), 1);
        QCOMPARE(desk.outcomes.last(), u"already 1"_s);
        desk.clock.advance(200ms);
        desk.dial(u"303-555-0142"_s); // a person who looked
        QCOMPARE(desk.phone.requests.size(), 2);
    }

    void aServiceThatGoesIsLetGoFirst()
    {
        Desk desk;
        bool gone = false;
        desk.dial(u"303-555-0142"_s);
        desk.phone.answers.last()->complete();
        const std::weak_ptr<DialAttempt> followed = std::exchange(desk.phone.attempt, std::make_shared<Attempt>());
        QVERIFY(!followed.expired());
        desk.dial(u"303-555-0143"_s); // asked, and stopped in the middle of it
        desk.phone.deaf = true;
        desk.dial(u"303-555-0144"_s); // asked, and answered whatever we say
        desk.scope.start(letGo(desk.dialing, gone));
        QVERIFY(followed.expired()); // it would ask on and on with tokens that are no more
        QCOMPARE(desk.dialing.record(1)->stage, DialRecord::Stage::Over);
        QCOMPARE(desk.dialing.record(2)->stage, DialRecord::Stage::Unclear); // it may ring
        QCoreApplication::processEvents();
        QVERIFY(!gone);
        desk.phone.answers.last()->complete();
        QTRY_VERIFY(gone);
        QCOMPARE(desk.dialing.record(3)->stage, DialRecord::Stage::Over);
        QVERIFY(!QCoro::waitFor(desk.dialing.cancel(3, {})));
        desk.dialing.setProvider(&desk.phone);
        desk.phone.deaf = false;
        desk.dial(u"303-555-0145"_s);
        QCOMPARE(desk.phone.requests.size(), 4);
    }

    void anAgentIsAskedOnce()
    {
        Desk desk(DialRoute::AiAgent);
        desk.dial(u"303-555-0142"_s, {}, {.name = u"Marcus"_s});
        desk.dial(u"303-555-0142"_s, {}, {.name = u"Marcus"_s});
        QCOMPARE(desk.phone.agents, QStringList{u"+13035550142 Marcus"_s});
        QVERIFY(desk.phone.requests.isEmpty() && desk.links.opened.isEmpty());
        desk.phone.answers.last()->complete();
        QCOMPARE(desk.stages(), (QStringList{u"asked"_s, u"handed-over"_s}));
        desk.clock.advance(4s);
        desk.dial(u"303-555-0142"_s);
        desk.phone.answers.last()->complete(failure(ErrorKind::TimedOut));
        QCOMPARE(desk.stages().last(), u"unclear"_s);
        desk.clock.advance(4s);
        desk.dial(u"303-555-0142"_s);
        desk.phone.answers.last()->complete(failure(ErrorKind::Refused, u"nobody was called"_s));
        QCOMPARE(desk.stages().last(), u"refused"_s);
        desk.dial(u"1-900-555-0142"_s); // a machine needs a second thought as well
        QCOMPARE(desk.outcomes.last(), u"refused: premium"_s);
        desk.phone.sendsAgents = false;
        desk.dialing.setAgents(&desk.phone);
        desk.dial(u"303-555-0143"_s);
        QCOMPARE(desk.outcomes.last(), u"refused: no-agent"_s);
        QCOMPARE(desk.phone.agents.size(), 3);
    }

    void knowsWhatItHandedOut()
    {
        Desk desk(DialRoute::System);
        const DialTarget target = *desk.dialing.read(u"303-555-0142");
        QVERIFY(!desk.dialing.wasHandedOver(target));
        desk.dial(u"303-555-0142"_s);
        QVERIFY(desk.dialing.wasHandedOver(target));
        QVERIFY(!desk.dialing.wasHandedOver(*desk.dialing.read(u"303-555-0143")));
        desk.clock.advance(3100ms);
        QVERIFY(!desk.dialing.wasHandedOver(target));
    }

    void whatIsOverStaysOver()
    {
        Desk desk;
        desk.dial(u"303-555-0142"_s);
        desk.phone.answers.last()->complete();
        QVERIFY(QCoro::waitFor(desk.dialing.cancel(1, {})));
        Q_EMIT
        desk.phone.attempt->progressed({.mine = LegProgress::Ringing});
        QCOMPARE(desk.stages().last(), u"over"_s);
    }

    void warningsMustBeAccepted()
    {
        Desk desk;
        desk.dial(u"1-900-555-0142"_s, {}, {.doNotCall = true});
        QCOMPARE(desk.outcomes, QStringList{u"refused: premium, do-not-call"_s});
        desk.dial(u"1-900-555-0142"_s, {DialWarning::Premium}, {.doNotCall = true});
        QCOMPARE(desk.outcomes.last(), u"refused: do-not-call"_s);
        QVERIFY(desk.phone.requests.isEmpty());
        QVERIFY(desk.records.isEmpty());
        desk.dial(u"1-900-555-0142"_s, {DialWarning::Premium, DialWarning::DoNotCall}, {.doNotCall = true});
        QCOMPARE(desk.phone.requests.size(), 1);
        QCOMPARE(desk.records.first().overridden, (QList{DialWarning::Premium, DialWarning::DoNotCall}));
    }

    void anEmergencyNumberNeverGoesUnasked()
    {
        Desk desk;
        desk.dial(u"911"_s);
        QCOMPARE(desk.outcomes, QStringList{u"refused: emergency"_s});
        desk.dial(u"911"_s, {DialWarning::Emergency});
        QCOMPARE(desk.links.opened, QStringList{u"tel:911"_s});
        QVERIFY(desk.phone.requests.isEmpty());
    }

    void aProgramThatIsNotThereIsSaid()
    {
        Desk desk(DialRoute::RingCentralApp);
        desk.links.result = failure(ErrorKind::Refused, u"no handler"_s);
        desk.dial(u"303-555-0142"_s);
        QCOMPARE(desk.outcomes, QStringList{u"refused: no handler"_s});
        desk.links.result = {};
        desk.dial(u"303-555-0142"_s);
        QCOMPARE(desk.stages(), (QStringList{u"asked"_s, u"refused"_s, u"asked"_s, u"handed-over"_s}));
        QCOMPARE(desk.links.opened.last(), u"rcapp://r/call?number=+13035550142"_s);
    }

    void withoutAProviderNothingIsPlaced()
    {
        Desk desk;
        desk.phone.canDial = false;
        desk.dialing.setProvider(&desk.phone);
        desk.dial(u"303-555-0142"_s);
        QCOMPARE(desk.outcomes, QStringList{u"refused: no-provider"_s});
        // The plan was made while there was one.
        desk.phone.canDial = true;
        desk.dialing.setProvider(&desk.phone);
        const DialPlan plan = desk.dialing.plan(*desk.dialing.read(u"303-555-0142"_s), {});
        desk.dialing.setProvider(nullptr);
        desk.scope.start(desk.run(plan, {}));
        QCOMPARE(desk.outcomes.last(), u"refused: no-provider"_s);
        QVERIFY(desk.phone.requests.isEmpty());
    }

    void cancels()
    {
        Desk desk;
        desk.dial(u"303-555-0142"_s);
        QVERIFY(!QCoro::waitFor(desk.dialing.cancel(1, {})));
        desk.phone.answers.last()->complete();
        desk.phone.attempt->cancelResult = failure(ErrorKind::Refused, u"answered"_s);
        QVERIFY(!QCoro::waitFor(desk.dialing.cancel(1, {})));
        QCOMPARE(desk.stages().last(), u"placed"_s);
        desk.phone.attempt->cancelResult = {};
        QVERIFY(QCoro::waitFor(desk.dialing.cancel(1, {})));
        QCOMPARE(desk.stages().last(), u"over"_s);
        QCOMPARE(desk.phone.attempt->cancels, 2);
        QVERIFY(!QCoro::waitFor(desk.dialing.cancel(99, {})));
    }
};

QTEST_GUILESS_MAIN(tst_Dialing)
#include "tst_dialing.moc"
