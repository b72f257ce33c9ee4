#include "team.h"

#include <callcard/metricsdelivery.h>

#include <QTemporaryDir>
#include <QTest>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using team::Json;

namespace {

DailyMetrics day(int number, int calls, const QString &source = u"justcall"_s)
{
    return {.day = QDate(2026, 10, 1).addDays(number),
            .source = source,
            .calls = calls,
            .inbound = calls / 2,
            .outbound = calls - calls / 2,
            .connected = calls,
            .talkTime = std::chrono::seconds(61 * calls),
            .totalTime = std::chrono::seconds(70 * calls),
            .textsSent = calls / 3,
            .timeZone = u"America/Denver"_s,
            .callIdsDigest = u"digest-%1-%2"_s.arg(number).arg(calls)};
}

/// The outbox, its pump and the delivery, over a team's cloud.
struct Writer {
    explicit Writer(team::Team &team)
        : cloud(team)
        , outbox(Outbox::open(folder.filePath(u"outbox.db"_s), team.clock).value())
        , delivery(makeMetricsDelivery(team.context(), *outbox,
                                       [this](const QString &key, bool isNew) { (isNew ? written : unchanged).append(key); }))
        , pump(*outbox, metricsDestination(), *delivery, team.clock)
    {
        (void)QCoro::waitFor(team.tokens->accessToken({})); // signs in
        identity = {.user = UserId(team.tokens->user()), .client = u"callcard/9.9.9"_s};
        pump.start();
    }
    ~Writer() { QCoro::waitFor(pump.stop()); }

    void put(const QList<DailyMetrics> &days, bool stamp = true)
    {
        QList<OutboxItem> items;
        for (const DailyMetrics &one : days)
            items += metricItems(one, identity);
        if (stamp)
            items.append(*syncStampItem(identity, u"justcall"_s, items));
        QVERIFY(outbox->put(metricsDestination(), items));
    }

    /// Until nothing waits any more: in real time while there is an answer to come, in ours where somebody sleeps.
    [[nodiscard]] bool finish()
    {
        for (int i = 0; i < 200; ++i) {
            const int patience = pump.pausedBecause() ? 150 : 400;
            if (QTest::qWaitFor([&] { return outbox->counts()->waiting == 0; }, patience))
                return true;
            cloud.clock.advance(5s);
        }
        return false;
    }
    [[nodiscard]] bool deliver(const QList<DailyMetrics> &days)
    {
        put(days);
        return finish();
    }

    team::Team &cloud;
    QTemporaryDir folder;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<Delivery> delivery;
    QStringList written;
    QStringList unchanged;
    OutboxPump pump;
    MetricsIdentity identity;
};

/// "42" of {"integerValue":"42"}
QByteArray said(const Json &value)
{
    return value.is_object() && value.size() == 1 && value.begin()->is_string()
               ? QByteArray::fromStdString(value.begin()->get<std::string>())
               : QByteArray();
}

std::string metricPath(const Writer &writer, const char *type, const char *date)
{
    return "metrics/" + writer.identity.user.text().toStdString() + "_" + type + "_" + date + "_justcall";
}

} // namespace

