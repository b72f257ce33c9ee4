#include "client.h"
#include "relaystage.h"

#include <relay/aicall.h>
#include <relay/callbook.h>
#include <relay/commandline.h>
#include <relay/gateway.h>
#include <relay/tokens.h>

#include <callcard/callstream.h>
#include <callcard/justcallrows.h>
#include <callcard/testing/fakeclock.h>
#include <callcard/testing/loopbackserver.h>

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QMessageAuthenticationCode>

#include <algorithm>
#include <future>
#include <set>
#include <thread>
#include <unistd.h>

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A disk on which nothing fits any more.
class FullLog final : public EventLog
{
public:
    void append(LogRecord, Done done) override { done(failure(ErrorKind::Storage, u"disk full"_s)); }
    void follow(Follower follower) override { follower.caughtUp(quint64(0)); }
    LogFigures figures() const override { return {.trouble = Error{.kind = ErrorKind::Storage}}; }
    LogIdentity identity() const override { return {.name = "full"}; }
};

/// A log whose past takes as long to tell as the test likes.
class LatePast final : public EventLog
{
public:
    explicit LatePast(std::unique_ptr<EventLog> below) : m_below(std::move(below)) {}
    void append(LogRecord record, Done done) override { m_below->append(std::move(record), std::move(done)); }
    void follow(Follower follower) override { m_follower = std::move(follower); }
    LogFigures figures() const override { return m_below->figures(); }
    LogIdentity identity() const override { return m_below->identity(); }
    void tellNow() { m_below->follow(std::move(m_follower)); }

private:
    std::unique_ptr<EventLog> m_below;
    Follower m_follower;
};

QStringList *heardMessages = nullptr;

QCoro::Task<> stopThen(relay::JustCallGateway &gateway, bool &done)
{
    co_await gateway.stop();
    done = true;
}

} // namespace

/// Signed webhooks in, each rep's own stream out; and what strangers, slow readers and bad days make of it.
class tst_Relay : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<RelayStage> m_stage;

    std::unique_ptr<StreamReader> reader(const QByteArray &token = RelayStage::kToken, const QByteArray &from = {})
    {
        return std::make_unique<StreamReader>(m_stage->http(), m_stage->base(), token, from);
    }
    void cloud(const Json &request)
    {
        const Json answer = m_stage->cloud(request);
        QVERIFY2(answer.value("ok", false), answer.dump().c_str());
    }
    void ring() { cloud({{"do", "call.start"}, {"from", "+13035550187"}, {"name", "Marcus Hale"}, {"rep", m_stage->rep(0)["id"]}}); }

