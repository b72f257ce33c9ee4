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
    /// A status of 0: hangs up.
    void answerWith(int status, bool echo = true, const std::string &body = "{}")
    {
        const std::lock_guard lock(m_mutex);
        m_status = status;
        m_echo = echo;
        m_body = body;
    }
    std::string url{};

private:
    void onRequest(const std::shared_ptr<serving::Exchange> &exchange)
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(exchange->request());
        if (m_status == 0) {
            exchange->hangUp();
            return;
        }
        serving::Response response = serving::Response::json(m_status, m_body);
        if (const auto token = exchange->request().header("Validation-Token"); m_echo && !token.empty())
            response.headers.emplace_back("Validation-Token", std::string(token));
        exchange->reply(std::move(response));
    }

    mutable std::mutex m_mutex;
    std::vector<serving::Request> m_requests;
    int m_status = 200;
    bool m_echo = true;
    std::string m_body = "{}";
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
    void triesAgainAsThePapersSay_data();
    void triesAgainAsThePapersSay();
    void isActiveAgainAfterASuccess();
    void sendsByHandAsByItself_data();
    void sendsByHandAsByItself();
    void sendsFormsOfWhereTheCallIs_data();
    void sendsFormsOfWhereTheCallIs();
    void refusesToSendNonsense_data();
    void refusesToSendNonsense();
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
    [[nodiscard]] std::string status() { return textAt(m_cloud->control({{"do", "webhook.list"}})["webhooks"][0], "status"); }
    /// Adds a webhook and waits until its handshake is over and right.
    bool shaken(Json args)
    {
        hook(std::move(args));
        return arrived(1) && eventually([&] { return status() == "Active"; });
    }
    Json deliveries() { return m_cloud->control({{"do", "webhook.deliveries"}})["deliveries"]; }
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
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("echo");
    QTest::addColumn<int>("bytes"); // of the body
    QTest::addColumn<QByteArray>("becomes");
    QTest::addColumn<int>("noted");
    QTest::newRow("right") << 200 << true << 2 << QByteArray("Active") << 200;
    QTest::newRow("just small enough") << 200 << true << 700 << QByteArray("Active") << 200;
    QTest::newRow("too large") << 200 << true << 1024 << QByteArray("Refused") << -1;
    QTest::newRow("not echoed") << 200 << false << 2 << QByteArray("Refused") << -1;
    QTest::newRow("no content") << 204 << true << 0 << QByteArray("Refused") << 204;
    QTest::newRow("created") << 201 << true << 2 << QByteArray("Refused") << 201;
    QTest::newRow("an error") << 500 << true << 2 << QByteArray("Refused") << 500;
    QTest::newRow("nobody") << 0 << false << 0 << QByteArray("Refused") << 0;
}

void tst_DemoWebhooks::shakesHandsForRingCentral()
{
    QFETCH(int, status);
    QFETCH(bool, echo);
    QFETCH(int, bytes);
    QFETCH(QByteArray, becomes);
    m_endpoint->answerWith(status, echo, std::string(static_cast<std::size_t>(bytes), ' '));
    hook({{"provider", "ringcentral"}, {"secret", "token"}, {"rep", "rep-1"}});
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}}); // before the handshake nothing leaves
    QVERIFY(arrived(1));
    QVERIFY(eventually([&] { return this->status() == becomes.toStdString(); }));
    QCOMPARE(deliveries().size(), std::size_t(1));
    QTEST(static_cast<int>(integerAt(deliveries()[0], "status")), "noted");
    m_endpoint->answerWith(200);
    m_cloud->control({{"do", "call.end"}});
    if (becomes == "Refused") {
        // Both go out in their order, so what a refused one had got would be here as well.
        hook({{"provider", "twilio"}});
        m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}});
        QVERIFY(eventually([&] { return deliveries().size() >= 2; }));
        QCOMPARE(textAt(deliveries()[1], "provider"), std::string("twilio"));
        QVERIFY(events().empty());
        return;
    }
    QVERIFY(eventually([&] { return events().size() == 1; })); // Disconnected
    QCOMPARE(std::string(m_endpoint->requests().back().header("Verification-Token")), std::string("token"));
}

