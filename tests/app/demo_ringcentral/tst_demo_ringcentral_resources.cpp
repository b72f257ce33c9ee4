#include "client.h"

using namespace Qt::Literals::StringLiterals;
using namespace callcard::demo;

/// Sections 7 to 9 and the conventions of 1.2: what is asked over plain REST.
class tst_demo_ringcentral_resources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAddresses_data();
    void answersAddresses();
    void tunnelsMethods();
    void pages();
    void syncsTheCallLog();
    void readsOneRecord();
    void recordingComesLate();
    void setsPresence();
    void sendsTexts();
    void refusesTexts_data();
    void refusesTexts();
    void syncsMessages();
    void keepsVoicemail();
    void keepsContacts();
    void parsesNumbers();
};

void tst_demo_ringcentral_resources::answersAddresses_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    const QByteArray account = "/restapi/v1.0/account/~";
    const QByteArray own = account + "/extension/~";
    for (const char *tail : {"", "/phone-number", "/forwarding-number", "/device", "/features", "/presence", "/call-log", "/active-calls",
                             "/message-store", "/message-sync", "/address-book/contact", "/address-book-sync"})
        QTest::newRow(tail) << own + tail << 200 << QByteArray();
    QTest::newRow("/restapi") << QByteArray("/restapi") << 200 << QByteArray();
    QTest::newRow("version") << QByteArray("/restapi/v1.0/") << 200 << QByteArray();
    QTest::newRow("list") << account + "/extension?status=Enabled&type=User&somethingNew=1" << 200 << QByteArray();
    QTest::newRow("directory") << account + "/directory/entries" << 200 << QByteArray();
    QTest::newRow("real ids") << QByteArray("/restapi/v1.0/account/8100001004/extension/8100002004") << 200 << QByteArray();
    QTest::newRow("colleague's presence") << account + "/extension/8100003004/presence" << 200 << QByteArray();
    QTest::newRow("colleague's calls") << account + "/extension/8100003004/call-log" << 403 << QByteArray("CMN-419");
    QTest::newRow("account's calls") << account + "/call-log" << 403 << QByteArray("CMN-408");
    QTest::newRow("nobody") << account + "/extension/1" << 404 << QByteArray("CMN-102");
    QTest::newRow("nowhere") << account + "/weather" << 404 << QByteArray("CMN-120");
    QTest::newRow("bad time") << own + "/call-log?dateFrom=yesterday" << 400 << QByteArray("CMN-101");
    QTest::newRow("bad page") << own + "/call-log?page=zero" << 400 << QByteArray("CMN-101");
    QTest::newRow("no count") << own + "/call-log-sync?syncType=FSync" << 400 << QByteArray("CMN-101");
    QTest::newRow("too far back") << own + "/call-log-sync?syncType=FSync&recordCount=10&dateFrom=2026-01-01" << 400
                                  << QByteArray("CMN-101");
    QTest::newRow("bad token") << own + "/call-log-sync?syncType=ISync&syncToken=abc" << 400 << QByteArray("CLG-101");
    QTest::newRow("bad message token") << own + "/message-sync?syncType=ISync&syncToken=abc" << 400 << QByteArray("MSG-333");
}

void tst_demo_ringcentral_resources::answersAddresses()
{
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, code);
    Client client;
    client.signIn();
    const Answer answer = client.get(path.toStdString());
    QCOMPARE(answer.status, status);
    QCOMPARE(QByteArray::fromStdString(answer.code()), code);
    QVERIFY(answer.headers.contains("rcrequestid"));
}

void tst_demo_ringcentral_resources::tunnelsMethods()
{
    Client client;
    client.signIn();
    const std::string path = Client::ext() + "/presence";
    QCOMPARE(client.ask("POST", path, R"({"userStatus":"Busy"})", {{"X-HTTP-Method-Override", "PUT"}}).status, 200);
    QCOMPARE(client.ask("POST", path + "?_method=PUT", R"({"userStatus":"Available"})").status, 200);
    QCOMPARE(client.ask("POST", path + "?_method=GET", "{}", {{"X-HTTP-Method-Override", "PUT"}}).status, 400);
    QCOMPARE(client.ask("POST", path, "{}").status, 405);
    const std::string token = std::exchange(client.token, std::string());
    QCOMPARE(client.get(path + "?access_token=" + token).status, 200);
}

