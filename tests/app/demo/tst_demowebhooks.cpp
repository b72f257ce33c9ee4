#include "asking.h"

#include "webhooks/signatures.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

using namespace callcard;
using namespace callcard::demo;

namespace {

/// Somebody's endpoint: keeps what it gets, answers as told.
class Endpoint
{
public:
    Endpoint() : m_server(m_thread, [this](const std::shared_ptr<serving::Exchange> &exchange) { onRequest(exchange); })
    {
        const auto port = m_server.listen();
        url = "http://127.0.0.1:" + std::to_string(port.value_or(0)) + "/hook";
    }
    [[nodiscard]] std::vector<serving::Request> requests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests;
    }
    void answerWith(int status, bool echo = true)
    {
        const std::lock_guard lock(m_mutex);
        m_status = status;
        m_echo = echo;
    }
    std::string url{};

private:
    void onRequest(const std::shared_ptr<serving::Exchange> &exchange)
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(exchange->request());
        serving::Response response = serving::Response::json(m_status, "{}");
        if (const auto token = exchange->request().header("Validation-Token"); m_echo && !token.empty())
            response.headers.emplace_back("Validation-Token", std::string(token));
        exchange->reply(std::move(response));
    }

    mutable std::mutex m_mutex;
    std::vector<serving::Request> m_requests;
    int m_status = 200;
    bool m_echo = true;
    serving::ServingThread m_thread;
    serving::HttpServer m_server;
};

} // namespace

class tst_DemoWebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_cloud = std::make_unique<DemoCloud>(smallCloud());
        QVERIFY(m_cloud->start());
        m_endpoint = std::make_unique<Endpoint>();
    }
    void cleanup()
    {
        m_cloud.reset();
        m_endpoint.reset();
    }

    void signsForJustCall_data();
    void signsForJustCall();
    void shakesHandsForRingCentral_data();
    void shakesHandsForRingCentral();
    void postsWhatTheSocketSays();
    void postsPresence();
    void postsTheWholeAccount();
    void forgetsABlacklistWhenToldTo_data();
    void forgetsABlacklistWhenToldTo();
    void signsFormsForTwilio();
    void numbersTwilioEventsFromZero();
    void repeatsWhatFailed();
    void sendsCopies();

private:
    Json hook(Json args)
    {
        args["do"] = "webhook.add";
        args["url"] = m_endpoint->url;
        return m_cloud->control(args);
    }
    /// The bodies that arrived after the handshake, in the order of their party's sequence: they leave together.
    [[nodiscard]] std::vector<Json> events() const
    {
        std::vector<Json> all;
        for (const serving::Request &request : m_endpoint->requests()) {
            if (Json body = parseJson(request.body).value_or(Json()); body.contains("event"))
                all.push_back(std::move(body));
        }
        std::sort(all.begin(), all.end(),
                  [](const Json &a, const Json &b) { return integerAt(a["body"], "sequence") < integerAt(b["body"], "sequence"); });
        return all;
    }
    bool arrived(std::size_t count)
    {
        return eventually([&] { return m_endpoint->requests().size() >= count; });
    }

    std::unique_ptr<DemoCloud> m_cloud;
    std::unique_ptr<Endpoint> m_endpoint;
};

void tst_DemoWebhooks::signsForJustCall_data()
{
    QTest::addColumn<QByteArray>("signature");
    QTest::addColumn<bool>("isRight");
    QTest::newRow("right") << QByteArray("right") << true;
    QTest::newRow("wrong") << QByteArray("wrong") << false;
    QTest::newRow("none") << QByteArray("none") << false;
}

void tst_DemoWebhooks::signsForJustCall()
{
    QFETCH(QByteArray, signature);
    QVERIFY(flagAt(hook({{"provider", "justcall"}, {"type", "call.incoming"}, {"secret", "s3"}, {"signature", signature.toStdString()}}),
                   "ok"));
    QVERIFY(arrived(1)); // the validation, without data
    QVERIFY(!parseJson(m_endpoint->requests()[0].body)->contains("data"));
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}});
    QVERIFY(arrived(2));
    const auto request = m_endpoint->requests()[1];
    const Json body = parseJson(request.body).value_or(Json());
    QCOMPARE(textAt(body, "type"), std::string("call.incoming"));
    QCOMPARE(textAt(body["data"], "contact_number"), std::string("13035550187"));
    const std::string time(request.header("x-justcall-request-timestamp"));
    const bool isRight = request.header("x-justcall-signature") == justCallSignature("s3", m_endpoint->url, "call.incoming", time) &&
                         time == "2026-03-04 16:00:00";
    QTEST(isRight, "isRight");
}

void tst_DemoWebhooks::shakesHandsForRingCentral_data()
{
    QTest::addColumn<bool>("echo");
    QTest::addColumn<int>("requests");
    QTest::newRow("echoed") << true << 4; // the handshake, Setup, Proceeding, Disconnected
    QTest::newRow("not echoed: nothing follows") << false << 1;
}