/// Figures of days to documents, against the demo cloud.
class tst_MetricsDelivery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_team = std::make_unique<team::Team>();
        m_team->firestore({{"do", "clear"}, {"empty", true}});
    }
    void cleanup() { m_team.reset(); }

    void whatWasAnsweredIsTold_data()
    {
        QTest::addColumn<DailyMetrics>("figures");
        QTest::addColumn<QString>("answered"); // empty: not told
        DailyMetrics figures = day(0, 20);
        figures.inbound = 12;
        figures.connected = 17;
        figures.missed = 3;
        figures.voicemail = 1; // one of those
        QTest::newRow("all but the missed") << figures << u"9"_s;
        figures.connected = 15;
        figures.elsewhere = 2;
        QTest::newRow("a colleague's are not mine") << figures << u"7"_s;
        figures.connected = 14;
        QTest::newRow("one that still runs") << figures << QString();
        figures.unknown = 1;
        QTest::newRow("a word that nobody understands") << figures << QString();
        figures.unknown = 0;
        figures.failed = 1;
        QTest::newRow("one that failed either way") << figures << QString();
    }

    void whatWasAnsweredIsTold()
    {
        QFETCH(const DailyMetrics, figures);
        QFETCH(const QString, answered);
        Writer writer(*m_team);
        QVERIFY(writer.deliver({figures}));
        const Json metadata =
            m_team->document(metricPath(writer, "phone_call_quantity", "2026-10-01"))["fields"]["metadata"]["mapValue"]["fields"];
        QCOMPARE(metadata.contains("answered"), !answered.isEmpty());
        if (!answered.isEmpty())
            QCOMPARE(said(metadata["answered"]), answered.toUtf8());
    }

    void writesExactlyTheDocument()
    {
        Writer writer(*m_team);
        QVERIFY(writer.deliver({day(0, 6)}));
        const std::string uid = writer.identity.user.text().toStdString();
        const std::string id = uid + "_phone_call_quantity_2026-10-01_justcall";
        const Json document = m_team->document("metrics/" + id);
        QVERIFY(!document.is_null());
        const Json &fields = document["fields"];
        const QByteArray now = "2026-11-20T09:00:00Z";
        const Json expected{{"id", {{"stringValue", id}}},
                            {"userId", {{"stringValue", uid}}},
                            {"type", {{"stringValue", "phone_call_quantity"}}},
                            {"value", {{"integerValue", "6"}}},
                            {"date", {{"timestampValue", "2026-10-01T12:00:00Z"}}},
                            {"source", {{"stringValue", "justcall"}}},
                            {"metadata",
                             {{"mapValue",
                               {{"fields",
                                 {{"totalSeconds", {{"integerValue", "420"}}},
                                  {"averageSeconds", {{"integerValue", "61"}}},
                                  {"talkSeconds", {{"integerValue", "366"}}},
                                  {"inbound", {{"integerValue", "3"}}},
                                  {"outbound", {{"integerValue", "3"}}},
                                  {"connected", {{"integerValue", "6"}}},
                                  {"missed", {{"integerValue", "0"}}},
                                  {"voicemail", {{"integerValue", "0"}}},
                                  {"answered", {{"integerValue", "3"}}},
                                  {"timezone", {{"stringValue", "America/Denver"}}},
                                  {"client", {{"stringValue", "callcard/9.9.9"}}},
                                  {"callIdsDigest", {{"stringValue", "digest-0-6"}}},
                                  {"syncedAt", {{"stringValue", now.toStdString()}}}}}}}}},
                            {"createdAt", fields["createdAt"]},
                            {"updatedAt", fields["createdAt"]}};
        QVERIFY2(fields == expected, fields.dump().c_str());
        QVERIFY(fields["createdAt"].contains("timestampValue"));
        QCOMPARE(said(m_team->document(metricPath(writer, "talk_time_minutes", "2026-10-01"))["fields"]["value"]), QByteArray("6"));
        QCOMPARE(said(m_team->document(metricPath(writer, "sms_quantity", "2026-10-01"))["fields"]["value"]), QByteArray("2"));
        const Json settings = m_team->document("settings/" + uid)["fields"];
        QCOMPARE(said(settings["lastJustCallSyncAt"]), now);
        QCOMPARE(said(settings["lastCompanionSync"]["mapValue"]["fields"]["rows"]), QByteArray("3"));
    }

    void aMonthNeedsFewRequestsAndASecondSyncWritesNothing()
    {
        Writer writer(*m_team);
        QList<DailyMetrics> month;
        for (int i = 0; i < 30; ++i)
            month.append(day(i, i + 1));
        (void)m_team->requests();
        QVERIFY(writer.deliver(month));
        QCOMPARE(m_team->requests(), (QStringList{u"runQuery"_s, u"commit"_s, u"commit"_s}));
        const Json before = m_team->documents("metrics");
        QCOMPARE(int(before.size()), 90);
        QCOMPARE(writer.written.size(), 90);
        m_team->clock.advance(1h);
        m_team->cloud->control({{"do", "clock.advance"}, {"seconds", 3600}});
        QVERIFY(writer.deliver(month));
        QCOMPARE(m_team->requests(), (QStringList{u"runQuery"_s, u"commit"_s})); // the stamp alone
        QCOMPARE(writer.unchanged.size(), 90);
        QCOMPARE(writer.written.size(), 90);
        QVERIFY(m_team->documents("metrics") == before);
    }

    void keepsTheFirstCreatedAt()
    {
        Writer writer(*m_team);
        QVERIFY(writer.deliver({day(0, 6)}));
        const std::string path = metricPath(writer, "phone_call_quantity", "2026-10-01");
        const Json born = m_team->document(path)["fields"]["createdAt"];
        m_team->cloud->control({{"do", "clock.advance"}, {"seconds", 60}});
        QVERIFY(writer.deliver({day(0, 7)}));
        const Json fields = m_team->document(path)["fields"];
        QCOMPARE(said(fields["value"]), QByteArray("7"));
        QVERIFY(fields["createdAt"] == born);
        QVERIFY(fields["updatedAt"] != born);
    }

    void aLostAnswerMakesOneDocumentWithItsFirstCreatedAt_data()
    {
        QTest::addColumn<bool>("queryFails");
        QTest::newRow("found by the query") << false;
        QTest::newRow("found by trying") << true; // the rows cannot be listed, so the create is repeated
    }

    void aLostAnswerMakesOneDocumentWithItsFirstCreatedAt()
    {
        QFETCH(const bool, queryFails);
        Writer writer(*m_team);
        m_team->cloud->control({{"do", "fault.add"}, {"service", "firestore"}, {"kind", "lost"}, {"path", "*:commit"}, {"times", 1}});
        writer.put({day(0, 6)});
        QTRY_VERIFY(writer.pump.pausedBecause());
        const std::string path = metricPath(writer, "phone_call_quantity", "2026-10-01");
        const Json born = m_team->document(path)["fields"]["createdAt"];
        QVERIFY(!born.is_null());
        if (queryFails)
            m_team->cloud->control({{"do", "fault.add"}, {"service", "firestore"}, {"kind", 403}, {"path", "*:runQuery"}});
        m_team->cloud->control({{"do", "clock.advance"}, {"seconds", 60}});
        QVERIFY(writer.finish());
        QCOMPARE(writer.outbox->counts()->parked, 0);
        QVERIFY(m_team->document(path)["fields"]["createdAt"] == born);
        QCOMPARE(int(m_team->documents("metrics").size()), 3);
    }

    void correctsDownToZeroAndInventsNoZeros()
    {
        Writer writer(*m_team);
        QVERIFY(writer.deliver({day(0, 6), day(1, 0)}));
        QVERIFY(m_team->document(metricPath(writer, "phone_call_quantity", "2026-10-02")).is_null());
        QVERIFY(writer.deliver({day(0, 0), day(1, 0)}));
        for (const char *type : {"phone_call_quantity", "talk_time_minutes", "sms_quantity"}) {
            QCOMPARE(said(m_team->document(metricPath(writer, type, "2026-10-01"))["fields"]["value"]), QByteArray("0"));
            QVERIFY(m_team->document(metricPath(writer, type, "2026-10-02")).is_null());
        }
        QCOMPARE(writer.outbox->counts()->parked, 0);
    }

    void takesOverWhatAServersJobWrote()
    {
        Writer writer(*m_team);
        const std::string path = metricPath(writer, "phone_call_quantity", "2026-10-01");
        m_team->put(path, {{"id", {{"stringValue", path.substr(8)}}},
                           {"userId", {{"stringValue", writer.identity.user.text().toStdString()}}},
                           {"type", {{"stringValue", "phone_call_quantity"}}},
                           {"value", {{"doubleValue", 6}}},
                           {"date", {{"timestampValue", "2026-10-01T06:00:00Z"}}},
                           {"source", {{"stringValue", "justcall"}}},
                           {"metadata", {{"mapValue", {{"fields", {{"callCount", {{"integerValue", "6"}}}}}}}}},
                           {"createdAt", {{"timestampValue", "2026-10-02T00:20:11Z"}}}});
        QVERIFY(writer.deliver({day(0, 6)}));
        const Json fields = m_team->document(path)["fields"];
        QCOMPARE(said(fields["createdAt"]), QByteArray("2026-10-02T00:20:11Z"));
        QCOMPARE(said(fields["date"]), QByteArray("2026-10-01T12:00:00Z"));
        QVERIFY(!fields["metadata"]["mapValue"]["fields"].contains("callCount")); // what nobody writes any more does not linger
    }

    void theSameFiguresAreTheSameBytes()
    {
        const MetricsIdentity identity{.user = UserId(u"u1"_s), .client = u"callcard/1"_s};
        QCOMPARE(metricItems(day(3, 4), identity), metricItems(day(3, 4), identity));
        QVERIFY(metricItems(day(3, 4), identity) != metricItems(day(3, 5), identity));
        QCOMPARE(metricItems(day(3, 4), identity).at(0).key, u"metrics/u1_phone_call_quantity_2026-10-04_justcall"_s);
        QVERIFY(!syncStampItem(identity, u"manual"_s, {}));
        QVERIFY(!syncStampItem({.user = UserId(u"u2"_s), .writtenBy = UserId(u"u1"_s)}, u"justcall"_s, {}));
    }

    void marksDaysAsAsked_data()
    {
        QTest::addColumn<QString>("marker");
        QTest::addColumn<QByteArray>("date");
        QTest::newRow("noon") << u"noon-utc"_s << QByteArray("2026-10-01T12:00:00Z");
        QTest::newRow("midnight UTC") << u"midnight-utc"_s << QByteArray("2026-10-01T00:00:00Z");
        QTest::newRow("midnight in Denver") << u"midnight-local"_s << QByteArray("2026-10-01T06:00:00Z");
        QTest::newRow("another word") << u"dawn"_s << QByteArray("2026-10-01T12:00:00Z");
    }

    void marksDaysAsAsked()
    {
        QFETCH(const QString, marker);
        QFETCH(const QByteArray, date);
        const auto items = metricItems(day(0, 1), {.user = UserId(u"u1"_s), .marker = dateMarkerNamed(marker)});
        QVERIFY2(items.at(0).payload.contains(date), items.at(0).payload.constData());
    }

    void onlyTheCulpritIsSetAside()
    {
        m_team->rules("callcard");
        Writer writer(*m_team);
        // The rules know no such source; everything else of the batch is in order.
        QVERIFY(writer.deliver({day(0, 6), day(1, 5, u"carrier-pigeon"_s), day(2, 4)}));
        const QList<ParkedEntry> parked = writer.outbox->parked().value();
        QCOMPARE(parked.size(), 4); // its three documents, and the stamp, which covers them
        for (const ParkedEntry &entry : parked) {
            QVERIFY2(entry.entry.key.contains(u"carrier-pigeon"_s) || entry.entry.key.startsWith(u"settings/"_s),
                     qPrintable(entry.entry.key));
            QCOMPARE(entry.reason.kind, ErrorKind::Refused);
        }
        QCOMPARE(int(m_team->documents("metrics").size()), 6);
        QVERIFY(m_team->document("settings/" + writer.identity.user.text().toStdString()).is_null());
        // A later sync without the culprit is a full one.
        QVERIFY(writer.outbox->withdraw(metricsDestination(), parked.at(0).entry.key));
        QVERIFY(writer.deliver({day(0, 6), day(2, 5)}));
        QVERIFY(!m_team->document("settings/" + writer.identity.user.text().toStdString()).is_null());
    }

    void stampsOnlyWhenEverythingItCoversArrived()
    {
        Writer writer(*m_team);
        m_team->cloud->control({{"do", "fault.add"}, {"service", "firestore"}, {"kind", 503}, {"path", "*:commit"}});
        writer.put({day(0, 6)});
        QVERIFY(!QTest::qWaitFor([&] { return writer.outbox->counts()->waiting == 0; }, 200));
        const std::string settings = "settings/" + writer.identity.user.text().toStdString();
        QVERIFY(m_team->document(settings).is_null());
        m_team->cloud->control({{"do", "fault.clear"}});
        QVERIFY(writer.finish());
        QVERIFY(!m_team->document(settings).is_null());
    }

    void anotherSignInsFiguresAreNotWrittenInMyName()
    {
        Writer writer(*m_team);
        writer.identity.user = UserId(u"somebody-else"_s);
        QVERIFY(writer.deliver({day(0, 6)}));
        QCOMPARE(writer.outbox->counts()->parked, 4);
        QCOMPARE(int(m_team->documents("metrics").size()), 0);
    }

    void aManagerSignsWithTheirName()
    {
        m_team->firestore({{"do", "clear"}});
        const std::string rep = [&] {
            (void)QCoro::waitFor(m_team->tokens->accessToken({}));
            return m_team->tokens->user().toStdString();
        }();
        m_team->rules("callcard");
        m_team->signIn(u"grace.okonjo@northgate-supply.example"_s);
        Writer writer(*m_team);
        const UserId manager = writer.identity.user;
        writer.identity.user = UserId(QString::fromStdString(rep));
        writer.identity.writtenBy = manager;
        writer.put({day(0, 6)}, false);
        QVERIFY(writer.finish());
        QCOMPARE(writer.outbox->counts()->parked, 0);
        const Json fields = m_team->document(metricPath(writer, "phone_call_quantity", "2026-10-01"))["fields"];
        QCOMPARE(said(fields["metadata"]["mapValue"]["fields"]["writtenBy"]), manager.text().toUtf8());
        // Under the older rules nothing is written for others, and it says so.
        m_team->rules("strict");
        writer.put({day(1, 6)}, false);
        QVERIFY(writer.finish());
        QCOMPARE(writer.outbox->counts()->parked, 3);
        QVERIFY(
            writer.outbox->parked()->first().reason.detail.startsWith(u"your administrator must deploy the rules (PERMISSION_DENIED"_s));
    }

    void goalsWhereTheRulesLetThem()
    {
        m_team->firestore({{"do", "clear"}});
        m_team->rules("callcard");
        m_team->signIn(u"grace.okonjo@northgate-supply.example"_s);
        Writer writer(*m_team);
        const Goal goal{.user = writer.identity.user, .type = u"sms_quantity"_s, .period = GoalPeriod::Weekly, .target = 77};
        QVERIFY(writer.outbox->put(metricsDestination(), goalItem(goal)));
        QVERIFY(writer.finish());
        QCOMPARE(writer.outbox->counts()->parked, 0);
        const Json fields = m_team->document("goals/" + writer.identity.user.text().toStdString() + "_sms_quantity_weekly")["fields"];
        QCOMPARE(said(fields["target"]), QByteArray("77"));
        QVERIFY(fields.contains("current"));
    }

    void everyFaultAtEveryRequest_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<bool>("callcardRules");
        for (const char *kind : {"drop", "hang", "delay", "double", "reorder", "401", "403", "409", "429", "500", "503", "504", "html",
                                 "half", "cut", "lost", "late", "garbage"})
            QTest::addRow("%s, strict rules", kind) << QByteArray(kind) << false;
        // Where the rules have a say of their own.
        for (const char *kind : {"403", "409", "double", "lost"})
            QTest::addRow("%s, our rules", kind) << QByteArray(kind) << true;
    }

    /// Fails the n-th request once, then lets it finish: what is stored in the end is what an undisturbed run stores.
    void everyFaultAtEveryRequest()
    {
        QFETCH(const QByteArray, kind);
        QFETCH(const bool, callcardRules);
        const auto run = [&](int n, Json &documents, int &requests) {
            m_team->firestore({{"do", "clear"}, {"empty", true}});
            m_team->rules(callcardRules ? "callcard" : "strict");
            m_team->cloud->control({{"do", "fault.clear"}});
            Writer writer(*m_team);
            (void)m_team->requests();
            if (n >= 0)
                m_team->cloud->control({{"do", "fault.add"},
                                        {"service", "firestore"},
                                        {"kind", kind.toStdString()},
                                        {"skip", n},
                                        {"times", 1},
                                        {"delayMs", 60}});
            QVERIFY(writer.deliver({day(0, 6), day(1, 5), day(2, 3, u"ringcentral"_s)}));
            QVERIFY(writer.outbox->retryAll(metricsDestination())); // a person saw what was refused, and says "again"
            QVERIFY(writer.finish());
            QVERIFY(writer.deliver({day(0, 0), day(1, 5), day(2, 4, u"ringcentral"_s), day(3, 9)}));
            QVERIFY(writer.outbox->retryAll(metricsDestination()));
            QVERIFY(writer.finish());
            QCOMPARE(writer.outbox->counts()->parked, 0);
            requests = static_cast<int>(m_team->requests().size());
            documents = m_team->documents("metrics");
            documents.update(m_team->documents("settings"));
            for (Json &fields : documents) {
                for (const char *time : {"createdAt", "updatedAt", "lastJustCallSyncAt", "lastCompanionSync"})
                    fields.erase(time);
                if (fields.contains("metadata"))
                    fields["metadata"]["mapValue"]["fields"].erase("syncedAt");
            }
        };
        Json undisturbed;
        int requests = 0;
        run(-1, undisturbed, requests);
        QCOMPARE(int(undisturbed.size()), 13);
        QVERIFY(requests >= 6);
        for (int n = 0; n < requests; ++n) {
            Json documents;
            int used = 0;
            run(n, documents, used);
            QVERIFY2(documents == undisturbed, qPrintable(u"request %1: %2"_s.arg(n).arg(QString::fromStdString(documents.dump()))));
        }
    }

private:
    std::unique_ptr<team::Team> m_team;
};

QTEST_GUILESS_MAIN(tst_MetricsDelivery)
#include "tst_metricsdelivery.moc"
