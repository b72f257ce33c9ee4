#include "providercontract.h"

#include "scenarios.h"

#include <QTest>

namespace callcard::testing {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

template <typename T>
QCoro::Task<> keep(QCoro::Task<T> task, std::optional<T> &out)
{
    out = co_await task;
}

FeedSupervisor::Timing promptTiming()
{
    FeedSupervisor::Timing timing;
    timing.firstSpread = 0ms;
    timing.backoff = {.first = 2s, .cap = 60s, .factor = 2.0, .jitter = 0.0};
    return timing;
}

} // namespace

ProviderContract::ProviderContract(MakeSubject make) : m_make(std::move(make)) {}

ProviderContract::~ProviderContract() = default;

void ProviderContract::init()
{
    m_calls.clear();
    m_lives.clear();
    m_repaired.clear();
    m_stage = std::make_unique<ContractStage>();
    m_subject = m_make(*m_stage);
    m_tracker = std::make_unique<CallTracker>(m_stage->clock());
    m_supervisor = std::make_unique<FeedSupervisor>(provider(), *m_tracker, m_stage->clock(), promptTiming(), 1);
    connect(m_tracker.get(), &CallTracker::callChanged, this, [this](const Call &call) { m_calls.insert(call.id, call); });
    connect(m_tracker.get(), &CallTracker::callMerged, this, [this](const CallId &from, const CallId &) { m_calls.remove(from); });
    connect(&provider(), &CallProvider::feedLive, this, [this](bool continuous) { m_lives.append(continuous); });
    connect(m_supervisor.get(), &FeedSupervisor::repaired, this, [this](int missed) { m_repaired.append(missed); });
}

void ProviderContract::cleanup()
{
    QVERIFY(stopFeed());
    m_supervisor.reset();
    m_tracker.reset();
    m_subject.reset();
    m_stage.reset();
}

bool ProviderContract::isConnected() const
{
    return m_supervisor->connection().state == ConnectionState::Connected;
}

bool ProviderContract::feed()
{
    m_supervisor->start();
    return stage().eventually([this] { return isConnected(); });
}

bool ProviderContract::stopFeed()
{
    bool stopped = false;
    m_supervisor->stop().then([&stopped] { stopped = true; });
    return QTest::qWaitFor([&stopped] { return stopped; }, 5000);
}

std::optional<Call> ProviderContract::theCall() const
{
    return m_calls.size() == 1 ? std::optional(*m_calls.cbegin()) : std::nullopt;
}

bool ProviderContract::becomes(CallState state)
{
    const bool seen = stage().eventually([&] { return theCall() && theCall()->state == state; }, subject().newsWithin());
    if (!seen)
        qWarning("%lld calls, %s instead of %s", static_cast<long long>(m_calls.size()),
                 theCall() ? qPrintable(callStateName(theCall()->state)) : "nothing", qPrintable(callStateName(state)));
    return seen;
}

QString ProviderContract::difference(const ExpectedCall &expected) const
{
    const std::optional<Call> call = theCall();
    if (!call)
        return u"%1 calls instead of one"_s.arg(m_calls.size());
    if (call->state != CallState::Ended)
        return u"still "_s + callStateName(call->state);
    if (call->reason != expected.reason)
        return u"ended as %1 instead of %2"_s.arg(endReasonName(call->reason), endReasonName(expected.reason));
    if (call->direction != expected.direction)
        return u"the wrong direction"_s;
    if (call->wasAnswered() != expected.answered)
        return expected.answered ? u"not answered"_s : u"answered"_s;
    if (call->withheld != expected.withheld || (expected.withheld && call->remote.number))
        return u"withheld or not, that differs"_s;
    if (call->internal != expected.internal)
        return u"between colleagues or not, that differs"_s;
    if (expected.talk && (!call->talkTime || std::chrono::abs(*call->talkTime - *expected.talk) > 2s))
        return u"%1 s of talk"_s.arg(call->talkTime ? call->talkTime->count() : -1);
    return {};
}

bool ProviderContract::endsAs(const ExpectedCall &expected)
{
    const auto fits = [&] { return difference(expected).isEmpty(); };
    bool good = stage().eventually(fits, subject().newsWithin() + subject().historyWithin());
    if (good) {
        stage().advance(subject().historyWithin()); // and so it stays when the provider's history has spoken
        good = fits();
    }
    if (!good)
        qWarning("%s", qPrintable(difference(expected)));
    return good;
}

void ProviderContract::play(const QString &name)
{
    const Scenario &played = scenario(name);
    const qint64 number = stage().startCall(played.start);
    for (const Scenario::Move &move : played.moves) {
        if (move.verb.empty())
            stage().advance(std::chrono::seconds(move.arguments.at("seconds").get<int>()));
        else
            stage().moveCall(move.verb, number, move.arguments);
    }
}

void ProviderContract::introducesItself()
{
    const ProviderInfo info = provider().info();
    QVERIFY(!info.id.isEmpty());
    QVERIFY(!info.name.isEmpty());
    QCOMPARE(stage().requests(subject().service()), 0); // it starts nothing before it is told to
}

