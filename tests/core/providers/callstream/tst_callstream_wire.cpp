#include <callcard/callstream.h>
#include <callcard/calltracker.h>
#include <callcard/testing/fakeclock.h>
#include <streamwire.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

QDateTime at(int minute, int second = 0)
{
    return {QDate(2026, 3, 4), QTime(17, minute, second), Qt::UTC};
}

QByteArray frame(const char *changes = "")
{
    QByteArray json = R"({"id":"CA1","session_id":"s-1","from_number":"+13035550187","from_name":"MARCUS HALE","to_number":"+12065550142",)"
                      R"("direction":"Inbound","timestamp":"2026-03-04T17:20:11.250Z","customer_id":"c1","customer_name":"Marcus Hale",)"
                      R"("customer_email":"marcus@hale.example","source":"ringcentral")";
    return json + changes + '}';
}

Call anyCall()
{
    Call call;
    call.id = CallId(u"ringcentral:s-1"_s);
    call.sessionId = u"s-1"_s;
    call.source = u"ringcentral"_s;
    call.direction = CallDirection::Inbound;
    call.state = CallState::Ringing;
    call.remote = {.number = PhoneNumber::fromE164(u"+13035550187"), .rawNumber = u"+13035550187"_s, .name = u"MARCUS HALE"_s};
    call.local = {.number = PhoneNumber::fromE164(u"+12065550142"), .rawNumber = u"+12065550142"_s, .name = u"Dana"_s};
    call.lineName = u"Sales"_s;
    call.agentEmail = u"dana@callcard.example"_s;
    call.startedAt = at(20);
    return call;
}

/// What a desktop makes of the bytes.
std::optional<Call> received(const QByteArray &bytes, CallTracker &tracker)
{
    const auto facts = callFromWire(bytes, u"US"_s);
    if (!facts)
        return std::nullopt;
    for (const CallEvent &fact : *facts)
        tracker.onEvent(fact);
    return tracker.call(CallId(u"callstream:s-1"_s));
}

} // namespace