private Q_SLOTS:
    void init()
    {
        m_stage = std::make_unique<RelayStage>();
        m_config.reset();
        m_email.clear();
    }
    void cleanup() { m_stage.reset(); }

    void aSignedWebhookIsHeardByItsRepAlone_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<bool>("presence");
        QTest::addColumn<int>("copies");
        QTest::newRow("justcall") << u"justcall"_s << false << 1;
        QTest::newRow("justcall, delivered three times") << u"justcall"_s << false << 3;
        QTest::newRow("ringcentral sessions") << u"ringcentral"_s << false << 2;
        QTest::newRow("ringcentral presence") << u"ringcentral"_s << true << 1;
        QTest::newRow("twilio") << u"twilio"_s << false << 2;
    }
    void aSignedWebhookIsHeardByItsRepAlone()
    {
        QFETCH(const QString, provider);
        QFETCH(const bool, presence);
        QFETCH(const int, copies);
        m_stage->start();
        m_stage->hook(provider.toStdString(),
                      {{"copies", copies}, {"presence", presence}, {"query", provider == "twilio"_L1 ? "?rep=" + m_stage->email(0) : ""}});
        const auto mine = reader();
        const auto other = reader(RelayStage::kOtherToken);
        QTRY_VERIFY_WITH_TIMEOUT(mine->greeted() && other->greeted(), kSoon);
        QVERIFY(mine->data("connected")["user"] == m_stage->email(0));
        ring();
        QTRY_COMPARE_WITH_TIMEOUT(mine->statuses(), QStringList{u"ringing"_s}, kSoon);
        QCOMPARE(mine->calls().first().value("from_number", ""), std::string("+13035550187"));
        QCOMPARE(mine->calls().first().value("direction", ""), std::string("Inbound"));
        const Json active = m_stage->json(u"/api/active-calls"_s);
        QVERIFY(active["calls"].size() == 1 && active["calls"][0]["status"] == "ringing");
        QVERIFY(m_stage->json(u"/api/active-calls"_s, RelayStage::kOtherToken)["calls"].empty());
        cloud({{"do", "call.answer"}});
        QTRY_COMPARE_WITH_TIMEOUT(mine->statuses().last(), u"active"_s, kSoon);
        cloud({{"do", "call.end"}});
        QTRY_COMPARE_WITH_TIMEOUT(mine->statuses().last(), u"ended hung-up"_s, kSoon);
        QVERIFY(m_stage->json(u"/api/active-calls"_s)["calls"].empty());
        QCOMPARE(mine->statuses().removeDuplicates(), 0); // however often it was told
        QVERIFY(other->calls().isEmpty());
        // What the desktop's own reader makes of it.
        for (const Json &call : mine->calls())
            QVERIFY(callFromWire(QByteArray::fromStdString(call.dump()), u"US"_s));
        if (copies > 1)
            QVERIFY(m_stage->metric("callcard_relay_webhooks_total{provider=\"" + provider.toLatin1() + "\",result=\"repeated\"}") >= 2);
        QCOMPARE(m_stage->metric("callcard_relay_unrouted_records_total"), 0.0);
    }

    void aTextIsHeardByItsRepAloneAndOnce()
    {
        m_stage->start();
        m_stage->hook("justcall", {{"copies", 3}});
        m_stage->hook("justcall", {{"type", "sms.sent_received"}}); // the same once more, under another request id
        const auto mine = reader();
        const auto other = reader(RelayStage::kOtherToken);
        QTRY_VERIFY_WITH_TIMEOUT(mine->greeted() && other->greeted(), kSoon);
        const Json added = m_stage->cloud({{"do", "text.add"},
                                           {"number", "+13035550187"},
                                           {"rep", m_stage->rep(0)["id"]},
                                           {"body", "Can we move to \"9:30\"?\nThanks, Łucja"}});
        QVERIFY2(added.value("ok", false), added.dump().c_str());
        const auto repeated = [&] { return m_stage->metric("callcard_relay_webhooks_total{provider=\"justcall\",result=\"repeated\"}"); };
        QTRY_VERIFY_WITH_TIMEOUT(mine->told("text").size() == 1 && repeated() == 2, kSoon);
        const Json told = mine->told("text").first();
        QVERIFY2(told["direction"] == "Inbound" && told["from_number"] == "+13035550187" && told["source"] == "justcall" &&
                     told["agent_email"] == m_stage->email(0) && told["deleted"] == false,
                 told.dump().c_str());
        const auto read = textFromWire(QByteArray::fromStdString(told.dump()), u"US"_s);
        QVERIFY(read);
        QCOMPARE(read->text, u"Can we move to \"9:30\"?\nThanks, Łucja"_s);
        // The history's row of it is the same text, not another one.
        const QString today = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
        const auto rows = justcall::relayedTexts(m_stage->get(u"/api/justcall/sms?start_date=%1&end_date=%1"_s.arg(today)).body, u"US"_s);
        QVERIFY(rows && std::any_of(rows->begin(), rows->end(), [&](const auto &row) { return row.message.id == read->id; }));
        cloud({{"do", "text.edit"}, {"text", added["text"]["id"]}, {"deleted", true}});
        QTRY_COMPARE_WITH_TIMEOUT(mine->told("text").size(), 2, kSoon);
        QVERIFY(mine->told("text").last()["deleted"] == true);
        cloud({{"do", "text.add"}, {"direction", "outbound"}, {"number", "+13035550187"}, {"rep", m_stage->rep(1)["id"]}});
        QTRY_COMPARE_WITH_TIMEOUT(other->told("text").size(), 1, kSoon);
        QVERIFY(other->told("text").first()["to_number"] == "+13035550187");
        QCOMPARE(mine->told("text").size(), 2);
        QVERIFY(mine->calls().isEmpty());
        QCOMPARE(m_stage->metric("callcard_relay_unrouted_records_total"), 0.0);
    }

    void aRecordingReachesTheRepOfItsCall()
    {
        m_stage->start();
        m_stage->hook("twilio", {{"query", "?rep=" + m_stage->email(0)}});
        const auto mine = reader();
        const auto other = reader(RelayStage::kOtherToken);
        QTRY_VERIFY_WITH_TIMEOUT(mine->greeted() && other->greeted(), kSoon);
        ring();
        QTRY_COMPARE_WITH_TIMEOUT(mine->calls().size(), 1, kSoon);
        const Json call = mine->calls().first();
        for (const char *status : {"in-progress", "completed", "completed"}) {
            cloud({{"do", "webhook.send"},
                   {"provider", "twilio"},
                   {"url", m_stage->base().toStdString() + "/api/twilio/recording-callback"}, // names nobody: the call does
                   {"body",
                    {{"CallSid", call["session_id"]},
                     {"RecordingSid", "RE1"},
                     {"RecordingUrl", "https://api.twilio.example/RE1"},
                     {"RecordingStatus", status},
                     {"RecordingDuration", "40"}}}});
        }
        QTRY_COMPARE_WITH_TIMEOUT(mine->told("recording").size(), 1, kSoon);
        const Json told = mine->told("recording").first();
        QVERIFY2(told["call_id"] == call["id"] && told["id"] == "twilio:RE1" && told["seconds"] == 40 &&
                     told["url"] == "https://api.twilio.example/RE1" && told["agent_email"] == m_stage->email(0),
                 told.dump().c_str());
        QVERIFY(recordingFromWire(QByteArray::fromStdString(told.dump())));
        cloud({{"do", "call.end"}});
        QTRY_VERIFY_WITH_TIMEOUT(mine->statuses().last().startsWith(u"ended"_s), kSoon);
        QCOMPARE(mine->told("recording").size(), 1);
        QVERIFY(other->told("recording").isEmpty());
    }

    void whoseRecordingItIs_data()
    {
        QTest::addColumn<QList<QByteArray>>("forms"); ///< "rep form": what comes, in this order.
        QTest::addColumn<QString>("heard");           ///< By whom.
        const QByteArray ringing = " CallStatus=ringing&Direction=inbound&From=%2B13035550187&To=%2B13035550142&CallSid=CA1";
        const QByteArray taken = " CallStatus=in-progress&Direction=inbound&From=%2B13035550187&To=%2B13035550142&CallSid=CA1";
        const QByteArray recording = " RecordingSid=RE1&RecordingUrl=https%3A%2F%2Fx.example%2F1&RecordingStatus=completed&CallSid=CA1";
        const QByteArray last = taken + "&RecordingSid=RE1&RecordingUrl=https%3A%2F%2Fx.example%2F1";
        QTest::newRow("the address says it") << QList<QByteArray>{"a@b.example" + recording} << u"a@b.example"_s;
        QTest::newRow("nobody knows") << QList<QByteArray>{recording} << QString();
        QTest::newRow("before the call") << QList<QByteArray>{recording, "c@b.example" + ringing} << u"c@b.example"_s;
        QTest::newRow("who took the call") << QList<QByteArray>{ringing, "c@b.example" + taken, recording} << u"c@b.example"_s;
        QTest::newRow("a shared line") << QList<QByteArray>{ringing, taken, recording} << u"a@b.example c@b.example"_s;
        QTest::newRow("told with the call's end") << QList<QByteArray>{"a@b.example" + last} << u"a@b.example"_s;
        QTest::newRow("told twice") << QList<QByteArray>{"a@b.example" + last, "a@b.example" + recording} << u"a@b.example"_s;
    }
    void whoseRecordingItIs()
    {
        QFETCH(const QList<QByteArray>, forms);
        QFETCH(const QString, heard);
        const QList<relay::RelayUser> users{{.email = u"a@b.example"_s, .numbers = {u"+13035550142"_s}},
                                            {.email = u"c@b.example"_s, .numbers = {u"+13035550142"_s}}};
        relay::CallBook book(users, u"US"_s, m_clock);
        quint64 sequence = 0;
        for (const QByteArray &form : forms) {
            const qsizetype space = form.indexOf(' ');
            const relay::Delivery delivery{
                .provider = relay::Provider::Twilio, .rep = QString::fromLatin1(form.first(space)), .payload = form.mid(space + 1)};
            ++sequence;
            book.take({.sequence = sequence, .record = relay::recordOf(delivery, QString::number(sequence), m_clock.now())});
        }
        QStringList told;
        for (const QString &email : {u"a@b.example"_s, u"c@b.example"_s}) {
            for (const relay::StreamEvent &event : book.events(email)) {
                if (event.frame->find("event: recording") != std::string::npos)
                    told.append(email);
            }
        }
        QCOMPARE(told.join(u' '), heard);
    }

    void idsSayWhichLogTheyAreOf_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<bool>("ours");
        QTest::newRow("as it was told") << QByteArray("00000000000000000305-a1b2") << true;
        QTest::newRow("of another log") << QByteArray("00000000000000000305-ffff") << false;
        QTest::newRow("of a log without a name") << QByteArray("305") << true; // told before there were names
        QTest::newRow("later than those") << QByteArray("500") << false;
        QTest::newRow("from the beginning") << QByteArray("0") << true;
        QTest::newRow("nonsense") << QByteArray("12ab") << false;
        QTest::newRow("too large") << QByteArray("99999999999999999999-a1b2") << false;
        QTest::newRow("too long") << QByteArray("000000000000000000305-a1b2") << false;
        QTest::newRow("half") << QByteArray("305-") << false;
        QTest::newRow("negative") << QByteArray("-a1b2") << false;
    }
    void idsSayWhichLogTheyAreOf()
    {
        QFETCH(const QByteArray, id);
        QFETCH(const bool, ours);
        relay::CallBook book({}, u"US"_s, m_clock);
        book.beginsAt(1, {.name = "a1b2", .namelessUntil = 4});
        QCOMPARE(book.placeOf(id).has_value(), ours);
        QCOMPARE(book.placeOf(book.idText(305)), std::optional<quint64>(305));
        QVERIFY(book.idText(99) < book.idText(305) && book.idText(305) < book.idText(2000)); // desktops compare them as text
    }

    void theBookForgetsWithTheLogAndWithinItsBounds()
    {
        const QList<relay::RelayUser> users{{.email = u"a@b.example"_s}, {.email = u"c@b.example"_s}};
        relay::CallBook book(users, u"US"_s, m_clock, {.bytes = 30'000, .reps = 2});
        book.beginsAt(1, {.name = "a1b2"});
        const auto take = [&](quint64 sequence, const QString &rep) {
            const QByteArray form =
                "CallSid=CA" + QByteArray::number(sequence) + "&Direction=inbound&From=%2B13035550187&CallStatus=ringing";
            const relay::Delivery delivery{.provider = relay::Provider::Twilio, .rep = rep, .payload = form};
            book.take({.sequence = sequence, .record = relay::recordOf(delivery, QString::number(sequence), m_clock.now())});
        };
        for (quint64 i = 1; i <= 10; ++i)
            take(i, u"a@b.example"_s);
        QCOMPARE(book.events(u"a@b.example"_s).size(), std::size_t(10));
        book.forgetBefore(5); // the log did
        QCOMPARE(book.events(u"a@b.example"_s).front().id, quint64(500));
        QVERIFY(book.reachesBack(u"a@b.example"_s, 400) && !book.reachesBack(u"a@b.example"_s, 399));
        book.forgetBefore(1000); // of which nothing is known yet
        QCOMPARE(book.events(u"a@b.example"_s).front().id, quint64(500));
        // One who hears much: what was told first goes first, whoever heard it, and it is known that it went.
        for (quint64 i = 11; i <= 200; ++i)
            take(i, u"c@b.example"_s);
        QVERIFY(book.events(u"a@b.example"_s).empty());
        QVERIFY(!book.reachesBack(u"a@b.example"_s, 500) && book.reachesBack(u"a@b.example"_s, book.position()));
        const auto &kept = book.events(u"c@b.example"_s);
        QVERIFY2(kept.size() > 10 && kept.size() < 100, qPrintable(QString::number(kept.size())));
        QCOMPARE(kept.back().id, quint64(20'000));
        QVERIFY(!book.reachesBack(u"c@b.example"_s, kept.front().id - 101));
        take(201, u"invented@b.example"_s);
        QVERIFY(book.events(u"invented@b.example"_s).empty());
        QCOMPARE(book.counters().unrouted, quint64(1));
    }

    void forgedOnesAreRefusedAndLeaveNothing_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("signature");
        for (const char *provider : {"justcall", "ringcentral", "twilio"}) {
            for (const char *signature : {"wrong", "none"})
                QTest::addRow("%s, %s", provider, signature) << QString::fromLatin1(provider) << QString::fromLatin1(signature);
        }
    }
    void forgedOnesAreRefusedAndLeaveNothing()
    {
        QFETCH(const QString, provider);
        QFETCH(const QString, signature);
        m_stage->start();
        m_stage->hook(provider.toStdString(), {{"signature", signature.toStdString()}, {"retrySeconds", 3600}});
        ring();
        const QByteArray forged = "callcard_relay_webhooks_total{provider=\"" + provider.toLatin1() + "\",result=\"forged\"}";
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->metric(forged) >= 1, kSoon);
        QCOMPARE(m_stage->metric("callcard_relay_log_records"), 0.0);
        QVERIFY(m_stage->json(u"/api/active-calls"_s)["calls"].empty());
    }

    void goesOnWhereAReaderWas()
    {
        m_stage->start();
        m_stage->hook("justcall");
        QByteArray ringing;
        QByteArray newcomer;
        {
            const auto mine = reader();
            const auto idle = reader(RelayStage::kOtherToken);
            QTRY_VERIFY_WITH_TIMEOUT(mine->greeted() && idle->greeted(), kSoon);
            newcomer = idle->lastId();
            QVERIFY(!newcomer.isEmpty()); // even who heard nothing yet can go on from here
            QVERIFY(!mine->data("connected").contains("continuous"));
            ring();
            QTRY_COMPARE_WITH_TIMEOUT(mine->statuses().size(), 1, kSoon);
            ringing = mine->lastId();
        }
        cloud({{"do", "call.answer"}});
        const auto isActive = [&] {
            const Json calls = m_stage->json(u"/api/active-calls"_s)["calls"];
            return calls.size() == 1 && calls[0]["status"] == "active";
        };
        QTRY_VERIFY_WITH_TIMEOUT(isActive(), kSoon);
        for (int restart = 0; restart < 2; ++restart) {
            const auto back = reader(RelayStage::kToken, ringing);
            QTRY_COMPARE_WITH_TIMEOUT(back->statuses(), QStringList{u"active"_s}, kSoon);
            QVERIFY(back->data("connected")["continuous"] == true);
            const auto idle = reader(RelayStage::kOtherToken, newcomer);
            QTRY_VERIFY_WITH_TIMEOUT(idle->greeted(), kSoon);
            QVERIFY(idle->data("connected")["continuous"] == true && idle->calls().isEmpty());
            QVERIFY(m_stage->json(u"/api/active-calls"_s)["calls"].size() == 1);
            m_stage->stopHard();
            m_stage->start();
        }
        cloud({{"do", "call.end"}});
        const auto late = reader(RelayStage::kToken, ringing);
        QTRY_COMPARE_WITH_TIMEOUT(late->statuses(), (QStringList{u"active"_s, u"ended hung-up"_s}), kSoon);
        for (const QByteArray &strange : {QByteArray("99999999999"), QByteArray("no-number")}) {
            const auto lost = reader(RelayStage::kToken, strange);
            QTRY_VERIFY_WITH_TIMEOUT(lost->greeted(), kSoon);
            QVERIFY(lost->data("connected")["continuous"] == false);
        }
    }

    void theIdOfAnotherLogSkipsNothing()
    {
        m_stage->start();
        QByteArray seen;
        {
            const auto mine = reader();
            QTRY_VERIFY_WITH_TIMEOUT(mine->greeted(), kSoon);
            for (int i = 0; i < 3; ++i)
                postSigned(i);
            QTRY_COMPARE_WITH_TIMEOUT(mine->calls().size(), 3, kSoon);
            seen = mine->lastId();
        }
        m_stage->stopHard();
        QVERIFY(QDir(m_stage->folder() + u"/data"_s).removeRecursively());
        m_stage->start();
        // The new log has come further than the former one had: by its number alone the id would be one of this log's.
        for (int i = 10; i < 20; ++i)
            postSigned(i);
        for (const QByteArray &foreign : {seen, QByteArray("300"), QByteArray("no-number")}) {
            const auto back = reader(RelayStage::kToken, foreign);
            QTRY_COMPARE_WITH_TIMEOUT(back->calls().size(), 10, kSoon);
            QVERIFY(back->data("connected")["continuous"] == false);
            QVERIFY(back->data("connected")["reason"] == "another log");
            const auto again = reader(RelayStage::kToken, back->lastId()); // and from there on all is as ever
            QTRY_VERIFY_WITH_TIMEOUT(again->greeted(), kSoon);
            QVERIFY(again->data("connected")["continuous"] == true && again->calls().isEmpty());
        }
        QCOMPARE(m_stage->json(u"/api/active-calls"_s)["calls"].size(), std::size_t(10));
        // A copy of before, put back: it has the name, and ends before the place.
        const auto ahead = reader(RelayStage::kToken, "00000000000000009999-" + seen.mid(21));
        QTRY_VERIFY_WITH_TIMEOUT(ahead->greeted(), kSoon);
        QVERIFY(ahead->data("connected")["continuous"] == false);
    }

    void takesWebhooksWhileThePastIsRead()
    {
        m_stage->start();
        m_stage->stopHard();
        auto below = makeSqliteEventLog(m_stage->config().logFile(), m_clock);
        QVERIFY(below);
        auto late = std::make_unique<LatePast>(std::move(*below));
        LatePast &past = *late;
        m_stage->waitsForThePast = false;
        m_stage->start(Json::object(), std::move(late));
        postSigned(1); // acknowledged, and nobody was heard before
        for (const char *path : {"/api/call-stream", "/api/active-calls"}) {
            const HttpAnswer answer = m_stage->get(QString::fromLatin1(path));
            QCOMPARE(answer.status, 503); // half a list would end the calls that are missing
            QVERIFY(answer.retryAfter({}).has_value());
        }
        QCOMPARE(m_stage->get(u"/healthz"_s, {}).status, 200);
        past.tellNow();
        const auto serves = [&] { return m_stage->get(u"/api/active-calls"_s).status == 200; };
        QTRY_VERIFY_WITH_TIMEOUT(serves(), kSoon);
        QCOMPARE(m_stage->json(u"/api/active-calls"_s)["calls"].size(), std::size_t(1));
        const auto mine = reader(RelayStage::kToken, "0");
        QTRY_COMPARE_WITH_TIMEOUT(mine->statuses(), QStringList{u"ringing"_s}, kSoon);
    }

    void whatCannotBeWrittenIsNotAcknowledged()
    {
        m_stage->start(Json::object(), std::make_unique<FullLog>());
        m_stage->hook("justcall", {{"retrySeconds", 0.05}});
        const auto mine = reader();
        QTRY_VERIFY_WITH_TIMEOUT(mine->greeted(), kSoon);
        ring();
        const auto tried = [&] {
            const Json deliveries = m_stage->cloud({{"do", "webhook.deliveries"}})["deliveries"];
            return std::count_if(deliveries.begin(), deliveries.end(), [](const Json &one) { return one["status"] == 503; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(tried() >= 3, kSoon); // 503: the provider comes again
        QVERIFY(mine->calls().isEmpty());
        QCOMPARE(m_stage->get(u"/healthz"_s, {}).status, 503);
        QCOMPARE(m_stage->metric("callcard_relay_log_failing"), 1.0);
        const HttpAnswer ai = m_stage->ask(HttpMethod::Post, u"/api/ai-calls"_s, {{"Authorization", "Bearer " + RelayStage::kToken}},
                                           "{\"to\":\"+13035550142\"}");
        QCOMPARE(ai.status, 503); // and nobody was called
        QVERIFY(m_stage->cloud({{"do", "journal"}, {"service", "elevenlabs"}})["requests"].empty());
    }

    void strangersGetNowhere_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("status");
        const auto post = [](const QByteArray &headers, const QByteArray &body) -> QByteArray {
            return "POST /api/webhooks/justcall HTTP/1.1\r\nHost: x\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) +
                   "\r\n\r\n" + body;
        };
        const auto get = [](const QByteArray &target, const QByteArray &headers = {}) -> QByteArray {
            return "GET " + target + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
        };
        const QByteArray bearer = "Authorization: Bearer " + RelayStage::kToken + "\r\n";
        QTest::newRow("no signature") << post({}, "{\"type\":\"call.incoming\",\"data\":{\"call_sid\":\"CA1\"}}") << QByteArray("401");
        QTest::newRow("truncated") << post({}, "{\"type\":\"call.inc") << QByteArray("401");
        QTest::newRow("no JSON") << post({}, "\xff\xfe\x00\x01") << QByteArray("401");
        QTest::newRow("gigantic") << QByteArray("POST /api/webhooks/justcall HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n{")
                                  << QByteArray("413");
        QTest::newRow("gigantic, without a length")
            << QByteArray("POST /api/webhooks/justcall HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n50000\r\n{")
            << QByteArray("413");
        QTest::newRow("a bomb") << post("Content-Encoding: gzip\r\n", QByteArray("\x1f\x8b\x08", 3)) << QByteArray("415");
        QTest::newRow("a bomb by another name") << post("Content-Encoding: br\r\n", "x") << QByteArray("415");
        QTest::newRow("trickled in chunks")
            << QByteArray("POST /api/webhooks/justcall HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n")
            << QByteArray("408");
        QTest::newRow("slow head") << QByteArray("POST /api/webhooks/justcall HTTP/1.1\r\nHost: x\r\nX-A: ") << QByteArray("408");
        QTest::newRow("a flood of headers") << get("/api/active-calls", "X-A: " + QByteArray(40'000, 'a') + "\r\n") << QByteArray("431");
        QTest::newRow("GET a webhook") << get("/api/webhooks/justcall") << QByteArray("405");
        QTest::newRow("POST the stream") << QByteArray("POST /api/call-stream HTTP/1.1\r\nHost: x\r\n" + bearer +
                                                       "Content-Length: 0\r\n\r\n")
                                         << QByteArray("405");
        QTest::newRow("DELETE the calls") << QByteArray("DELETE /api/active-calls HTTP/1.1\r\nHost: x\r\n" + bearer + "\r\n")
                                          << QByteArray("405");
        QTest::newRow("nothing there") << get("/api/everything", bearer) << QByteArray("404");
        QTest::newRow("a path that climbs") << get("/api/../metrics", bearer) << QByteArray("404");
        QTest::newRow("no token") << get("/api/active-calls") << QByteArray("401");
        QTest::newRow("a wrong token") << get("/api/active-calls", "Authorization: Bearer ccr_wrong\r\n") << QByteArray("401");
        QTest::newRow("another scheme") << get("/api/active-calls", "Authorization: Basic " + RelayStage::kToken + "\r\n")
                                        << QByteArray("401");
        for (const char *name : {"Access%5FToken", "accessToken", "auth-token", "JWT", "whatever=ccr_1&x"})
            QTest::addRow("a token as %s", name) << get("/api/active-calls?" + QByteArray(name) + "=1", bearer) << QByteArray("400");
        QTest::newRow("two lengths") << QByteArray("POST /api/webhooks/justcall HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                                                   "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                                     << QByteArray("400");
        QTest::newRow("thousands of headers") << get("/api/active-calls", QByteArray("a:b\r\n").repeated(5000)) << QByteArray("431");
        QTest::newRow("hundreds of headers") << post(QByteArray("a:b\r\n").repeated(2500), "{\"data\":{}}") << QByteArray("401");
        QTest::newRow("a token in the URL") << get("/api/active-calls?access_token=" + RelayStage::kToken) << QByteArray("400");
        QTest::newRow("in the URL as well") << get("/api/call-stream?token=" + RelayStage::kToken, bearer) << QByteArray("400");
        QTest::newRow("days that are none") << get("/api/justcall/calls?start_date=yesterday&end_date=2026-01-01", bearer)
                                            << QByteArray("400");
        QTest::newRow("a year of days") << get("/api/justcall/calls?start_date=2025-01-01&end_date=2026-01-01", bearer)
                                        << QByteArray("400");
        QTest::newRow("not HTTP") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n") << QByteArray("400");
        QTest::newRow("call nobody") << QByteArray("POST /api/ai-calls HTTP/1.1\r\nHost: x\r\n" + bearer +
                                                   "Content-Length: 11\r\n\r\n{\"to\":\"911\"}")
                                     << QByteArray("400");
    }
    void strangersGetNowhere()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QByteArray, status);
        m_stage->adjust = [](relay::RelayConfig &config) {
            config.limits.server.headerTime = 500ms;
            config.limits.server.bodyTime = 500ms;
        };
        m_stage->start({{"limits", {{"heartbeatSeconds", 0.2}}}});
        const auto mine = reader();
        QTRY_VERIFY_WITH_TIMEOUT(mine->greeted(), kSoon);
        RawClient stranger(m_stage->port());
        QVERIFY(stranger.send(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))) || status == "431");
        const std::string answer = stranger.readUntil("\r\n", 60s);
        QVERIFY2(answer.starts_with("HTTP/1.1 " + status.toStdString()), answer.substr(0, 80).c_str());
        // and nobody else noticed
        const qsizetype heard = mine->events().size();
        QTRY_VERIFY_WITH_TIMEOUT(mine->events().size() > heard, kSoon);
        QCOMPARE(m_stage->get(u"/healthz"_s, {}).status, 200);
    }

    void aSlowReaderHarmsNobodyAndMissesNothing()
    {
        m_stage->start({{"limits", {{"heartbeatSeconds", 60}}}});
        RawClient slow(m_stage->port(), 4096);
        const std::string head =
            "GET /api/call-stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + RelayStage::kToken.toStdString() + "\r\n\r\n";
        QVERIFY(slow.send(head));
        QVERIFY(slow.readUntil("event: connected").size() > 0);
        const auto quick = reader();
        QTRY_VERIFY_WITH_TIMEOUT(quick->greeted(), kSoon);
        constexpr int kCalls = 600;
        for (int i = 0; i < kCalls; ++i)
            postSigned(i);
        QTRY_COMPARE_WITH_TIMEOUT(quick->calls().size(), kCalls, 4 * kSoon);
        const auto late = reader(RelayStage::kToken, "0"); // everything at once is more than fits
        QTRY_COMPARE_WITH_TIMEOUT(late->calls().size(), kCalls, kSoon);
        const std::string last = "\"session_id\":\"CA" + std::to_string(kCalls - 1) + "\"";
        const std::string rest = slow.readUntil(last, 30s);
        for (int i = 0; i < kCalls; ++i)
            QVERIFY2(rest.find("\"session_id\":\"CA" + std::to_string(i) + "\"") != std::string::npos, qPrintable(QString::number(i)));
    }

    void tokensAreMadeShownOnceAndRevoked()
    {
        m_stage->start({{"limits", {{"requestsPerSecond", 1}, {"streamsPerToken", 2}}}});
        const QString file = m_stage->folder() + u"/data/tokens.json"_s;
        const auto token = relay::createToken(file, u"Someone@Company.Example"_s, QDateTime::currentDateTimeUtc());
        QVERIFY(token && token->size() >= 40);
        QFile written(file);
        QVERIFY(written.open(QFile::ReadOnly) && !written.readAll().contains(*token));
        QCOMPARE(int(written.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)), 0);
        QVERIFY(m_stage->program().reloadTokens());
        const auto first = reader(*token);
        QTRY_VERIFY_WITH_TIMEOUT(first->greeted(), kSoon);
        QVERIFY(first->data("connected")["user"] == "someone@company.example");
        const auto second = reader(*token);
        QTRY_VERIFY_WITH_TIMEOUT(second->greeted(), kSoon);
        QCOMPARE(m_stage->get(u"/api/call-stream"_s, *token).status, 429); // the third
        HttpAnswer answer;
        for (int i = 0; i < 8; ++i)
            answer = m_stage->get(u"/api/active-calls"_s, *token);
        QCOMPARE(answer.status, 429);
        QVERIFY(answer.retryAfter({}).has_value());
        QCOMPARE(m_stage->get(u"/api/active-calls"_s).status, 200); // another's budget is another's

        QVERIFY(!relay::revokeTokens(file, u"nobody@company.example"_s));
        const auto entries = relay::readTokens(file);
        QVERIFY(entries && entries->size() == 1);
        QCOMPARE(relay::revokeTokens(file, entries->first().id).value(), 1);
        QVERIFY(m_stage->program().reloadTokens());
        QTRY_VERIFY_WITH_TIMEOUT(first->isClosed() && second->isClosed(), kSoon);
        QCOMPARE(m_stage->get(u"/api/active-calls"_s, *token).status, 401);

        QFile damaged(file);
        QVERIFY(damaged.open(QFile::WriteOnly | QFile::Truncate) && damaged.write("not json") > 0);
        damaged.close();
        QVERIFY(!m_stage->program().reloadTokens());
        QCOMPARE(m_stage->get(u"/api/active-calls"_s).status, 200); // what was valid stays so
    }

    void tokensMadeByRootAreTheDaemonsOwn()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give files away");
        constexpr uint kDaemon = 61'184; // as systemd invents them
        QTemporaryDir folder;
        QCOMPARE(::chown(qPrintable(folder.path()), kDaemon, kDaemon), 0);
        const QString file = folder.filePath(u"tokens.json"_s);
        for (int i = 0; i < 2; ++i) { // a new file, and one that is there
            QVERIFY(relay::createToken(file, u"someone@company.example"_s, QDateTime::currentDateTimeUtc()));
            QCOMPARE(QFileInfo(file).ownerId(), kDaemon);
            QCOMPARE(QFileInfo(file).groupId(), kDaemon);
            QCOMPARE(int(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)), 0);
        }
    }

    void strangersTireOnlyTheirOwnAddress()
    {
        m_stage->start();
        const auto from = [&](const QByteArray &address, const QByteArray &token) {
            const HttpHeaders headers{{"Authorization", "Bearer " + token}, {"X-Forwarded-For", "192.0.2.1, " + address}};
            return m_stage->ask(HttpMethod::Get, u"/api/active-calls"_s, headers).status;
        };
        for (int i = 0; i < 30; ++i)
            QCOMPARE(from("203.0.113.9", "ccr_guess-" + QByteArray::number(i)), 401);
        QTRY_COMPARE_WITH_TIMEOUT(from("203.0.113.9", "ccr_another-guess"), 429, kSoon);
        QCOMPARE(from("203.0.113.9", RelayStage::kToken), 200); // who has a token is served
        QCOMPARE(from("203.0.113.10", "ccr_guess"), 401);
        const HttpAnswer hook = m_stage->ask(HttpMethod::Post, u"/api/webhooks/justcall"_s, {{"X-Forwarded-For", "203.0.113.9"}},
                                             "{\"type\":\"call.incoming\"}");
        QCOMPARE(hook.status, 429); // without a look at it
        QVERIFY(hook.retryAfter({}).has_value());
    }

    void fiftyRepsCostWhatOneCosts()
    {
        m_stage->start();
        const relay::JustCallAccess access = m_stage->config().justcall;
        FakeClock clock(QDateTime::currentDateTimeUtc());
        TrafficLedger traffic;
        HttpClient http(clock, traffic);
        RateBudget budget(http, clock, {.reader = readJustCallRates});
        relay::JustCallGateway gateway(
            {.base = access.url, .key = access.apiKey, .secret = access.secret, .budget = budget, .clock = clock});
        const auto upstream = [&] { return int(m_stage->cloud({{"do", "journal"}, {"service", "justcall"}})["requests"].size()); };
        int answered = 0;
        int right = 0;
        const auto askAll = [&](int daysBack) {
            answered = right = 0;
            const QDate today = clock.now().date();
            for (int rep = 0; rep < 50; ++rep) {
                gateway.ask({.kind = relay::GatewayQuestion::Kind::Calls,
                             .email = QString::fromStdString(m_stage->email(rep % 2)),
                             .first = today.addDays(-daysBack - rep % 2), // not all alike
                             .last = today.addDays(rep % 3 * 300)},
                            [&](const Result<QByteArray> &body) {
                                ++answered;
                                right += body && justcall::relayedCalls(*body, u"US"_s) ? 1 : 0;
                            });
            }
            QTRY_COMPARE_WITH_TIMEOUT(answered, 50, kSoon);
        };
        askAll(2);
        const int first = upstream();
        QVERIFY2(first >= 2 && right == 50, qPrintable(u"%1 questions, %2 answers"_s.arg(first).arg(right)));
        clock.advance(30s);
        askAll(2);
        QCOMPARE(upstream(), first);
        clock.advance(61s);
        askAll(1);
        QCOMPARE(right, 50);
        QCOMPARE(upstream() - first, 1); // what is newer, once for all
        // Days that are to come cost nothing.
        answered = 0;
        gateway.ask({.email = u"dana@company.example"_s, .first = QDate(2999, 1, 1), .last = QDate(2999, 2, 1)},
                    [&](const Result<QByteArray> &body) {
                        QVERIFY(body && justcall::relayedCalls(*body, u"US"_s).value().isEmpty());
                        ++answered;
                    });
        QCOMPARE(answered, 1);
        QCOMPARE(upstream() - first, 1);
        bool stopped = false;
        TaskScope scope;
        scope.start(stopThen(gateway, stopped));
        QTRY_VERIFY(stopped);
    }

    void aRepHasOneReadingAtATime()
    {
        LoopbackServer silent;
        silent.respond([](const ReceivedRequest &) { return Script::silence(); });
        FakeClock clock(QDateTime::currentDateTimeUtc());
        TrafficLedger traffic;
        HttpClient http(clock, traffic);
        RateBudget budget(http, clock, {.reader = readJustCallRates});
        relay::JustCallGateway gateway(
            {.base = silent.url(QString()), .key = Secret(u"k"), .secret = Secret(u"s"), .budget = budget, .clock = clock}, 1h);
        const QDate today = clock.now().date();
        int refused = 0;
        const auto ask = [&](const QString &email, int daysBack) {
            gateway.ask({.email = email, .first = today.addDays(-daysBack), .last = today.addDays(-daysBack)},
                        [&](const Result<QByteArray> &body) { refused += !body && body.error().retryAfter ? 1 : 0; });
        };
        ask(u"a@b.example"_s, 10);
        ask(u"a@b.example"_s, 10); // joins
        QCOMPARE(refused, 0);
        ask(u"a@b.example"_s, 20);
        QCOMPARE(refused, 1);
        for (int i = 0; i < 10; ++i)
            ask(u"%1@b.example"_s.arg(i), 30 + 5 * i);
        QCOMPARE(refused, 1 + 10 - 3); // four at once
        bool stopped = false;
        TaskScope scope;
        scope.start(stopThen(gateway, stopped));
        QTRY_VERIFY(stopped);
    }

    void justCallIsAskedOnceForAll()
    {
        m_stage->start();
        const QDate today = QDateTime::currentDateTimeUtc().date();
        const QString days = u"?start_date=%1&end_date=%2"_s.arg(today.addDays(-3).toString(Qt::ISODate), today.toString(Qt::ISODate));
        const HttpAnswer calls = m_stage->get(u"/api/justcall/calls"_s + days);
        QCOMPARE(calls.status, 200);
        const auto mine = justcall::relayedCalls(calls.body, u"US"_s);
        QVERIFY(mine && mine->size() > 10);
        for (const justcall::RelayedCall &row : *mine)
            QCOMPARE(row.call.event.agentEmail.toLower().toStdString(), m_stage->email(0));
        const auto other = justcall::relayedCalls(m_stage->get(u"/api/justcall/calls"_s + days, RelayStage::kOtherToken).body, u"US"_s);
        QVERIFY(other && !other->isEmpty());
        for (const justcall::RelayedCall &row : *other)
            QCOMPARE(row.call.event.agentEmail.toLower().toStdString(), m_stage->email(1));
        const QString yesterday = today.addDays(-1).toString(Qt::ISODate);
        QVERIFY(m_stage->get(u"/api/justcall/calls?start_date=%1&end_date=%1"_s.arg(yesterday)).status == 200);
        QCOMPARE(m_stage->metric("callcard_relay_justcall_readings_total"), 1.0); // of all three
        QVERIFY(justcall::relayedTexts(m_stage->get(u"/api/justcall/sms"_s + days).body, u"US"_s));
        const Json test = m_stage->json(u"/api/test-justcall"_s);
        QVERIFY2(test["status"] == "success" && test["data"]["usersFound"] >= 2 && test["data"]["recentCalls"] > 0 &&
                     test["data"]["callSample"].size() > 0 && test["data"]["metrics"]["talkSeconds"] > 0,
                 test.dump().c_str());
    }

    void justCallsTroubleIsSaidAndNeverEmpty_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        QTest::newRow("the key is wrong") << u"401"_s << 502;
        QTest::newRow("not allowed") << u"403"_s << 502;
        QTest::newRow("broken") << u"500"_s << 502;
        QTest::newRow("half an answer") << u"cut"_s << 502;
        QTest::newRow("a page") << u"html"_s << 502;
    }
    void justCallsTroubleIsSaidAndNeverEmpty()
    {
        QFETCH(const QString, kind);
        QFETCH(const int, status);
        m_stage->start();
        cloud({{"do", "fault.add"}, {"service", "justcall"}, {"kind", kind.toStdString()}, {"times", 50}});
        const QString today = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
        const HttpAnswer answer = m_stage->get(u"/api/justcall/calls?start_date=%1&end_date=%1"_s.arg(today));
        QCOMPARE(answer.status, status);
        QVERIFY(!justcall::relayedCalls(answer.body, u"US"_s));
        QVERIFY(!answer.body.contains(m_stage->config().justcall.secret.reveal()));
        cloud({{"do", "fault.clear"}});
        const HttpAnswer healed = m_stage->get(u"/api/justcall/calls?start_date=%1&end_date=%1"_s.arg(today));
        QCOMPARE(healed.status, 200); // no error was remembered
    }

    void withoutAKeyThereIsNoGateway()
    {
        m_stage->start({{"justcall", nullptr}, {"elevenlabs", nullptr}});
        const QString today = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate);
        QCOMPARE(m_stage->get(u"/api/justcall/calls?start_date=%1&end_date=%1"_s.arg(today)).status, 404);
        QCOMPARE(m_stage->get(u"/api/test-justcall"_s).status, 404);
        const HttpHeaders bearer{{"Authorization", "Bearer " + RelayStage::kToken}};
        QCOMPARE(m_stage->ask(HttpMethod::Post, u"/api/ai-calls"_s, bearer, "{\"to\":\"+13035550142\"}").status, 404);
        const auto mine = reader();
        QTRY_VERIFY_WITH_TIMEOUT(mine->greeted(), kSoon);
        QVERIFY(!mine->data("connected").contains("ai_calls"));
        QCOMPARE(m_stage->ask(HttpMethod::Post, u"/api/webhooks/justcall"_s, {}, "{\"type\":\"x\",\"data\":{}}").status, 404);
    }

    void anAiCallIsKnownBeforeItRingsAndMovesOn()
    {
        m_stage->start();
        m_stage->hook("twilio"); // names no rep: the call's id does
        const auto mine = reader();
        const auto other = reader(RelayStage::kOtherToken);
        QTRY_VERIFY_WITH_TIMEOUT(mine->greeted() && other->greeted(), kSoon);
        QVERIFY(mine->data("connected")["ai_calls"] == true); // desktops offer it then
        const HttpHeaders headers{{"Authorization", "Bearer " + RelayStage::kToken}, {"Idempotency-Key", "one"}};
        const QByteArray body = "{\"to\":\"+13035550142\",\"variables\":{\"customer_name\":\"Zoë\",\"orders\":3}}";
        const HttpAnswer placed = m_stage->ask(HttpMethod::Post, u"/api/ai-calls"_s, headers, body);
        QCOMPARE(placed.status, 200);
        const Json answer = Json::parse(placed.body.toStdString());
        QVERIFY2(answer["status"] == "success" && answer["call"]["to_number"] == "+13035550142" &&
                     answer["call"]["direction"] == "Outbound",
                 answer.dump().c_str());
        QTRY_COMPARE_WITH_TIMEOUT(mine->statuses().value(0), u"ringing"_s, kSoon);
        const HttpAnswer again = m_stage->ask(HttpMethod::Post, u"/api/ai-calls"_s, headers, body);
        QVERIFY(again.status == 200 && Json::parse(again.body.toStdString()).value("repeated", false));
        cloud({{"do", "call.answer"}});
        QTRY_COMPARE_WITH_TIMEOUT(mine->statuses().last(), u"active"_s, kSoon);
        cloud({{"do", "call.end"}});
        QTRY_COMPARE_WITH_TIMEOUT(mine->statuses().last(), u"ended hung-up"_s, kSoon);
        std::set<std::string> ids;
        for (const Json &call : mine->calls())
            ids.insert(call.value("id", ""));
        QCOMPARE(ids.size(), std::size_t(1));
        QCOMPARE(dialled(), 1);
        QVERIFY(other->calls().isEmpty());
    }

    void anAiCallIsNeverDialledTwice_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("told");
        QTest::newRow("the answer was lost") << u"lost"_s << 504 << u"ringing"_s;
        QTest::newRow("broken") << u"500"_s << 504 << u"ringing"_s;
        QTest::newRow("not allowed") << u"401"_s << 502 << u"ended failed"_s;
        QTest::newRow("too many") << u"429"_s << 429 << u"ended failed"_s;
    }
    void anAiCallIsNeverDialledTwice()
    {
        QFETCH(const QString, kind);
        QFETCH(const int, status);
        QFETCH(const QString, told);
        m_stage->start();
        const auto mine = reader();
        QTRY_VERIFY_WITH_TIMEOUT(mine->greeted(), kSoon);
        cloud({{"do", "fault.add"}, {"service", "elevenlabs"}, {"kind", kind.toStdString()}, {"times", 1}});
        const HttpHeaders headers{{"Authorization", "Bearer " + RelayStage::kToken}, {"Idempotency-Key", "one"}};
        QCOMPARE(m_stage->ask(HttpMethod::Post, u"/api/ai-calls"_s, headers, "{\"to\":\"+13035550142\"}").status, status);
        QTRY_COMPARE_WITH_TIMEOUT(mine->statuses().value(mine->statuses().size() - 1), told, kSoon);
        QCOMPARE(dialled(), 1);
        // Asked again, it says what became of it, also in another life.
        for (int life = 0; life < 2; ++life) {
            const HttpAnswer again = m_stage->ask(HttpMethod::Post, u"/api/ai-calls"_s, headers, "{\"to\":\"+13035550142\"}");
            QCOMPARE(again.status, status == 429 ? 502 : status);
            const Json answer = Json::parse(again.body.toStdString());
            QVERIFY(answer.value("repeated", false) && answer["status"] == (status == 504 ? "unknown" : "failed"));
            m_stage->stopHard();
            m_stage->start();
        }
        QCOMPARE(dialled(), 1);
    }

    void anAiCallWhoseRelayDiedIsNoSuccess()
    {
        m_stage->start();
        m_stage->stopHard();
        const QString rep = QString::fromStdString(m_stage->email(0));
        const QByteArray named = rep.toUtf8() + "\none";
        const relay::AiCallStep asked{
            .phase = relay::AiCallStep::Phase::Asked,
            .id = u"ai-"_s + QString::fromLatin1(QCryptographicHash::hash(named, QCryptographicHash::Sha256).toHex().left(32)),
            .rep = rep,
            .to = u"+13035550142"_s,
            .at = QDateTime::currentDateTimeUtc()};
        {
            auto log = makeSqliteEventLog(m_stage->config().logFile(), m_clock);
            QVERIFY(log);
            (*log)->append(relay::recordOf(relay::deliveryOf(asked), relay::keyOf(asked), asked.at), [](const Result<LogPlace> &) {});
        }
        m_stage->start();
        const HttpHeaders headers{{"Authorization", "Bearer " + RelayStage::kToken}, {"Idempotency-Key", "one"}};
        const auto again = [&] {
            const HttpAnswer answer = m_stage->ask(HttpMethod::Post, u"/api/ai-calls"_s, headers, "{\"to\":\"+13035550142\"}");
            return answer.status == 504 && Json::parse(answer.body.toStdString())["status"] == "unknown";
        };
        QTRY_VERIFY_WITH_TIMEOUT(again(), kSoon);
        QCOMPARE(m_stage->metric("callcard_relay_log_records"), 2.0); // and it is written down
        QCOMPARE(dialled(), 0);
    }

    void aLineThatSeveralShareNamesNobody_data()
    {
        QTest::addColumn<QString>("rep");
        QTest::addColumn<QByteArray>("first");  ///< What a@b.example hears …
        QTest::addColumn<QByteArray>("second"); ///< … and c@b.example.
        QTest::newRow("nobody knows") << QString() << QByteArray("\"agent_email\":\"\"") << QByteArray("\"agent_email\":\"\"");
        QTest::newRow("the address says it") << u"a@b.example"_s << QByteArray("\"agent_email\":\"a@b.example\"")
                                             << QByteArray("answered-elsewhere");
    }
    void aLineThatSeveralShareNamesNobody()
    {
        QFETCH(const QString, rep);
        QFETCH(const QByteArray, first);
        QFETCH(const QByteArray, second);
        const QList<relay::RelayUser> users{{.email = u"a@b.example"_s, .numbers = {u"+13035550142"_s}},
                                            {.email = u"c@b.example"_s, .numbers = {u"+13035550142"_s}}};
        relay::CallBook book(users, u"US"_s, m_clock);
        const auto take = [&](quint64 sequence, const QByteArray &status, const QString &named) {
            const QByteArray form = "CallSid=CA1&Direction=inbound&From=%2B13035550187&To=%2B13035550142&CallStatus=" + status;
            const relay::Delivery delivery{.provider = relay::Provider::Twilio, .rep = named, .payload = form};
            book.take({.sequence = sequence, .record = relay::recordOf(delivery, QString::number(sequence), m_clock.now())});
        };
        take(1, "ringing", {});
        take(2, "in-progress", rep);
        for (const auto &[email, told] : {std::pair(u"a@b.example"_s, first), std::pair(u"c@b.example"_s, second)}) {
            QCOMPARE(book.events(email).size(), std::size_t(2)); // it rang at both
            const QByteArray frame = QByteArray::fromStdString(*book.events(email).back().frame);
            QVERIFY2(frame.contains(told), frame.constData());
        }
    }

    void ringCentralIsSubscribedToAndTheSubscriptionTakenOver()
    {
        LoopbackServer service;
        Json kept = Json::array();
        QList<ReceivedRequest> orders;
        service.respond([&](const ReceivedRequest &request) {
            if (request.target.startsWith("/restapi/oauth/token"))
                return Script::json(
                    "{\"access_token\":\"at\",\"refresh_token\":\"rt\",\"expires_in\":3600,\"refresh_token_expires_in\":604800}");
            if (request.method == "GET")
                return Script::json(QByteArray::fromStdString(Json{{"records", kept}}.dump()));
            if (request.target.endsWith("/dropped"))
                return Script::json("{\"errorCode\":\"CMN-102\",\"errors\":[{\"errorCode\":\"CMN-102\"}]}", 404);
            orders.append(request);
            return Script::json("{\"id\":\"sub-1\",\"status\":\"Active\",\"expiresIn\":604800}");
        });
        const Json access{{"ringcentral",
                           {{"serverUrl", service.url().toString().chopped(1).toStdString()},
                            {"clientId", "app"},
                            {"clientSecret", "secret"},
                            {"jwt", "jwt"}}}};
        m_stage->start(access);
        QTRY_COMPARE_WITH_TIMEOUT(orders.size(), 1, kSoon);
        QCOMPARE(orders.first().method, QByteArray("POST"));
        const Json body = Json::parse(orders.first().body.toStdString());
        QVERIFY(body["deliveryMode"]["address"] == m_stage->base().toStdString() + "/api/webhooks/ringcentral");
        QVERIFY(body["deliveryMode"]["verificationToken"] == "demo-ringcentral-secret");
        QCOMPARE(body["eventFilters"].size(), std::size_t(2));
        QVERIFY(body["eventFilters"][0] ==
                "/restapi/v1.0/account/~/extension/" + m_stage->rep(0)["extensionId"].get<std::string>() + "/telephony/sessions");
        m_stage->shutDown();
        // Another life finds what this one left, and nobody's else.
        kept = {{{"id", "of-others"}, {"deliveryMode", {{"address", "https://elsewhere.example"}}}},
                {{"id", "dropped"}, {"deliveryMode", body["deliveryMode"]}},
                {{"id", "sub-1"}, {"deliveryMode", body["deliveryMode"]}}};
        m_stage->start(access);
        QTRY_COMPARE_WITH_TIMEOUT(orders.size(), 2, kSoon);
        QCOMPARE(orders.last().method, QByteArray("PUT"));
        QVERIFY(orders.last().target.endsWith("/restapi/v1.0/subscription/sub-1"));
        m_stage->shutDown();
    }

    void goingAwayTellsReadersWhenToComeBack()
    {
        m_stage->start();
        RawClient raw(m_stage->port());
        const std::string head =
            "GET /api/call-stream HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + RelayStage::kToken.toStdString() + "\r\n\r\n";
        QVERIFY(raw.send(head) && raw.readUntil("event: connected").size() > 0);
        auto bye = std::async(std::launch::async, [&raw] { return raw.readAll(20s).value_or("cut off"); });
        m_stage->shutDown();
        const std::string rest = bye.get();
        QVERIFY2(rest.find("retry: ") != std::string::npos && rest.ends_with("0\r\n\r\n"), rest.c_str());
    }

    void nothingOfABodyIsLogged()
    {
        QStringList messages;
        heardMessages = &messages;
        const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
            static std::mutex mutex;
            const std::lock_guard lock(mutex);
            heardMessages->append(text);
        });
        m_stage->start();
        for (const char *provider : {"justcall", "ringcentral", "twilio"}) {
            m_stage->hook(provider);
            m_stage->hook(provider, {{"signature", "wrong"}, {"retrySeconds", 3600}});
        }
        (void)m_stage->ask(HttpMethod::Post, u"/api/webhooks/ringcentral"_s, {{"Verification-Token", "demo-ringcentral-secret"}},
                           "{\"uuid\":\"\",\"name\":\"Marcus Hale +13035550187\"}");
        const auto mine = reader();
        ring();
        cloud({{"do", "call.answer"}});
        cloud({{"do", "call.end"}});
        const bool told = QTest::qWaitFor([&] { return mine->statuses().contains(u"ended hung-up"_s); }, kSoon);
        const QByteArray metrics = m_stage->get(u"/metrics"_s, {}).body + m_stage->get(u"/healthz"_s, {}).body;
        m_stage->shutDown();
        qInstallMessageHandler(before);
        QVERIFY(told && !messages.isEmpty());
        const QString everything = messages.join(u'\n') + QString::fromUtf8(metrics);
        for (const QString &secret : {u"Marcus"_s, u"5550187"_s, QString::fromStdString(m_stage->email(0)), u"demo-"_s, u"ccr_"_s})
            QVERIFY2(!everything.contains(secret), qPrintable(secret));
    }

    void aConfigurationThatIsWrongIsToldInSentences_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("told"); ///< Empty: nothing is wrong.
        QTest::newRow("fine") << QByteArray("{}") << QString();
        QTest::newRow("unknown entry") << QByteArray("{\"lisen\":\"x\"}") << u"lisen"_s;
        QTest::newRow("no data") << QByteArray("{\"data\":null}") << u"data is missing"_s;
        QTest::newRow("no address") << QByteArray("{\"publicUrl\":null}") << u"publicUrl is missing"_s;
        QTest::newRow("plain http outside") << QByteArray("{\"publicUrl\":\"http://relay.example\"}") << u"https://"_s;
        QTest::newRow("open without TLS") << QByteArray("{\"listen\":\"0.0.0.0:8420\"}") << u"behindProxy"_s;
        QTest::newRow("behind a proxy") << QByteArray("{\"listen\":\"0.0.0.0:8420\",\"behindProxy\":true}") << QString();
        QTest::newRow("no certificate") << QByteArray("{\"tls\":{\"certificate\":\"/nowhere\",\"key\":\"/nowhere\"}}")
                                        << u"cannot be read"_s;
        QTest::newRow("no port") << QByteArray("{\"listen\":\"127.0.0.1\"}") << u"listen is"_s;
        QTest::newRow("a short token") << QByteArray("{\"users\":[{\"email\":\"a@b.example\",\"token\":\"abc\"}]}") << u"too short"_s;
        QTest::newRow("a broken hash") << QByteArray("{\"users\":[{\"email\":\"a@b.example\",\"tokenHash\":\"sha256:12\"}]}")
                                       << u"tokenHash"_s;
        QTest::newRow("twice") << QByteArray("{\"users\":[{\"email\":\"a@b.example\"},{\"email\":\"A@B.example\"}]}") << u"twice"_s;
        QTest::newRow("no e-mail") << QByteArray("{\"users\":[{\"justcallAgentId\":\"1\"}]}") << u"without an e-mail"_s;
        QTest::newRow("a number") << QByteArray("{\"users\":[{\"email\":\"a@b.example\",\"numbers\":[\"0142\"]}]}") << u"+13035550142"_s;
        QTest::newRow("half a key") << QByteArray("{\"justcall\":{\"apiKey\":\"k\"}}") << u"no secret"_s;
        QTest::newRow("a limit") << QByteArray("{\"retention\":{\"hours\":0}}") << u"hours is a number"_s;
        QTest::newRow("an agent of two") << QByteArray("{\"users\":[{\"email\":\"a@b.example\",\"justcallAgentId\":\"7\"},"
                                                       "{\"email\":\"c@b.example\",\"justcallAgentId\":\"7\"}]}")
                                         << u"a@b.example and c@b.example have the same justcallAgentId"_s;
        QTest::newRow("an extension of two") << QByteArray("{\"users\":[{\"email\":\"a@b.example\",\"ringcentralExtensionId\":\"7\"},"
                                                           "{\"email\":\"c@b.example\",\"ringcentralExtensionId\":\"7\"}]}")
                                             << u"the same ringcentralExtensionId"_s;
        QTest::newRow("a number of two") << QByteArray("{\"users\":[{\"email\":\"a@b.example\",\"numbers\":[\"+13035550142\"]},"
                                                       "{\"email\":\"c@b.example\",\"numbers\":[\"+13035550142\"]}]}")
                                         << QString(); // a shared line
        QTest::newRow("a key that is not there")
            << QByteArray("{\"tls\":{\"certificate\":\"/nowhere/c.pem\",\"key\":\"/nowhere/k.pem\"}}") << u"/nowhere/k.pem"_s;
        QTest::newRow("no object") << QByteArray("[]") << u"not a JSON object"_s;
    }
    void aConfigurationThatIsWrongIsToldInSentences()
    {
        QFETCH(const QByteArray, change);
        QFETCH(const QString, told);
        Json json{{"publicUrl", "https://relay.example"}, {"data", "/var/lib/callcard-relay"}};
        const Json more = Json::parse(change.toStdString());
        if (more.is_object())
            json.merge_patch(more);
        else
            json = more;
        const relay::ConfigReading reading = relay::readConfig(QByteArray::fromStdString(json.dump()), {});
        QCOMPARE(reading.problems.isEmpty(), told.isEmpty());
        QVERIFY2(reading.problems.join(u'\n').contains(told), qPrintable(reading.problems.join(u'\n')));
        const relay::ConfigReading above =
            relay::readConfig("{\"data\":\"/x\",\"publicUrl\":\"https://a.example\"}",
                              {{u"CALLCARD_RELAY_PUBLIC_URL"_s, u"https://b.example/"_s}, {u"JUSTCALL_API_SECRET"_s, u"secret"_s}});
        QVERIFY(above.problems.isEmpty());
        QCOMPARE(above.config.justcall.webhookUrl, u"https://b.example/api/webhooks/justcall"_s);
        QVERIFY(above.config.justcall.secret.matches("secret"));
    }

    void whatOnlyRootReadsIsFoundAmongTheCredentials()
    {
        QTemporaryDir credentials;
        for (const char *name : {"chain.pem", "key.pem"}) {
            QFile file(credentials.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QFile::WriteOnly));
        }
        Json json{{"publicUrl", "https://relay.example"},
                  {"data", "/var/lib/callcard-relay"},
                  {"listen", "0.0.0.0:443"},
                  {"tls", {{"certificate", "chain.pem"}, {"key", "key.pem"}}}};
        const auto read = [&](const QString &folder) {
            return relay::readConfig(QByteArray::fromStdString(json.dump()), {{u"CREDENTIALS_DIRECTORY"_s, folder}});
        };
        const relay::ConfigReading reading = read(credentials.path());
        QVERIFY2(reading.problems.isEmpty(), qPrintable(reading.problems.join(u'\n')));
        QCOMPARE(QString::fromStdString(reading.config.tls->privateKeyFile), credentials.filePath(u"key.pem"_s));
        QVERIFY(reading.config.limits.server.connectionsPerAddress < 1000); // nobody in between who speaks for all
        QVERIFY(read({}).problems.isEmpty());                               // an administrator who makes a token
        json["tls"]["key"] = "another.pem";
        QVERIFY(read(credentials.path()).problems.join(u' ').contains(u"another.pem"_s));
        json["tls"]["key"] = "key.pem";
        json["behindProxy"] = true;
        const serving::Limits behind = read(credentials.path()).config.limits.server;
        QCOMPARE(behind.connectionsPerAddress, behind.connections);
        // What a leaked signature would be worth is said.
        json["justcall"] = {{"secret", "s"}};
        QVERIFY(read(credentials.path()).warnings.join(u' ').contains(u"webhookUrl"_s));
        json["justcall"]["webhookUrl"] = "https://relay.example/api/webhooks/justcall?t=1";
        QVERIFY(read(credentials.path()).warnings.isEmpty());
    }

    void theCommandLineIsUnderstood_data()
    {
        using Command = relay::CommandLine::Command;
        QTest::addColumn<QString>("words");
        QTest::addColumn<relay::CommandLine>("line");
        const auto with = [](Command command, const QString &subject = {}) {
            return relay::CommandLine{.command = command, .config = u"f"_s, .subject = subject};
        };
        QTest::newRow("run") << u"--config f"_s << with(Command::Run);
        QTest::newRow("equals") << u"--config=f --check-config"_s << with(Command::CheckConfig);
        QTest::newRow("create") << u"--config f token create a@b.example"_s << with(Command::CreateToken, u"a@b.example"_s);
        QTest::newRow("list") << u"token list --config f"_s << with(Command::ListTokens);
        QTest::newRow("revoke") << u"--config f token revoke 12"_s << with(Command::RevokeToken, u"12"_s);
        QTest::newRow("help") << u"--help"_s << relay::CommandLine{.command = Command::Help};
        for (const char *wrong : {"", "--config", "--config f --port x", "--config f --what", "--config f token", "--config f token create",
                                  "--config f token list all", "--config f serve"})
            QTest::newRow(wrong[0] ? wrong : "nothing") << QString::fromLatin1(wrong) << relay::CommandLine{.problem = u"?"_s};
    }
    void theCommandLineIsUnderstood()
    {
        QFETCH(const QString, words);
        QFETCH(const relay::CommandLine, line);
        const relay::CommandLine read = relay::readCommandLine(words.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(read.problem.isEmpty(), line.problem.isEmpty());
        if (line.problem.isEmpty())
            QVERIFY(read == line);
        QCOMPARE(relay::readCommandLine({u"--config"_s, u"f"_s, u"--port"_s, u"81"_s}).port, std::optional<ushort>(81));
    }

private:
    SystemClock m_clock;

    [[nodiscard]] int dialled()
    {
        const Json journal = m_stage->cloud({{"do", "journal"}, {"service", "elevenlabs"}});
        return static_cast<int>(journal["requests"].size());
    }

    /// A ringing call of JustCall's, signed here.
    void postSigned(int number)
    {
        if (!m_config)
            m_config.emplace(m_stage->config());
        const relay::RelayConfig &config = *m_config;
        if (m_email.empty())
            m_email = m_stage->email(0);
        const QByteArray stamp = QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd HH:mm:ss"_s).toLatin1();
        const QByteArray secret = config.justcall.secret.reveal();
        const QByteArray text = secret + '|' + QUrl::toPercentEncoding(config.justcall.webhookUrl, "!*'()") + "|call.incoming|" + stamp;
        const QByteArray signature = QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toHex();
        const Json body{{"request_id", "R" + std::to_string(number)},
                        {"type", "call.incoming"},
                        {"data",
                         {{"call_sid", "CA" + std::to_string(number)},
                          {"contact_number", "13035550187"},
                          {"justcall_number", "13035550142"},
                          {"agent_email", m_email},
                          {"call_info", {{"direction", "Incoming"}, {"type", "In Progress"}}}}}};
        const HttpAnswer answer = m_stage->ask(
            HttpMethod::Post, u"/api/webhooks/justcall"_s,
            {{"x-justcall-signature", signature}, {"x-justcall-signature-version", "v1"}, {"x-justcall-request-timestamp", stamp}},
            QByteArray::fromStdString(body.dump()));
        QCOMPARE(answer.status, 200);
    }
    std::optional<relay::RelayConfig> m_config;
    std::string m_email;
};

QTEST_GUILESS_MAIN(tst_Relay)
#include "tst_relay.moc"
