#include "payload.h"

#include <apiwire.h>
#include <callcard/justcallrows.h>
#include <remarkwire.h>
#include <wire/wirejson.h>

#include <QTest>

using namespace callcard;
using namespace callcard::justcall;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

Json rowAt(const char *file, int index)
{
    const auto json = wire::parse(payload(file));
    return json ? (*json)["data"][static_cast<std::size_t>(index)] : Json();
}

QDateTime utc(int month, int day, int hour, int minute, int second)
{
    return {QDate(2025, month, day), QTime(hour, minute, second), Qt::UTC};
}

} // namespace

class tst_JustCallWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnsweredCall()
    {
        const auto row = callRowFrom(rowAt("justcall/calls.json", 0), u"US"_s);
        QVERIFY(row);
        const HistoricCall &call = row->call;
        QCOMPARE(call.rowId, u"90210001"_s);
        QCOMPARE(call.event.sessionId, u"CAexample0000000000000000000000001"_s);
        QCOMPARE(call.event.time, utc(2, 4, 0, 12, 9));
        QCOMPARE(call.userDay, QDate(2025, 2, 3)); // an evening in Denver, and not the day of UTC
        QCOMPARE(call.event.state, LegState::Ended);
        QVERIFY(call.event.settled && !call.inProgress);
        QCOMPARE(call.event.reason, EndReason::HungUp);
        QCOMPARE(call.event.talkTime->count(), 130); // without hold
        QCOMPARE(call.event.holdTime->count(), 25);
        QCOMPARE(call.event.remote.number->e164(), u"+12025550123"_s);
        QCOMPARE(call.event.remote.name, u"Riverside Vape & Gifts"_s);
        QCOMPARE(call.event.remote.email, u"buyer@riverside.example"_s);
        QCOMPARE(call.event.local.number->e164(), u"+12025550114"_s);
        QCOMPARE(call.event.lineName, u"Inside sales"_s);
        QCOMPARE(call.event.agentEmail, u"Dana@example.com"_s);
        QCOMPARE(call.event.answeredBy, u"Dana Example"_s);
        QCOMPARE(row->agentId, u"417000"_s);
        QCOMPARE(call.outcomeWord, u"Answered"_s);
        QCOMPARE(call.disposition, u"Sales: Follow up"_s);
        QCOMPARE(call.notes, u"Wants the spring price list, said \"soon\""_s);
        QCOMPARE(call.recordingUrl, u"https://app.justcall.example/r/1"_s);
    }

    void aVoicemailInStrangeForms()
    {
        const auto row = callRowFrom(rowAt("justcall/calls.json", 1), u"US"_s);
        QVERIFY(row);
        QCOMPARE(row->call.event.time, utc(2, 4, 8, 25, 43));
        QCOMPARE(row->call.event.reason, EndReason::Voicemail);
        QVERIFY(!row->call.event.talkTime);                 // nobody talked
        QVERIFY(row->call.event.remote.name.isEmpty());     // its name was its number
        QVERIFY(row->call.event.remote.number.has_value()); // with a plus this time
        QCOMPARE(row->agentId, u"417000"_s);
        QCOMPARE(row->call.transcription, u"Please call back"_s);
    }

    void unansweredIsNotAnswered()
    {
        const auto row = callRowFrom(rowAt("justcall/calls.json", 2), u"US"_s);
        QVERIFY(row);
        QCOMPARE(row->call.event.reason, EndReason::Missed);
        QVERIFY(row->call.event.withheld);
        QCOMPARE(row->call.event.sessionId, u"justcall-90210003"_s);
    }

    void inProgressSaysNothingOfRinging()
    {
        const auto row = callRowFrom(rowAt("justcall/calls.json", 3), u"US"_s);
        QVERIFY(row && row->call.inProgress);
        QCOMPARE(row->call.event.state, LegState::Setup);
        QVERIFY(!row->call.event.settled && !row->call.userDay.isValid());
    }

    void outcomes_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("direction");
        QTest::addColumn<int>("talk");
        QTest::addColumn<int>("reason");
        const auto row = [](const char *type, const char *direction, int talk, EndReason reason) {
            QTest::addRow("%s %s %d", direction, type, talk)
                << QString::fromLatin1(type) << QString::fromLatin1(direction) << talk << static_cast<int>(reason);
        };
        row("ANSWERED", "Incoming", 0, EndReason::HungUp);
        row("Missed", "Incoming", 0, EndReason::Missed);
        row("Busy", "Incoming", 12, EndReason::HungUp); // somebody talked, whatever the word says
        row("Busy", "Incoming", 0, EndReason::Busy);
        row("Abandoned before ringing", "Incoming", 0, EndReason::Missed);
        row("Blocked", "Incoming", 0, EndReason::Failed);
        row("Unanswered", "Outgoing", 0, EndReason::HungUp);
        row("Cancelled", "Outgoing", 0, EndReason::HungUp);
        row("Restricted", "outbound", 0, EndReason::Failed);
        row("Levitated", "inbound", 0, EndReason::Unknown);
        row("", "Incoming", 0, EndReason::Unknown);
    }

    void outcomes()
    {
        QFETCH(const QString, type);
        QFETCH(const QString, direction);
        QFETCH(const int, talk);
        QFETCH(const int, reason);
        Json json = rowAt("justcall/calls.json", 2);
        json["call_info"]["type"] = type.toStdString();
        json["call_info"]["direction"] = direction.toStdString();
        json["call_duration"]["conversation_time"] = talk;
        const auto row = callRowFrom(json, u"US"_s);
        QVERIFY(row);
        QCOMPARE(static_cast<int>(row->call.event.reason), reason);
        QCOMPARE(row->call.outcomeWord, type);
        QCOMPARE(row->call.event.talkTime.has_value(), reason == static_cast<int>(EndReason::HungUp) && direction == u"Incoming"_s);
    }

    void withoutAConversationTheTotalLessHoldIsTalk()
    {
        Json json = rowAt("justcall/calls.json", 0);
        json["call_duration"].erase("conversation_time");
        QCOMPARE(callRowFrom(json, u"US"_s)->call.event.talkTime->count(), 130);
        json["call_duration"]["total_duration"] = "-5";
        QVERIFY(!callRowFrom(json, u"US"_s)->call.event.talkTime);
    }

    void badRows_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("null") << QByteArray("null");
        QTest::newRow("a number") << QByteArray("4");
        QTest::newRow("no direction") << QByteArray(R"({"id":1,"call_info":{"type":"Missed"}})");
        QTest::newRow("an info that is text") << QByteArray(R"({"id":1,"call_info":"Missed"})");
        QTest::newRow("no id") << QByteArray(R"({"call_info":{"direction":"Incoming"}})");
    }

    void badRows()
    {
        QFETCH(const QByteArray, json);
        const auto row = callRowFrom(*wire::parse(json), u"US"_s);
        QVERIFY(!row);
        QCOMPARE(row.error().kind, ErrorKind::BadPayload);
    }

    void texts()
    {
        const auto sent = textRowFrom(rowAt("justcall/texts.json", 0), u"US"_s);
        QVERIFY(sent);
        QCOMPARE(sent->message.id, MessageId(u"justcall:5550001"_s));
        QCOMPARE(sent->message.direction, CallDirection::Outbound);
        QCOMPARE(sent->message.text, u"Price list <attached>\nhttps://media.example/1.jpg"_s);
        QCOMPARE(sent->message.sentAt, utc(2, 4, 0, 30, 0));
        QCOMPARE(sent->message.userDay, QDate(2025, 2, 3));
        QVERIFY(!sent->message.deleted);
        const auto received = textRowFrom(rowAt("justcall/texts.json", 1), u"US"_s);
        QVERIFY(received);
        QCOMPARE(received->message.direction, CallDirection::Inbound);
        QVERIFY(received->message.deleted);
        QVERIFY(!received->message.remote.number); // a short code matches nobody
        QCOMPARE(received->message.remote.extension, u"22395"_s);
        QVERIFY(!textRowFrom(*wire::parse(R"({"id":1,"direction":"Sideways","sms_date":"2025-02-04","sms_time":"1:00"})"), u"US"_s));
        QVERIFY(!textRowFrom(*wire::parse(R"({"id":1,"direction":"Incoming"})"), u"US"_s));
    }

    void users()
    {
        const auto user = userRowFrom(rowAt("justcall/users.json", 0));
        QVERIFY(user);
        QCOMPARE(user->agent.id, u"417000"_s);
        QCOMPARE(user->agent.email, u"Dana@example.com"_s);
        QCOMPARE(user->agent.timeZone, u"America/Denver"_s);
        QCOMPARE(user->agent.available, std::optional(true));
        QCOMPARE(user->agent.onCall, std::optional(false));
        QCOMPARE(user->numbers, (QList<QString>{u"+12025550114"_s, u"+12025550199"_s}));
    }

    void contacts()
    {
        const auto contact = contactRowFrom(rowAt("justcall/contacts.json", 0), u"US"_s);
        QVERIFY(contact);
        const Customer &customer = contact->record.customer;
        QCOMPARE(contact->record.sourceId, u"771"_s);
        QCOMPARE(customer.name, u"Casey Buyer"_s);
        QCOMPARE(customer.company, u"Riverside & Sons"_s);
        QCOMPARE(customer.numbers.size(), 2);
        QCOMPARE(customer.numbers[0].extension, u"12"_s);
        QCOMPARE(customer.numbers[1].label, u"Mobile"_s);
        QCOMPARE(customer.note, u"Prefers mornings"_s);
        QVERIFY(customer.doNotCall);
    }

    void pages()
    {
        const auto calls = pageFrom(*wire::parse(payload("justcall/calls.json")));
        QVERIFY(calls && calls->linksOn);
        QCOMPARE(calls->total, std::optional<qint64>(4));
        const auto texts = pageFrom(*wire::parse(payload("justcall/texts.json")));
        QVERIFY(texts && !texts->linksOn);
        QCOMPARE(texts->total, std::optional<qint64>(2));
        QVERIFY(!pageFrom(*wire::parse(payload("justcall/contacts.json")))->total);
        QVERIFY(!pageFrom(*wire::parse(R"({"status":"success","users":[]})"))); // nothing is not nobody
    }

    void times_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QDateTime>("instant");
        QTest::newRow("padded") << u"2025-02-04"_s << u"08:25:43"_s << utc(2, 4, 8, 25, 43);
        QTest::newRow("unpadded") << u"2025-2-4"_s << u"8:25:43"_s << utc(2, 4, 8, 25, 43);
        QTest::newRow("in the date") << u"2025-02-04 08:25:43"_s << QString() << utc(2, 4, 8, 25, 43);
        QTest::newRow("in both") << u"2025-02-04 00:00:00"_s << u"8:25:43"_s << utc(2, 4, 8, 25, 43);
        QTest::newRow("ISO") << u"2025-02-04T08:25:43.000Z"_s << QString() << utc(2, 4, 8, 25, 43);
        QTest::newRow("no time") << u"2025-02-04"_s << QString() << QDateTime();
        QTest::newRow("no such day") << u"2025-02-30"_s << u"08:25:43"_s << QDateTime();
        QTest::newRow("no such hour") << u"2025-02-04"_s << u"25:10:00"_s << QDateTime();
        QTest::newRow("words") << u"today"_s << u"noon"_s << QDateTime();
        QTest::newRow("endless") << QString(1000, u'2') << u"08:25:43"_s << QDateTime();
    }

    void times()
    {
        QFETCH(const QString, date);
        QFETCH(const QString, time);
        QFETCH(const QDateTime, instant);
        const QDateTime read = civilTime(date, time);
        QCOMPARE(read.isValid(), instant.isValid());
        if (instant.isValid())
            QCOMPARE(read, instant);
    }

    void escapes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        QTest::newRow("none") << u"A & B"_s << u"A & B"_s;
        QTest::newRow("once, not twice") << u"A &amp;amp; B"_s << u"A &amp; B"_s;
        QTest::newRow("quotes") << u"&quot;x&quot; &#39;y&#39; &#x27;z"_s << u"\"x\" 'y' 'z"_s;
        QTest::newRow("markup stays text") << u"&lt;b&gt;"_s << u"<b>"_s;
        QTest::newRow("backslashes") << uR"(O\'Neil C:\new)"_s << uR"(O'Neil C:\new)"_s;
        QTest::newRow("half an entity") << u"&amp &;#; &#99999999; &#0;"_s << u"&amp &;#; &#99999999; &#0;"_s;
        QTest::newRow("beyond the first plane") << u"&#128222;"_s << QString::fromUcs4(U"\U0001F4DE", 1);
    }

    void escapes()
    {
        QFETCH(const QString, text);
        QTEST(plainText(text), "plain");
    }

    void rowsBelongByTheirStartOrTheAgentsDate()
    {
        const Span day{utc(2, 3, 7, 0, 0), utc(2, 4, 7, 0, 0)}; // the third, in Denver
        QVERIFY(isWithin(day, utc(2, 3, 7, 0, 0), {}, {}));
        QVERIFY(!isWithin(day, utc(2, 4, 7, 0, 0), {}, {}));
        QVERIFY(isWithin(day, utc(2, 9, 0, 0, 0), utc(2, 3, 23, 59, 59), u"America/Denver"_s)); // moved by the agent
        QVERIFY(!isWithin(day, utc(2, 9, 0, 0, 0), utc(2, 3, 23, 59, 59), u"Moon/Crater"_s));
    }

    void notesAreJoined_data()
    {
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("joined");
        const QString none;
        const QStringList nothing;
        QTest::newRow("first") << none << nothing << u"call back"_s << u"call back"_s;
        QTest::newRow("again") << u"call back"_s << nothing << u"call back"_s << u"call back"_s;
        QTest::newRow("typed on") << u"call"_s << nothing << u"call back"_s << u"call back"_s;
        QTest::newRow("shortened") << u"call back"_s << QStringList{u"call back"_s} << u"call"_s << u"call"_s;
        QTest::newRow("below somebody's") << u"IVR: sales"_s << nothing << u"call back"_s << u"IVR: sales\ncall back"_s;
        QTest::newRow("below, again") << u"IVR: sales\ncall back"_s << nothing << u"call back"_s << u"IVR: sales\ncall back"_s;
        QTest::newRow("below, changed") << u"IVR: sales\ncall back"_s << QStringList{u"call back"_s} << u"done"_s << u"IVR: sales\ndone"_s;
        QTest::newRow("taken back") << u"IVR: sales\ncall back"_s << QStringList{u"call back"_s} << none << u"IVR: sales"_s;
        QTest::newRow("cleared") << u"call back"_s << QStringList{u"call back"_s} << none << none;
        QTest::newRow("edited twice") << u"call"_s << QStringList{u"IVR"_s, u"call"_s} << u"done"_s << u"done"_s;
        QTest::newRow("edited twice, below") << u"IVR: sales\ncall"_s << QStringList{u"IVR: sales"_s, u"call"_s} << u"done"_s
                                             << u"IVR: sales\ndone"_s;
        QTest::newRow("of two lines") << u"IVR\nwants\nmore"_s << QStringList{u"more"_s, u"wants\nmore"_s} << u"done"_s << u"IVR\ndone"_s;
        QTest::newRow("not ours to clear") << u"IVR: sales"_s << nothing << none << u"IVR: sales"_s;
    }

    void notesAreJoined()
    {
        QFETCH(const QString, theirs);
        QFETCH(const QStringList, before);
        QFETCH(const QString, ours);
        QTEST(joinedNotes(theirs, before, ours), "joined");
    }

    void remarksSurviveTheOutbox()
    {
        const CallRemark remark{.callSid = u"CA1"_s,
                                .notes = u"Zoë: \"ja\"\nnein"_s,
                                .notesBefore = {u"Zoë"_s, u"Zoë:\nja"_s},
                                .disposition = u"Sales: Won"_s,
                                .rating = 4.5,
                                .endedAt = QDateTime(QDate(2026, 11, 20), QTime(19, 0), Qt::UTC)};
        const OutboxItem item = justCallItem(remark);
        QCOMPARE(item.key, u"calls/CA1"_s);
        const auto read = remarkFrom(item.payload);
        QVERIFY(read);
        QVERIFY(*read == remark);
        const auto bare = remarkFrom(justCallItem({.callSid = u"CA1"_s}).payload);
        QVERIFY(bare && !bare->notes && !bare->disposition && !bare->rating);
        QVERIFY(!remarkFrom("{}"));
        QVERIFY(!remarkFrom("no"));
    }
};

QTEST_APPLESS_MAIN(tst_JustCallWire)
#include "tst_justcall_wire.moc"
