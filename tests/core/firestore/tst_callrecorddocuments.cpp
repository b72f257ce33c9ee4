#include "team.h"

#include <callcard/callrecorddocuments.h>
#include <callcard/directory.h>
#include <callcard/firestorecustomers.h>
#include <callcard/newcustomers.h>
#include <callcard/recordedcalls.h>

#include <customermapping.h>
#include <pendingdocument.h>

#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using team::Json;

namespace {

Call ringing()
{
    return {.id = CallId(u"ringcentral:s-1"_s),
            .sessionId = u"s-1"_s,
            .source = u"ringcentral"_s,
            .direction = CallDirection::Inbound,
            .state = CallState::Ringing,
            .remote = {.number = PhoneNumber::fromE164(u"+13035550142"), .rawNumber = u"+13035550142"_s},
            .local = {.number = PhoneNumber::fromE164(u"+12065550142")},
            .agentEmail = u"dana@callcard.example"_s,
            .startedAt = QDateTime(QDate(2026, 11, 20), QTime(9, 0), Qt::UTC)};
}

Call at(CallState state, EndReason reason = EndReason::None, bool answered = true)
{
    Call call = ringing();
    call.state = state;
    call.reason = reason;
    if (answered && state != CallState::Ringing)
        call.answeredAt = call.startedAt.addSecs(5);
    if (state == CallState::Ended) {
        call.endedAt = call.startedAt.addSecs(65);
        call.talkTime = answered ? 60s : 0s;
    }
    return call;
}

QByteArray said(const Json &fields, const char *name)
{
    if (!fields.contains(name) || !fields[name].begin()->is_string())
        return {};
    return QByteArray::fromStdString(fields[name].begin()->get<std::string>());
}

} // namespace

/// Call records and new customers on their way to Firestore.
class tst_CallRecordDocuments : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<team::Team> m_team;
    std::unique_ptr<Delivery> m_delivery;
    CallRecordsIdentity m_me;

    Result<> deliver(Delivery &delivery, const OutboxItem &item)
    {
        const QList<OutboxEntry> entries{{.key = item.key, .payload = item.payload, .id = 1}};
        return QCoro::waitFor(delivery.deliver(entries, {})).constFirst();
    }
    Result<> record(const Call &call) { return deliver(*m_delivery, callRecordItem(call, m_me)); }
    Json fields(const std::string &path = "calls/s-1") { return m_team->document(path)["fields"]; }