void tst_DemoWebhooks::postsWhatTheSocketSays()
{
    QVERIFY(shaken({{"provider", "ringcentral"}, {"secret", "token"}, {"rep", "rep-1"}}));
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
    QVERIFY(shaken({{"provider", "ringcentral"}, {"rep", "rep-1"}, {"presence", true}}));
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
    QVERIFY(shaken({{"provider", "ringcentral"}, {"account", true}}));
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
    QVERIFY(shaken({{"provider", "ringcentral"}, {"rep", "rep-1"}}));
    m_endpoint->answerWith(500);
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}});
    m_cloud->control({{"do", "call.end"}}); // three events, none taken
    QVERIFY(eventually([&] { return this->status() == "Blacklisted"; }));
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 899}});
    QCOMPARE(this->status(), std::string("Blacklisted"));
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 2}});
    QTEST(QByteArray::fromStdString(this->status()), "status");
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

void tst_DemoWebhooks::triesAgainAsThePapersSay_data()
{
    QTest::addColumn<QByteArray>("provider");
    QTest::addColumn<QByteArray>("position"); // of the provider's switch
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("attempts");
    const QByteArray justCall("justcall"), ringCentral("ringcentral");
    QTest::newRow("JustCall, unavailable") << justCall << QByteArray("no") << 503 << 5;
    QTest::newRow("JustCall, too many") << justCall << QByteArray("no") << 429 << 5;
    QTest::newRow("JustCall, gone") << justCall << QByteArray("no") << 410 << 1;
    QTest::newRow("JustCall, nobody") << justCall << QByteArray("no") << 0 << 1;
    QTest::newRow("JustCall, nobody, if it is told to") << justCall << QByteArray("yes") << 0 << 5;
    QTest::newRow("RingCentral, unavailable") << ringCentral << QByteArray("off") << 503 << 1;
    QTest::newRow("RingCentral, nobody") << ringCentral << QByteArray("off") << 0 << 1;
    QTest::newRow("RingCentral, if it is told to") << ringCentral << QByteArray("on") << 503 << 3;
    QTest::newRow("RingCentral, nobody, if it is told to") << ringCentral << QByteArray("on") << 0 << 3;
}

void tst_DemoWebhooks::triesAgainAsThePapersSay()
{
    QFETCH(QByteArray, provider);
    QFETCH(QByteArray, position);
    QFETCH(int, status);
    QFETCH(int, attempts);
    const bool isRingCentral = provider == "ringcentral";
    QVERIFY(flagAt(m_cloud->control({{"do", "switch"},
                                     {"service", provider.toStdString()},
                                     {"name", isRingCentral ? "webhookRetries" : "retryUnanswered"},
                                     {"position", position.toStdString()}}),
                   "ok"));
    QVERIFY(shaken({{"provider", provider.toStdString()}, {"type", "call.incoming"}, {"rep", "rep-1"}, {"presence", true}}));
    QVERIFY(eventually([&] { return deliveries().size() == 1; }));
    m_endpoint->answerWith(status);
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}});
    for (std::size_t attempt = 1; attempt <= static_cast<std::size_t>(attempts); ++attempt) {
        QVERIFY(eventually([&] { return deliveries().size() == 1 + attempt; }));
        m_cloud->control({{"do", "clock.advance"}, {"seconds", 31}});
    }
    m_cloud->control({{"do", "clock.advance"}, {"seconds", 3600}});
    QTest::qWait(50); // nothing more comes
    QCOMPARE(m_endpoint->requests().size(), static_cast<std::size_t>(1 + attempts));
}

void tst_DemoWebhooks::isActiveAgainAfterASuccess()
{
    QVERIFY(shaken({{"type", "sms.received"}}));
    m_endpoint->answerWith(410);
    const auto text = [&] { m_cloud->control({{"do", "text.add"}, {"customer", "customer-1"}, {"body", "Hello"}}); };
    text();
    QVERIFY(eventually([&] { return status() == "Warning"; }));
    m_endpoint->answerWith(200);
    text();
    QVERIFY(eventually([&] { return status() == "Active"; }));
    QCOMPARE(integerAt(m_cloud->control({{"do", "webhook.list"}})["webhooks"][0], "failures", -1), 0);
}

void tst_DemoWebhooks::sendsByHandAsByItself_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("position");
    QTest::addColumn<QByteArray>("type");
    const QByteArray early("call.answered"), late("call.completed");
    QTest::newRow("as it is") << QByteArray("earlyEvents") << QByteArray("minimal") << early;
    QTest::newRow("early ones in full") << QByteArray("earlyEvents") << QByteArray("full") << early;
    QTest::newRow("late ones as they are") << QByteArray("webhookTypes") << QByteArray("lower") << late;
    QTest::newRow("types as listed") << QByteArray("webhookTypes") << QByteArray("as-listed") << late;
    QTest::newRow("metadata within") << QByteArray("metadata") << QByteArray("data") << late;
}