void tst_demo_ringcentral_resources::pages()
{
    Client client;
    client.signIn();
    const std::string path = Client::ext() + "/call-log?dateFrom=2026-11-01T00:00:00.000Z&perPage=2";
    const Json first = client.get(path).json;
    QCOMPARE(first["records"].size(), std::size_t(2));
    QVERIFY(first["records"][0]["startTime"].get<std::string>() >= first["records"][1]["startTime"].get<std::string>());
    QCOMPARE(first["paging"]["pageEnd"].get<int>(), 1);
    const Json second = client.get(first["navigation"]["nextPage"]["uri"].get<std::string>()).json;
    QVERIFY(second["records"][0]["id"] != first["records"][0]["id"]);
    const Json last = client.get(path + "&page=5000").json;
    QCOMPARE(last["records"].size(), std::size_t(0));
    QVERIFY(!last["navigation"].contains("nextPage"));
    const std::string number = first["records"][0]["direction"] == "Inbound" ? first["records"][0]["from"]["phoneNumber"]
                                                                             : first["records"][0]["to"]["phoneNumber"];
    const std::string filter = Client::ext() + "/call-log?dateFrom=2026-11-01&phoneNumber=";
    QVERIFY(client.get(filter + number.substr(1)).json["records"].size() >= 1);
    QCOMPARE(client.get(filter + "%2B" + number.substr(1)).json["records"].size(), std::size_t(0)); // never with "+"
}

void tst_demo_ringcentral_resources::syncsTheCallLog()
{
    Client client;
    client.signIn();
    const std::string path = Client::ext() + "/call-log-sync?syncType=";
    const Json full = client.get(path + "FSync&recordCount=250&dateFrom=2026-11-10T00:00:00.000Z").json;
    QVERIFY(!full["records"].empty());
    const auto increment = [&](const Json &reply) {
        return client.get(path + "ISync&syncToken=" + reply["syncInfo"]["syncToken"].get<std::string>()).json;
    };
    const Json nothing = increment(full);
    QCOMPARE(nothing["records"].size(), std::size_t(0));
    QVERIFY(nothing["syncInfo"]["syncToken"] != full["syncInfo"]["syncToken"]);
    const auto call = client.start({{"from", "+13035550187"}});
    client.move("miss", call);
    QCOMPARE(increment(nothing)["records"].size(), std::size_t(0));
    client.advance(21);
    const Json news = increment(nothing);
    QCOMPARE(news["records"].size(), std::size_t(1));
    QCOMPARE(news["records"][0]["result"].get<std::string>(), std::string("Missed"));
    client.advance(5);
    client.control({{"do", "call.edit"}, {"call", call}, {"deleted", true}});
    QCOMPARE(increment(news)["records"].size(), std::size_t(0));
    const Json gone = client.get(path + "ISync&showDeleted=true&syncToken=" + news["syncInfo"]["syncToken"].get<std::string>()).json;
    QCOMPARE(gone["records"][0]["deleted"].get<bool>(), true);
    client.verb("fault", {{"name", "callLogToken"}, {"code", "CLG-104"}});
    QCOMPARE(client.get(path + "ISync&syncToken=" + news["syncInfo"]["syncToken"].get<std::string>()).code(), std::string("CLG-104"));
}

void tst_demo_ringcentral_resources::readsOneRecord()
{
    Client client;
    client.signIn();
    const Json listed = client.get(Client::ext() + "/call-log?dateFrom=2026-11-01").json["records"][0];
    const std::string path = Client::ext() + "/call-log/" + listed["id"].get<std::string>();
    QVERIFY2(client.get(path).json == listed, client.get(path).raw.constData());
    QVERIFY(client.get(listed["uri"].get<std::string>()).json["sessionId"] == listed["sessionId"]);
    const Json detailed = client.get(path + "?view=Detailed").json;
    QCOMPARE(detailed["legs"].size(), std::size_t(1));
    const Answer none = client.get(Client::ext() + "/call-log/Inobody");
    QCOMPARE(none.status, 404);
    QCOMPARE(none.code(), std::string("CMN-102"));
    const auto call = client.start({{"from", "+13035550187"}});
    client.move("miss", call);
    client.advance(21);
    const std::string newest = client.get(Client::ext() + "/call-log").json["records"][0]["id"].get<std::string>();
    QCOMPARE(client.get(Client::ext() + "/call-log/" + newest).text("result"), std::string("Missed"));
    client.turn("callLogLag", 60); // not written yet
    QCOMPARE(client.get(Client::ext() + "/call-log/" + newest).status, 404);
}

void tst_demo_ringcentral_resources::recordingComesLate()
{
    Client client;
    client.signIn();
    const auto call = client.start({{"from", "+13035550187"}});
    client.move("answer", call);
    client.control({{"do", "call.edit"}, {"call", call}, {"recorded", true}});
    client.advance(40);
    client.move("end", call);
    client.advance(25);
    const auto record = [&] { return client.get(Client::ext() + "/call-log").json["records"][0]; };
    QVERIFY(!record().contains("recording"));
    client.advance(10);
    const std::string uri = record()["recording"]["contentUri"].get<std::string>();
    const Answer whole = client.get(uri);
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.headers.value("content-type"), QByteArray("audio/mpeg"));
    const Answer part = client.ask("GET", uri, {}, {{"Range", "bytes=0-99"}});
    QCOMPARE(part.status, 206);
    QCOMPARE(part.raw, whole.raw.left(100));
    QCOMPARE(client.ask("GET", uri, {}, {{"Range", "bytes=99999999-"}}).status, 416);
}

