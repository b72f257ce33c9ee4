#include <callcard/callstream.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>

#include <QCoroTask>
#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray row(int id, const char *date, const char *time)
{
    return "{\"id\":" + QByteArray::number(id) + ",\"call_sid\":\"CA" + QByteArray::number(id) +
           R"(","contact_number":"12025550123","justcall_number":"12025550114","call_date":")" + date + R"(","call_time":")" + time +
           R"(","call_info":{"direction":"Incoming","type":"Answered"},"call_duration":{"conversation_time":130,"hold_time":25}})";
}

Script answer(const QByteArray &rows, const char *key = "calls", const char *complete = "true")
{
    return Script::json(R"({"status":"success","complete":)" + QByteArray(complete) + ",\"" + key + "\":[" + rows + "]}");
}

const Span kDay{.from = QDateTime(QDate(2026, 11, 18), QTime(7, 0), Qt::UTC), .to = QDateTime(QDate(2026, 11, 19), QTime(7, 0), Qt::UTC)};

} // namespace

class tst_CallStreamHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        server = std::make_unique<LoopbackServer>();
        client = std::make_unique<HttpClient>(clock, traffic);
        context.emplace(CallStreamContext{.base = server->url(QString()),
                                          .token = Secret(u"token"),
                                          .userEmail = u"dana@callcard.example"_s,
                                          .region = u"US"_s,
                                          .http = *client,
                                          .clock = clock});
        history = makeCallStreamHistory(*context);
    }
    void cleanup()
    {
        history.reset();
        client.reset();
        server.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void readsOnlyTheSpan()
    {
        // One row before the span, one in it twice, one after it.
        server->queue(answer(row(1, "2026-11-18", "6:59:59") + ',' + row(2, "2026-11-18", "7:00:00") + ',' +
                             row(2, "2026-11-18", "7:00:00") + ',' + row(3, "2026-11-19", "07:00:00")));
        const auto calls = read(kDay);
        QVERIFY(calls);
        QCOMPARE(calls->size(), 1);
        QCOMPARE(calls->first().rowId, u"2"_s);
        QCOMPARE(calls->first().event.source, u"justcall"_s);
        QCOMPARE(calls->first().event.talkTime->count(), 130);
        QCOMPARE(server->received().first().target, QByteArray("/api/justcall/calls?start_date=2026-11-17&end_date=2026-11-20"));
    }

    void asksLongSpansInWindows()
    {
        server->respond([](const ReceivedRequest &) { return answer({}); });
        QVERIFY(read({.from = kDay.from.addDays(-20), .to = kDay.to}));
        QCOMPARE(server->received().size(), 4);
        QCOMPARE(server->received().last().target, QByteArray("/api/justcall/calls?start_date=2026-11-18&end_date=2026-11-20"));
    }

    void aPartIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        QTest::newRow("incomplete") << answer({}, "calls", "false").pieces.first() << static_cast<int>(ErrorKind::ServerFault);
        QTest::newRow("no list") << answer({}, "rows").pieces.first() << static_cast<int>(ErrorKind::BadPayload);
        QTest::newRow("a row without a time") << answer(row(1, "", "")).pieces.first() << static_cast<int>(ErrorKind::BadPayload);
        QTest::newRow("failed") << Script::json(R"({"status":"failed"})").pieces.first() << static_cast<int>(ErrorKind::ServerFault);
        QTest::newRow("half a body") << Script::json(R"({"status":"success","complete":true,"calls":[)").pieces.first()
                                     << static_cast<int>(ErrorKind::BadPayload);
        QTest::newRow("signed out") << Script::json("{}", 401).pieces.first() << static_cast<int>(ErrorKind::SignInNeeded);
    }

    void aPartIsAnError()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const int, kind);
        server->queue(Script::raw(body));
        const auto calls = read(kDay);
        QVERIFY(!calls);
        QCOMPARE(static_cast<int>(calls.error().kind), kind);
    }

    void whatIsForgottenIsNotEmpty()
    {
        const auto calls = read({.from = kDay.from.addDays(-100), .to = kDay.from.addDays(-99)});
        QVERIFY(!calls);
        QCOMPARE(calls.error().kind, ErrorKind::Refused);
        QVERIFY(server->received().isEmpty());
    }

    void knowsOnlyItsOwnRep()
    {
        server->respond([](const ReceivedRequest &) { return Script::json("{\"calls\":[]}"); });
        QCoro::Task<Result<QList<Agent>>> own = history->agents(u" Dana@callcard.example"_s, {});
        QCOMPARE(QCoro::waitFor(own)->size(), 1);
        QCoro::Task<Result<QList<Agent>>> other = history->agents(u"lee@callcard.example"_s, {});
        QCOMPARE(QCoro::waitFor(other)->size(), 0);
    }

    void theProviderTellsWhatWasMissed()
    {
        const auto provider = makeCallStreamProvider(*context);
        server->queue(answer(row(2, "2026-11-18", "7:00:00")));
        QCoro::Task<Result<QList<CallEvent>>> task = provider->callsSince(kDay.from, {});
        const auto facts = QCoro::waitFor(task);
        QVERIFY(facts);
        QCOMPARE(facts->size(), 1);
        QVERIFY(facts->first().settled);
        QCOMPARE(facts->first().source, u"callstream"_s); // so that it is settled under the name of its feed
        QCOMPARE(facts->first().sessionId, u"CA2"_s);
    }

private:
    Result<QList<HistoricCall>> read(Span span)
    {
        QCoro::Task<Result<QList<HistoricCall>>> task = history->calls({}, span, {});
        return QCoro::waitFor(task);
    }

    FakeClock clock;
    TrafficLedger traffic;
    std::unique_ptr<LoopbackServer> server;
    std::unique_ptr<HttpClient> client;
    std::optional<CallStreamContext> context;
    std::unique_ptr<CallHistory> history;
};

QTEST_GUILESS_MAIN(tst_CallStreamHistory)
#include "tst_callstream_history.moc"