void ProviderContract::connects()
{
    QVERIFY(feed());
    QCOMPARE(m_lives, QList<bool>{false}); // once, and nobody knows what was before
    QVERIFY(stage().eventually([this] { return !m_repaired.isEmpty(); }));
    QVERIFY(m_calls.isEmpty());
    stage().advance(5min);
    QVERIFY(isConnected()); // the proof stays fresh without any call
}

void ProviderContract::mapsCalls_data()
{
    QTest::addColumn<QString>("name");
    for (const Scenario &one : scenarios())
        QTest::newRow(qPrintable(one.name)) << one.name;
}

void ProviderContract::mapsCalls()
{
    QFETCH(const QString, name);
    const Scenario &played = scenario(name);
    const std::optional<ExpectedCall> expected = subject().expected(name, played.expected);
    if (!expected)
        QSKIP("this provider does not tell such calls");
    QVERIFY(feed());
    const bool shows = provider().info().showsRinging;
    const qint64 number = stage().startCall(played.start);
    if (shows)
        QVERIFY(becomes(CallState::Ringing));
    for (const Scenario::Move &move : played.moves) {
        if (move.verb.empty()) {
            stage().advance(std::chrono::seconds(move.arguments.at("seconds").get<int>()));
            continue;
        }
        stage().moveCall(move.verb, number, move.arguments);
        if (move.state && shows)
            QVERIFY2(becomes(*move.state), move.verb.c_str());
    }
    QVERIFY(endsAs(*expected));
    const std::optional<Call> call = theCall();
    if (expected->internal)
        QCOMPARE(call->remote.extension, u"102"_s);
    else if (!expected->withheld)
        QCOMPARE(call->remote.number->e164(), u"+13035550187"_s);
    QVERIFY(call->startedAt.isValid());
    QVERIFY(call->endedAt >= call->startedAt);
}

void ProviderContract::healsAfterADrop_data()
{
    QTest::addColumn<bool>("forgotten");
    QTest::addColumn<QString>("happened");
    for (const bool forgotten : {false, true}) {
        for (const char *happened : {"nothing", "answered", "ended", "came", "came and went"})
            QTest::addRow("%s, %s", forgotten ? "forgotten" : "dropped", happened) << forgotten << QString::fromLatin1(happened);
    }
}

void ProviderContract::healsAfterADrop()
{
    QFETCH(const bool, forgotten);
    QFETCH(const QString, happened);
    QVERIFY(feed());
    const bool before = !happened.startsWith("came"_L1);
    const bool shows = provider().info().showsRinging;
    const Json customer = scenario(u"answered"_s).start;
    qint64 number = before ? stage().startCall(customer) : 0;
    if (before && shows)
        QVERIFY(becomes(CallState::Ringing));

    if (forgotten)
        subject().forget(stage());
    else
        stage().verb(subject().service(), "drop");
    if (!before)
        number = stage().startCall(customer);
    if (happened == "answered"_L1 || happened == "ended"_L1)
        stage().moveCall("answer", number);
    if (happened == "ended"_L1)
        stage().moveCall("end", number);
    if (happened == "came and went"_L1)
        stage().moveCall("giveup", number);
    stage().settle();
    QVERIFY(stage().eventually([this] { return isConnected(); }));

    if (happened == "came and went"_L1) {
        QVERIFY(endsAs({.reason = EndReason::Missed}));
    } else if (happened == "ended"_L1) {
        QVERIFY(endsAs({.reason = EndReason::HungUp, .answered = true}));
    } else {
        const bool answered = happened == "answered"_L1;
        if (shows)
            QVERIFY(becomes(answered ? CallState::Active : CallState::Ringing));
        stage().advance(3s);
        stage().moveCall(answered ? "end" : "giveup", number);
        QVERIFY(endsAs({.reason = answered ? EndReason::HungUp : EndReason::Missed, .answered = answered}));
    }
}

void ProviderContract::healsExpiredCredentials()
{
    QVERIFY(feed());
    if (!subject().expireCredentials(stage()))
        QSKIP("these credentials do not run out");
    stage().verb(subject().service(), "drop");
    stage().settle();
    QVERIFY(stage().eventually([this] { return isConnected(); }));
    play(u"answered"_s);
    QVERIFY(endsAs(scenario(u"answered"_s).expected));
}

void ProviderContract::saysWhenAPersonIsNeeded()
{
    QVERIFY(feed());
    subject().revokeCredentials(stage());
    QVERIFY(stage().eventually([this] { return m_supervisor->connection().state == ConnectionState::SignInNeeded; },
                               subject().newsWithin() + 60s));
    const qint64 before = stage().requests(subject().service());
    stage().advance(10min);
    QCOMPARE(stage().requests(subject().service()), before); // hammering does not help
    QCOMPARE(m_supervisor->connection().state, ConnectionState::SignInNeeded);
}

void ProviderContract::sitsOutARateLimit()
{
    subject().exhaustRateLimit(stage());
    m_supervisor->start();
    stage().advance(30s);
    QVERIFY(!isConnected());
    QVERIFY(stage().eventually([this] { return isConnected(); }, 180s));
    QCOMPARE(stage().counter(subject().service(), "requestsDuringPenalty"), 0);
}

