#include <wire.h>
#include <wire/wirejson.h>

#include <QFile>
#include <QTest>

using namespace callcard;
using namespace callcard::ringcentral;
using namespace Qt::Literals::StringLiterals;

namespace {

const Self kSelf{
    .extensionId = u"8100002004"_s, .email = u"dana@callcard.example"_s, .region = u"US"_s, .lines = {{u"+12065550142"_s, u"Direct"_s}}};

QByteArray payload(const char *name)
{
    QFile file(QStringLiteral(CALLCARD_TEST_DATA "/ringcentral/") + QString::fromLatin1(name));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// The recorded telephony event with one member of its party replaced.
QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    QByteArray body = payload("queue-ringing.json");
    Q_ASSERT(body.contains(from));
    return body.replace(from, to);
}

} // namespace

class tst_RingCentralWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aQueueCallRings()
    {
        const auto notification = eventsFromWebhook(payload("queue-ringing.json"), kSelf);
        QVERIFY(notification);
        QCOMPARE(notification->kind, Notification::Kind::Telephony);
        QCOMPARE(notification->events.size(), 1);
        const CallEvent &event = notification->events.first();
        QCOMPARE(event.state, LegState::Ringing);
        QCOMPARE(event.sessionId, u"s-a0d1z18c9z2f4e0000"_s);
        QCOMPARE(event.alias, u"930001204004"_s);
        QCOMPARE(event.sequence, 7);
        QCOMPARE(event.time, QDateTime(QDate(2026, 3, 4), QTime(17, 21, 30, 120), Qt::UTC));
        QCOMPARE(event.remote.number->e164(), u"+13035550187"_s);
        QCOMPARE(event.remote.name, u"MARCUS HALE"_s);
        QCOMPARE(event.lineName, u"Sales"_s);
        QVERIFY(event.mine && !event.internal && !event.withheld && !event.ownRingOutLeg);
    }

    void states_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("reason");
        const auto row = [](const char *status, LegState state, EndReason reason = EndReason::None) {
            QTest::newRow(status) << QByteArray(status) << static_cast<int>(state) << static_cast<int>(reason);
        };
        row(R"("code":"Setup")", LegState::Setup);
        row(R"("code":"Answered")", LegState::Active);
        row(R"("code":"Hold")", LegState::Held);
        row(R"("code":"Parked")", LegState::Parked);
        row(R"("code":"VoiceMail")", LegState::Voicemail);
        row(R"("code":"Voicemail")", LegState::Voicemail);
        row(R"("code":"VMScreening")", LegState::Voicemail);
        row(R"("code":"Disconnected")", LegState::Ended);
        row(R"("code":"Disconnected","reason":"AgentAnswered")", LegState::Ended, EndReason::AnsweredElsewhere);
        row(R"("code":"Disconnected","reason":"BlindTransfer")", LegState::Ended, EndReason::Transferred);
        row(R"("code":"Disconnected","reason":"Rejected")", LegState::Ended, EndReason::Declined);
        row(R"("code":"Disconnected","reason":"SomethingNew")", LegState::Ended);
        row(R"("code":"Levitating")", LegState::Unknown);
    }

    void states()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const int, state);
        QFETCH(const int, reason);
        const auto notification = eventsFromWebhook(changed(R"("code":"Proceeding")", status), kSelf);
        QVERIFY(notification);
        QCOMPARE(static_cast<int>(notification->events.first().state), state);
        QCOMPARE(static_cast<int>(notification->events.first().reason), reason);
    }

    void aMoveNamesItsSession()
    {
        const auto notification = eventsFromWebhook(
            changed(R"("code":"Proceeding")", R"("code":"Gone","peerId":{"telephonySessionId":"s-2","partyId":"p-9"})"), kSelf);
        QCOMPARE(notification->events.first().state, LegState::Moved);
        QCOMPARE(notification->events.first().movedTo, u"s-2"_s);
    }

    void callers_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("extension");
        QTest::addColumn<bool>("withheld");
        QTest::addColumn<bool>("internal");
        QTest::newRow("colleague") << QByteArray(R"({"phoneNumber":"101","extensionId":"8100002005","name":"Lee"})") << QString()
                                   << u"101"_s << false << true;
        QTest::newRow("anonymous") << QByteArray(R"({"phoneNumber":"anonymous"})") << QString() << QString() << true << false;
        QTest::newRow("no number") << QByteArray(R"({"name":"Unknown"})") << QString() << QString() << true << false;
        QTest::newRow("null") << QByteArray("null") << QString() << QString() << true << false;
        QTest::newRow("no plus") << QByteArray(R"({"phoneNumber":"13035550187"})") << u"+13035550187"_s << QString() << false << false;
        QTest::newRow("national") << QByteArray(R"({"phoneNumber":"3035550187"})") << u"+13035550187"_s << QString() << false << false;
        QTest::newRow("masked") << QByteArray(R"({"phoneNumber":"+1303555XXXX"})") << QString() << QString() << false << false;
        QTest::newRow("conference") << QByteArray(R"({"phoneNumber":"conference"})") << QString() << QString() << false << false;
        QTest::newRow("a number as a number") << QByteArray(R"({"phoneNumber":13035550187})") << u"+13035550187"_s << QString() << false
                                              << false;
    }

    void callers()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QString, number);
        QFETCH(const QString, extension);
        QFETCH(const bool, withheld);
        QFETCH(const bool, internal);
        const auto notification = eventsFromWebhook(changed(R"({"phoneNumber":"+13035550187","name":"Sales - MARCUS HALE"})", from), kSelf);
        QVERIFY(notification);
        const CallEvent &event = notification->events.first();
        QCOMPARE(event.remote.number ? event.remote.number->e164() : QString(), number);
        QCOMPARE(event.remote.extension, extension);
        QCOMPARE(event.withheld, withheld);
        QCOMPARE(event.internal, internal);
    }

    void aColleaguesLegIsNotMine()
    {
        const auto notification =
            eventsFromWebhook(changed(R"("extensionId":"8100002004","id")", R"("extensionId":8100002005,"id")"), kSelf);
        QVERIFY(!notification->events.first().mine);
        QVERIFY(notification->events.first().agentEmail.isEmpty());
    }

    void myOwnPhoneRingingForARingOutIsMarked()
    {
        const auto notification = eventsFromWebhook(changed(R"("type":"Call")", R"("type":"RingOut")"), kSelf);
        QVERIFY(notification->events.first().ownRingOutLeg);
    }

    void presenceIsASnapshotOfTheSameCall()
    {
        const auto notification = eventsFromWebhook(payload("presence-ringing.json"), kSelf);
        QVERIFY(notification && notification->snapshot);
        const CallEvent &event = notification->events.first();
        QCOMPARE(event.sessionId, u"s-a0d1z18c9z2f4e0000"_s);
        QCOMPARE(event.state, LegState::Ringing);
        QCOMPARE(event.lineName, u"Direct"_s);
        QCOMPARE(event.channel, u"presence"_s);
    }

    void theCallLogSettles()
    {
        const auto json = wire::parse(payload("call-log.json"));
        QVERIFY(json);
        const auto page = logPageFrom(*json, kSelf);
        QVERIFY(page);
        QVERIFY(page->more);
        QCOMPARE(page->syncToken, u"tok"_s);
        QCOMPARE(page->calls.size(), 3); // no fax, no echo
        QCOMPARE(page->calls[0].event.talkTime->count(), 184);
        QVERIFY(page->calls[0].event.settled);
        QVERIFY(!page->calls[0].recordingUrl.isEmpty());
        QVERIFY(!page->calls[1].event.talkTime);
        QCOMPARE(page->calls[1].event.sessionId, u"930001204005"_s);
        QVERIFY(page->calls[2].inProgress && !page->calls[2].event.settled);
        QVERIFY(!page->calls[2].event.remote.number);
    }

    void badPayloads_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no body") << QByteArray(R"({"event":"/x/telephony/sessions"})");
        QTest::newRow("body is text") << QByteArray(R"({"event":"/x/telephony/sessions","body":"x"})");
        QTest::newRow("no parties") << QByteArray(R"({"event":"/x/telephony/sessions","body":{"telephonySessionId":"s"}})");
        QTest::newRow("parties is a map") << QByteArray(
            R"({"event":"/x/telephony/sessions","body":{"telephonySessionId":"s","parties":{"a":1}}})");
        QTest::newRow("presence without state") << QByteArray(R"({"event":"/x/presence?detailedTelephonyState=true","body":{}})");
        QTest::newRow("truncated") << payload("queue-ringing.json").left(300);
    }

    void badPayloads()
    {
        QFETCH(const QByteArray, body);
        const auto notification = eventsFromWebhook(body, kSelf);
        QVERIFY(!notification);
        QCOMPARE(notification.error().kind, ErrorKind::BadPayload);
    }

    void aLogWithoutRecordsIsNoEmptyLog()
    {
        QVERIFY(!logPageFrom(*wire::parse(R"({"records":null})"), kSelf));
        QVERIFY(logPageFrom(*wire::parse(R"({"records":[]})"), kSelf)->calls.isEmpty());
    }

    void refusalsNameTheirRemedy_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("kind");
        QTest::newRow("token") << 401 << static_cast<int>(ErrorKind::SignInNeeded);
        QTest::newRow("scope") << 403 << static_cast<int>(ErrorKind::Refused);
        QTest::newRow("rate") << 429 << static_cast<int>(ErrorKind::RateLimited);
        QTest::newRow("fault") << 503 << static_cast<int>(ErrorKind::ServerFault);
    }

    void refusalsNameTheirRemedy()
    {
        QFETCH(const int, status);
        QFETCH(const int, kind);
        const Error error =
            errorFrom(status, R"({"errorCode":"X","errors":[{"errorCode":"CMN-401","message":"secret words"}]})", std::nullopt);
        QCOMPARE(static_cast<int>(error.kind), kind);
        QVERIFY(error.detail.contains(u"CMN-401") && !error.detail.contains(u"secret"));
    }
};

QTEST_APPLESS_MAIN(tst_RingCentralWire)
#include "tst_ringcentral_wire.moc"