/// What is sent by hand must be what the cloud itself sends, whatever the switches say.
void tst_DemoWebhooks::sendsByHandAsByItself()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, position);
    QFETCH(QByteArray, type);
    m_cloud->control({{"do", "switch"}, {"service", "justcall"}, {"name", name.toStdString()}, {"position", position.toStdString()}});
    QVERIFY(shaken({{"type", type.toStdString()}}));
    const Json call = m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}, {"metadata", {{"deal", 7}}}})["call"];
    m_cloud->control({{"do", "call.answer"}});
    if (type == "call.completed")
        m_cloud->control({{"do", "call.end"}});
    QVERIFY(arrived(2));
    m_cloud->control({{"do", "webhook.send"}, {"url", m_endpoint->url}, {"type", type.toStdString()}, {"call", call["id"]}});
    QVERIFY(arrived(3));
    Json byItself = parseJson(m_endpoint->requests()[1].body).value_or(Json()),
         byHand = parseJson(m_endpoint->requests()[2].body).value_or(Json());
    for (Json *body : {&byItself, &byHand}) {
        body->erase("request_id");
        body->erase("url_id");
    }
    QVERIFY2(byItself == byHand, (byItself.dump() + "\n" + byHand.dump()).c_str());
    const Json &holder = position == "data" ? byHand["data"] : byHand;
    QCOMPARE(integerAt(holder["metadata"], "deal"), 7);
}

void tst_DemoWebhooks::sendsFormsOfWhereTheCallIs_data()
{
    QTest::addColumn<QByteArrayList>("moves");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("ringing") << QByteArrayList{} << QByteArray("ringing");
    QTest::newRow("talking") << QByteArrayList{"call.answer"} << QByteArray("in-progress");
    QTest::newRow("held") << QByteArrayList{"call.answer", "call.hold"} << QByteArray("in-progress");
    QTest::newRow("to the machine") << QByteArrayList{"call.voicemail"} << QByteArray("in-progress");
    QTest::newRow("over") << QByteArrayList{"call.answer", "call.end"} << QByteArray("completed");
    QTest::newRow("missed") << QByteArrayList{"call.miss"} << QByteArray("no-answer");
    QTest::newRow("busy") << QByteArrayList{"busy"} << QByteArray("busy");
}

void tst_DemoWebhooks::sendsFormsOfWhereTheCallIs()
{
    QFETCH(QByteArrayList, moves);
    QFETCH(QByteArray, status);
    const bool isBusy = moves.contains("busy");
    const Json call =
        m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}, {"direction", isBusy ? "outbound" : "inbound"}})["call"];
    for (const QByteArray &move : moves) {
        const Json moved =
            move == "busy" ? m_cloud->control({{"do", "call.fail"}, {"how", "busy"}}) : m_cloud->control({{"do", move.toStdString()}});
        QVERIFY2(flagAt(moved, "ok"), moved.dump().c_str());
    }
    m_cloud->control({{"do", "webhook.send"}, {"provider", "twilio"}, {"url", m_endpoint->url}, {"call", call["id"]}});
    QVERIFY(arrived(1));
    const auto items = m_endpoint->requests()[0].formItems();
    const std::map<std::string, std::string> form(items.begin(), items.end());
    QCOMPARE(QByteArray::fromStdString(form.at("CallStatus")), status);
}

void tst_DemoWebhooks::refusesToSendNonsense_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("an unknown rep") << QByteArray(R"({"do":"webhook.send","provider":"ringcentral","rep":"rep-99"})");
    QTest::newRow("a webhook of an unknown rep")
        << QByteArray(R"({"do":"webhook.add","provider":"ringcentral","rep":"nobody@northgate-supply.example"})");
    QTest::newRow("an unknown event") << QByteArray(R"({"do":"webhook.add","type":"call_incoming"})");
    QTest::newRow("a text without a body") << QByteArray(R"({"do":"webhook.send","type":"sms.received"})");
    QTest::newRow("an unknown provider") << QByteArray(R"({"do":"webhook.add","provider":"pigeon"})");
}

void tst_DemoWebhooks::refusesToSendNonsense()
{
    QFETCH(QByteArray, request);
    m_cloud->control({{"do", "call.start"}, {"customer", "customer-1"}});
    Json asked = parseJson(request.toStdString()).value_or(Json());
    asked["url"] = m_endpoint->url;
    const Json answer = m_cloud->control(asked);
    QVERIFY2(!flagAt(answer, "ok", true) && !textAt(answer, "error").empty(), answer.dump().c_str());
    QVERIFY(m_cloud->control({{"do", "webhook.list"}})["webhooks"].empty());
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
