#include "clirun.h"

#include <demo/democloud.h>

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace callcard;
using namespace Qt::Literals::StringLiterals;

/// A server without a tray program: the real command line counts, writes and compares by itself.
class tst_Figures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_cloud.start());
        for (const auto &[name, value] : m_cloud.environment())
            m_environment.insert(QString::fromStdString(name), QString::fromStdString(value));
        m_environment.insert(u"CALLCARD_CALLS_SOURCES"_s, u"justcall"_s);
    }

    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void aDryRunWritesNothing()
    {
        const QJsonObject before = run({u"reconcile"_s});
        const QJsonObject dry = run({u"sync"_s, u"--dry-run"_s});
        QVERIFY(dry.value(u"success"_s).toBool());
        QVERIFY(dry.value(u"callsProcessed"_s).toInt() > 0);
        QCOMPARE(dry.value(u"metricsWritten"_s).toInt(-1), 0);
        QCOMPARE(firestoreFigures(run({u"reconcile"_s})), firestoreFigures(before));
    }

    void whatIsSyncedAgreesEverywhere()
    {
        const QJsonObject first = run({u"sync"_s});
        QVERIFY(first.value(u"success"_s).toBool());
        QCOMPARE(first.value(u"startDate"_s).toString(), kFrom.toString(Qt::ISODate));
        QCOMPARE(first.value(u"endDate"_s).toString(), kTo.toString(Qt::ISODate));
        const int written = first.value(u"metricsWritten"_s).toInt();
        QVERIFY(written > 0);
        const int stood = first.value(u"metricsUnchanged"_s).toInt(); // the demo's team wrote before us

        const QJsonObject again = run({u"sync"_s});
        QCOMPARE(again.value(u"metricsWritten"_s).toInt(-1), 0);
        QCOMPARE(again.value(u"metricsUnchanged"_s).toInt(), written + stood);

        int counted = 0;
        const QJsonArray days = run({u"metrics"_s}).value(u"days"_s).toArray();
        for (const QJsonValue &day : days)
            counted += day.toObject().value(u"calls"_s).toInt();
        QCOMPARE(counted, first.value(u"callsProcessed"_s).toInt());

        const QJsonArray figures = run({u"reconcile"_s}).value(u"days"_s).toArray();
        QVERIFY(!figures.isEmpty());
        for (const QJsonValue &figure : figures) {
            const QByteArray text = QJsonDocument(figure.toObject()).toJson(QJsonDocument::Compact);
            QVERIFY2(figure.toObject().value(u"differences"_s).toArray().isEmpty(), text.constData());
            QVERIFY2(figure.toObject().value(u"ours"_s) == figure.toObject().value(u"firestore"_s), text.constData());
        }
    }

    void aFailedWriteIsNoSuccess()
    {
        const auto added = m_cloud.control({{"do", "fault.add"}, {"kind", "drop"}, {"service", "firestore"}});
        QVERIFY2(added.value("ok", false), added.dump().c_str());
        const CliRun failed = runCli(m_home->path(), command({u"sync"_s}), m_environment);
        m_cloud.control({{"do", "fault.clear"}});
        QCOMPARE(failed.code, 1);
        const QJsonObject document = QJsonDocument::fromJson(failed.out).object();
        QCOMPARE(document.value(u"success"_s).toBool(true), false);
        QVERIFY2(document.value(u"metricsWaiting"_s).toInt() > 0, failed.out.constData());
        QVERIFY(!document.value(u"errors"_s).toArray().isEmpty());
        QVERIFY(failed.error.contains("sent later"));
    }

    void todayIsTheRepsAndNotTheServers_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("far ahead") << QByteArray("Pacific/Kiritimati");
        QTest::newRow("far behind") << QByteArray("Pacific/Pago_Pago");
    }

    void todayIsTheRepsAndNotTheServers()
    {
        QFETCH(const QByteArray, zone);
        QProcessEnvironment environment = m_environment;
        environment.insert(u"CALLCARD_TIMEZONE"_s, QString::fromLatin1(zone));
        environment.insert(u"TZ"_s, u"UTC"_s);
        const CliRun run = runCli(m_home->path(), {u"sync"_s, u"--dry-run"_s, u"--json"_s}, environment);
        QCOMPARE(run.code, 0);
        const QString today = QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone(zone)).date().toString(Qt::ISODate);
        QCOMPARE(QJsonDocument::fromJson(run.out).object().value(u"endDate"_s).toString(), today);
    }

    void callRecordsAreFilledInWhereTheyAreOn()
    {
        const CliRun off = runCli(m_home->path(), command({u"sync"_s, u"--records"_s}), m_environment);
        QCOMPARE(off.code, 1);
        QVERIFY2(off.out.contains("callRecords/enabled"), off.out.constData());
        m_cloud.control({{"service", "firestore"}, {"do", "switch"}, {"name", "rules"}, {"position", "callcard"}});
        QCOMPARE(runCli(m_home->path(), {u"config"_s, u"set"_s, u"callRecords/enabled"_s, u"true"_s}, m_environment).code, 0);
        const QJsonObject on = run({u"sync"_s, u"--records"_s});
        const QJsonObject records = on.value(u"records"_s).toObject();
        QVERIFY(records.value(u"calls"_s).toInt() > 0);
        QCOMPARE(records.value(u"waiting"_s).toInt(-1), 0);
        const auto listed = m_cloud.control({{"do", "documents"}, {"service", "firestore"}, {"collection", "calls"}, {"limit", 5000}});
        QCOMPARE(static_cast<int>(listed.at("documents").size()), records.value(u"calls"_s).toInt());
        const CliRun wrong = runCli(m_home->path(), {u"sync"_s, u"--records"_s, u"--all"_s}, m_environment);
        QCOMPARE(wrong.code, 2);
    }

    void nobodyOfThatName()
    {
        const CliRun failed = runCli(m_home->path(), command({u"sync"_s, u"--user"_s, u"nobody@callcard.example"_s}), m_environment);
        QCOMPARE(failed.code, 1);
        QVERIFY(failed.out.isEmpty());
        QVERIFY2(failed.error.contains("no such user"), failed.error.constData());
    }