void tst_demo_ringcentral_resources::setsPresence()
{
    Client client;
    client.signIn();
    Socket socket(client);
    socket.subscribe({"/presence", "/presence/dnd"});
    const Answer set = client.ask("PUT", Client::ext() + "/presence", R"({"dndStatus":"DoNotAcceptAnyCalls","message":"Lunch"})");
    QCOMPARE(set.status, 200);
    QCOMPARE(set.json["presenceStatus"].get<std::string>(), std::string("Busy"));
    QCOMPARE(set.json["message"].get<std::string>(), std::string("Lunch"));
    QVERIFY(socket.waitForEvents("/presence", 1));
    QVERIFY(socket.waitForEvents("/presence/dnd", 1));
    QVERIFY(!socket.events("/presence")[0].contains("activeCalls"));
    QCOMPARE(client.ask("PUT", Client::ext() + "/presence", R"({"dndStatus":"Maybe"})").status, 400);
    client.turn("dndEngine", "personal");
    QVERIFY(!client.get(Client::ext() + "/presence").json.contains("dndStatus"));
    QCOMPARE(client.ask("PUT", Client::ext() + "/presence", R"({"dndStatus":"TakeAllCalls"})").status, 400);
}

void tst_demo_ringcentral_resources::sendsTexts()
{
    Client client;
    client.signIn();
    Socket socket(client);
    socket.subscribe({"/message-store", "/message-store/instant?type=SMS"});
    const Answer sent =
        client.post(Client::ext() + "/sms",
                    {{"from", {{"phoneNumber", "+12065550142"}}}, {"to", {{{"phoneNumber", "+13035550187"}}}}, {"text", "On my way"}});
    QCOMPARE(sent.status, 200);
    QCOMPARE(sent.json["messageStatus"].get<std::string>(), std::string("Queued"));
    QCOMPARE(sent.json["conversation"]["id"].get<std::string>(), sent.json["conversationId"].dump());
    QVERIFY(sent.json["conversationId"].get<std::int64_t>() > (std::int64_t(1) << 53));
    client.advance(3);
    const std::string path = Client::ext() + "/message-store/" + sent.json["id"].dump();
    QCOMPARE(client.get(path).json["messageStatus"].get<std::string>(), std::string("Delivered"));
    client.control({{"do", "text.add"}, {"number", "+13035550187"}, {"body", "Thanks"}});
    QVERIFY(socket.waitForEvents("/message-store/instant", 1));
    QCOMPARE(socket.events("/message-store/instant").size(), std::size_t(1)); // outbound ones raise none
    QCOMPARE(socket.events("/message-store/instant")[0]["subject"].get<std::string>(), std::string("Thanks"));
    QVERIFY(socket.events("/message-store").size() >= 3);
    QCOMPARE(socket.events("/message-store")[0]["changes"][0]["type"].get<std::string>(), std::string("SMS"));
}

void tst_demo_ringcentral_resources::refusesTexts_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("status");
    QTest::newRow("somebody's number") << QByteArray("+12065550143") << QByteArray("+13035550187") << QByteArray("Hi") << 403;
    QTest::newRow("main number") << QByteArray("+12065550100") << QByteArray("+13035550187") << QByteArray("Hi") << 403;
    QTest::newRow("short number") << QByteArray("+12065550142") << QByteArray("102") << QByteArray("Hi") << 400;
    QTest::newRow("no text") << QByteArray("+12065550142") << QByteArray("+13035550187") << QByteArray() << 400;
    QTest::newRow("too long") << QByteArray("+12065550142") << QByteArray("+13035550187") << QByteArray(1001, 'x') << 400;
    QTest::newRow("just right") << QByteArray("+12065550142") << QByteArray("+13035550187") << QByteArray(1000, 'x') << 200;
}

void tst_demo_ringcentral_resources::refusesTexts()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, text);
    QFETCH(int, status);
    Client client;
    client.signIn();
    const Json body = {
        {"from", {{"phoneNumber", from.toStdString()}}}, {"to", {{{"phoneNumber", to.toStdString()}}}}, {"text", text.toStdString()}};
    QCOMPARE(client.post(Client::ext() + "/sms", body).status, status);
}