void tst_DemoWebhooks::shakesHandsForRingCentral()
{
    QFETCH(bool, echo);
    QFETCH(int, requests);
    m_endpoint->answerWith(200, echo);
    hook({{"provider", "ringcentral"}, {"secret", "token"}, {"rep", "rep-1"}});
    QVERIFY(arrived(1));
    QVERIFY(eventually([&] { return !m_cloud->control({{"do", "webhook.deliveries"}})["deliveries"].empty(); }));
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}});
    m_cloud->control({{"do", "call.end"}});
    QVERIFY(arrived(static_cast<std::size_t>(requests)));
    QTest::qWait(50); // nothing more comes
    const auto seen = m_endpoint->requests();
    QCOMPARE(seen.size(), static_cast<std::size_t>(requests));
    if (!echo)
        return;
    for (std::size_t i = 1; i < seen.size(); ++i)
        QCOMPARE(std::string(seen[i].header("Verification-Token")), std::string("token"));
    // They leave together and may arrive in any order.
    QVERIFY(std::any_of(seen.begin(), seen.end(), [](const serving::Request &request) {
        const Json body = parseJson(request.body).value_or(Json());
        return body.contains("body") && textAt(body["body"]["parties"][0]["status"], "code") == "Proceeding";
    }));
}

void tst_DemoWebhooks::postsWhatTheSocketSays()
{
    hook({{"provider", "ringcentral"}, {"secret", "token"}, {"rep", "rep-1"}});
    QVERIFY(arrived(1));
    m_cloud->control({{"do", "switch"}, {"service", "ringcentral"}, {"name", "verificationHeader"}, {"position", "Validation-Token"}});
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}, {"line", "line-main"}});
    QVERIFY(eventually([&] { return !events().empty(); }));
    // Through a queue a rep first hears of a call when it rings: dialled is the queue, and the name says so.
    const Json first = events().front();
    QCOMPARE(textAt(first, "event"), std::string("/restapi/v1.0/account/8100001004/extension/8100002004/telephony/sessions"));
    QCOMPARE(textAt(first, "ownerId"), std::string("8100002004"));
    const Json party = first["body"]["parties"][0];
    QCOMPARE(textAt(party["status"], "code"), std::string("Proceeding"));
    QVERIFY(flagAt(party, "queueCall"));
    QCOMPARE(textAt(party["from"], "name"), std::string("Sales - MARCUS HALE"));
    QCOMPARE(textAt(party["to"], "phoneNumber"), std::string("+12065550100"));
    QCOMPARE(textAt(party["to"], "extensionId"), std::string("8100009004"));
    QCOMPARE(std::string(m_endpoint->requests().back().header("Validation-Token")), std::string("token"));
    QVERIFY(m_endpoint->requests().back().header("Verification-Token").empty());
}

void tst_DemoWebhooks::postsPresence()
{
    hook({{"provider", "ringcentral"}, {"rep", "rep-1"}, {"presence", true}});
    QVERIFY(arrived(1));
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}});
    m_cloud->control({{"do", "call.answer"}});
    m_cloud->control({{"do", "call.end"}});
    QVERIFY(eventually([&] { return events().size() >= 3; }));
    const auto seen = events();
    QCOMPARE(seen.size(), std::size_t(3)); // nothing of the set up, which no rep could see
    for (std::size_t i = 0; i < seen.size(); ++i) {
        const std::array words{"Ringing", "CallConnected", "NoCall"};
        QCOMPARE(textAt(seen[i]["body"], "telephonyStatus"), std::string(words.at(i)));
        QCOMPARE(textAt(seen[i]["body"]["activeCalls"][0], "telephonyStatus"), std::string(words.at(i)));
    }
    QCOMPARE(textAt(seen[2]["body"]["activeCalls"][0], "to"), std::string()); // shown once more, then it vanishes
    QCOMPARE(textAt(seen[2]["body"]["activeCalls"][0], "terminationType"), std::string("final"));
    QCOMPARE(integerAt(seen[2]["body"], "totalActiveCalls", -1), 0);
}

void tst_DemoWebhooks::postsTheWholeAccount()
{
    hook({{"provider", "ringcentral"}, {"account", true}});
    QVERIFY(arrived(1));
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}, {"rep", "rep-2"}});
    QVERIFY(eventually([&] { return events().size() >= 3; }));
    const auto seen = events();
    QCOMPARE(textAt(seen[0], "event"), std::string("/restapi/v1.0/account/8100001004/telephony/sessions"));
    QVERIFY(!seen[0]["body"]["parties"][0].contains("extensionId")); // the caller's own party, which no extension's filter sees
    QCOMPARE(textAt(seen[1]["body"]["parties"][0], "extensionId"), std::string("8100003004"));
}

