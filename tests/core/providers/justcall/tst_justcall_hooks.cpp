#include "payload.h"

#include <callcard/calltracker.h>
#include <callcard/justcallhooks.h>
#include <callcard/testing/fakeclock.h>

#include <QTest>

using namespace callcard;
using namespace callcard::justcall;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime kSent(QDate(2025, 2, 4), QTime(0, 12, 10), Qt::UTC);
const QDateTime kSigned(QDate(2025, 1, 31), QTime(15, 4, 5), Qt::UTC);

QByteArray changed(const char *file, const QByteArray &from, const QByteArray &to)
{
    QByteArray body = payload(file);
    Q_ASSERT(body.contains(from));
    return body.replace(from, to);
}

HttpHeaders headersWith(const QByteArray &signature)
{
    return {{.name = "X-JustCall-Signature", .value = signature},
            {.name = "X-JustCall-Signature-Version", .value = "v1"},
            {.name = "X-JustCall-Request-Timestamp", .value = "2025-01-31 15:04:05"}};
}

} // namespace

class tst_JustCallHooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rings()
    {
        const auto news = eventsFromWebhook(payload("justcall/hook-incoming.json"), kSent, u"US"_s);
        QVERIFY(news);
        QCOMPARE(news->kind, HookNews::Kind::Call);
        QCOMPARE(news->requestId, u"01JEXAMPLE0000000000000001"_s);
        QCOMPARE(news->agentId, u"417000"_s);
        QCOMPARE(news->facts.size(), 1);
        const CallEvent &fact = news->facts.first();
        QCOMPARE(fact.state, LegState::Ringing);
        QCOMPARE(fact.sessionId, u"CAexample0000000000000000000000001"_s);
        QCOMPARE(fact.time, kSent);
        QCOMPARE(fact.remote.number->e164(), u"+12025550123"_s);
        QVERIFY(!fact.settled && !news->row);
    }

    void completes()
    {
        const auto news = eventsFromWebhook(payload("justcall/hook-completed.json"), kSent, u"US"_s);
        QVERIFY(news && news->row);
        const CallEvent &fact = news->facts.first();
        QVERIFY(fact.settled);
        QCOMPARE(fact.reason, EndReason::HungUp); // "answered", in lower case
        QCOMPARE(fact.talkTime->count(), 130);
        QCOMPARE(fact.time, QDateTime(QDate(2025, 2, 4), QTime(0, 12, 9), Qt::UTC));
        QCOMPARE(news->row->rowId, u"90210001"_s);
        QCOMPARE(news->row->userDay, QDate(2025, 2, 3));
    }

    void types_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("reason");
        QTest::newRow("incoming") << QByteArray("call.incoming") << int(LegState::Ringing) << int(EndReason::None);
        QTest::newRow("initiated") << QByteArray("call.initiated") << int(LegState::Ringing) << int(EndReason::None);
        QTest::newRow("answered") << QByteArray("call.answered") << int(LegState::Active) << int(EndReason::None);
        QTest::newRow("completed") << QByteArray("call.completed") << int(LegState::Ended) << int(EndReason::None);
        QTest::newRow("missed") << QByteArray("call.missed") << int(LegState::Ended) << int(EndReason::Missed);
        QTest::newRow("voicemail") << QByteArray("call.voicemail") << int(LegState::Ended) << int(EndReason::Voicemail);
    }

    void types()
    {
        QFETCH(const QByteArray, type);
        QFETCH(const int, state);
        QFETCH(const int, reason);
        // All of them with the few fields that early events have.
        const auto news = eventsFromWebhook(changed("justcall/hook-incoming.json", "call.incoming", type), kSent, u"US"_s);
        QVERIFY(news);
        QCOMPARE(news->facts.size(), 1);
        QCOMPARE(int(news->facts.first().state), state);
        QCOMPARE(int(news->facts.first().reason), reason);
    }

    void aDirectionIsInTheNameOfSomeEvents()
    {
        const auto incoming = eventsFromWebhook(changed("justcall/hook-incoming.json", R"("direction": "Incoming", )", ""), kSent, u"US"_s);
        QVERIFY(incoming);
        QCOMPARE(incoming->facts.first().direction, CallDirection::Inbound);
        const QByteArray body = changed("justcall/hook-incoming.json", R"("direction": "Incoming", )", "");
        const auto initiated = eventsFromWebhook(QByteArray(body).replace("call.incoming", "call.initiated"), kSent, u"US"_s);
        QCOMPARE(initiated->facts.first().direction, CallDirection::Outbound);
        QVERIFY(!eventsFromWebhook(QByteArray(body).replace("call.incoming", "call.answered"), kSent, u"US"_s));
    }

    /// Any order, anything twice: one call, answered, with the talk that JustCall counted.
    void everyOrderEndsInTheSameCall()
    {
        QList<QByteArray> bodies{payload("justcall/hook-incoming.json"),
                                 changed("justcall/hook-incoming.json", "call.incoming", "call.answered").replace("001\"", "003\""),
                                 payload("justcall/hook-completed.json"), payload("justcall/hook-incoming.json")};
        QList<int> order{0, 1, 2, 3};
        do {
            FakeClock clock(kSent);
            CallTracker tracker(clock);
            for (const int i : std::as_const(order)) {
                const auto news = eventsFromWebhook(bodies[i], kSent.addSecs(i * 5), u"US"_s);
                QVERIFY(news);
                tracker.onEvent(news->facts.first());
            }
            const auto call = tracker.call(CallId(u"justcall:CAexample0000000000000000000000001"_s));
            QVERIFY(call);
            QCOMPARE(call->state, CallState::Ended);
            QCOMPARE(call->reason, EndReason::HungUp);
            QCOMPARE(call->talkTime->count(), 130);
            QVERIFY(call->wasAnswered());
        } while (std::next_permutation(order.begin(), order.end()));
    }

    void textsArrive()
    {
        const auto news = eventsFromWebhook(payload("justcall/hook-text.json"), kSent, u"US"_s);
        QVERIFY(news && news->text);
        QCOMPARE(news->kind, HookNews::Kind::Text);
        QCOMPARE(news->text->text, u"Thanks, ordering today"_s);
        QCOMPARE(news->text->userDay, QDate(2025, 2, 4));
    }

    void validations_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank") << QByteArray(" \n");
        QTest::newRow("without data") << QByteArray(R"({"type":"call.incoming","webhook_url":"relay.example.com/hooks"})");
    }

    void validations()
    {
        QFETCH(const QByteArray, body);
        const auto news = eventsFromWebhook(body, kSent, u"US"_s);
        QVERIFY(news);
        QCOMPARE(news->kind, HookNews::Kind::Validation);
    }

    void whatNobodyNeedsIsOther()
    {
        const auto news = eventsFromWebhook(R"({"type":"jc.contact_status_updated","data":{"id":1}})", kSent, u"US"_s);
        QVERIFY(news);
        QCOMPARE(news->kind, HookNews::Kind::Other);
    }

    void badBodies_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("cut") << payload("justcall/hook-completed.json").left(300);
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("data is text") << QByteArray(R"({"type":"call.missed","data":"x"})");
        QTest::newRow("a call without an id") << QByteArray(R"({"type":"call.missed","data":{"call_info":{"direction":"Incoming"}}})");
        QTest::newRow("an info that is a list") << QByteArray(R"({"type":"call.incoming","data":{"id":1,"call_info":[1]}})");
    }

    void badBodies()
    {
        QFETCH(const QByteArray, body);
        const auto news = eventsFromWebhook(body, kSent, u"US"_s);
        QVERIFY(!news);
        QCOMPARE(news.error().kind, ErrorKind::BadPayload);
    }

    /// The two vectors of the notes, and what must not pass.
    void signatures_data()
    {
        QTest::addColumn<QByteArray>("signature");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("passes");
        const QByteArray first("4e25b97f23b1a4434e258e9e485c80910c9c10db340aaf6eb725f89e8905c1e6");
        const QByteArray second("2b8f291e9483d262883475427c54953712806a5e581dc5d811935d039d9fca86");
        const QString plain = u"https://relay.example.com/hooks/justcall"_s;
        const QString special = u"https://relay.example.com/justcall?tenant=a b&x=(1)"_s;
        QTest::newRow("plain") << first << plain << QByteArray("call.incoming") << 0 << true;
        QTest::newRow("special characters") << second << special << QByteArray("call.completed") << 0 << true;
        QTest::newRow("a late retry") << first << plain << QByteArray("call.incoming") << 15 << true;
        QTest::newRow("too late") << first << plain << QByteArray("call.incoming") << 16 << false;
        QTest::newRow("from the future") << first << plain << QByteArray("call.incoming") << -16 << false;
        QTest::newRow("another type") << first << plain << QByteArray("call.completed") << 0 << false;
        QTest::newRow("another address") << first << special << QByteArray("call.incoming") << 0 << false;
        QTest::newRow("one bit off") << QByteArray(first).replace(0, 1, "5") << plain << QByteArray("call.incoming") << 0 << false;
        QTest::newRow("cut") << first.left(32) << plain << QByteArray("call.incoming") << 0 << false;
        QTest::newRow("none") << QByteArray() << plain << QByteArray("call.incoming") << 0 << false;
    }

    void signatures()
    {
        QFETCH(const QByteArray, signature);
        QFETCH(const QString, url);
        QFETCH(const QByteArray, type);
        QFETCH(const int, minutes);
        QFETCH(const bool, passes);
        const QByteArray body = "{\"type\":\"" + type + "\",\"data\":{}}";
        const Result<> verdict = verifyWebhook(headersWith(signature), url, body, Secret(u"example-secret"), kSigned.addSecs(minutes * 60));
        QCOMPARE(verdict.has_value(), passes);
        if (!passes)
            QCOMPARE(verdict.error().kind, ErrorKind::Refused);
    }

    void withoutASecretNothingPasses()
    {
        const QByteArray body = R"({"type":"call.incoming","data":{}})";
        QVERIFY(!verifyWebhook(headersWith("4e25b97f23b1a4434e258e9e485c80910c9c10db340aaf6eb725f89e8905c1e6"),
                               u"https://relay.example.com/hooks/justcall"_s, body, Secret(), kSigned));
    }
};

QTEST_GUILESS_MAIN(tst_JustCallHooks)
#include "tst_justcall_hooks.moc"