void tst_demo_ringcentral_resources::syncsMessages()
{
    Client client;
    client.signIn();
    const Json full = client.get(Client::ext() + "/message-sync?syncType=FSync&recordCount=100&messageType=SMS").json;
    client.advance(10);
    const std::string id = client.control({{"do", "text.add"}, {"number", "+13035550187"}, {"body", "News"}})["text"]["id"].dump();
    const auto increment = [&](const Json &reply) {
        return client.get(Client::ext() + "/message-sync?syncType=ISync&syncToken=" + reply["syncInfo"]["syncToken"].get<std::string>())
            .json;
    };
    const Json news = increment(full);
    QCOMPARE(news["records"].size(), std::size_t(1));
    const std::string path = Client::ext() + "/message-store/" + news["records"][0]["id"].dump();
    QCOMPARE(increment(news)["records"].size(), std::size_t(1)); // increments overlap by five seconds
    client.advance(10);
    QCOMPARE(client.ask("PUT", path, R"({"readStatus":"Read"})").json["readStatus"].get<std::string>(), std::string("Read"));
    QCOMPARE(client.ask("PUT", path, R"({"readStatus":"Perhaps"})").status, 400);
    QCOMPARE(client.ask("DELETE", path).status, 204);
    QCOMPARE(client.get(path).status, 404);
    const Json after = increment(news)["records"][0];
    QCOMPARE(after["availability"].get<std::string>(), std::string("Deleted"));
    QVERIFY(!after.contains("subject"));
}

void tst_demo_ringcentral_resources::keepsVoicemail()
{
    Client client;
    client.signIn();
    Socket socket(client);
    socket.subscribe({"/voicemail", "/message-store?type=VoiceMail"});
    const auto call = client.start({{"from", "+13035550187"}});
    client.control({{"do", "call.voicemail"}, {"call", call}, {"seconds", 12}, {"transcription", "Please call back"}});
    client.advance(13);
    QVERIFY(socket.waitForEvents("/voicemail", 1));
    QCOMPARE(socket.events("/voicemail")[0]["attachments"][0]["vmDuration"].get<int>(), 12);
    QCOMPARE(socket.events("/voicemail")[0]["attachments"].size(), std::size_t(1)); // the transcript is not ready yet
    client.advance(10);
    QVERIFY(socket.waitForEvents("/message-store", 2));
    QCOMPARE(socket.events("/message-store")[1]["changes"][0]["updatedCount"].get<int>(), 1);
    const Json mail = client.get(Client::ext() + "/message-store?messageType=VoiceMail&messageType=Fax").json["records"][0];
    QCOMPARE(mail["vmTranscriptionStatus"].get<std::string>(), std::string("Completed"));
    QCOMPARE(client.get(mail["attachments"][1]["uri"].get<std::string>()).raw, QByteArray("Please call back"));
    client.advance(10);
    const Json record = client.get(Client::ext() + "/call-log").json["records"][0];
    QCOMPARE(record["result"].get<std::string>(), std::string("Voicemail"));
    QCOMPARE(record["message"]["id"].get<std::string>(), mail["id"].dump());
}

void tst_demo_ringcentral_resources::keepsContacts()
{
    Client client;
    client.signIn();
    const std::string book = Client::ext() + "/address-book/contact";
    const Json made =
        client.post(book, {{"firstName", "Marcus"}, {"lastName", "Hale"}, {"mobilePhone", "+13035550187"}, {"shoeSize", 44}}).json;
    QVERIFY(made["id"].is_number());
    QVERIFY(!made.contains("shoeSize"));
    const std::string one = book + "/" + made["id"].dump();
    QCOMPARE(client.ask("PATCH", one, R"({"company":"Hale Hardware"})").json["lastName"].get<std::string>(), std::string("Hale"));
    QVERIFY(!client.ask("PUT", one, R"({"firstName":"Marc"})").json.contains("lastName"));
    QCOMPARE(client.ask("DELETE", one).status, 204);
    QCOMPARE(client.get(one).status, 404);
    const Json sync = client.get(Client::ext() + "/address-book-sync?syncType=FSync&perPage=2").json;
    QVERIFY(sync["syncInfo"].contains("syncToken"));
}

void tst_demo_ringcentral_resources::parsesNumbers()
{
    Client client;
    client.signIn();
    const Answer answer = client.post("/restapi/v1.0/number-parser/parse", {{"originalStrings", {"(303) 555-0187", "101"}}});
    QCOMPARE(answer.json["phoneNumbers"][0]["e164"].get<std::string>(), std::string("+13035550187"));
    QVERIFY(!answer.json["phoneNumbers"][1].contains("e164"));
    QCOMPARE(client.post("/restapi/v1.0/number-parser/parse", {{"originalStrings", Json::array()}}).status, 400);
}

QTEST_GUILESS_MAIN(tst_demo_ringcentral_resources)
#include "tst_demo_ringcentral_resources.moc"
