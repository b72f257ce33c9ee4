#include <engine/histories.h>
#include <engine/metricsjson.h>

#include <QTest>

using namespace callcard;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using Json = nlohmann::json;

namespace {

const QDateTime kNow(QDate(2026, 11, 20), QTime(20, 0), Qt::UTC);

SyncSummary summary()
{
    return {.user = UserId(u"u1"_s),
            .email = u"dana@callcard.example"_s,
            .range = {{2026, 11, 1}, {2026, 11, 20}},
            .timeZone = u"America/Denver"_s,
            .totalCalls = 47,
            .callsProcessed = 45,
            .metricsWritten = 60,
            .metricsUnchanged = 3};
}

} // namespace

/// The names on which scripts rely: more may come, none may go or change.
class tst_MetricsJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metrics()
    {
        const DailyMetrics day{.day = {2026, 11, 18},
                               .source = u"justcall"_s,
                               .calls = 7,
                               .inbound = 5,
                               .outbound = 2,
                               .connected = 3,
                               .missed = 2,
                               .voicemail = 1,
                               .notConnected = 2,
                               .talkTime = 100s,
                               .totalTime = 120s,
                               .textsSent = 4,
                               .byStatus = {{u"Answered"_s, 3}, {u"Missed"_s, 4}}};
        const Json document = metricsToJson({day});
        const Json &one = document.at("days").at(0);
        QVERIFY(one.at("date") == "2026-11-18");
        QVERIFY(one.at("source") == "justcall");
        QVERIFY(one.at("calls") == 7);
        QVERIFY(one.at("inbound") == 5);
        QVERIFY(one.at("outbound") == 2);
        QVERIFY(one.at("completed") == 3);
        QVERIFY(one.at("missed") == 2);
        QVERIFY(one.at("voicemail") == 1);
        QVERIFY(one.at("talkSeconds") == 100);
        QVERIFY(one.at("totalSeconds") == 120);
        QVERIFY(one.at("averageSeconds") == 33);
        QVERIFY(one.at("sms") == 4);
        QVERIFY(one.at("byStatus") == Json({{"Answered", 3}, {"Missed", 4}}));
        QVERIFY(metricsToJson({}).at("days") == Json::array());
    }

    void sync()
    {
        const Json document = syncToJson(summary(), kNow);
        QVERIFY(document.at("success") == true);
        QVERIFY(document.at("message") == "Synced 45 calls, wrote 60 metrics");
        QVERIFY(document.at("userId") == "u1");
        QVERIFY(document.at("userEmail") == "dana@callcard.example");
        QVERIFY(document.at("startDate") == "2026-11-01");
        QVERIFY(document.at("endDate") == "2026-11-20");
        QVERIFY(document.at("totalCalls") == 47);
        QVERIFY(document.at("callsProcessed") == 45);
        QVERIFY(document.at("metricsWritten") == 60);
        QVERIFY(document.at("metricsUnchanged") == 3);
        QVERIFY(document.at("errors") == Json::array());
    }

    void problemsAreSentences_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("detail");
        QTest::newRow("offline") << static_cast<int>(ErrorKind::Offline) << QString();
        QTest::newRow("key") << static_cast<int>(ErrorKind::SignInNeeded) << u"401 from /users"_s;
        QTest::newRow("refused, with a reason") << static_cast<int>(ErrorKind::Refused) << u"nobody there has this e-mail"_s;
        QTest::newRow("cancelled") << static_cast<int>(ErrorKind::Cancelled) << QString();
    }

    void problemsAreSentences()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, detail);
        SyncSummary failed = summary();
        failed.problems.append({.source = u"justcall"_s, .error = {.kind = static_cast<ErrorKind>(kind), .detail = detail}});
        const Json document = syncToJson(failed, kNow);
        QVERIFY(document.at("success") == false);
        QCOMPARE(document.at("errors").size(), std::size_t(1));
        const QString sentence = QString::fromStdString(document.at("errors").at(0));
        QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
        QVERIFY(!sentence.contains("401"_L1)); // people do not read status codes
    }

    void dryRunsAndWaitingFigures()
    {
        SyncSummary dry = summary();
        dry.dryRun = true;
        QVERIFY(syncToJson(dry, kNow).at("message") == "Counted 45 calls, wrote nothing");
        SyncSummary waiting = summary();
        waiting.metricsWaiting = 9;
        QVERIFY(syncToJson(waiting, kNow).at("message") == "Synced 45 calls, wrote 60 metrics; 9 wait to be sent");
    }

    void team()
    {
        SyncSummary failed = summary();
        failed.problems.append({.source = {}, .error = {.kind = ErrorKind::Refused, .detail = u"no"_s}});
        const Json document = teamSyncToJson({summary(), failed}, kNow);
        QVERIFY(document.at("success") == false);
        QCOMPARE(document.at("users").size(), std::size_t(2));
        QVERIFY(document.at("message") == "Synced 90 calls, wrote 120 metrics; 1 of 2 users with errors");
    }

    void reconcile()
    {
        const ReconciledFigure figure{
            .day = {2026, 11, 18},
            .source = u"justcall"_s,
            .type = u"phone_call_quantity"_s,
            .ours = 7,
            .firestore = {},
            .provider = 8,
            .differences = {{.callId = u"90210"_s, .reason = DifferenceReason::MissingHere, .amount = 1, .documentId = {}}}};
        const Json document = reconcileToJson({figure});
        const Json &one = document.at("days").at(0);
        QVERIFY(one.at("date") == "2026-11-18");
        QVERIFY(one.at("source") == "justcall");
        QVERIFY(one.at("type") == "phone_call_quantity");
        QVERIFY(one.at("ours") == 7);
        QVERIFY(one.at("firestore").is_null()); // not there is not zero
        QVERIFY(one.at("provider") == 8);
        const Json &difference = one.at("differences").at(0);
        QVERIFY(difference.at("callId") == "90210");
        QVERIFY(difference.at("reason") == "missing-here");
    }

    void stateOfSyncing()
    {
        const Json document = syncStateToJson({.phase = SyncState::Phase::Failing,
                                               .trigger = SyncTrigger::Today,
                                               .progress = {},
                                               .lastSuccess = kNow,
                                               .problem = SyncProblem{.source = u"justcall"_s, .error = {.kind = ErrorKind::Offline}},
                                               .nextTry = kNow.addSecs(60)},
                                              kNow);
        QVERIFY(document.at("state") == "failing");
        QVERIFY(document.at("trigger") == "today");
        QVERIFY(document.at("lastSuccess") == "2026-11-20T20:00:00Z");
        QVERIFY(document.at("nextTry") == "2026-11-20T20:01:00Z");
        QVERIFY(document.contains("error"));
    }

    void mappingByHand()
    {
        const QHash<QString, QString> mapping =
            agentMapping({u" dana@callcard.example = 417000 "_s, u"=5"_s, u"lee@callcard.example="_s, u"nonsense"_s});
        QCOMPARE(mapping, (QHash<QString, QString>{{u"dana@callcard.example"_s, u"417000"_s}}));
    }
};

QTEST_APPLESS_MAIN(tst_MetricsJson)
#include "tst_metricsjson.moc"
