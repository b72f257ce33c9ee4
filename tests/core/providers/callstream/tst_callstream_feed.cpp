#include <callcard/callstream.h>
#include <callcard/calltracker.h>
#include <callcard/feedsupervisor.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>

#include <QCoroTask>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray kHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\r\n";
const QByteArray kHello = "event: connected\ndata: {\"type\":\"connected\"}\n\n";

const QByteArray kHelloWithAgents = "event: connected\ndata: {\"type\":\"connected\",\"ai_calls\":true}\n\n";

QByteArray callJson(const char *status, const char *time = "2026-11-20T09:00:00Z")
{
    return QByteArray(R"({"id":"CA1","session_id":"s-1","from_number":"+13035550187","from_name":"MARCUS HALE",)"
                      R"("to_number":"+12065550142","direction":"Inbound","status":")") +
           status + R"(","reason":"","timestamp":")" + time + R"(","customer_id":"","customer_name":"","customer_email":"","source":"x"})";
}

QByteArray callFrame(int id, const char *status)
{
    return "id: " + QByteArray::number(id) + "\nevent: call\ndata: {\"type\":\"call\",\"call\":" + callJson(status) + "}\n\n";
}

} // namespace

class tst_CallStreamFeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        clock = std::make_unique<FakeClock>();
        traffic = std::make_unique<TrafficLedger>();
        server = std::make_unique<LoopbackServer>();
        client = std::make_unique<HttpClient>(*clock, *traffic);
        provider = makeCallStreamProvider({.base = server->url(QString()),
                                           .token = Secret(u"reps-own-token"),
                                           .userEmail = u"dana@callcard.example"_s,
                                           .region = u"US"_s,
                                           .http = *client,
                                           .clock = *clock});
        live.clear();
        events.clear();
        proofs = 0;
        end.reset();
        stop = {};
        connect(provider.get(), &CallProvider::feedLive, this, [this](bool continuous) { live.append(continuous); });
        connect(provider.get(), &CallProvider::eventReceived, this, [this](const CallEvent &event) { events.append(event); });
        connect(provider.get(), &CallProvider::proofOfLife, this, [this] { ++proofs; });
    }

    void cleanup()
    {
        stop.request_stop();
        provider.reset();
        client.reset();
        server.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void saysWhatArrives()
    {
        server->queue(Script::raw(kHead + kHello).inPiecesOf(11));
        begin();
        QTRY_COMPARE(live, QList<bool>{false});
        const ReceivedRequest request = server->received().first();
        QCOMPARE(request.target, QByteArray("/api/call-stream"));
        QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer reps-own-token"));
        QVERIFY(!request.headers.contains("last-event-id"));
        server->sendToAll(callFrame(1, "ringing"));
        QTRY_COMPARE(events.size(), 1);
        QCOMPARE(events.first().state, LegState::Ringing);
        const int before = proofs;
        server->sendToAll("event: heartbeat\ndata: {}\n\n");
        QTRY_COMPARE(proofs, before + 1);
        QCOMPARE(events.size(), 1);
    }

    void textsArriveAndRecordingsDoNoHarm()
    {
        QList<Message> texts;
        connect(provider.get(), &CallProvider::messageReceived, this, [&](const Message &message) { texts.append(message); });
        server->queue(Script::raw(kHead + kHello));
        begin();
        QTRY_COMPARE(live.size(), 1);
        server->sendToAll("id: 5\nevent: recording\ndata: {\"recording\":{\"id\":\"twilio:RE1\",\"call_id\":\"twilio:CA1\","
                          "\"url\":\"https://x.example/1\"}}\n\n");
        server->sendToAll("id: 6\nevent: text\ndata: {\"text\":{\"id\":\"1\"}}\n\n"); // nobody can read that
        server->sendToAll("id: 7\nevent: text\ndata: {\"text\":{\"id\":\"justcall:1\",\"direction\":\"Inbound\","
                          "\"from_number\":\"+13035550187\",\"timestamp\":\"2026-11-20T09:00:00Z\",\"body\":\"Hi\","
                          "\"source\":\"justcall\"}}\n\n");
        QTRY_COMPARE(texts.size(), 1);
        QCOMPARE(texts.first().text, u"Hi"_s);
        QCOMPARE(texts.first().source, u"justcall"_s);
        QCOMPARE(texts.first().remote.number->e164(), u"+13035550187"_s);
        QVERIFY(events.isEmpty() && !end);
        QCOMPARE(live.size(), 1); // no gap
        QCOMPARE(proofs, 4);
    }

    void agentsAreOfferedWhereTheRelayHasThem()
    {
        server->queue(Script::raw(kHead + kHello, Script::End::Close));
        begin();
        QTRY_VERIFY(end);
        QVERIFY(!provider->info().sendsAgents);
        std::optional<Result<>> sent;
        TaskScope scope;
        scope.start(sendAgent(sent));
        QVERIFY(sent && sent->error().kind == ErrorKind::Refused);
        server->queue(Script::raw(kHead + kHelloWithAgents));
        begin();
        QTRY_COMPARE(live.size(), 2);
        QVERIFY(provider->info().sendsAgents);
    }

    void anAgentIsSentOnce_data()
    {
        QTest::addColumn<QList<Script>>("answers");
        QTest::addColumn<int>("kind"); // -1: it calls
        const Script placed = Script::json(R"({"status":"success","callSid":"CA1"})");
        const Script repeated = Script::json(R"({"status":"success","repeated":true})");
        const Script unknown = Script::json(R"({"status":"unknown","error":"x"})", 504);
        QTest::newRow("placed") << QList<Script>{placed} << -1;
        QTest::newRow("the answer is lost") << QList<Script>{Script::hangUp(), repeated} << -1;
        QTest::newRow("something on the way fails") << QList<Script>{Script::http(502, "<html>"), repeated} << -1;
        QTest::newRow("just being placed") << QList<Script>{Script::json(R"({"status":"unknown"})", 409), repeated} << -1;
        QTest::newRow("nobody knows") << QList<Script>{unknown, unknown, unknown, unknown, unknown} << int(ErrorKind::TimedOut);
        QTest::newRow("lost, and not placed") << QList<Script>{Script::hangUp(), Script::json(R"({"status":"failed"})", 502)}
                                              << int(ErrorKind::Refused);
        QTest::newRow("said no") << QList<Script>{Script::json(R"({"status":"failed"})", 502)} << int(ErrorKind::Refused);
        QTest::newRow("no agent any more") << QList<Script>{Script::json(R"({"status":"failed"})", 404)} << int(ErrorKind::Refused);
        QTest::newRow("patience") << QList<Script>{Script::json(R"({"status":"failed"})", 429)} << int(ErrorKind::RateLimited);
        QTest::newRow("another token") << QList<Script>{Script::json(R"({"status":"failed"})", 401)} << int(ErrorKind::SignInNeeded);
    }

    /// However the answer fares: asked under one key, and told what became of it.
    void anAgentIsSentOnce()
    {
        QFETCH(const QList<Script>, answers);
        QFETCH(const int, kind);
        server->queue(Script::raw(kHead + kHelloWithAgents));
        begin();
        QTRY_COMPARE(live.size(), 1);
        for (const Script &answer : answers)
            server->queue(answer);
        std::optional<Result<>> sent;
        TaskScope scope;
        scope.start(sendAgent(sent));
        const auto goesOn = [&] {
            clock->advance(1s);
            return sent.has_value();
        };
        QTRY_VERIFY(goesOn());
        QCOMPARE(sent->has_value() ? -1 : int(sent->error().kind), kind);
        const QList<ReceivedRequest> asked = server->received().sliced(1);
        QCOMPARE(asked.size(), answers.size());
        for (const ReceivedRequest &request : asked) {
            QCOMPARE(request.method, QByteArray("POST"));
            QCOMPARE(request.target, QByteArray("/api/ai-calls"));
            QCOMPARE(request.headers.value("authorization"), QByteArray("Bearer reps-own-token"));
            QCOMPARE(request.headers.value("idempotency-key"), asked.first().headers.value("idempotency-key"));
            QCOMPARE(request.body, QByteArray(R"({"to":"+13035550187","variables":{"customer_name":"Marcus Hale"}})"));
        }
        QVERIFY(asked.first().headers.value("idempotency-key").size() > 20);
    }

    void goesOnBehindTheLastEvent()
    {
        server->queue(Script::raw(kHead + kHello + callFrame(41, "ringing"), Script::End::Close));
        begin();
        QTRY_VERIFY(end);
        QCOMPARE(end->kind, ErrorKind::TimedOut); // the connection broke
        server->queue(Script::raw(kHead + kHello + callFrame(42, "active")));
        begin();
        QTRY_COMPARE(events.size(), 2);
        QCOMPARE(server->received().last().headers.value("last-event-id"), QByteArray("41"));
        QCOMPARE(live, (QList<bool>{false, true}));
    }

    void tellsOfALoss_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::addColumn<QList<bool>>("said");
        QTest::newRow("in the greeting") << QByteArray("event: connected\ndata: {\"type\":\"connected\",\"continuous\":false}\n\n")
                                         << QList<bool>{false, false};
        QTest::newRow("behind it") << QByteArray(kHello + "event: error\ndata: {\"type\":\"error\",\"error\":\"events were lost\"}\n\n")
                                   << QList<bool>{false, true, false};
    }

    void tellsOfALoss()
    {
        QFETCH(const QByteArray, greeting);
        QFETCH(const QList<bool>, said);
        server->queue(Script::raw(kHead + kHello + callFrame(41, "ringing"), Script::End::Close));
        begin();
        QTRY_VERIFY(end);
        server->queue(Script::raw(kHead + greeting));
        begin();
        QTRY_COMPARE(live, said);
    }

    void troubleEverySecondIsOneGapAMinute()
    {
        server->queue(Script::raw(kHead + kHello));
        begin();
        QTRY_COMPARE(live.size(), 1);
        for (int i = 0; i < 20; ++i)
            server->sendToAll("event: error\ndata: {\"type\":\"error\",\"error\":\"upstream\"}\n\n");
        QTRY_COMPARE(proofs, 21);
        QCOMPARE(live.size(), 2);
        clock->advance(30s);
        server->sendToAll("event: heartbeat\ndata: {}\n\n"); // or the silence would end the stream
        QTRY_COMPARE(proofs, 22);
        clock->advance(31s);
        server->sendToAll("event: error\ndata: oops\n\n");
        QTRY_COMPARE(live.size(), 3);
        QVERIFY(!end);
    }

    void aFrameThatNobodyCanReadEndsNothing()
    {
        server->queue(Script::raw(kHead + kHello));
        begin();
        QTRY_COMPARE(live.size(), 1);
        server->sendToAll("id: 1\nevent: call\ndata: {\"call\":\n\nid: 2\nevent: call\ndata: {\"call\":{}}\n\nevent: weather\ndata: x\n\n");
        server->sendToAll(callFrame(3, "ringing"));
        QTRY_COMPARE(events.size(), 1);
        QVERIFY(!end);
    }

    void comesBackWhenTheRelaySaysSo()
    {
        CallTracker tracker(*clock);
        FeedSupervisor supervisor(*provider, tracker, *clock, {.firstSpread = 0ms}, 1);
        int feeds = 0;
        server->respond([&feeds](const ReceivedRequest &request) {
            if (request.target != "/api/call-stream")
                return Script::json("{\"calls\":[]}");
            return ++feeds == 1 ? Script::raw(kHead + "retry: 29500\n" + kHello, Script::End::Close) : Script::raw(kHead + kHello);
        });
        supervisor.start();
        clock->advance(1ms);
        QTRY_COMPARE(supervisor.connection().state, ConnectionState::Offline);
        QCOMPARE(supervisor.connection().problem->retryAfter, std::optional(30s));
        clock->advance(29s);
        QCOMPARE(supervisor.connection().state, ConnectionState::Offline); // however soon it would have tried by itself
        clock->advance(2s);
        QTRY_COMPARE(supervisor.connection().state, ConnectionState::Connected);
        QCOMPARE(feeds, 2);
        QCoro::Task<> stopped = supervisor.stop();
        QCoro::waitFor(stopped);
    }

    void refusals_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("a wrong token") << 401 << static_cast<int>(ErrorKind::SignInNeeded);
        QTest::newRow("no such route") << 404 << static_cast<int>(ErrorKind::Refused);
        QTest::newRow("too many") << 429 << static_cast<int>(ErrorKind::RateLimited);
        QTest::newRow("their fault") << 503 << static_cast<int>(ErrorKind::ServerFault);
    }

    void refusals()
    {
        QFETCH(const int, status);
        QFETCH(const int, kind);
        server->queue(Script::json("{}", status));
        begin();
        QTRY_VERIFY(end);
        QCOMPARE(static_cast<int>(end->kind), kind);
        QVERIFY(live.isEmpty());
    }

    void stopsAtOnce()
    {
        server->queue(Script::raw(kHead + kHello));
        begin();
        QTRY_COMPARE(live.size(), 1);
        stop.request_stop();
        QVERIFY(end);
        QCOMPARE(end->kind, ErrorKind::Cancelled);
    }

    void mayBeStoppedByWhoeverListens()
    {
        connect(provider.get(), &CallProvider::eventReceived, this, [this] { stop.request_stop(); });
        server->queue(Script::raw(kHead + kHello + callFrame(1, "ringing") + callFrame(2, "active")));
        begin();
        QTRY_VERIFY(end);
        QCOMPARE(events.size(), 1);
    }

    void asksWhatIsLive()
    {
        server->queue(Script::json("{\"calls\":[" + callJson("ringing") + "]}"));
        QCoro::Task<Result<Snapshot>> task = provider->snapshot(stop.get_token());
        const Result<Snapshot> snapshot = QCoro::waitFor(task);
        QVERIFY(snapshot);
        QCOMPARE(snapshot->live.size(), 1);
        QCOMPARE(server->received().first().target, QByteArray("/api/active-calls"));
        server->queue(Script::json("{}"));
        QCoro::Task<Result<Snapshot>> again = provider->snapshot(stop.get_token());
        QCOMPARE(QCoro::waitFor(again).error().kind, ErrorKind::BadPayload);
    }

    void looksUpOneCall()
    {
        Call call;
        call.sessionId = u"CA1"_s; // known by its other id
        server->queue(Script::json("{\"calls\":[" + callJson("active") + "]}"));
        QCoro::Task<Result<QList<CallEvent>>> found = provider->lookUp(call, stop.get_token());
        QCOMPARE(QCoro::waitFor(found)->size(), 1);
        server->queue(Script::json("{\"calls\":[]}"));
        server->queue(Script::json("{}", 404)); // a relay without JustCall
        QCoro::Task<Result<QList<CallEvent>>> gone = provider->lookUp(call, stop.get_token());
        QCOMPARE(QCoro::waitFor(gone)->size(), 0);
        server->queue(Script::json("{\"calls\":[]}"));
        server->queue(Script::json("{}", 502));
        QCoro::Task<Result<QList<CallEvent>>> unknown = provider->lookUp(call, stop.get_token());
        QVERIFY(!QCoro::waitFor(unknown)); // not knowing is no answer
        server->queue(Script::json("{}", 500));
        QCoro::Task<Result<QList<CallEvent>>> failed = provider->lookUp(call, stop.get_token());
        QCOMPARE(QCoro::waitFor(failed).error().kind, ErrorKind::ServerFault);
    }

    /// The whole of it: a break, a resumption, a snapshot that ends a ghost.
    void supervisedItHeals()
    {
        CallTracker tracker(*clock);
        FeedSupervisor supervisor(*provider, tracker, *clock, {.firstSpread = 0ms}, 1);
        server->respond([](const ReceivedRequest &request) {
            return request.target.startsWith("/api/active-calls") ? Script::json("{\"calls\":[]}")
                   : request.target.startsWith("/api/justcall")   ? Script::json(R"({"status":"success","complete":true,"calls":[]})")
                                                                  : Script::silence();
        });
        server->queue(Script::raw(kHead + kHello));
        supervisor.start();
        clock->advance(1ms);
        QTRY_COMPARE(supervisor.connection().state, ConnectionState::Connected);
        QTRY_COMPARE(server->received().size(), 2); // the stream and the snapshot
        server->sendToAll(callFrame(1, "ringing"));
        QTRY_COMPARE(tracker.liveCalls().size(), 1);
        server->queue(Script::raw(kHead + "event: connected\ndata: {\"continuous\":false}\n\n"));
        server->closeAll();
        QTRY_COMPARE(supervisor.connection().state, ConnectionState::Offline);
        clock->advance(3s);
        QTRY_COMPARE(supervisor.connection().state, ConnectionState::Connected);
        QTRY_COMPARE(tracker.liveCalls().size(), 0);
        QCoro::Task<> stopped = supervisor.stop();
        QCoro::waitFor(stopped);
    }

private:
    QCoro::Task<> sendAgent(std::optional<Result<>> &sent)
    {
        const AgentRequest request{.number = *PhoneNumber::fromE164(u"+13035550187"_s), .facts = {{u"customer_name"_s, u"Marcus Hale"_s}}};
        sent = co_await provider->sendAgent(request, stop.get_token());
    }

    void begin()
    {
        end.reset();
        scope.start(run());
    }
    QCoro::Task<> run()
    {
        const Error error = co_await provider->runFeed(stop.get_token());
        end = error;
    }

    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<TrafficLedger> traffic;
    std::unique_ptr<LoopbackServer> server;
    std::unique_ptr<HttpClient> client;
    std::unique_ptr<CallProvider> provider;
    QList<bool> live;
    QList<CallEvent> events;
    int proofs = 0;
    std::optional<Error> end;
    std::stop_source stop;
    TaskScope scope;
};

QTEST_GUILESS_MAIN(tst_CallStreamFeed)
#include "tst_callstream_feed.moc"
