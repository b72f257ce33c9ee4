#include "metricshouse.h"

using namespace callcard;
using namespace callcard::testing;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange kRange{{2026, 11, 14}, {2026, 11, 20}};
const Json kWhole{{"from", "2026-11-14"}, {"to", "2026-11-20"}};

demo::DemoOptions aWeek()
{
    return MetricsHouse::cloudOptions(8, 6);
}

} // namespace

/// Fails the n-th request of a whole sync in each way there is, then lets it finish: the documents are always those of the sync that
/// nobody disturbed. Everything is real but the time.
class tst_SyncSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        MetricsHouse house(aWeek());
        QVERIFY(house.open());
        house.cloud.control({{"do", "journal.clear"}});
        const Json document = house.synced(kWhole);
        QVERIFY2(document.value("success", false), document.dump().c_str());
        m_requests = house.requests("callstream") + house.requests("firestore");
        m_expected = house.documents(kRange);
        QVERIFY2(m_expected.size() >= 15, qPrintable(QString::number(m_expected.size())));
        QVERIFY(m_requests >= 4);
        const Json again = house.synced(kWhole);
        QVERIFY(again.value("success", false));
        QCOMPARE(again.value("metricsWritten", -1), 0);
        QCOMPARE(again.value("metricsUnchanged", -1), document.value("metricsWritten", -2) + document.value("metricsUnchanged", 0));
    }

    void everyRequestFailsInEveryWay_data()
    {
        QTest::addColumn<QByteArray>("fault");
        for (const char *kind : {"drop", "hang", "delay", "double", "html", "half", "cut", "lost", "late", "garbage"})
            QTest::newRow(kind) << QByteArray(Json{{"kind", kind}}.dump().c_str());
        for (const int status : {401, 403, 429, 500, 503}) {
            const Json fault{{"kind", "status"}, {"status", status}};
            QTest::addRow("%d", status) << QByteArray(fault.dump().c_str());
        }
    }

    void everyRequestFailsInEveryWay()
    {
        QFETCH(const QByteArray, fault);
        // Every request meets every fault in a long run; in a short one each fault meets some requests, and each request some faults.
        const int stride = qEnvironmentVariableIsSet("CALLCARD_LONG") ? 1 : 6;
        static int row = 0;
        for (int n = row++ % stride; n < m_requests; n += stride) {
            MetricsHouse house(aWeek());
            QVERIFY(house.open());
            Json one = Json::parse(fault.constData());
            one["do"] = "fault.add";
            one["skip"] = n;
            one["times"] = 1;
            const Json added = house.cloud.control(one);
            QVERIFY2(added.value("ok", false), added.dump().c_str());
            Json document;
            for (int tries = 0; tries < 5; ++tries) {
                document = house.synced(kWhole);
                if (document.value("success", false))
                    break;
                house.letPass(std::chrono::minutes(3)); // longer than any penalty
            }
            const QByteArray where = QByteArray::number(n) + ": " + QByteArray(document.dump().c_str());
            QVERIFY2(document.value("success", false), where.constData());
            QVERIFY2(house.documents(kRange) == m_expected, where.constData());
            QVERIFY2(house.outbox->counts().value() == OutboxCounts{}, where.constData());
        }
    }

    /// Killed after the figures were counted, before they were sent: the next start sends them.
    void aRestartInBetween()
    {
        MetricsHouse house(aWeek());
        QVERIFY(house.open());
        house.cloud.control({{"do", "fault.add"}, {"kind", "drop"}, {"service", "firestore"}});
        const Json failed = house.synced(kWhole);
        QCOMPARE(failed.value("success", true), false);
        QVERIFY(failed.value("metricsWaiting", 0) > 0);
        house.close();
        house.cloud.control({{"do", "fault.clear"}});
        QVERIFY(house.openService());
        QVERIFY(house.until([&] { return house.outbox->counts().value() == OutboxCounts{}; }));
        QCOMPARE(house.documents(kRange), m_expected);
    }

private:
    int m_requests = 0;
    QMap<QString, QString> m_expected;
};

QTEST_GUILESS_MAIN(tst_SyncSweep)
#include "tst_syncsweep.moc"
