#include <callcard/calltracker.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/twilio.h>

#include <QFile>
#include <QTest>

using namespace callcard;
using namespace callcard::twilio;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime kNow(QDate(2026, 11, 20), QTime(15, 10, 13), Qt::UTC);
const Secret kToken(u"callcard-test-token");

QByteArray payload(const char *name)
{
    QFile file(QStringLiteral(CALLCARD_TEST_DATA "/twilio/") + QString::fromLatin1(name));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray statusForm(const QByteArray &status, int sequence, const char *direction = "inbound", const char *more = "")
{
    return "CallSid=CA1&From=%2B12025550123&To=%2B12025550114&Direction=" + QByteArray(direction) + "&CallStatus=" + status +
           "&SequenceNumber=" + QByteArray::number(sequence) + "&Timestamp=Fri%2C+20+Nov+2026+15%3A10%3A1" + QByteArray::number(sequence) +
           "+%2B0000" + more;
}

HttpHeaders signedWith(const QByteArray &signature, const char *type = "application/x-www-form-urlencoded; charset=UTF-8")
{
    return {{.name = "x-twilio-signature", .value = signature}, {.name = "content-type", .value = type}};
}

} // namespace

class tst_Twilio : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallThatWasTalkedIn()
    {
        const auto callback = eventsFromWebhook(payload("completed.form"), kNow, u"US"_s);
        QVERIFY(callback && callback->fact);
        QCOMPARE(callback->kind, Callback::Kind::Status);
        QCOMPARE(callback->callSid, u"CA00000000000000000000000000000001"_s);
        QCOMPARE(callback->deliveryKey, u"CA00000000000000000000000000000001/3"_s);
        QCOMPARE(callback->recordStatus, u"completed"_s);
        const CallEvent &fact = *callback->fact;
        QVERIFY(fact.settled);
        QCOMPARE(fact.sequence, 3);
        QCOMPARE(fact.talkTime->count(), 42);
        QCOMPARE(fact.time, QDateTime(QDate(2026, 11, 20), QTime(15, 9, 30), Qt::UTC)); // when the talk began
        QCOMPARE(fact.remote.number->e164(), u"+12025550123"_s);
        QCOMPARE(fact.remote.name, u"CASEY BUYER"_s);
    }

    void aRecording()
    {
        const auto callback = eventsFromWebhook(payload("recording.form"), kNow, u"US"_s);
        QVERIFY(callback);
        QCOMPARE(callback->kind, Callback::Kind::Recording);
        QCOMPARE(callback->recordingSid, u"RE00000000000000000000000000000001"_s);
        QCOMPARE(callback->recordingUrl, u"https://api.twilio.example/RE1"_s);
        QCOMPARE(callback->recordingLength->count(), 40);
        QVERIFY(!callback->fact);
        // While it is being made its address leads nowhere.
        const auto early = eventsFromWebhook(payload("recording.form").replace("completed", "in-progress"), kNow, u"US"_s);
        QVERIFY(early && early->kind == Callback::Kind::Recording && early->recordingUrl.isEmpty());
        QVERIFY(early->deliveryKey != callback->deliveryKey);
    }

    void statuses_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QByteArray>("direction");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("reason");
        QTest::addColumn<QString>("record");
        const auto row = [](const char *word, const char *direction, LegState state, EndReason reason, const char *record) {
            QTest::addRow("%s %s", direction, word)
                << QByteArray(word) << QByteArray(direction) << int(state) << int(reason) << QString::fromLatin1(record);
        };
        row("queued", "outbound-api", LegState::Setup, EndReason::None, "queued");
        row("initiated", "outbound-dial", LegState::Setup, EndReason::None, "queued");
        row("ringing", "inbound", LegState::Ringing, EndReason::None, "ringing");
        row("in-progress", "inbound", LegState::Active, EndReason::None, "in-progress");
        row("completed", "inbound", LegState::Ended, EndReason::HungUp, "completed");
        row("busy", "outbound-api", LegState::Ended, EndReason::Busy, "failed");
        row("failed", "inbound", LegState::Ended, EndReason::Failed, "failed");
        row("no-answer", "inbound", LegState::Ended, EndReason::Missed, "no-answer");
        row("no-answer", "outbound-api", LegState::Ended, EndReason::HungUp, "no-answer");
        row("canceled", "inbound", LegState::Ended, EndReason::Missed, "failed");
        row("evaporated", "inbound", LegState::Unknown, EndReason::None, "");
    }

    void statuses()
    {
        QFETCH(const QByteArray, word);
        QFETCH(const QByteArray, direction);
        QFETCH(const int, state);
        QFETCH(const int, reason);
        QFETCH(const QString, record);
        const auto callback = eventsFromWebhook(statusForm(word, 2, direction.constData()), kNow, u"US"_s);
        QVERIFY(callback && callback->fact);
        QCOMPARE(int(callback->fact->state), state);
        QCOMPARE(int(callback->fact->reason), reason);
        QCOMPARE(callback->recordStatus, record);
        QCOMPARE(callback->fact->direction, direction == "inbound" ? CallDirection::Inbound : CallDirection::Outbound);
        QCOMPARE(callback->fact->providerStatus, state == int(LegState::Unknown) ? QString::fromLatin1(word) : QString());
    }

    /// Deliveries come in any order and more than once; the sequence number decides.
    void everyOrderEndsInTheSameCall()
    {
        const QList<QByteArray> forms{statusForm("initiated", 0), statusForm("ringing", 1), statusForm("in-progress", 2),
                                      statusForm("completed", 3, "inbound", "&CallDuration=42"), statusForm("ringing", 1)};
        QList<int> order{0, 1, 2, 3, 4};
        do {
            testing::FakeClock clock(kNow);
            CallTracker tracker(clock);
            for (const int i : std::as_const(order))
                tracker.onEvent(*eventsFromWebhook(forms[i], kNow, u"US"_s)->fact);
            const auto call = tracker.call(CallId(u"twilio:CA1"_s));
            QVERIFY(call);
            QCOMPARE(call->state, CallState::Ended);
            QCOMPARE(call->reason, EndReason::HungUp);
            QCOMPARE(call->talkTime->count(), 42);
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void jsonBodiesToo()
    {
        const auto callback = eventsFromWebhook(
            R"({"CallSid":"CA1","CallStatus":"ringing","SequenceNumber":1,"Direction":"inbound","From":"anonymous"})", kNow, u"US"_s);
        QVERIFY(callback && callback->fact);
        QCOMPARE(callback->fact->state, LegState::Ringing);
        QCOMPARE(callback->fact->sequence, 1);
        QCOMPARE(callback->fact->time, kNow); // it tells none
        QVERIFY(callback->fact->withheld);
    }

    void badBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no call") << QByteArray("CallStatus=ringing");
        QTest::newRow("half JSON") << QByteArray("{\"CallSid\":");
        QTest::newRow("too many fields") << QByteArray("a=1&").repeated(300);
        QTest::newRow("too large") << QByteArray("CallSid=") + QByteArray(70'000, 'x');
    }

    void badBodies()
    {
        QFETCH(const QByteArray, body);
        const auto callback = eventsFromWebhook(body, kNow, u"US"_s);
        QVERIFY(!callback);
        QCOMPARE(callback.error().kind, ErrorKind::BadPayload);
    }

    /// The vectors of the notes, made with Twilio's own library.
    void signatures_data()
    {
        QTest::addColumn<QByteArray>("signature");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("passes");
        const QByteArray form("application/x-www-form-urlencoded");
        const QByteArray json("application/json");
        const QString status = u"https://hooks.example.test:8443/twilio/status?rep=u1"_s;
        const QByteArray fields("CallSid=CA00000000000000000000000000000001&CallStatus=completed&CallDuration=42&From=%2B15550100&"
                                "To=%2B15550199&SequenceNumber=3&Empty=");
        const QString jsonUrl = u"https://hooks.example.test/twilio/"
                                "json?bodySHA256=4062edaf750fb8074e7e83e0c9028c94e32468a8b6f1614774328ef045150f93"_s;
        const QString repeated = u"https://hooks.example.test/x"_s;
        QTest::newRow("a form") << QByteArray("CKl59QNfZiSWt5RuC8P+S5KdO+w=") << status << fields << form << true;
        QTest::newRow("fields in another order")
            << QByteArray("CKl59QNfZiSWt5RuC8P+S5KdO+w=") << status
            << QByteArray("Empty=&SequenceNumber=3&To=%2B15550199&From=%2B15550100&CallDuration=42&CallStatus=completed&"
                          "CallSid=CA00000000000000000000000000000001")
            << form << true;
        QTest::newRow("a name three times") << QByteArray("xP7BldSZkf2RfyH1eWWfRBS1KMY=") << repeated << QByteArray("M=b&M=a&M=b") << form
                                            << true;
        QTest::newRow("with the default port written")
            << QByteArray("xP7BldSZkf2RfyH1eWWfRBS1KMY=") << u"https://hooks.example.test:443/x"_s << QByteArray("M=b&M=a&M=b") << form
            << true;
        QTest::newRow("JSON") << QByteArray("4YAvWMTmowmexkk4kXNLkZZBGvs=") << jsonUrl << QByteArray(R"({"ok":true})") << json << true;
        QTest::newRow("JSON of somebody else") << QByteArray("4YAvWMTmowmexkk4kXNLkZZBGvs=") << jsonUrl << QByteArray(R"({"ok":1})") << json
                                               << false;
        QTest::newRow("a field changed") << QByteArray("CKl59QNfZiSWt5RuC8P+S5KdO+w=") << status << QByteArray(fields).replace("=42", "=43")
                                         << form << false;
        QTest::newRow("a field more") << QByteArray("CKl59QNfZiSWt5RuC8P+S5KdO+w=") << status << QByteArray(fields + "&A=b") << form
                                      << false;
        QTest::newRow("another address") << QByteArray("CKl59QNfZiSWt5RuC8P+S5KdO+w=") << repeated << fields << form << false;
        QTest::newRow("none") << QByteArray() << status << fields << form << false;
    }

    void signatures()
    {
        QFETCH(const QByteArray, signature);
        QFETCH(const QString, url);
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, type);
        QFETCH(const bool, passes);
        QCOMPARE(verifyWebhook(signedWith(signature, type.constData()), url, body, kToken).has_value(), passes);
        QVERIFY(!verifyWebhook(signedWith(signature, type.constData()), url, body, Secret(u"another")));
        QVERIFY(!verifyWebhook(signedWith(signature, type.constData()), url, body, Secret()));
    }
};

QTEST_GUILESS_MAIN(tst_Twilio)
#include "tst_twilio.moc"
