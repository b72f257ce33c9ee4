// The demo cloud signs and writes webhooks from the vendors' notes, the rooms read them from the same notes: here they meet.

#include <callcard/calltracker.h>
#include <callcard/justcallhooks.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>
#include <callcard/twilio.h>
#include <democloud.h>

#include <QTest>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

using Json = nlohmann::json;

const QDateTime kStart(QDate(2026, 3, 4), QTime(16, 0), Qt::UTC);

HttpHeaders headersOf(const ReceivedRequest &request)
{
    HttpHeaders headers;
    for (auto header = request.headers.cbegin(); header != request.headers.cend(); ++header)
        headers.set(header.key(), header.value());
    return headers;
}

} // namespace

class tst_Webhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        demo::DemoOptions options;
        options.customers = 20;
        options.days = 0;
        options.startAt = kStart.toSecsSinceEpoch();
        options.speed = 0;
        cloud = std::make_unique<demo::DemoCloud>(options);
        QVERIFY(cloud->start());
        server = std::make_unique<LoopbackServer>();
        server->respond([](const ReceivedRequest &) { return Script::json("{}"); });
        clock = std::make_unique<FakeClock>(kStart);
        tracker = std::make_unique<CallTracker>(*clock);
    }
    void cleanup()
    {
        cloud.reset();
        server.reset();
    }

    void justCall_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<int>("reason");
        QTest::addColumn<bool>("full");
        QTest::addColumn<bool>("lower");
        for (const bool full : {false, true}) {
            for (const bool lower : {false, true}) {
                QTest::addRow("answered, %d %d", full, lower) << QByteArray("end") << int(EndReason::HungUp) << full << lower;
                QTest::addRow("missed, %d %d", full, lower) << QByteArray("miss") << int(EndReason::Missed) << full << lower;
            }
        }
    }

    void justCall()
    {
        QFETCH(const QByteArray, end);
        QFETCH(const int, reason);
        QFETCH(const bool, full);
        QFETCH(const bool, lower);
        set("earlyEvents", full ? "full" : "minimal");
        set("webhookTypes", lower ? "lower" : "as-listed");
        hook("justcall", {{"type", "*"}, {"secret", "s3"}, {"copies", 2}});
        QTRY_COMPARE(server->received().size(), 1); // the registration
        QCOMPARE(justcall::eventsFromWebhook(server->received().first().body, kStart, u"US"_s)->kind, justcall::HookNews::Kind::Validation);
        steer("call.start", {{"customer", "customer-1"}});
        const bool talked = end == "end";
        if (talked) {
            steer("clock.advance", {{"seconds", 4}});
            steer("call.answer");
            steer("clock.advance", {{"seconds", 30}});
        }
        steer(QByteArray("call." + end).constData());
        QTRY_COMPARE(server->received().size(), 7); // incoming, answered or missed, completed; all twice
        QSet<QString> deliveries;
        for (const ReceivedRequest &request : server->received().mid(1)) {
            const QString url = server->url(u"/hook"_s).toString();
            QVERIFY(justcall::verifyWebhook(headersOf(request), url, request.body, Secret(u"s3"), kStart.addSecs(60)));
            QVERIFY(!justcall::verifyWebhook(headersOf(request), url, request.body, Secret(u"s4"), kStart.addSecs(60)));
            const auto news = justcall::eventsFromWebhook(request.body, justcall::hookTime(headersOf(request)), u"US"_s);
            QVERIFY(news);
            deliveries.insert(news->requestId);
            for (const CallEvent &fact : news->facts)
                tracker->onEvent(fact);
        }
        QCOMPARE(deliveries.size(), 3);
        const Call call = theCall();
        QCOMPARE(call.state, CallState::Ended);
        QCOMPARE(int(call.reason), reason);
        QCOMPARE(call.wasAnswered(), talked);
        if (talked)
            QCOMPARE(call.talkTime->count(), 30);
        QCOMPARE(call.remote.number->e164(), u"+13035550187"_s);
    }

    void justCallTexts()
    {
        hook("justcall", {{"type", "sms.sent_received"}, {"secret", "s3"}});
        steer("text.add", {{"customer", "customer-1"}, {"body", "Hello & welcome"}});
        QTRY_COMPARE(server->received().size(), 2);
        const auto news = justcall::eventsFromWebhook(server->received().last().body, kStart, u"US"_s);
        QVERIFY(news && news->text);
        QCOMPARE(news->text->text, u"Hello & welcome"_s);
        QCOMPARE(news->text->direction, CallDirection::Inbound);
    }

    void twilio_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<int>("reason");
        QTest::newRow("answered") << QByteArray("end") << int(EndReason::HungUp);
        QTest::newRow("missed") << QByteArray("miss") << int(EndReason::Missed);
    }

    void twilio()
    {
        QFETCH(const QByteArray, end);
        QFETCH(const int, reason);
        hook("twilio", {{"secret", "auth"}, {"copies", 2}});
        steer("call.start", {{"customer", "customer-1"}});
        const bool talked = end == "end";
        if (talked) {
            steer("call.answer");
            steer("clock.advance", {{"seconds", 30}});
        }
        steer(QByteArray("call." + end).constData());
        QTRY_COMPARE(server->received().size(), talked ? 6 : 4);
        const QString url = server->url(u"/hook"_s).toString();
        // They left together and arrived in any order.
        for (const ReceivedRequest &request : server->received()) {
            QVERIFY(twilio::verifyWebhook(headersOf(request), url, request.body, Secret(u"auth")));
            QVERIFY(!twilio::verifyWebhook(headersOf(request), url + u"?x=1"_s, request.body, Secret(u"auth")));
            const auto callback = twilio::eventsFromWebhook(request.body, kStart, u"US"_s);
            QVERIFY(callback && callback->fact);
            tracker->onEvent(*callback->fact);
        }
        const Call call = theCall();
        QCOMPARE(int(call.reason), reason);
        QCOMPARE(call.state, CallState::Ended);
        if (talked)
            QCOMPARE(call.talkTime->count(), 30);
    }

private:
    Json steer(const char *verb, Json arguments = Json::object())
    {
        arguments["do"] = verb;
        const Json answer = cloud->control(arguments);
        if (!answer.value("ok", false))
            qFatal("%s: %s", verb, answer.dump().c_str());
        return answer;
    }
    void set(const char *name, const char *position) { steer("switch", {{"service", "justcall"}, {"name", name}, {"position", position}}); }
    void hook(const char *provider, Json arguments)
    {
        arguments["provider"] = provider;
        arguments["url"] = server->url(u"/hook"_s).toString().toStdString();
        steer("webhook.add", std::move(arguments));
    }
    [[nodiscard]] Call theCall()
    {
        const Json calls = steer("calls");
        const QString sid = QString::fromStdString(calls["calls"][0]["callSid"].get<std::string>());
        for (const char *source : {"justcall", "twilio"}) {
            if (const auto call = tracker->call(CallId(QLatin1StringView(source) + u':' + sid)))
                return *call;
        }
        return {};
    }

    std::unique_ptr<demo::DemoCloud> cloud;
    std::unique_ptr<LoopbackServer> server;
    std::unique_ptr<FakeClock> clock;
    std::unique_ptr<CallTracker> tracker;
};

QTEST_GUILESS_MAIN(tst_Webhooks)
#include "tst_webhooks.moc"