private:
    [[nodiscard]] QStringList command(const QStringList &arguments) const
    {
        return arguments + QStringList{u"--from"_s, kFrom.toString(Qt::ISODate), u"--to"_s, kTo.toString(Qt::ISODate), u"--json"_s};
    }

    /// What stands in Firestore, by day, source and figure.
    [[nodiscard]] static QMap<QString, double> firestoreFigures(const QJsonObject &document)
    {
        QMap<QString, double> found;
        const QJsonArray days = document.value(u"days"_s).toArray();
        for (const QJsonValue &day : days) {
            const QJsonObject figure = day.toObject();
            const QStringList key{figure.value(u"date"_s).toString(), figure.value(u"source"_s).toString(),
                                  figure.value(u"type"_s).toString()};
            if (!figure.value(u"firestore"_s).isNull())
                found.insert(key.join(u'/'), figure.value(u"firestore"_s).toDouble());
        }
        return found;
    }

    /// The document of a run that must succeed; empty otherwise.
    [[nodiscard]] QJsonObject run(const QStringList &arguments) const
    {
        const CliRun run = runCli(m_home->path(), command(arguments), m_environment);
        if (run.code != 0 || !run.error.isEmpty()) {
            qWarning("exit code %d: %s", run.code, run.error.constData());
            return {};
        }
        return QJsonDocument::fromJson(run.out).object();
    }

    /// Days that are over in every zone.
    const QDate kTo = QDate::currentDate().addDays(-2);
    const QDate kFrom = kTo.addDays(-4);
    demo::DemoCloud m_cloud;
    QProcessEnvironment m_environment;
    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_GUILESS_MAIN(tst_Figures)
#include "tst_figures.moc"