void tst_DemoWebhooks::forgetsABlacklistWhenToldTo_data()
{
    QTest::addColumn<QByteArray>("position");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("permanent") << QByteArray("permanent") << QByteArray("Blacklisted");
    QTest::newRow("rechecked") << QByteArray("rechecked") << QByteArray("Active");
}

void tst_DemoWebhooks::forgetsABlacklistWhenToldTo()
{
    QFETCH(QByteArray, position);
    m_cloud->control({{"do", "switch"}, {"service", "ringcentral"}, {"name", "blacklisting"}, {"position", position.toStdString()}});
    m_endpoint->answerWith(200, false); // the token is not echoed
    hook({{"provider", "ringcentral"}, {"rep", "rep-1"}});
    const auto status = [&] {
        return QByteArray::fromStdString(textAt(m_cloud->control({{"do", "webhook.list"}})["webhooks"][0], "status"));
    };
    QVERIFY(eventually([&] { return status() == "Blacklisted"; }));
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 899}});
    QCOMPARE(status(), QByteArray("Blacklisted"));
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 2}});
    QTEST(status(), "status");
}

void tst_DemoWebhooks::numbersTwilioEventsFromZero()
{
    hook({{"provider", "twilio"}});
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}, {"line", "line-main"}});
    m_cloud->control({{"do", "call.answer"}});
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 61}});
    m_cloud->control({{"do", "call.end"}});
    QVERIFY(arrived(3));
    std::map<std::string, std::map<std::string, std::string>> bySequence;
    for (const serving::Request &request : m_endpoint->requests()) {
        const auto items = request.formItems();
        const std::map<std::string, std::string> form(items.begin(), items.end());
        bySequence[form.at("SequenceNumber")] = form;
    }
    QCOMPARE(bySequence.size(), std::size_t(3));
    QCOMPARE(bySequence["0"]["CallStatus"], std::string("ringing"));
    QCOMPARE(bySequence["0"]["Timestamp"], std::string("Wed, 04 Mar 2026 16:00:00 +0000"));
    QCOMPARE(bySequence["0"]["CallbackSource"], std::string("call-progress-events"));
    QCOMPARE(bySequence["0"]["CallerName"], std::string("MARCUS HALE"));
    QVERIFY(!bySequence["0"].contains("CallDuration"));
    QCOMPARE(bySequence["1"]["CallStatus"], std::string("in-progress"));
    QCOMPARE(bySequence["2"]["CallStatus"], std::string("completed"));
    QCOMPARE(bySequence["2"]["CallDuration"], std::string("61"));
    QCOMPARE(bySequence["2"]["Duration"], std::string("2")); // begun minutes, for the bill
    QCOMPARE(bySequence["2"]["Timestamp"], std::string("Wed, 04 Mar 2026 16:01:01 +0000"));
}

void tst_DemoWebhooks::signsFormsForTwilio()
{
    hook({{"provider", "twilio"}, {"secret", "auth"}});
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}});
    QVERIFY(arrived(1));
    const auto request = m_endpoint->requests()[0];
    QCOMPARE(std::string(request.header("X-Twilio-Signature")), twilioSignature("auth", m_endpoint->url, request.formItems()));
    const auto items = request.formItems();
    QVERIFY(std::find(items.begin(), items.end(), std::pair<std::string, std::string>("CallStatus", "ringing")) != items.end());
    QVERIFY(std::find(items.begin(), items.end(), std::pair<std::string, std::string>("From", "+13035550187")) != items.end());
}

void tst_DemoWebhooks::repeatsWhatFailed()
{
    m_endpoint->answerWith(503);
    hook({{"type", "sms.received"}, {"retrySeconds", 30}});
    QVERIFY(arrived(1));
    m_cloud->control({{"do", "text.add"}, {"customer", "customer-1"}, {"body", "Hello"}});
    for (std::size_t attempt = 1; attempt <= 5; ++attempt) { // five in all, then JustCall gives up
        QVERIFY(arrived(1 + attempt));
        QVERIFY(eventually([&] { return m_cloud->control({{"do", "webhook.deliveries"}})["deliveries"].size() >= 1 + attempt; }));
        m_cloud->control({{"do", "clock.advance"}, {"seconds", 31}});
    }
    QTest::qWait(50);
    const auto seen = m_endpoint->requests();
    QCOMPARE(seen.size(), std::size_t(6));
    QCOMPARE(seen[1].body, seen[5].body); // the same request id
    QVERIFY(textAt(m_cloud->control({{"do", "webhook.list"}})["webhooks"][0], "status") != "Active");
}

void tst_DemoWebhooks::sendsCopies()
{
    hook({{"type", "sms.received"}, {"copies", 2}});
    m_cloud->control({{"do", "text.add"}, {"customer", "customer-1"}});
    QVERIFY(arrived(3));
    const auto seen = m_endpoint->requests();
    QCOMPARE(seen[1].body, seen[2].body);
}

QTEST_GUILESS_MAIN(tst_DemoWebhooks)
#include "tst_demowebhooks.moc"
