#include <callcard/dialing.h>
#include <callcard/testing/fakeclock.h>

#include <QSignalSpy>
#include <QTest>

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
    ProviderInfo info() const override { return {.id = u"phone"_s, .name = u"Phone"_s, .canDial = canDial}; }
    QCoro::Task<Error> runFeed(std::stop_token) override { co_return Error{.kind = ErrorKind::Cancelled}; }
    QCoro::Task<Result<Snapshot>> snapshot(std::stop_token) override { co_return Snapshot{}; }
    QCoro::Task<Result<QList<CallEvent>>> callsSince(QDateTime, std::stop_token) override { co_return QList<CallEvent>{}; }
    QCoro::Task<Result<QList<CallEvent>>> lookUp(Call, std::stop_token) override { co_return QList<CallEvent>{}; }
    QCoro::Task<Result<std::shared_ptr<DialAttempt>>> placeCall(DialRequest request, std::stop_token stop) override
    {
        requests.append(request.number.e164());
        const auto answer = std::make_shared<Completion<>>();
        answers.append(answer);
        const Result<> answered = co_await answer->wait(stop);
        if (!answered)
            co_return tl::unexpected(answered.error());
        std::shared_ptr<DialAttempt> given = attempt; // g++ 12 moves from a member named in co_return
        co_return given;
    }
    bool canDial = true;
    QStringList requests;
    QList<std::shared_ptr<Completion<>>> answers; // of the requests, in their order
    std::shared_ptr<Attempt> attempt = std::make_shared<Attempt>();
};

class Links final : public LinkOpener
{
public:
    Result<> open(const QUrl &link) override
    {
        opened.append(link.toString(QUrl::FullyEncoded));
        return result;
    }
    QStringList opened;
    Result<> result{};
};

/// A desk with a phone on it, and what came of each dialling.
struct Desk {
    explicit Desk(DialRoute route = DialRoute::Provider) : dialing(links, clock)
    {
        dialing.setProvider(&phone);
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
        desk.clock.advance(2900ms);
        desk.dial(u"tel:+13035550142"_s); // the first one has not even answered
        QCOMPARE(desk.outcomes, QStringList{u"already 1"_s});
        desk.dial(u"303-555-0143"_s); // somebody else
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

    void aLostAnswerIsNotTriedAgain()
    {
        Desk desk;
        desk.dial(u"303-555-0142"_s);
        desk.phone.answers.last()->complete(failure(ErrorKind::TimedOut));
        QCOMPARE(desk.stages(), (QStringList{u"asked"_s, u"unclear"_s}));
        QVERIFY(desk.dialing.record(1)->error.has_value());
        desk.dial(u"303-555-0142"_s); // an impatient finger
        QCOMPARE(desk.phone.requests.size(), 1);
        QCOMPARE(desk.outcomes.last(), u"already 1"_s);
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