class tst_CallStreamWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRingingCall()
    {
        const auto facts = callFromWire(frame(R"(,"status":"ringing","reason":"")"), u"US"_s);
        QVERIFY(facts);
        QCOMPARE(facts->size(), 1);
        const CallEvent &event = facts->first();
        QCOMPARE(event.source, u"callstream"_s);
        QCOMPARE(event.sessionId, u"s-1"_s);
        QCOMPARE(event.alias, u"CA1"_s);
        QCOMPARE(event.state, LegState::Ringing);
        QCOMPARE(event.time, at(20, 11).addMSecs(250));
        QCOMPARE(event.remote.number->e164(), u"+13035550187"_s);
        QCOMPARE(event.remote.name, u"MARCUS HALE"_s);
        QCOMPARE(event.remote.email, u"marcus@hale.example"_s);
        QCOMPARE(event.local.number->e164(), u"+12065550142"_s);
        QVERIFY(event.mine && !event.withheld && !event.settled);
    }

    void words_data()
    {
        QTest::addColumn<QByteArray>("changes");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("reason");
        QTest::addColumn<QString>("raw");
        const auto row = [](const char *changes, LegState state, EndReason reason = EndReason::None, const QString &raw = {}) {
            QTest::newRow(changes) << QByteArray(changes) << static_cast<int>(state) << static_cast<int>(reason) << raw;
        };
        row(R"(,"status":"active")", LegState::Active);
        row(R"(,"status":"held")", LegState::Held);
        row(R"(,"status":"ended","reason":"hung-up")", LegState::Ended, EndReason::HungUp);
        row(R"(,"status":"ended","reason":"answered-elsewhere")", LegState::Ended, EndReason::AnsweredElsewhere);
        row(R"(,"status":"ended","reason":"voicemail")", LegState::Ended, EndReason::Voicemail);
        row(R"(,"status":"ended","reason":"")", LegState::Ended);
        row(R"(,"status":"ended","reason":"evaporated")", LegState::Ended, EndReason::Unknown, u"evaporated"_s);
        row(R"(,"status":"levitating")", LegState::Unknown, EndReason::None, u"levitating"_s);
    }

    void words()
    {
        QFETCH(const QByteArray, changes);
        QFETCH(const int, state);
        QFETCH(const int, reason);
        QFETCH(const QString, raw);
        const auto facts = callFromWire(frame(changes.constData()), u"US"_s);
        QVERIFY(facts);
        QCOMPARE(static_cast<int>(facts->first().state), state);
        QCOMPARE(static_cast<int>(facts->first().reason), reason);
        QCOMPARE(facts->first().providerStatus, raw);
    }

    void whoHidesHasNoNumber()
    {
        QByteArray json = frame(R"(,"status":"ringing")");
        json.replace("+13035550187", "anonymous");
        const auto facts = callFromWire(json, u"US"_s);
        QVERIFY(facts && facts->first().withheld && !facts->first().remote.number);
        json.replace("anonymous", "");
        QVERIFY(callFromWire(json, u"US"_s)->first().withheld);
    }

    void badPayloads_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("ringing");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("no status") << frame();
        QTest::newRow("no direction") << frame(R"(,"status":"ringing")").replace("Inbound", "Sideways");
        QTest::newRow("no time") << frame(R"(,"status":"ringing")").replace("2026-03-04T17:20:11.250Z", "soon");
        QTest::newRow("no ids") << frame(R"(,"status":"ringing")").replace("CA1", "").replace("s-1", "");
        QTest::newRow("too deep") << frame(R"(,"status":"ringing","x":[[[[[[[[[1]]]]]]]]])");
    }

    void badPayloads()
    {
        QFETCH(const QByteArray, json);
        const auto facts = callFromWire(json, u"US"_s);
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, ErrorKind::BadPayload);
    }

    /// What the relay knows of a call is what the desktop knows after reading it: nothing else of it was seen there.
    void bothDirectionsAgree_data()
    {
        QTest::addColumn<Call>("call");
        QTest::newRow("ringing") << anyCall();
        Call call = anyCall();
        call.state = CallState::Active;
        call.answeredAt = at(20, 9);
        QTest::newRow("active") << call;
        call.state = CallState::Held;
        QTest::newRow("held") << call;
        call.state = CallState::Ended;
        call.reason = EndReason::HungUp;
        call.endedAt = at(25);
        call.talkTime = 200s;
        call.holdTime = 91s;
        QTest::newRow("hung up") << call;
        call.reason = EndReason::Transferred;
        QTest::newRow("transferred") << call;
        call.direction = CallDirection::Outbound;
        call.reason = EndReason::HungUp;
        QTest::newRow("outgoing") << call;
        Call over = anyCall();
        over.state = CallState::Ended;
        over.endedAt = at(21);
        over.missedProvisional = true;
        over.reason = EndReason::Missed;
        QTest::newRow("missed, provisionally") << over;
        over.missedProvisional = false;
        for (const EndReason reason : {EndReason::AnsweredElsewhere, EndReason::Voicemail, EndReason::Busy, EndReason::Declined}) {
            over.reason = reason;
            over.answeredBy = reason == EndReason::AnsweredElsewhere ? u"Lee"_s : QString();
            QTest::newRow(qPrintable(endReasonName(reason))) << over;
        }
        Call hidden = anyCall();
        hidden.withheld = true;
        hidden.remote = {};
        QTest::newRow("withheld") << hidden;
        Call colleague = anyCall();
        colleague.internal = true;
        colleague.remote = {.rawNumber = u"104"_s, .extension = u"104"_s, .name = u"Lee"_s};
        QTest::newRow("a colleague") << colleague;
    }

    void bothDirectionsAgree()
    {
        QFETCH(const Call, call);
        testing::FakeClock clock(at(30));
        CallTracker tracker(clock);
        const QDateTime changed = call.state == CallState::Ended  ? call.endedAt
                                  : call.state == CallState::Held ? at(22)
                                  : call.answeredAt.isValid()     ? call.answeredAt
                                                                  : call.startedAt;
        const auto arrived = received(callToWire(call, changed), tracker);
        QVERIFY(arrived);
        Call expected = call;
        expected.id = arrived->id;
        expected.source = u"callstream"_s;
        QCOMPARE(arrived->state, expected.state);
        QCOMPARE(arrived->reason, expected.reason);
        QCOMPARE(arrived->talkTime, expected.talkTime);
        QCOMPARE(arrived->holdTime, expected.holdTime);
        QCOMPARE(arrived->startedAt, expected.startedAt);
        QCOMPARE(arrived->answeredAt, expected.answeredAt);
        QCOMPARE(arrived->endedAt, expected.endedAt);
        QVERIFY(*arrived == expected);
    }

    void aMissThatIsFinalSaysSo()
    {
        Call call = anyCall();
        call.state = CallState::Ended;
        call.reason = EndReason::Missed;
        testing::FakeClock clock(at(30));
        CallTracker tracker(clock);
        const auto arrived = received(callToWire(call, at(21)), tracker);
        QVERIFY(arrived && arrived->reason == EndReason::Missed && !arrived->missedProvisional);
    }

    void aTalkWhoseBeginningWasLostIsNoMiss()
    {
        testing::FakeClock clock(at(30));
        CallTracker tracker(clock);
        QVERIFY(received(frame(R"(,"status":"ringing")"), tracker));
        const auto ended = received(frame(R"(,"status":"ended","reason":"hung-up")").replace("17:20:11.250", "17:24:00.000"), tracker);
        QCOMPARE(ended->reason, EndReason::HungUp);
        QVERIFY(ended->wasAnswered());
    }

    void longTextsAreCut()
    {
        Call call = anyCall();
        call.remote.name = QString(100'000, u'x');
        const QByteArray json = callToWire(call, at(21), {.name = QString(100'000, u'y')});
        QVERIFY(json.size() < 4096);
        QVERIFY(!json.contains('\n'));
        QVERIFY(callFromWire(json, u"US"_s)->first().remote.name.size() <= 512);
    }

    void events_data()
    {
        using Kind = callstream::StreamNews::Kind;
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("lost");
        const auto row = [](const char *name, const char *type, const char *data, Kind kind, bool lost = false) {
            QTest::newRow(name) << QByteArray(type) << QByteArray(data) << static_cast<int>(kind) << lost;
        };
        row("connected", "connected", R"({"type":"connected","user":"dana@callcard.example"})", Kind::Connected);
        row("connected after a loss", "connected", R"({"type":"connected","continuous":false})", Kind::Connected, true);
        row("connected without words", "connected", "", Kind::Connected);
        row("heartbeat", "heartbeat", R"({"type":"heartbeat"})", Kind::Heartbeat);
        row("a loss", "error", R"({"type":"error","error":"events were lost"})", Kind::Trouble, true);
        row("other trouble", "error", R"({"type":"error","error":"upstream is away"})", Kind::Trouble);
        row("trouble that is no JSON", "error", "<html>", Kind::Trouble);
        row("an event of a later version", "weather", "{", Kind::Other);
        row("a text", "text",
            R"({"type":"text","text":{"id":"justcall:1","direction":"Inbound","timestamp":"2026-03-04T17:20:11Z","body":"Hi"}})",
            Kind::Text);
        row("a recording", "recording",
            "{\"type\":\"recording\",\"recording\":{\"id\":\"RE1\",\"call_id\":\"twilio:CA1\",\"url\":\"https://x.example/1\"}}",
            Kind::Recording);
    }

    void events()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, data);
        QFETCH(const int, kind);
        QFETCH(const bool, lost);
        const auto news = callstream::newsFrom({.id = "7", .type = type, .data = data}, u"US"_s);
        QVERIFY(news);
        QCOMPARE(static_cast<int>(news->kind), kind);
        QCOMPARE(news->lost, lost);
    }

    void textsAreTheSameOnBothSides_data()
    {
        QTest::addColumn<Message>("message");
        Message message{.id = MessageId(u"justcall:5550002"_s),
                        .source = u"justcall"_s,
                        .direction = CallDirection::Inbound,
                        .remote = {.number = PhoneNumber::fromE164(u"+13035550187"), .rawNumber = u"+13035550187"_s, .name = u"MARCUS"_s},
                        .local = {.number = PhoneNumber::fromE164(u"+12065550142"), .rawNumber = u"+12065550142"_s, .name = u"Sales"_s},
                        .agentEmail = u"dana@callcard.example"_s,
                        .text = u"\"9:30\"?\nThanks, Łucja 🌲"_s,
                        .sentAt = at(20),
                        .userDay = QDate(2026, 3, 3)};
        QTest::newRow("received") << message;
        message.direction = CallDirection::Outbound;
        message.deleted = true;
        message.userDay = {};
        QTest::newRow("sent, and deleted") << message;
        message.remote = {.rawNumber = u"40404"_s, .extension = u"40404"_s};
        QTest::newRow("a short code") << message;
    }
    void textsAreTheSameOnBothSides()
    {
        QFETCH(const Message, message);
        const QByteArray json = textToWire(message);
        QVERIFY(!json.contains('\n'));
        const auto read = textFromWire(json, u"US"_s);
        QVERIFY(read);
        QCOMPARE(read->text, message.text);
        QCOMPARE(read->remote.rawNumber, message.remote.rawNumber);
        QVERIFY(*read == message);
    }

    void whatIsNoTextAndNoRecording_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("data");
        const auto row = [](const char *name, const char *type, const char *data) {
            QTest::newRow(name) << QByteArray(type) << QByteArray(data);
        };
        row("no JSON", "text", "hello");
        row("nothing in it", "text", R"({"type":"text"})");
        row("no time", "text", R"({"text":{"id":"1","direction":"Inbound"}})");
        row("no direction", "text", R"({"text":{"id":"1","direction":"Sideways","timestamp":"2026-03-04T17:20:11Z"}})");
        row("no id", "text", R"({"text":{"direction":"Inbound","timestamp":"2026-03-04T17:20:11Z"}})");
        row("no address", "recording", R"({"recording":{"id":"1","call_id":"twilio:CA1"}})");
        row("no web address", "recording", "{\"recording\":{\"id\":\"1\",\"call_id\":\"twilio:CA1\",\"url\":\"file:///etc/passwd\"}}");
        row("of no call", "recording", "{\"recording\":{\"id\":\"1\",\"url\":\"https://x.example\"}}");
    }
    void whatIsNoTextAndNoRecording()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, data);
        const auto news = callstream::newsFrom({.id = "7", .type = type, .data = data}, u"US"_s);
        QVERIFY(!news);
        QCOMPARE(news.error().kind, ErrorKind::BadPayload);
    }

    void idsKeepTheOrderOfTheStream()
    {
        const QByteArray data = R"({"type":"call","call":)" + frame(R"(,"status":"ringing")") + '}';
        const auto ninth = callstream::newsFrom({.id = "9", .type = "call", .data = data}, u"US"_s);
        const auto tenth = callstream::newsFrom({.id = "10", .type = "call", .data = data}, u"US"_s);
        QVERIFY(ninth->facts.first().eventId < tenth->facts.first().eventId);
        // As relays tell them that say which log they are of; also right behind those that did not.
        const auto named = callstream::newsFrom({.id = "00000000000000000011-5f3a", .type = "call", .data = data}, u"US"_s);
        QVERIFY(tenth->facts.first().eventId < named->facts.first().eventId);
        QVERIFY(!callstream::newsFrom({.id = "9", .type = "call", .data = R"({"type":"call"})"}, u"US"_s));
    }

    void aSnapshotIsWholeOrNothing()
    {
        const QByteArray one = frame(R"(,"status":"ringing")");
        QCOMPARE(callstream::liveCallsFrom("{\"calls\":[]}", u"US"_s)->size(), 0);
        QCOMPARE(callstream::liveCallsFrom(QByteArray("{\"calls\":[" + one + "]}"), u"US"_s)->size(), 1);
        QVERIFY(!callstream::liveCallsFrom(QByteArray("{\"calls\":[" + one + ",{}]}"), u"US"_s));
        QVERIFY(!callstream::liveCallsFrom("{}", u"US"_s));
        QVERIFY(!callstream::liveCallsFrom("{\"calls\":{}}", u"US"_s));
    }
};

QTEST_GUILESS_MAIN(tst_CallStreamWire)
#include "tst_callstream_wire.moc"