void ProviderContract::stopsInEveryState_data()
{
    QTest::addColumn<int>("requests");
    QTest::addColumn<bool>("hangs");
    for (const bool hangs : {false, true}) {
        for (int requests = 0; requests <= 6; ++requests)
            QTest::addRow("%d requests, then %s", requests, hangs ? "silence" : "answers") << requests << hangs;
    }
}

void ProviderContract::stopsInEveryState()
{
    QFETCH(const int, requests);
    QFETCH(const bool, hangs);
    if (hangs)
        stage().addFault(subject().service(), "hang", {{"skip", requests}});
    std::stop_source stop;
    std::optional<Error> end;
    TaskScope scope;
    scope.start(keep(provider().runFeed(stop.get_token()), end));
    const auto reached = [&] { return stage().requests(subject().service()) >= requests || !m_lives.isEmpty(); };
    QVERIFY(stage().eventually(reached));
    QVERIFY(!end);
    stop.request_stop();
    QVERIFY(QTest::qWaitFor([&] { return end.has_value(); }, 3000)); // no clock moves: it does not wait for anybody
    QCOMPARE(end->kind, ErrorKind::Cancelled);
    stage().advance(2s); // what was on its way in that moment still arrives
    const qint64 sent = stage().requests(subject().service());
    stage().advance(2min);
    QCOMPARE(stage().requests(subject().service()), sent);

    stage().verb(subject().service(), "fault.clear");
    QVERIFY(feed()); // and it can begin again
}

void ProviderContract::survivesNonsense_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"half", "garbage", "html", "server-fault", "unknown-words", "unknown-message", "not-ours", "huge", "empty"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void ProviderContract::survivesNonsense()
{
    QFETCH(const QString, kind);
    QVERIFY(feed());
    if (!subject().disturb(stage(), kind))
        QSKIP("this service has no such nonsense");
    play(u"answered"_s);
    QVERIFY(endsAs(scenario(u"answered"_s).expected));
    QVERIFY(stage().eventually([this] { return isConnected(); }, 120s));
}

void ProviderContract::takesEverythingTwice()
{
    QVERIFY(feed());
    subject().doubleEverything(stage());
    const std::optional<ExpectedCall> expected = subject().expected(u"held"_s, scenario(u"held"_s).expected);
    play(u"held"_s);
    QVERIFY(expected);
    QVERIFY(endsAs(*expected));
}

void ProviderContract::looksUpWhatBecameOfACall()
{
    QVERIFY(feed());
    play(u"answered"_s);
    QVERIFY(endsAs(scenario(u"answered"_s).expected));
    const Call call = *theCall();

    std::optional<Result<QList<CallEvent>>> facts;
    TaskScope scope;
    scope.start(keep(provider().lookUp(call, scope.stopToken()), facts));
    QVERIFY(stage().eventually([&] { return facts.has_value(); }, 60s));
    QVERIFY2(facts->has_value(), qPrintable(facts->error().detail));
    QVERIFY(!(*facts)->isEmpty());

    Call unknown = call;
    unknown.sessionId = u"s-nobody-knows-this"_s;
    facts.reset();
    scope.start(keep(provider().lookUp(unknown, scope.stopToken()), facts));
    QVERIFY(stage().eventually([&] { return facts.has_value(); }, 60s));
    QVERIFY2(facts->has_value(), qPrintable(facts->error().detail));
    QVERIFY((*facts)->isEmpty());

    stage().addFault(subject().service(), "503");
    facts.reset();
    scope.start(keep(provider().lookUp(unknown, scope.stopToken()), facts));
    QVERIFY(stage().eventually([&] { return facts.has_value(); }, 60s));
    QVERIFY(!facts->has_value()); // not knowing is no answer
}

void ProviderContract::tellsThePast()
{
    const QDateTime begin = stage().clock().now();
    int played = 0;
    QList<std::pair<EndReason, bool>> told;
    for (const QString &name : {u"answered"_s, u"caller gave up"_s, u"dialled, answered"_s, u"voicemail"_s}) {
        const std::optional<ExpectedCall> expected = subject().expected(name, scenario(name).expected);
        if (!expected)
            continue;
        play(name);
        ++played;
        told.append({expected->reason, expected->answered});
    }
    stage().advance(subject().historyWithin());
    std::optional<Result<QList<CallEvent>>> facts;
    TaskScope scope;
    scope.start(keep(provider().callsSince(begin, scope.stopToken()), facts));
    QVERIFY(stage().eventually([&] { return facts.has_value(); }, 120s));
    QVERIFY2(facts->has_value(), qPrintable(facts->error().detail));
    for (const CallEvent &event : std::as_const(**facts)) {
        QVERIFY(event.settled);
        tracker().onEvent(event);
    }
    QCOMPARE(calls().size(), played);
    for (const Call &call : calls())
        QVERIFY2(told.removeOne({call.reason, call.wasAnswered()}), qPrintable(endReasonName(call.reason)));
}

} // namespace callcard::testing