private Q_SLOTS:
    void init()
    {
        m_team = std::make_unique<team::Team>();
        m_team->rules("callcard");
        (void)QCoro::waitFor(m_team->tokens->accessToken({}));
        m_me = {.user = UserId(m_team->tokens->user())};
        m_delivery = makeCallRecordsDelivery(m_team->context());
    }
    void cleanup()
    {
        m_delivery.reset();
        m_team.reset();
    }

    void words_data()
    {
        QTest::addColumn<Call>("call");
        QTest::addColumn<QString>("status");
        QTest::newRow("ringing") << ringing() << u"ringing"_s;
        QTest::newRow("active") << at(CallState::Active) << u"in-progress"_s;
        QTest::newRow("held") << at(CallState::Held) << u"in-progress"_s;
        QTest::newRow("after talk") << at(CallState::Ended, EndReason::HungUp) << u"completed"_s;
        QTest::newRow("transferred") << at(CallState::Ended, EndReason::Transferred) << u"completed"_s;
        QTest::newRow("nobody answered") << at(CallState::Ended, EndReason::HungUp, false) << u"no-answer"_s;
        QTest::newRow("missed") << at(CallState::Ended, EndReason::Missed, false) << u"no-answer"_s;
        QTest::newRow("voicemail") << at(CallState::Ended, EndReason::Voicemail, false) << u"no-answer"_s;
        QTest::newRow("busy") << at(CallState::Ended, EndReason::Busy, false) << u"failed"_s;
        QTest::newRow("declined") << at(CallState::Ended, EndReason::Declined, false) << u"failed"_s;
        QTest::newRow("failed") << at(CallState::Ended, EndReason::Failed, false) << u"failed"_s;
        QTest::newRow("unknown") << at(CallState::Ended, EndReason::Unknown) << QString();
    }

    void words()
    {
        QFETCH(const Call, call);
        QFETCH(const QString, status);
        QCOMPARE(callRecordStatus(call), status);
    }

    void fromTheFirstMomentToTheEnd()
    {
        QVERIFY(record(ringing()));
        const Json first = fields();
        QCOMPARE(said(first, "status"), QByteArray("ringing"));
        QCOMPARE(said(first, "callId"), QByteArray("s-1"));
        QCOMPARE(said(first, "fromNumber"), QByteArray("+13035550142"));
        QCOMPARE(said(first, "toNumber"), QByteArray("+12065550142"));
        QCOMPARE(said(first, "startedAt"), QByteArray("2026-11-20T09:00:00Z"));
        QCOMPARE(said(first, "createdAt"), QByteArray("2026-11-20T09:00:00Z"));
        m_team->clock.advance(10s);
        QVERIFY(record(at(CallState::Active)));
        QCOMPARE(said(fields(), "status"), QByteArray("in-progress"));
        QVERIFY(record(at(CallState::Ended, EndReason::HungUp)));
        const Json last = fields();
        QCOMPARE(said(last, "status"), QByteArray("completed"));
        QCOMPARE(said(last, "durationSec"), QByteArray("60"));
        QCOMPARE(said(last, "endReason"), QByteArray("hung-up"));
        QCOMPARE(said(last, "createdAt"), said(first, "createdAt"));
        QCOMPARE(said(last, "updatedAt"), QByteArray("2026-11-20T09:00:10Z"));
    }

    void aClickHasARecordBeforeAnybodyNamesIt_data()
    {
        QTest::addColumn<bool>("mayDelete");
        QTest::newRow("by our rules") << true;
        QTest::newRow("older rules let nobody delete") << false;
    }

    void aClickHasARecordBeforeAnybodyNamesIt()
    {
        QFETCH(const bool, mayDelete);
        Call clicked = ringing();
        clicked.id = CallId(u"dial:1-1"_s);
        clicked.sessionId.clear();
        clicked.direction = CallDirection::Outbound;
        QCOMPARE(callRecordStatus(clicked), u"queued"_s);
        QVERIFY(record(clicked));
        const std::string path = "calls/" + m_me.user.text().toStdString() + "_dial:1-1";
        QCOMPARE(said(fields(path), "status"), QByteArray("queued"));
        clicked.state = CallState::Ended; // handed over: nobody knows more
        clicked.reason = EndReason::Unknown;
        QVERIFY(record(clicked));
        QCOMPARE(said(fields(path), "status"), QByteArray("queued"));

        QVERIFY(record(ringing())); // its events come, with a name
        if (!mayDelete)
            m_team->cloud->control({{"do", "fault.add"},
                                    {"service", "firestore"},
                                    {"kind", "403"},
                                    {"path", "*:commit"},
                                    {"body", R"({"error":{"code":403,"message":"no","status":"PERMISSION_DENIED"}})"},
                                    {"times", 1}});
        QVERIFY(deliver(*m_delivery, provisionalRecordGone(clicked, ringing(), m_me)));
        QCOMPARE(m_team->document(path).is_null(), mayDelete);
        if (!mayDelete) {
            QCOMPARE(said(fields(path), "supersededBy"), QByteArray("s-1"));
            QCOMPARE(said(fields(path), "status"), QByteArray("queued"));
        }
        QCOMPARE(said(fields(), "status"), QByteArray("ringing"));
        QVERIFY(deliver(*m_delivery, provisionalRecordGone(clicked, ringing(), m_me))); // once more does no harm
        QVERIFY(m_team->document(path).is_null());
    }

    void theStatusNeverGoesBack()
    {
        const QStringList words{u"queued"_s, u"ringing"_s, u"in-progress"_s, u"completed"_s, u"no-answer"_s, u"failed"_s};
        const QList<Call> calls{ringing(), at(CallState::Active), at(CallState::Ended, EndReason::HungUp),
                                at(CallState::Ended, EndReason::Missed, false), at(CallState::Ended, EndReason::Busy, false)};
        for (const QString &there : words) {
            for (const Call &call : calls) {
                m_team->firestore({{"do", "document.delete"}, {"path", "calls/s-1"}});
                m_team->put("calls/s-1", {{"callId", {{"stringValue", "s-1"}}},
                                          {"userId", {{"stringValue", m_me.user.text().toStdString()}}},
                                          {"status", {{"stringValue", there.toStdString()}}},
                                          {"createdAt", {{"stringValue", "2026-11-20T08:59:59Z"}}}});
                QVERIFY(record(call));
                const QString ours = callRecordStatus(call);
                const QString expected = callRecordRank(ours) < callRecordRank(there) ? there : ours;
                QCOMPARE(said(fields(), "status"), expected.toUtf8());
                QCOMPARE(said(fields(), "createdAt"), QByteArray("2026-11-20T08:59:59Z"));
            }
        }
        QVERIFY(callRecordRank(u"queued"_s) < callRecordRank(u"ringing"_s));
        QVERIFY(callRecordRank(u"ringing"_s) < callRecordRank(u"in-progress"_s));
        QVERIFY(callRecordRank(u"in-progress"_s) < callRecordRank(u"failed"_s));
    }

    void anUnknownWordLeavesTheStatusAndIsKept()
    {
        QVERIFY(record(at(CallState::Active)));
        Call strange = at(CallState::Ended, EndReason::Unknown);
        strange.providerStatus = u"Teleported"_s;
        QVERIFY(record(strange));
        QCOMPARE(said(fields(), "status"), QByteArray("in-progress"));
        QCOMPARE(said(fields(), "providerStatus"), QByteArray("Teleported"));
    }

    void theSameAgainWritesNothing()
    {
        QVERIFY(record(ringing()));
        (void)m_team->requests();
        QVERIFY(record(ringing()));
        QCOMPARE(m_team->requests(), (QStringList{u"commit"_s, u"runQuery"_s})); // refused as already there, and found equal
    }

    void aLostAnswerMakesOneRecord()
    {
        m_team->cloud->control({{"do", "fault.add"}, {"service", "firestore"}, {"kind", "lost"}, {"times", 1}});
        const Result<> lost = record(ringing());
        QVERIFY(!lost && lost.error().isTransient());
        m_team->clock.advance(1min);
        QVERIFY(record(ringing()));
        QCOMPARE(said(fields(), "createdAt"), QByteArray("2026-11-20T09:00:00Z"));
    }

    void aColleaguesRecordOfTheSameCallIsLeftAlone()
    {
        m_team->put(
            "calls/s-1",
            {{"callId", {{"stringValue", "s-1"}}}, {"userId", {{"stringValue", "somebody"}}}, {"status", {{"stringValue", "completed"}}}});
        m_team->firestore({{"do", "switch"}, {"name", "first"}, {"position", "preconditions"}});
        QVERIFY(record(ringing()));
        QCOMPARE(said(fields(), "userId"), QByteArray("somebody"));
        QCOMPARE(said(fields(), "status"), QByteArray("completed"));
    }

    void aManagerReadsTheRecordsOfTheirPeople()
    {
        const QDateTime day(QDate(2026, 11, 20), QTime(0, 0), Qt::UTC);
        const auto call = [&](const char *id, int seconds, const QDateTime &start) {
            Call made = at(CallState::Ended, seconds > 0 ? EndReason::HungUp : EndReason::Voicemail, seconds > 0);
            made.id = CallId(u"ringcentral:"_s + QLatin1String(id));
            made.sessionId = QLatin1String(id);
            made.startedAt = start;
            made.talkTime = std::chrono::seconds(seconds);
            return made;
        };
        Call outgoing = call("s-3", 95, day.addSecs(40'000));
        outgoing.direction = CallDirection::Outbound;
        QVERIFY(record(call("s-0", 10, day.addMSecs(-1))));
        QVERIFY(record(call("s-1", 0, day.addMSecs(250))));
        QVERIFY(record(call("s-2", 60, day.addSecs(30'000))));
        QVERIFY(record(outgoing));
        QVERIFY(record(call("s-4", 10, day.addDays(1))));
        RecordsQuestion question{.user = m_me.user, .from = day, .to = day.addDays(1)};
        const auto records = [&] { return QCoro::waitFor(readRecordedCalls(m_team->context(), question, {})); };
        const auto ids = [&](const QList<RecordedCall> &calls) {
            QStringList found;
            for (const RecordedCall &one : calls)
                found += one.call.sessionId;
            return found;
        };
        m_team->signIn(u"grace.okonjo@northgate-supply.example"_s);
        const auto seen = records();
        QVERIFY2(seen, qPrintable(seen ? QString() : seen.error().detail));
        QCOMPARE(ids(*seen), (QStringList{u"s-3"_s, u"s-2"_s, u"s-1"_s})); // the newest first, no other day's
        QCOMPARE(seen->at(0).call.direction, CallDirection::Outbound);
        QCOMPARE(seen->at(0).call.remote.number, PhoneNumber::fromE164(u"+13035550142"));
        QCOMPARE(seen->at(1).call.talkTime, std::optional(std::chrono::seconds(60)));
        QCOMPARE(seen->at(1).call.state, CallState::Ended);
        QCOMPARE(seen->at(2).call.reason, EndReason::Voicemail);
        QVERIFY(!seen->at(2).call.wasAnswered());
        question.most = 3; // the one of the next midnight is read, too, and left out
        QCOMPARE(ids(*records()), (QStringList{u"s-3"_s, u"s-2"_s}));
        // What others wrote may be anything.
        m_team->put("calls/odd", {{"userId", {{"stringValue", m_me.user.text().toStdString()}}},
                                  {"startedAt", {{"stringValue", "2026-11-20T23:00:00Z"}}},
                                  {"durationSec", {{"stringValue", "ages"}}},
                                  {"status", {{"integerValue", "7"}}},
                                  {"direction", {{"stringValue", "sideways"}}}});
        const auto odd = records();
        QVERIFY(odd);
        QCOMPARE(odd->first().call.sessionId, u"odd"_s);
        QVERIFY(!odd->first().call.talkTime);
        QVERIFY(!odd->first().call.remote.number);
        // A colleague's are nobody's business, and that is no empty list.
        m_team->signIn(u"theo.marsh@northgate-supply.example"_s);
        const auto denied = records();
        QVERIFY(!denied);
        QCOMPARE(denied.error().kind, ErrorKind::Refused);
    }

    void deniedIsSaid()
    {
        m_team->rules("strict"); // the older rules know no such collection
        const Result<> denied = record(ringing());
        QCOMPARE(denied.error().kind, ErrorKind::Refused);
        QVERIFY(denied.error().detail.startsWith(u"PERMISSION_DENIED"_s));
    }

    void strangeIdsAreStillIds()
    {
        Call call = ringing();
        call.sessionId = u"a/b"_s;
        const OutboxItem item = callRecordItem(call, m_me);
        QCOMPARE(item.key.count(u'/'), 1);
        QVERIFY(deliver(*m_delivery, item));
    }

    void aNewCustomerIsWrittenChangedAndReadBack()
    {
        const auto delivery = makeNewCustomersDelivery(m_team->context());
        Customer customer{.id = CustomerId(u"local/c-1"_s),
                          .kind = CustomerKind::Person,
                          .name = u"Sarah Lee"_s,
                          .company = u"Acme"_s,
                          .numbers = {{.number = PhoneNumber::fromE164(u"+13035550142"), .text = u"303-555-0142"_s, .label = u"work"_s}},
                          .emails = {u"sarah@acme.example"_s},
                          .region = u"US"_s};
        const NewCustomersIdentity me{.user = m_me.user};
        const OutboxItem item = newCustomerItem(customer, me);
        QVERIFY(deliver(*delivery, item));
        QVERIFY(deliver(*delivery, item)); // once more does no harm
        customer.name = u"Sarah Lee-Smith"_s;
        QVERIFY(deliver(*delivery, newCustomerItem(customer, me)));
        const Json document = m_team->document(item.key.toStdString());
        QCOMPARE(said(document["fields"], "name"), QByteArray("Sarah Lee-Smith"));
        QVERIFY(document["fields"]["createdAt"] == document["fields"]["updatedAt"] || document["fields"].contains("createdAt"));
        const auto sources = makeFirestoreCustomers(m_team->context(), {.collections = {me.collection}, .region = u"US"_s});
        const auto page = QCoro::waitFor(sources.front()->page(SyncScope::Everything, {}, {}));
        QVERIFY(page);
        QCOMPARE(page->changed.size(), 1);
        const Customer back = page->changed.first().customer;
        QCOMPARE(back.name, u"Sarah Lee-Smith"_s);
        QCOMPARE(back.company, u"Acme"_s);
        QCOMPARE(back.numbers.first().number, customer.numbers.first().number);
        QCOMPARE(back.emails, customer.emails);
        // Taken back, it is gone for everybody who reads the collection, and says nothing of her any more.
        QVERIFY(deliver(*delivery, goneCustomerItem(customer.id, me)));
        QCOMPARE(goneCustomerItem(customer.id, me).key, item.key);
        const auto after = QCoro::waitFor(sources.front()->page(SyncScope::Everything, {}, {}));
        QVERIFY(after);
        QVERIFY(after->changed.isEmpty());
        QCOMPARE(after->removed.size(), 1);
        QVERIFY(!QByteArray::fromStdString(m_team->document(item.key.toStdString()).dump()).contains("Sarah"));
    }

    void whatNeverArrivedLeavesNoTrace()
    {
        const auto delivery = makeNewCustomersDelivery(m_team->context());
        const NewCustomersIdentity me{.user = m_me.user};
        const OutboxItem item = goneCustomerItem(CustomerId(u"local/c-2"_s), me);
        QVERIFY(deliver(*delivery, item));
        QVERIFY(m_team->document(item.key.toStdString()).is_null());
    }
};

QTEST_GUILESS_MAIN(tst_CallRecordDocuments)
#include "tst_callrecorddocuments.moc"
